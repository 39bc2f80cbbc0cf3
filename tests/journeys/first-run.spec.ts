import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/launch.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import {
  button,
  completeFirstRun,
  field,
  fillFirstRun,
  office,
  proveCode,
  unlock,
} from '../support/startActions.ts'

test('a unit sets up its workspace, prints its recovery sheet and proves it by typing', async ({
  newApplication: application,
}) => {
  const { window, electron, folder } = application
  await useOfficeScreen(application)
  await expect(field(window, 'Nama unit')).toBeVisible()
  await picture(application, 'first-run-unit-ms-light')
  await expectAccessible(application)

  await button(window, 'Seterusnya').click()
  await expect(window.getByText('Isi nama unit.')).toBeVisible()
  await expect(field(window, 'Nama unit')).toBeFocused()

  const code = await fillFirstRun(window)
  await picture(application, 'first-run-code-ms-light')
  await expectAccessible(application)

  // The sheet as the printer gets it: one A4 page that bears the code, and not the screen.
  const pages = await electron.evaluate(async ({ BrowserWindow }) => {
    const [browser] = BrowserWindow.getAllWindows()
    const pdf = await browser?.webContents.printToPDF({ preferCSSPageSize: true })
    return pdf?.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
  })
  expect(pages).toBe(1)
  await window.emulateMedia({ media: 'print' })
  await expect(window.locator('.paper')).toBeVisible()
  await expect(window.locator('#app')).toBeHidden()
  expect((await window.locator('.paper .code span').allInnerTexts()).join(' ')).toBe(code)
  await picture(application, 'recovery-sheet-ms')
  await window.emulateMedia({ media: 'screen' })

  await button(window, 'Seterusnya').click()
  await field(window, 'Kod daripada helaian').fill('0000 0000')
  await button(window, 'Cipta ruang kerja').click()
  await expect(window.getByText('tidak sama dengan kod pada helaian')).toBeVisible()
  expect(existsSync(join(folder, 'kunci.json'))).toBe(false)
  await expectAccessible(application)

  await button(window, 'Lihat kod semula').click()
  await proveCode(window, code.toLowerCase().replaceAll(' ', '-'))
  await expect(window.getByText(`${office.name} (${office.post})`)).toBeVisible()
  expect(application.complaints).toEqual([])

  // Nothing of what was typed lies readable on the disk.
  const database = join(folder, 'ruang-kerja.db')
  expect(statSync(database).size).toBeGreaterThan(0)
  const bytes = readFileSync(database)
  for (const secret of [office.name, office.unitName, office.passphrase, 'SQLite format 3']) {
    expect(bytes.includes(Buffer.from(secret))).toBe(false)
  }
})

test('the passphrase opens the workspace again, a wrong one does not', async ({ start }) => {
  const first = await start()
  await completeFirstRun(first.window)
  await first.close()

  const again = await start()
  await useOfficeScreen(again)
  await unlock(again.window, 'bukan frasa laluan ini')
  await expect(again.window.getByText('Frasa laluan tidak betul')).toBeVisible()
  await expect(field(again.window, 'Frasa laluan')).toHaveValue('bukan frasa laluan ini')
  await picture(again, 'unlock-wrong-ms-light')
  await expectAccessible(again)
  await unlock(again.window)
  await expect(again.window.getByText(`${office.name} (${office.post})`)).toBeVisible()
})

test('the recovery code opens the workspace and makes way for a new passphrase', async ({
  start,
}) => {
  const first = await start()
  const code = await completeFirstRun(first.window)
  await first.close()

  const second = await start()
  await button(second.window, 'Guna kod pemulihan').click()
  await field(second.window, 'Kod pemulihan').fill(code)
  await button(second.window, 'Buka').click()
  await expect(second.window.getByText('Tetapkan frasa laluan baharu')).toBeVisible()
  await expectAccessible(second)
  await field(second.window, 'Frasa laluan baharu').fill('payung biru di atas meja')
  await field(second.window, 'Frasa laluan sekali lagi').fill('payung biru di atas meja')
  await button(second.window, 'Tetapkan').click()
  await expect(second.window.getByText(`${office.name} (${office.post})`)).toBeVisible()
  await second.close()

  const third = await start()
  await unlock(third.window)
  await expect(third.window.getByText('Frasa laluan tidak betul')).toBeVisible()
  await unlock(third.window, 'payung biru di atas meja')
  await expect(third.window.getByText(`${office.name} (${office.post})`)).toBeVisible()
})

test('a data folder that cannot be opened is explained, and nothing in it is touched', async ({
  start,
  folder,
}) => {
  const application = await start({ broken: 'key-file-damaged' })
  await useOfficeScreen(application)
  const { window } = application
  await expect(window.getByText('Ruang kerja tidak dapat dibuka')).toBeVisible()
  await expect(window.getByText('Pulihkan fail kunci daripada sandaran')).toBeVisible()
  await picture(application, 'start-failed-ms-light')
  await expectAccessible(application)
  expect(readFileSync(join(folder, 'kunci.json'), 'utf8')).toBe('{"format":')
})
