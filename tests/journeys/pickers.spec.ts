import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerDialog, shellHasAnswered } from '../support/dialogs.ts'
import { checkEnds, row } from '../support/imageActions.ts'
import { drawFewImages } from '../support/imageFolder.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { button, enter } from '../support/startActions.ts'

const cancelled = { canceled: true, filePaths: [] }

/** All there is to read, spoken sentences included, once the shell has answered what was asked. */
async function readAll(application: Application): Promise<string> {
  await shellHasAnswered(application)
  return application.window.locator('body').innerText()
}

test('images and folders come in by the pickers of the system; cancelled, nothing happens', async ({
  application,
  folder,
}) => {
  const { window } = application
  await enter(window)
  const inFolder = join(folder, 'majlis')
  const [open = '', , small = ''] = await drawFewImages(join(inFolder, 'dalam'))
  writeFileSync(join(inFolder, 'Nota.txt'), 'Senarai tetamu')
  mkdirSync(join(inFolder, '.tersembunyi'))
  writeFileSync(join(inFolder, '.tersembunyi', 'Lama.jpg'), '')

  await test.step('cancelled, the screen stays as it was', async () => {
    await expect(window.getByText('Belum ada imej disemak')).toBeVisible()
    const before = await readAll(application)
    const asked = await answerDialog(application, 'showOpenDialog', cancelled)
    await button(window, 'Tambah imej').last().click()
    await button(window, 'Tambah folder').last().click()
    await expect.poll(() => asked.options()).toHaveLength(2)
    expect(await readAll(application)).toBe(before)
  })

  await test.step('images', async () => {
    const answer = { canceled: false, filePaths: [open, small] }
    const asked = await answerDialog(application, 'showOpenDialog', answer)
    await button(window, 'Tambah imej').last().click()
    await checkEnds(window, 2)
    await expect(row(window, 'Open road.png')).toContainText('Lulus')
    await expect(row(window, 'Small.png')).toContainText('Ditolak')
    expect(await asked.options()).toEqual([
      {
        title: 'Pilih imej untuk disemak',
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: 'Imej', extensions: expect.arrayContaining(['jpg', 'png', 'webp', 'heic']) },
          { name: 'Semua fail', extensions: ['*'] },
        ],
      },
    ])
  })

  await test.step('a folder, with what lies deep in it', async () => {
    const answer = { canceled: false, filePaths: [inFolder] }
    const asked = await answerDialog(application, 'showOpenDialog', answer)
    await button(window, 'Tambah folder').click()
    await checkEnds(window, 4)
    await expect(row(window, 'Closed road.png')).toContainText('Lulus')
    await expect(row(window, 'Nota.txt')).toContainText('Tidak boleh dibaca')
    expect(await asked.options()).toEqual([
      {
        title: 'Pilih folder imej untuk disemak',
        properties: ['openDirectory', 'multiSelections'],
      },
    ])
  })

  await test.step('cancelled over a list, the list stays', async () => {
    const before = await readAll(application)
    const asked = await answerDialog(application, 'showOpenDialog', cancelled)
    await button(window, 'Tambah imej').click()
    await expect.poll(() => asked.options()).toHaveLength(1)
    expect(await readAll(application)).toBe(before)
    const batches = window.getByRole('combobox', { name: 'Kelompok' })
    await expect(batches.getByRole('option', { includeHidden: true })).toHaveCount(2)
  })
  expect(application.complaints).toEqual([])
})
