import { join } from 'node:path'
import { checkEnds, dropFiles } from '../support/imageActions.ts'
import { drawFewImages } from '../support/imageFolder.ts'
import { expect, test } from '../support/launch.ts'
import { closePreview, previewIsThere, savedPages } from '../support/printActions.ts'
import { pagesOf } from '../support/readPdf.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter } from '../support/startActions.ts'

test('what is printed is the PDF, page for page; a failure can be tried again', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000)
  const application = await start({ begun: true, failuresExpected: true })
  const { window, electron } = application
  await useOfficeScreen(application)
  await enter(window)
  await dropFiles(window, await drawFewImages(join(folder, 'few')))
  await checkEnds(window, 3)

  await test.step('a PDF that cannot be made is said, with its reference', async () => {
    await electron.evaluate(({ app }) => {
      app.once('web-contents-created', (_event, contents) => {
        contents.printToPDF = () => Promise.reject(new Error('no PDF'))
      })
    })
    await window.keyboard.press('Control+p')
    const failure = window.getByRole('dialog').getByRole('alert')
    await expect(failure).toContainText('Rujukan:')
    await picture(application, 'print-failed-ms-light')
    await expect(button(window, 'Simpan PDF')).toBeDisabled()
    await button(window, 'Cuba semula').click()
    await previewIsThere(window)
  })

  await test.step('the pages on paper are those of the preview', async () => {
    await electron.evaluate(({ BrowserWindow }) => {
      const [own] = BrowserWindow.getAllWindows()
      if (own === undefined) throw new Error('There is no window')
      const { webContents } = own
      webContents.print = (_options, done) => {
        void webContents.printToPDF({ preferCSSPageSize: true }).then((pdf) => {
          Object.assign(globalThis, { printed: pdf.toString('base64') })
          done?.(true, '')
        })
      }
    })
    const saved = await savedPages(application, 'batch-few')
    await expect(button(window, 'Cetak')).toBeEnabled()
    await window.keyboard.press('Control+p')
    await expect(window.getByText('Dokumen telah dihantar ke pencetak.')).toBeVisible()
    const printed = await electron.evaluate(() => String(Reflect.get(globalThis, 'printed')))
    expect(await pagesOf(Buffer.from(printed, 'base64'))).toHaveLength(saved.length)
    // Nothing of it stays in the page.
    await expect(window.locator('.paper')).toHaveCount(0)
  })

  await test.step('paper stays light where the window is dark', async () => {
    await window.emulateMedia({ colorScheme: 'dark' })
    await window.getByRole('dialog').getByRole('button', { name: 'EN', exact: true }).click()
    await previewIsThere(window)
    await picture(application, 'print-preview-ms-dark')
    await expectAccessible(application)
    const corner = await window.evaluate(() => {
      const canvas = document.querySelector('canvas')
      return [...(canvas?.getContext('2d')?.getImageData(4, 4, 1, 1).data ?? [])]
    })
    expect(corner).toEqual([255, 255, 255, 255])
  })

  await test.step('what is given up leaves no hidden page', async () => {
    await closePreview(application)
    await window.keyboard.press('Control+p')
    await expect(window.getByRole('dialog')).toBeVisible()
    await window.keyboard.press('Escape')
    await expect
      .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(1)
  })
})
