import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkEnds, dropFiles, openRow, row } from '../support/imageActions.ts'
import { box, say, svg } from '../support/drawing.ts'
import { expect, test } from '../support/launch.ts'
import { open, posterSize, scene } from '../support/pictures.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, goTo } from '../support/startActions.ts'

const camera = { IFD0: { Make: 'Canon', Model: 'EOS R6', Artist: 'Rosli bin Contoh' } }

async function drawPictures(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const path = (name: string) => join(folder, name)
  await open(await scene(7, { width: 1600, height: 1067 }))
    .blur(7)
    .withExif({ ...camera, IFD2: { CameraOwnerName: 'Unit Foto', BodySerialNumber: '0123456' } })
    .jpeg({ quality: 90 })
    .toFile(path('IMG_3001.jpg'))
  const terms =
    'Tertakluk kepada terma dan syarat; maklumat lanjut di kaunter Aras 7, Menara Kerja Raya'
  const drawn = [
    box(0, 400, 1200, 230, '#ffffff'),
    say('Penutupan sementara Jalan Persekutuan 5', 60, 470, 40, '#111111', 'font-weight="bold"'),
    say(terms, 60, 560, 10, '#111111'),
    say('Kerja turapan semula melibatkan lorong kiri sahaja', 60, 510, 22, '#c8c8c8'),
  ]
  const words = svg(posterSize, `<g font-family="DejaVu Sans">${drawn.join('')}</g>`)
  await open(await scene(8))
    .composite([{ input: Buffer.from(words) }])
    .png()
    .toFile(path('Notis jalan.png'))
  return [path('IMG_3001.jpg'), path('Notis jalan.png')]
}

test('a blurred photo and a poster with tiny text are warned of, and metadata is shown', async ({
  application,
  folder,
}) => {
  test.setTimeout(180_000)
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await expect(window.getByText('Belum ada imej disemak')).toBeVisible()
  await dropFiles(window, await drawPictures(join(folder, 'mutu')))
  await checkEnds(window, 2)

  await test.step('the photo is blurred, and its file names persons', async () => {
    await expect(row(window, 'IMG_3001.jpg')).toContainText('Amaran')
    const details = await openRow(window, 'IMG_3001.jpg')
    await expect(details).toContainText('Gambar kabur: tepi yang paling tajam selebar')
    await expect(details).toContainText('Pilih gambar lain yang tajam.')
    await expect(details).toContainText('Fail menyimpan 3 butiran peribadi')
    const metadata = details.getByRole('region', { name: 'Metadata' })
    await expect(metadata).toContainText('Rosli bin Contoh')
    await expect(metadata).toContainText('Unit Foto')
    await expect(metadata).toContainText('0123456')
    await picture(application, 'images-blurred-ms-light')
    await metadata.scrollIntoViewIfNeeded()
    await picture(application, 'images-metadata-ms-light')
    await expectAccessible(application)
  })

  await test.step('the poster’s small print is too small, and a line too faint', async () => {
    await expect(row(window, 'Notis jalan.png')).toContainText('Teks terlalu kecil')
    const details = await openRow(window, 'Notis jalan.png')
    await expect(details).toContainText('Besarkan teks itu, atau kurangkan perkataan.')
    await expect(details).toContainText('Teks kurang jelas')
    await expect(details.getByRole('region', { name: 'Metadata' })).toHaveCount(0)
    await picture(application, 'images-small-text-ms-light')
  })

  await test.step('the limits are the unit’s own: without them the poster passes', async () => {
    await goTo(window, 'Tetapan', 'Peraturan imej')
    const card = window.getByRole('region', { name: 'Mutu imej' })
    await card.scrollIntoViewIfNeeded()
    await picture(application, 'image-rules-quality-ms-light')
    await expectAccessible(application)
    await card.getByRole('spinbutton', { name: 'Teks poster: tinggi huruf di bawah' }).fill('0')
    await card.getByRole('spinbutton', { name: 'Teks poster: kontras di bawah' }).fill('0')
    await button(window, 'Simpan').click()
    await expect(window.getByText('Peraturan imej telah disimpan.').first()).toBeVisible()
    await goTo(window, 'Semakan Imej')
    await expect(row(window, 'Notis jalan.png')).toContainText('Lulus')
  })
  expect(application.complaints).toEqual([])
})
