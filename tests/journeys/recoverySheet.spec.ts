import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerDialog, shellHasAnswered } from '../support/dialogs.ts'
import { expect, mainWindow, test, type Application } from '../support/launch.ts'
import { pagesOf } from '../support/readPdf.ts'
import { button, fillFirstRun, office, proveCode } from '../support/startActions.ts'

/** Stands in for the printer; says how often, and with which options, it was asked. */
async function replacePrinter(application: Application) {
  const window = await mainWindow(application)
  const asked = await window.evaluateHandle((browser) => {
    const options: unknown[] = []
    Object.assign(browser.webContents, {
      print: (wanted: unknown, done: (success: boolean, why: string) => void) => {
        options.push(wanted)
        done(true, '')
      },
    })
    return options
  })
  return { options: () => asked.jsonValue() }
}

test('the recovery sheet is printed, and saved as a PDF that bears the code', async ({
  newApplication: application,
  folder,
}) => {
  const { window } = application
  const printer = await replacePrinter(application)
  const code = await fillFirstRun(window)
  const saved = window.getByText('Helaian pemulihan disimpan').first()

  await button(window, 'Cetak helaian').click()
  await expect.poll(() => printer.options()).toEqual([{ silent: false, printBackground: true }])

  const place = join(folder, 'peti besi')
  mkdirSync(place)
  const path = join(place, 'Helaian JKR.pdf')
  const cancelled = { canceled: true, filePath: '' }
  const refused = await answerDialog(application, 'showSaveDialog', cancelled)
  await button(window, 'Simpan sebagai PDF').click()
  await expect.poll(() => refused.options()).toHaveLength(1)
  await shellHasAnswered(application)
  await expect(saved).toHaveCount(0)
  expect(readdirSync(place)).toEqual([])

  const asked = await answerDialog(application, 'showSaveDialog', {
    canceled: false,
    filePath: path,
  })
  await button(window, 'Simpan sebagai PDF').click()
  await expect(saved).toBeVisible()
  expect(readdirSync(place)).toEqual(['Helaian JKR.pdf'])
  expect(await asked.options()).toEqual([
    {
      title: 'Simpan sebagai PDF',
      defaultPath: expect.stringMatching(/[\\/]helaian-kod-pemulihan\.pdf$/),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    },
  ])

  expect(readFileSync(path).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  const pages = await pagesOf(readFileSync(path))
  expect(pages).toHaveLength(1)
  expect(code).toMatch(/^\S{4}( \S{4}){7}$/)
  expect(pages[0]).toContain(code)
  expect(pages[0]).toContain(`Helaian kod pemulihan Unit ${office.unitName}`)
  expect(pages[0]).not.toContain('Cetak helaian')

  await proveCode(window, code)
  expect(application.complaints).toEqual([])
})
