import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cellsOf } from '../support/cells.ts'
import { line } from '../support/complaintActions.ts'
import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { savedWhen } from '../support/printActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { registerCsv, registerHeads, registerRows } from '../support/registerSheet.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { workbookOf } from '../support/sheets.ts'
import { button, enter, goTo, office } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('a register of 1 000 rows is checked, corrected, brought in and taken out again', async ({
  application,
  folder,
}) => {
  test.setTimeout(240_000)
  const { window } = application
  const rows = <T>(query: string) => readRows<T>(folder, office.passphrase, query)
  const count = (where = '1 = 1') => rows(`select id from complaint where ${where}`).length
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Daftar Aduan')
  const sheets = join(folder, 'daftar')
  mkdirSync(sheets)
  const [bad, good] = [join(sheets, 'daftar silap.xlsx'), join(sheets, 'daftar 2025.csv')]
  const mistakes = {
    7: { what: '' },
    30: { received: '31/4/2025' },
    120: { channel: 'Friendster' },
    501: { oldReference: 'A-500/2025' },
    650: { agency: 'Agensi angkasa', forwarded: '' },
    999: { name: '' },
  }
  await writeFile(bad, await workbookOf(registerHeads, registerRows(1_000, mistakes)))
  await writeFile(good, registerCsv(registerHeads, registerRows(1_000)))
  const dialog = window.getByRole('dialog')
  const choose = (path: string) =>
    window.locator('input[type=file][accept*=xlsx]').setInputFiles(path)

  await test.step('the columns are matched by themselves and can be corrected', async () => {
    await button(window, 'Import daftar lama…').click()
    await expect(dialog).toContainText('paling banyak 50,000 baris')
    await look(application, 'complaint-import-file-ms-light')
    await choose(bad)
    await expect(dialog).toContainText('daftar silap.xlsx: 1,000 baris')
    await expect(dialog.getByLabel('Lajur Sumber Aduan')).toHaveValue('channel')
    await dialog.getByLabel('Lajur Keterangan Aduan').selectOption('Abaikan')
    await expect(dialog.getByRole('alert')).toHaveText(
      'Padankan satu lajur dengan Butiran aduan dan satu dengan Tarikh terima.',
    )
    await dialog.getByLabel('Lajur Keterangan Aduan').selectOption('Butiran aduan')
    await look(application, 'complaint-import-columns-ms-light')
  })

  await test.step('six bad rows keep all out, each with its reason', async () => {
    await button(window, 'Semak baris').click()
    await expect(dialog.getByRole('alert')).toContainText('6 baris perlu dibetulkan.')
    await expect(dialog.getByRole('listitem').filter({ hasText: /^Baris/ })).toHaveText([
      /Baris 8.*Butiran aduan kosong/,
      /Baris 31.*“31\/4\/2025” bukan tarikh/,
      /Baris 121.*saluran “Friendster” tiada dalam senarai/,
      /Baris 502.*sudah ada pada baris 501/,
      /Baris 651.*agensi “Agensi angkasa” tiada dalam senarai/,
      /Baris 1000.*tiada nama pengadu/,
    ])
    await look(application, 'complaint-import-rejected-ms-light')
    const csv = await savedWhen(application, 'baris-ditolak.csv', () =>
      button(window, 'Simpan senarai (CSV)').click(),
    )
    expect(cellsOf(csv.toString('utf8').slice(1)).map(([row]) => row)).toEqual([
      ...['Baris', '8', '31', '121', '502', '651', '1000'],
    ])
    expect(count()).toBe(0)
  })

  await test.step('the corrected register comes in under the numbers of this year', async () => {
    await button(window, 'Pilih fail lain').click()
    await choose(good)
    await button(window, 'Semak baris').click()
    await expect(dialog.getByRole('status').first()).toContainText('1,000 aduan sedia diimport.')
    await look(application, 'complaint-import-sound-ms-light')
    await button(window, 'Import 1,000 aduan').click()
    await expect(notice(window, '1,000 aduan diimport')).toBeVisible({ timeout: 60_000 })
    expect(count()).toBe(1_000)
    expect(
      rows(`select max(serial) as last, count(distinct serial) as all_of from complaint`),
    ).toEqual([{ last: 1_000, all_of: 1_000 }])
    // Who comes up in several rows is one person.
    expect(rows(`select count(*) as people from complainant`)).toEqual([{ people: 360 }])
  })

  await test.step('one is found by its old number; its timeline says where it came from', async () => {
    await window.keyboard.press('/')
    await window.keyboard.type('A-35/2025')
    await expect(line(window, 'Lubang nombor 35')).toBeVisible()
    await line(window, 'Lubang nombor 35').click()
    const pane = window.getByRole('complementary')
    await expect(pane).toContainText('A-35/2025')
    await expect(pane).toContainText('Diimport daripada daftar lama dengan status selesai')
    await look(application, 'complaint-imported-ms-light')
    await window.keyboard.press('Escape')
  })

  await test.step('all of it goes again; the numbers stay taken', async () => {
    await button(window, 'Import daftar lama…').click()
    await expect(dialog).toContainText('daftar 2025.csv')
    await button(window, 'Batalkan import').click()
    await expect(notice(window, /^Import dibatalkan: 1,000 aduan/)).toBeVisible({ timeout: 60_000 })
    await expect(dialog).toContainText('Telah dibatalkan')
    expect(count(`status <> 'voided'`)).toBe(0)
    expect(count()).toBe(1_000)
  })

  await test.step('the same in English and in the dark', async () => {
    await window.keyboard.press('Escape')
    await window.emulateMedia({ colorScheme: 'dark' })
    await expect(window.locator('dialog')).toHaveCount(0)
    await window.keyboard.press('Control+k')
    await window.keyboard.type('English')
    await window.keyboard.press('Enter')
    await button(window, 'Import an old register…').click()
    await choose(bad)
    await look(application, 'complaint-import-columns-en-dark')
    await button(window, 'Check the rows').click()
    await expect(dialog.getByRole('alert')).toContainText('6 rows need correcting.')
    await look(application, 'complaint-import-rejected-en-dark')
  })
  expect(application.complaints).toEqual([])
})
