import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { checkEnds, dropFiles, openRow, row } from '../support/imageActions.ts'
import { expect, test } from '../support/launch.ts'
import { drawPoster, open, posterText, scene } from '../support/pictures.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter } from '../support/startActions.ts'

/** A photo, and a poster made with it: a card lies over most of it. */
async function drawPictures(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const photo = await scene(31, { width: 1600, height: 1000 })
  const paths = [join(folder, 'Foto jambatan.jpg'), join(folder, 'Poster jambatan.jpg')] as const
  await open(photo).jpeg({ quality: 92 }).toFile(paths[0])
  const text = posterText(1)
  const drawn = await drawPoster({ template: 'card', style: 3, textSize: 26, text, photo })
  const { data, width, height, channels } = drawn
  await sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 85 }).toFile(paths[1])
  return [...paths]
}

test('a poster waits beside the photo it was made with, until a person says what it is', async ({
  application,
  folder,
}) => {
  test.setTimeout(180_000)
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await dropFiles(window, await drawPictures(join(folder, 'jambatan')))
  await checkEnds(window, 2)
  const details = await openRow(window, 'Poster jambatan.jpg')
  await expect(details).toContainText('Bahagian gambar yang sama')
  await expect(details).toContainText('memaparkan bahagian gambar yang sama')
  await expectAccessible(application)
  await picture(application, 'images-part-ms-light')
  await button(window, 'Putuskan pasangan dengan Foto jambatan.jpg').click()
  await expect(window.getByRole('button', { name: /Berbeza, terima/ })).toBeVisible()
  await expect(window.getByText('Tiada perubahan dikesan')).toHaveCount(0)
  // Where the photo stands in the poster; of the photo itself nearly all is to be seen there.
  await expect(window.getByLabel('Tandakan bahagian yang sama')).toBeChecked()
  await expect(window.locator('.outline').first()).toBeVisible()
  await picture(application, 'decide-part-ms-light')
  await button(window, 'Poster daripada foto ini').click()
  await window.getByRole('button', { name: /Berbeza, terima/ }).click()
  await expect(window.getByText('Diputuskan: berbeza').first()).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(row(window, 'Poster jambatan.jpg')).not.toContainText('Perlu putusan')
  await expect(details).toContainText('Poster daripada foto ini')
})
