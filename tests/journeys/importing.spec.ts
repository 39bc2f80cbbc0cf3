import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cellsOf } from '../support/cells.ts'
import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { savedWhen } from '../support/printActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { planHeads, planRows, workbookOf } from '../support/sheets.ts'
import { button, enter, goTo, office } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('a sheet of 200 rows is checked, corrected, brought in and taken out again', async ({
  application,
  folder,
}) => {
  test.setTimeout(180_000)
  const { window } = application
  const rows = <T>(query: string) => readRows<T>(folder, office.passphrase, query)
  const there = () => rows(`select id from post where trashed_at is null`).length
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Kalendar')
  const [label = '', otherLabel = ''] = rows<{ channel: string; handle: string }>(
    'select channel, handle from account order by channel, handle limit 2',
  ).map(({ channel, handle }) => `${channel} @${handle}`)
  const sheets = join(folder, 'jadual')
  mkdirSync(sheets)
  const [bad, good] = [join(sheets, 'pelan silap.xlsx'), join(sheets, 'pelan 2026.xlsx')]
  const mistakes = {
    7: { 2: '' },
    30: { 0: '31/4/2026' },
    31: { 1: 'lewat malam' },
    120: { 3: 'Friendster' },
    200: { 4: 'Komik' },
  }
  await writeFile(bad, await workbookOf(planHeads, planRows(200, label, mistakes)))
  await writeFile(good, await workbookOf(planHeads, planRows(200, label)))
  const dialog = window.getByRole('dialog')
  const choose = (path: string) =>
    window.locator('input[type=file][accept*=xlsx]').setInputFiles(path)

  await test.step('the columns are matched by themselves and can be corrected', async () => {
    await button(window, 'Cetak, simpan dan import').click()
    await window.getByRole('menuitem', { name: 'Import daripada Excel atau CSV…' }).click()
    await look(application, 'import-file-ms-light')
    await choose(bad)
    await expect(dialog).toContainText('pelan silap.xlsx: 200 baris')
    await expect(dialog.getByLabel('Lajur Platform')).toHaveValue('accounts')
    await dialog.getByLabel('Lajur Tajuk').selectOption('Abaikan')
    await expect(dialog.getByRole('alert')).toHaveText('Padankan satu lajur dengan Tajuk.')
    await dialog.getByLabel('Lajur Tajuk').selectOption('Tajuk')
    await look(application, 'import-columns-ms-light')
  })

  await test.step('five bad rows keep all out, each with its reason', async () => {
    await button(window, 'Semak baris').click()
    await expect(dialog.getByRole('alert')).toContainText('5 baris perlu dibetulkan.')
    await expect(dialog.getByRole('listitem').filter({ hasText: /^Baris/ })).toHaveText([
      /Baris 8.*Tajuk kosong/,
      /Baris 31.*“31\/4\/2026” bukan tarikh/,
      /Baris 32.*“lewat malam” bukan masa/,
      /Baris 121.*akaun “Friendster” tidak dikenali/,
      /Baris 201.*jenis “Komik” tidak dikenali/,
    ])
    await look(application, 'import-rejected-ms-light')
    const csv = await savedWhen(application, 'baris-ditolak.csv', () =>
      button(window, 'Simpan senarai (CSV)').click(),
    )
    expect(cellsOf(csv.toString('utf8').slice(1)).map(([row]) => row)).toEqual([
      ...['Baris', '8', '31', '32', '121', '201'],
    ])
    expect(there()).toBe(0)
  })

  await test.step('the corrected sheet comes in, and goes again', async () => {
    await button(window, 'Pilih fail lain').click()
    await choose(good)
    await button(window, 'Semak baris').click()
    await expect(dialog.getByRole('status')).toContainText('200 baris sedia diimport.')
    await look(application, 'import-sound-ms-light')
    await button(window, 'Import 200 hantaran').click()
    await expect(notice(window, '200 hantaran diimport')).toBeVisible({ timeout: 30_000 })
    expect(there()).toBe(200)
    await button(window, 'Buat asal').click()
    await expect(notice(window, /^Import dibatalkan: 200 hantaran/)).toBeVisible()
    expect(there()).toBe(0)
  })

  await test.step('what came out before comes in published, its rows joined by their number', async () => {
    const past = join(sheets, 'lepas.csv')
    const lines = [
      'No. hantaran,Tajuk,Tarikh,Akaun,Status,URL',
      `1,Pembukaan FT04 Grik-Jeli,5/1/2015,${label},Diterbitkan,https://www.facebook.com/jkr/1`,
      `1,,6/1/2015,${otherLabel},,https://x.com/jkr/1`,
      `2,Parkir HKL,9/3/2015,${label},Diluluskan,`,
    ]
    await writeFile(past, lines.join('\n'))
    await button(window, 'Cetak, simpan dan import').click()
    await window.getByRole('menuitem', { name: 'Import daripada Excel atau CSV…' }).click()
    await choose(past)
    await button(window, 'Semak baris').click()
    await expect(dialog.getByRole('listitem').filter({ hasText: /^Baris/ })).toHaveText([
      /Baris 4.*“Diluluskan” memerlukan kelulusan dalam kalendar ini/,
    ])
    await expect(dialog.getByRole('status')).toHaveText([
      '3 baris sedia diimport. 3 baris menjadi 2 hantaran.',
      '1 baris akan masuk sebagai draf.',
    ])
    await look(application, 'import-joined-ms-light')
    await button(window, 'Import 2 hantaran').click()
    await expect(notice(window, '2 hantaran diimport')).toBeVisible({ timeout: 30_000 })
    expect(rows(`select status from post where title = 'Parkir HKL'`)).toEqual([
      { status: 'draft' },
    ])
    expect(
      rows(
        `select p.status, q.day, q.url from post p join post_publication q on q.post_id = p.id
         where p.trashed_at is null order by q.day`,
      ),
    ).toEqual([
      { status: 'published', day: '2015-01-05', url: 'https://www.facebook.com/jkr/1' },
      { status: 'published', day: '2015-01-06', url: 'https://x.com/jkr/1' },
    ])
  })

  await test.step('the same in English and in the dark', async () => {
    await window.emulateMedia({ colorScheme: 'dark' })
    await window.keyboard.press('Control+k')
    await window.keyboard.type('English')
    await window.keyboard.press('Enter')
    await button(window, 'Print, save and import').click()
    await window.getByRole('menuitem', { name: 'Import from Excel or CSV…' }).click()
    await expect(dialog).toContainText('Undone')
    await look(application, 'import-file-en-dark')
    await choose(bad)
    await look(application, 'import-columns-en-dark')
    await button(window, 'Check the rows').click()
    await expect(dialog.getByRole('alert')).toContainText('5 rows need correcting.')
    await look(application, 'import-rejected-en-dark')
  })
})
