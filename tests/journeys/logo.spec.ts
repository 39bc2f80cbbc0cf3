import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/launch.ts'
import { open, plain } from '../support/pictures.ts'
import { button, completeFirstRun, field, goTo, office, unlock } from '../support/startActions.ts'

const size = { width: 240, height: 96 }
const green: [number, number, number] = [0, 122, 61]

/** Chooses a file as the button asks for one. */
async function choose(page: Page, label: string, path: string): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await button(page, label).click()
  const chooser = await asked
  expect(chooser.isMultiple()).toBe(false)
  await chooser.setFiles(path)
}

/** Size and middle pixel of each picture of the logo that is shown. */
async function shownLogos(page: Page): Promise<unknown[]> {
  const logos = page.getByRole('img', { name: 'Logo unit' })
  await expect(logos).toHaveCount(2)
  return logos.evaluateAll((images) =>
    Promise.all(
      images.map(async (image) => {
        if (!(image instanceof HTMLImageElement)) return null
        await image.decode()
        const { naturalWidth: width, naturalHeight: height } = image
        const drawing = new OffscreenCanvas(width, height).getContext('2d')
        drawing?.drawImage(image, 0, 0)
        const middle = drawing?.getImageData(width / 2, height / 2, 1, 1).data ?? []
        return { width, height, middle: [...middle].slice(0, 3) }
      }),
    ),
  )
}

test('a unit chooses its logo at the first run and finds it again', async ({ start, folder }) => {
  const logo = join(folder, 'logo.png')
  await open(plain(size, green)).png().toFile(logo)
  const note = join(folder, 'nota.png')
  writeFileSync(note, 'Ini teks, bukan imej.')
  const asDrawn = { ...size, middle: green }

  const first = await start()
  await expect(field(first.window, 'Nama unit')).toBeVisible()
  await choose(first.window, 'Pilih logo', note)
  await expect(
    first.window.getByText('Fail ini bukan PNG atau JPEG. Pilih fail lain.'),
  ).toBeVisible()
  await choose(first.window, 'Pilih logo', logo)
  expect(await shownLogos(first.window)).toEqual([asDrawn, asDrawn])
  await completeFirstRun(first.window)
  expect(first.complaints).toEqual([])
  await first.close()

  const second = await start()
  await unlock(second.window)
  await goTo(second.window, 'Tetapan', 'Pejabat')
  await expect(field(second.window, 'Nama unit')).toHaveValue(office.unitName)
  expect(await shownLogos(second.window)).toEqual([asDrawn, asDrawn])
  expect(second.complaints).toEqual([])
})
