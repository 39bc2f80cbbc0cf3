import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkEnds, dropFiles, notice, row } from '../support/imageActions.ts'
import { expect, test } from '../support/launch.ts'
import { open, scene } from '../support/pictures.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter } from '../support/startActions.ts'

/** Photos as a phone writes them: three of one morning at one place, one of the afternoon. */
async function takePhotos(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const paths: string[] = []
  for (const [name, time, width, height] of [
    ['IMG_2001.jpg', '09:10:00', 1600, 1200],
    ['IMG_2002.jpg', '09:30:00', 1600, 1200],
    ['IMG_2003.jpg', '10:15:00', 1200, 1600],
    ['Lawatan.jpg', '15:00:00', 1600, 1200],
  ] as const) {
    const exif = {
      IFD0: { Make: 'Contoh', Model: 'Telefon 1' },
      IFD2: { DateTimeOriginal: `2026:11:21 ${time}`, ExposureTime: '1/60' },
      IFD3: {
        ...{ GPSLatitude: '3/1 9/1 12/1', GPSLatitudeRef: 'N' },
        ...{ GPSLongitude: '101/1 41/1 43/1', GPSLongitudeRef: 'E' },
      },
    }
    const path = join(folder, name)
    const drawn = open(await scene(500 + paths.length, { width, height })).withExif(exif)
    writeFileSync(path, await drawn.jpeg({ quality: 88 }).toBuffer())
    paths.push(path)
  }
  return paths
}

test('of the photos of one event a person picks the best, without the mouse', async ({
  application,
  folder,
}) => {
  test.setTimeout(180_000)
  const { window } = application
  const paths = await takePhotos(join(folder, 'majlis'))
  await useOfficeScreen(application)
  await enter(window)
  await dropFiles(window, paths)
  await checkEnds(window, 4)
  const photos = window.getByRole('gridcell')
  const setAside = window.getByText('Tidak dipilih (foto berulang)', { exact: true })

  await test.step('a key leads to the photos of the event, and not to the lone one', async () => {
    await expect(button(window, 'Foto satu majlis (3)')).toBeVisible()
    await window.keyboard.press('m')
    await expect(window.getByRole('heading', { level: 2 })).toHaveText(['21 Nov 2026, 09:10–10:15'])
    await expect(window.getByText('lokasi diketahui')).toBeVisible()
    await expect(photos).toHaveCount(3)
    await expect(photos.first()).toBeFocused()
    await expect(button(window, 'Pilih sekurang-kurangnya satu')).toBeDisabled()
  })

  await test.step('one is looked at large, and picked there', async () => {
    await window.keyboard.press('ArrowRight')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('heading', { name: 'IMG_2002.jpg' })).toBeFocused()
    await window.keyboard.press('ArrowRight')
    await expect(window.getByRole('heading', { name: 'IMG_2003.jpg' })).toBeVisible()
    await window.keyboard.press('ArrowLeft')
    await window.keyboard.press(' ')
    await expect(window.getByRole('checkbox', { name: 'Pilih IMG_2002.jpg' })).toBeChecked()
    await picture(application, 'events-large-ms-light')
    await expectAccessible(application)
    await window.keyboard.press('Escape')
    await expect(photos.nth(1)).toBeFocused()
    await expect(photos.nth(1)).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('the choice is saved, taken back, and saved again', async () => {
    await expect(window.getByText('1 daripada 3 dipilih')).toBeVisible()
    await window.keyboard.press('Control+Enter')
    await expect(notice(window, '1 foto dipilih, 2 dicatat berulang.')).toBeVisible()
    await expect(window.getByText('Pilihan telah disimpan')).toBeVisible()
    await expect(photos.nth(0)).toContainText('Dicatat tidak dipilih oleh Siti Aminah')
    await button(window, 'Buat asal').click()
    await expect(window.getByText('Belum disimpan')).toBeVisible()
    await expect(window.getByText(/^Dicatat tidak dipilih oleh/)).toHaveCount(0)
    await photos.nth(1).focus()
    await window.keyboard.press('Control+Enter')
    await expect(window.getByText('Pilihan telah disimpan')).toBeVisible()
    await expect(window.getByText(/^Dicatat tidak dipilih oleh/)).toHaveCount(2)
    await expectAccessible(application)
    await button(window, 'Tutup').click()
    await picture(application, 'events-ms-light')
    await button(window, 'EN').click()
    await window.emulateMedia({ colorScheme: 'dark' })
    await expect(window.getByText('1 of 3 picked')).toBeVisible()
    await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
    await picture(application, 'events-en-dark')
    await expectAccessible(application)
    await window.emulateMedia({ colorScheme: 'light' })
    await button(window, 'BM').click()
  })

  await test.step('the list says which were not picked, and keeps only the others', async () => {
    await window.keyboard.press('Escape')
    await expect(setAside).toHaveCount(2)
    for (const name of ['IMG_2001.jpg', 'IMG_2003.jpg']) {
      await expect(row(window, name)).toContainText('Tidak dipilih (foto berulang)')
    }
    await picture(application, 'events-list-ms-light')
    await expectAccessible(application)
    await expect(window.getByRole('button', { name: /^Simpan 2 yang lulus$/ })).toBeVisible()
  })
  expect(application.complaints).toEqual([])
})
