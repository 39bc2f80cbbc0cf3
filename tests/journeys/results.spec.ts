import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { toView } from '../support/phaseActions.ts'
import { addressOf, goToAddress } from '../support/postActions.ts'
import { closePreview, pageWith, previewIsThere, savedPages } from '../support/printActions.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office } from '../support/startActions.ts'

const malaysia = () => new Date(Date.now() + 8 * 3_600_000).toISOString()

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

/** A post of that title and day. */
async function plan({ window }: Application, title: string, day: string): Promise<void> {
  await goToAddress(window, `/kalendar/hantaran?hari=${day}`)
  await expect(field(window, 'Tajuk')).toHaveValue('')
  await field(window, 'Tajuk').fill(title)
  await window.keyboard.press('Control+s')
  await expect.poll(() => addressOf(window)).toMatch(/hantaran\/[0-9a-f-]{36}/)
  await goTo(window, 'Papan Pemuka')
}

test('results come in from an export and a sheet, replace what stands there, and go again', async ({
  application,
  folder,
}) => {
  test.setTimeout(180_000)
  const { window } = application
  const rows = <T>(query: string) => readRows<T>(folder, office.passphrase, query)
  const change = (query: string) => changeRows(folder, office.passphrase, query)
  const reach = () =>
    rows<{ reach: number }>(
      'select reach from post_result where removed_at is null order by reach',
    ).map((row) => row.reach)
  await useOfficeScreen(application)
  await enter(window)
  await plan(application, 'Jambatan dibuka', '2026-11-10')
  await plan(application, 'Amaran banjir', '2026-11-11')
  change(`update post set status = 'published'`)
  change(`insert into post_publication (id, post_id, account_id, day, url, skipped_reason,
    recorded_by, recorded_at)
    select 'f0000000-0000-4000-8000-00000000000' || case title when 'Amaran banjir' then '1'
      else '2' end, post.id, (select id from account order by handle limit 1), post.day,
      'https://x.com/jkr/status/' || case title when 'Amaran banjir' then '1' else '2' end, '',
      created_by, created_at from post`)
  const sheets = join(folder, 'jadual')
  mkdirSync(sheets)
  const [network, bad, good] = ['x.csv', 'silap.csv', 'prestasi.csv'].map((name) =>
    join(sheets, name),
  )
  if (network === undefined || bad === undefined || good === undefined) throw new Error('No file')
  await writeFile(
    network,
    'Post id,Date,Post text,Post Link,Impressions,Likes,Reposts,Replies\n' +
      '1,"Wed, Nov 11, 2026",Amaran,https://twitter.com/jkr/status/1,"1,234",56,7,8\n' +
      '9,"Thu, Nov 12, 2026",Lain,https://x.com/jkr/status/9,10,1,0,0\n',
  )
  await writeFile(bad, 'Tajuk,Capaian,Suka\nAmaran banjir,1.2k,3\nTiada,5,\nJambatan dibuka,7,x\n')
  await writeFile(good, 'Tajuk,Capaian,Suka\nAmaran banjir,2000,60\nJambatan dibuka,700,9\n')
  const dialog = window.getByRole('dialog')
  const choose = (path: string) =>
    window.locator('input[type=file][accept*=xlsx]').setInputFiles(path)

  await goTo(window, 'Kalendar')
  await button(window, 'Cetak, simpan dan import').click()
  await window.getByRole('menuitem', { name: 'Import prestasi daripada Excel atau CSV…' }).click()

  await test.step('what a network exports is recognised and says so', async () => {
    await choose(network)
    await expect(dialog).toContainText('Dikenali sebagai eksport X Analytics')
    await expect(dialog.getByLabel('Lajur Impressions')).toHaveValue('reach')
    await expect(dialog.getByLabel('Lajur Date')).toHaveValue('ignore')
    await expect(button(window, 'Semak baris')).toBeInViewport()
    await look(application, 'results-columns-ms-light')
    await button(window, 'Semak baris').click()
    await expect(dialog.getByRole('alert')).toContainText('1 baris perlu dibetulkan.')
    await dialog.getByLabel('Langkau baris yang hantarannya tiada dalam kalendar').check()
    await expect(dialog.getByRole('status').first()).toContainText('1 baris dilangkau.')
    await look(application, 'results-skipped-ms-light')
    await button(window, 'Import 1 rekod').click()
    await expect(notice(window, '1 rekod prestasi diimport')).toBeVisible()
    expect(reach()).toEqual([1234])
  })

  await test.step('three bad rows keep all out, each with its reason', async () => {
    await button(window, 'Cetak, simpan dan import').click()
    await window.getByRole('menuitem', { name: /^Import prestasi/ }).click()
    await choose(bad)
    await button(window, 'Semak baris').click()
    await expect(dialog.getByRole('listitem').filter({ hasText: /^Baris \d/ })).toHaveText([
      /Baris 2.*“1.2k” telah dibundarkan/,
      /Baris 3.*tiada hantaran bertajuk “Tiada”/,
      /Baris 4.*“x” bukan nombor bulat/,
    ])
    await look(application, 'results-rejected-ms-light')
    expect(reach()).toEqual([1234])
  })

  await test.step('numbers that stand there are replaced visibly, and given back', async () => {
    await button(window, 'Pilih fail lain').click()
    await choose(good)
    await button(window, 'Semak baris').click()
    await expect(dialog).toContainText('1 rekod baharu. 1 rekod sedia ada akan diganti.')
    await expect(dialog).toContainText('Capaian 1,234 → 2,000 · Suka 56 → 60')
    await look(application, 'results-replaced-ms-light')
    await button(window, 'Import 2 rekod').click()
    await expect(notice(window, '2 rekod prestasi diimport')).toBeVisible()
    expect(reach()).toEqual([700, 2000])
    await button(window, 'Buat asal').last().click()
    await expect(notice(window, /^Import dibatalkan: 2 rekod/)).toBeVisible()
    expect(reach()).toEqual([1234])
  })

  await test.step('the list stands in the order of what was reached, and says it', async () => {
    await toView(application, 'Senarai')
    await button(window, 'Semua').first().click()
    await window.getByRole('combobox', { name: 'Susun ikut' }).selectOption('Capaian')
    await button(window, 'Susunan menaik').click()
    await expect(window.getByRole('columnheader', { name: 'Capaian' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    const first = window.locator('[data-row="0"]')
    await expect(first).toContainText('Amaran banjir')
    await expect(first).toContainText('1,234')
    await look(application, 'results-list-ms-light')
  })

  await test.step('posts that wait for a decision are printed together, each on its own sheet', async () => {
    change(`update post set status = 'in-review'`)
    await window.getByRole('combobox', { name: 'Susun ikut' }).selectOption('Tajuk')
    // Rows change places with the order: one is chosen where it stands then.
    await expect(window.locator('[data-row="0"]')).toContainText('Jambatan dibuka')
    for (const title of ['Amaran banjir', 'Jambatan dibuka']) {
      await window.getByRole('checkbox', { name: `Pilih ${title}` }).check()
    }
    await button(window, 'Cetak borang kelulusan (2)').click()
    expect(await previewIsThere(window)).toBe(2)
    const pages = await savedPages(application, 'approval-sheets')
    for (const post of rows<{ title: string; hash: string }>(
      'select title, content_hash as hash from post',
    )) {
      expect(pageWith(pages, post.title).replaceAll(/\s/g, '')).toContain(post.hash)
    }
    await closePreview(application)
  })
})

test('the computer tells what is due in numbers, once, and a click leads to the board', async ({
  application,
  folder,
}) => {
  test.setTimeout(180_000)
  const { window, electron } = application
  const rows = <T>(query: string) => readRows<T>(folder, office.passphrase, query)
  await useOfficeScreen(application)
  await electron.evaluate(({ Notification }) => {
    const shown: unknown[] = []
    Object.assign(globalThis, { shownNotices: shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show() {
      shown.push(this)
    }
  })
  const shown = () =>
    electron.evaluate(() => {
      const { shownNotices } = globalThis as unknown as { shownNotices: Electron.Notification[] }
      return shownNotices.map(({ title, body }) => ({ title, body }))
    })
  await enter(window)
  const now = malaysia()
  await plan(application, 'Rahsia sehingga terbit', now.slice(0, 10))
  await goTo(window, 'Tetapan', 'Peringatan')
  await window.getByLabel('Sebelum waktu terbit').fill('240')
  await look(application, 'reminders-ms-light')
  await button(window, 'Simpan').click()
  await expect(notice(window, 'Peringatan disimpan')).toBeVisible()
  // An hour from now, or the last minute of the day.
  const later = new Date(Date.parse(now) + 3_600_000).toISOString()
  const time = later.slice(0, 10) === now.slice(0, 10) ? later.slice(11, 16) : '23:59'
  changeRows(folder, office.passphrase, `update post set status = 'ready', time = '${time}'`)
  const body = `1 hantaran perlu diterbitkan pada ${time}`
  await expect.poll(shown, { timeout: 60_000 }).toContainEqual({ title: 'Papan hari ini', body })
  expect(JSON.stringify(await shown())).not.toContain('Rahsia')
  expect(
    rows<{ value: string }>(`select value from person_memory where name = 'reminders'`)[0]?.value,
  ).toContain(`slot ${time}`)
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.minimize()
    const { shownNotices } = globalThis as unknown as { shownNotices: Electron.Notification[] }
    shownNotices.at(-1)?.emit('click', { preventDefault: () => undefined })
  })
  await expect(window.getByRole('heading', { name: 'Papan Pemuka' })).toBeVisible()
  const again = (await shown()).filter((each) => each.body === body)
  expect(again).toHaveLength(1)

  await test.step('what is held stands apart, as not to be published', async () => {
    await expect(window.getByRole('region', { name: /^Untuk diterbitkan/ })).toBeVisible()
    await goTo(window, 'Nota dan tempoh sekatan')
    await button(window, 'Gantung semua').click()
    const dialog = window.getByRole('dialog')
    await dialog.getByLabel('Sebab').fill('Banjir besar di Pantai Timur')
    await dialog.getByRole('button', { name: 'Gantung semua' }).click()
    await expect(window.getByText('Semua penerbitan digantung sejak').first()).toBeVisible()
    await goTo(window, 'Papan Pemuka')
    const held = window.getByRole('region', { name: /^Ditahan: jangan terbitkan/ })
    await expect(held).toContainText('Rahsia sehingga terbit')
    await expect(window.getByRole('region', { name: /^Untuk diterbitkan/ })).toHaveCount(0)
    await look(application, 'board-held-ms-light')
  })
  expect(application.complaints).toEqual([])
})
