import type {} from '../support/clientInPage.ts'
import { fillRegister } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { cellsOf } from '../support/cells.ts'
import { expect, test } from '../support/launch.ts'
import { closePreview, openPreview, savedBy, savedPages } from '../support/printActions.ts'
import { unbroken } from '../support/readPdf.ts'
import { quarters } from '../support/quarters.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, goTo, unlock } from '../support/startActions.ts'

const name = 'Kempen pematuhan akaun'

test('all accounts are assessed in one go, stopped once, and again for the next quarter', async ({
  start,
  folder,
}) => {
  test.setTimeout(300_000)
  await fillRegister(await start(), 6)
  // Complaints of the quarter before, on the first account of the register: one answered in time.
  const [from] = quarters().before
  changeRows(
    folder,
    passphrase,
    `update complaint set account_id = (select id from account order by place limit 1),
       received_day = '${from}', received_at = '${from}T02:00:00.000Z', status = 'new',
       responded_at = null, settled_at = null`,
  )
  changeRows(
    folder,
    passphrase,
    `update complaint set responded_at = '${from}T04:00:00.000Z'
     where id in (select id from complaint order by number limit 1)`,
  )
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const read = <T>(query: string) => readRows<T>(folder, passphrase, query)
  const count = (table: string) => read<{ n: number }>(`select count(*) as n from ${table}`)[0]?.n
  const look = async (screen: string) => {
    await picture(application, screen)
    await expectAccessible(application)
  }
  const table = window.getByRole('grid', { name: `Penilaian ${name}` })
  const dialog = window.getByRole('dialog')
  // Said in a notice, and aloud.
  const told = (text: string | RegExp) => window.getByText(text).first()
  const accounts = count('account where active = 1') ?? 0
  expect(accounts).toBe(21)

  await test.step('none is there yet; the dialog proposes all accounts and the quarter', async () => {
    await goTo(window, 'Kempen')
    await expect(window.getByText('Belum ada kempen.')).toBeVisible()
    await look('campaigns-none-ms-light')
    await window.keyboard.press('n')
    await expect(dialog.getByText('21 akaun aktif')).toBeVisible()
    const [first, last] = quarters().now
    await expect(dialog.getByLabel('Dari', { exact: true })).toHaveValue(first)
    await expect(dialog.getByLabel('Hingga', { exact: true })).toHaveValue(last)
    await dialog.getByLabel('Nama kempen').fill('')
    await dialog.getByRole('button', { name: 'Mula kempen' }).click()
    await expect(dialog.getByText('Beri nama kempen.')).toBeVisible()
    await dialog.getByLabel('Nama kempen').fill(name)
    await dialog.getByLabel('Unit', { exact: true }).last().check()
    await dialog.getByLabel('Dari', { exact: true }).fill(quarters().before[0])
    await dialog.getByLabel('Hingga', { exact: true }).fill(quarters().before[1])
    await dialog.getByLabel('Tarikh akhir penilaian').fill(quarters().before[1])
    await dialog.getByRole('radio', { name: /^Pilih sendiri/ }).check()
    await dialog.getByLabel('Siti', { exact: true }).check()
    await dialog.getByLabel('Seluruh bahagian').check()
    await look('campaigns-choose-ms-light')
    await dialog.getByLabel('Siti', { exact: true }).uncheck()
    await dialog.getByLabel('Seluruh bahagian').uncheck()
    await dialog.getByRole('radio', { name: /^Semua akaun/ }).check()
    await look('campaigns-start-ms-light')
  })

  await test.step('stopped as soon as it shows, it leaves nothing but what was filled in', async () => {
    // By whoever is quickest: pressed in the moment in which the status bar shows it.
    await window.evaluate(() => {
      new MutationObserver((_, observer) => {
        const cancel = document.querySelector<HTMLButtonElement>(
          'button[aria-label^="Batalkan: Mula"]',
        )
        if (cancel === null) return
        observer.disconnect()
        cancel.click()
      }).observe(document.body, { childList: true, subtree: true })
    })
    await dialog.getByRole('button', { name: 'Mula kempen' }).click()
    await expect(told(`${name} dihentikan. Tiada apa-apa yang dimulakan.`)).toBeVisible()
    expect(['campaign', 'campaign_round', 'assessment', 'assessment_answer'].map(count)).toEqual([
      ...[0, 0, 0, 0],
    ])
  })

  await test.step('started again with what was filled in, it runs to the end', async () => {
    if (!(await dialog.isVisible())) await window.keyboard.press('n')
    await expect(dialog.getByLabel('Nama kempen')).toHaveValue(name)
    await expect(dialog.getByLabel('Dari', { exact: true })).toHaveValue(quarters().before[0])
    await dialog.getByRole('button', { name: 'Mula kempen' }).click()
    await expect(told(`${name} dimulakan: 21 penilaian`)).toBeVisible()
    await expect(table.getByRole('gridcell')).toHaveCount(21)
    expect(count('assessment')).toBe(21)
    const [answered] = read<{ n: number }>(
      'select count(*) as n from assessment_answer where result is not null',
    )
    await expect(
      window.getByText(new RegExp(`^${answered?.n} daripada [\\d,]+ perkara`)),
    ).toBeVisible()
    await expect(window.getByText('Lewat sejak')).toBeVisible()
    await look('campaigns-one-ms-light')
  })

  await test.step('one of them is opened by keys: measured as SQL counts', async () => {
    await table.getByRole('gridcell').first().focus()
    await window.keyboard.press('Enter')
    const first = read<{ handle: string }>('select handle from account order by place limit 1')
    await expect(
      window.getByRole('heading', { level: 1, name: `@${first[0]?.handle}` }),
    ).toBeVisible()
    const [measured] = read<{ kept: number; counted: number }>(
      `select sum(responded_at is not null) as kept, count(*) as counted from complaint`,
    )
    const row = window.getByRole('button', { name: /^KKS F1/ })
    await row.click()
    await expect(window.getByRole('region', { name: 'Ukuran', exact: true })).toContainText(
      `${measured?.kept} daripada ${measured?.counted}`,
    )
    // An answer by hand, for the next round.
    await window.keyboard.press('j')
    await window.getByRole('button', { name: /^Belum dijawab/ }).click()
    await window
      .getByRole('button', { name: /^KKS L|^Melaka 7/ })
      .first()
      .click()
    await window.keyboard.press('1')
    await expect
      .poll(() =>
        count(
          'assessment_answer where control_key not in (select control_key from assessment_measure)',
        ),
      )
      .toBe(1)
  })

  await test.step('from an assessment back to its round', async () => {
    await window.getByRole('button', { name: `${name}, pusingan 1` }).click()
    await expect(table.getByRole('gridcell')).toHaveCount(21)
  })

  await test.step('the board says what waits; the next quarter begins with one click', async () => {
    await goTo(window, 'Papan Pemuka')
    const card = window.getByRole('region', { name: /^Kempen anda/ })
    await expect(card).toContainText('Pusingan seterusnya boleh dimulakan')
    await expect(card).toContainText('21 penilaian belum diluluskan, lewat')
    await look('campaigns-board-ms-light')
    await card.getByRole('button', { name: /Pusingan seterusnya/ }).click()
    await button(window, 'Mula pusingan seterusnya').click()
    // Other days may be chosen; the due day goes with them.
    const [first, last] = quarters().now
    await expect(dialog.getByLabel('Dari', { exact: true })).toHaveValue(first)
    const due = dialog.getByLabel('Tarikh akhir penilaian')
    await dialog.getByLabel('Hingga', { exact: true }).fill(quarters().before[0])
    await expect(dialog.getByText('Hari akhir tidak boleh sebelum hari mula.')).toBeVisible()
    await expect(due).toHaveValue(quarters().before[0])
    await dialog.getByLabel('Hingga', { exact: true }).fill(last)
    await expect(due).toHaveValue(last)
    await look('campaigns-next-ms-light')
    await dialog.getByRole('button', { name: 'Mula pusingan seterusnya' }).click()
    await expect(told(`${name}: Pusingan 2 dimulakan`)).toBeVisible()
    await expect(window.getByRole('button', { name: 'Pusingan 2' })).toHaveAttribute(
      ...(['aria-pressed', 'true'] as const),
    )
    expect(count('assessment')).toBe(42)
    // What was answered by hand came along, to be looked at again.
    expect(
      read(`select result, progress from assessment_answer where progress = 'in-work'`),
    ).toEqual([{ result: 'met', progress: 'in-work' }])
    await look('campaigns-second-ms-light')
  })

  await test.step('measured again as a whole, while it is late', async () => {
    await window.getByRole('button', { name: 'Pusingan 1' }).click()
    changeRows(folder, passphrase, `update complaint set responded_at = received_at`)
    const first = () =>
      read<{ result: string }>(`select result from assessment_answer a join campaign_assessment c
        on c.assessment_id = a.assessment_id where c.place = 0 and control_key = 'jkr-first-response'
        and c.round_id = (select id from campaign_round where number = 1)`)
    const before = first()
    expect(before).not.toEqual([{ result: 'met' }])
    await button(window, 'Ukur semula').click()
    // Shown first, account by account; nothing has changed yet.
    await expect(
      dialog.getByRole('heading', { name: /^Ukuran baharu: \d+ berubah$/ }),
    ).toBeVisible()
    await expect(dialog.getByText(/^21 penilaian terbuka diukur: \d+ ukuran berubah/)).toBeVisible()
    const [handle] = read<{ handle: string }>('select handle from account order by place limit 1')
    const subject = dialog
      .getByRole('group')
      .filter({ hasText: `@${handle?.handle}` })
      .first()
    await expect(subject).toContainText(/Skor \d+% → \d+% \(\+\d+\)/)
    await expect(subject.getByRole('listitem').filter({ hasText: 'KKS F1' })).toContainText(
      '→ Dipatuhi',
    )
    await look('campaigns-measure-ms-light')
    expect(first()).toEqual(before)
    await dialog.getByRole('button', { name: 'Guna ukuran baharu' }).click()
    await expect(told(/^21 penilaian diukur: \d+ ukuran berubah/)).toBeVisible()
    expect(first()).toEqual([{ result: 'met' }])
    // It is put back, and kept after all.
    await window.keyboard.press('Control+z')
    await expect(told(/^Ukuran terdahulu dipulihkan pada \d+ penilaian/)).toBeVisible()
    expect(first()).toEqual(before)
    await button(window, 'Ukur semula').click()
    await dialog.getByRole('button', { name: 'Guna ukuran baharu' }).click()
    await expect.poll(first).toEqual([{ result: 'met' }])
    await expect(dialog).toHaveCount(0)
  })

  await test.step('the round leaves in one file, and as a table, whatever its state', async () => {
    const subjects = read<{ handle: string; answered: number; met: number }>(
      `select handle, (select count(*) from assessment_answer n where n.assessment_id = a.id
           and result is not null) as answered,
         (select count(*) from assessment_answer n where n.assessment_id = a.id
           and result = 'met') as met
       from campaign_assessment c join campaign_round r on r.id = c.round_id
       join assessment a on a.id = c.assessment_id join account on account.id = a.account_id
       where r.number = 1 order by c.place`,
    )
    expect(subjects).toHaveLength(21)
    await openPreview(application)
    const pages = (await savedPages(application, 'kempen-pusingan-1')).map(unbroken)
    const chapterOf = (page: string) =>
      subjects.findIndex(({ handle }, place) =>
        new RegExp(String.raw`(^|\s)${place + 1}\. @${handle} · .* DRAF keluaran 1 `).test(page),
      )
    const chapters = pages.map(chapterOf)
    const first = chapters.indexOf(0)
    expect(first).toBeGreaterThan(0)
    // Every page after the contents says whose it is and that it is a draft, in order.
    expect([...new Set(chapters.slice(first))]).toEqual(subjects.map((_, place) => place))
    expect(chapters.slice(first)).toEqual(chapters.slice(first).toSorted((a, b) => a - b))
    const contents = pages.slice(0, first).join(' ')
    for (const said of ['Pusingan 1', name, 'Isi kandungan', 'Penanggungjawab']) {
      expect(contents).toContain(said)
    }
    const told = [...contents.matchAll(/DRAF keluaran 1 (\d+)/g)].map((match) => Number(match[1]))
    expect(told).toEqual(subjects.map((_, place) => chapters.indexOf(place) + 1))
    const csv = (await savedBy(application, 'Simpan CSV', 'kempen-pusingan-1.csv')).toString('utf8')
    const [heads = [], ...lines] = cellsOf(csv.slice(1))
    const column = (heading: string) => lines.map((line) => line[heads.indexOf(heading)])
    expect(column('Dijawab')).toEqual(subjects.map(({ answered }) => String(answered)))
    expect(column('Dipatuhi')).toEqual(subjects.map(({ met }) => String(met)))
    expect(new Set(column('Keadaan'))).toEqual(new Set(['Dalam penyediaan']))
    await closePreview(application)
    await button(window, 'Cetak dan simpan').click()
    await look('campaigns-print-ms-light')
    await window.keyboard.press('Escape')
  })

  await test.step('changed, withdrawn and brought back', async () => {
    await button(window, 'Tindakan lain').click()
    await window.getByRole('menuitem', { name: 'Ubah kempen' }).click()
    await dialog.getByLabel('Nama kempen').fill('Kempen suku tahun')
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('Kempen suku tahun')
    await button(window, 'Tindakan lain').click()
    await window.getByRole('menuitem', { name: 'Batalkan kempen' }).click()
    await expect(window.getByText('Belum ada kempen.')).toBeVisible()
    expect(count('assessment where removed_at is null')).toBe(0)
    await window.keyboard.press('Control+z')
    await expect(window.getByRole('gridcell')).toContainText('Kempen suku tahun')
    expect(count('assessment where removed_at is null')).toBe(42)
    await look('campaigns-list-ms-light')
  })

  await test.step('in English and dark', async () => {
    await window.getByRole('gridcell').click()
    for (const text of ['tukar english', 'dark']) {
      await expect(window.locator('dialog')).toHaveCount(0)
      await window.keyboard.press('Control+k')
      await window.keyboard.type(text)
      await window.keyboard.press('Enter')
    }
    await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(window.getByText('Every quarter')).toBeVisible()
    await look('campaigns-en-dark')
  })
  expect(application.complaints).toEqual([])
})
