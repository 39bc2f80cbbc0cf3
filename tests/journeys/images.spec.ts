import { join } from 'node:path'
import {
  checkEnds,
  chip,
  countOn,
  dropFiles,
  notice,
  openRow,
  row,
} from '../support/imageActions.ts'
import { drawFewImages, drawImageFolder } from '../support/imageFolder.ts'
import { expect, killWorkspace, test, type Application } from '../support/launch.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('a folder of posters is dropped, checked, decided, kept, and found again', async ({
  start,
  folder,
}) => {
  test.setTimeout(300_000)
  const images = await drawImageFolder(join(folder, 'untuk-disemak'))
  const first = await start({ begun: true })
  const { window } = first
  await useOfficeScreen(first)
  await enter(window)
  await expect(window.getByText('Belum ada imej disemak')).toBeVisible()
  await look(first, 'images-empty-ms-light')

  await test.step('every file gets a verdict with its reason', async () => {
    await dropFiles(window, images.paths)
    await expect(window.getByText(/daripada \d+ disemak/)).toBeVisible()
    await picture(first, 'images-checking-ms-light')
    await checkEnds(window, images.expected.length)
    for (const { name, standing, finding } of images.expected) {
      const found = row(window, name)
      await expect(found.getByText(standing, { exact: true }), name).toBeVisible()
      if (finding !== null) await expect(found, name).toContainText(finding)
    }
    await look(first, 'images-list-ms-light')
  })

  await test.step('findings are sentences with their clause and what to do', async () => {
    const details = await openRow(window, 'Ukuran 560x315.png')
    await expect(details).toContainText('Saiz 560×315 px kurang daripada minimum 600×315 px.')
    await expect(details).toContainText('Melaka 13.5')
    await expect(details).toContainText('Gunakan imej asal yang lebih besar.')
    await look(first, 'images-rejected-ms-light')
    await button(window, 'Beri pengecualian').click()
    await button(window, 'Beri pengecualian').click()
    await expect(details).toContainText('Nyatakan sebabnya.')
    await field(window, 'Sebab pengecualian').fill('Diminta oleh pengarah')
    await button(window, 'Beri pengecualian').click()
    await expect(row(window, 'Ukuran 560x315.png')).toContainText('Pengecualian')
    await expectAccessible(first)
  })

  await test.step('a photo is looked at by a person', async () => {
    const details = await openRow(window, 'IMG_2001.jpg')
    await details.getByRole('checkbox', { name: 'Tempat kelihatan kosong' }).check()
    await button(window, 'Rekod: 1 kelihatan').click()
    await expect(details).toContainText('Dilihat oleh Siti Aminah binti Rahman')
    await look(first, 'images-photo-ms-light')
    await window.keyboard.press('Escape')
    await expect(window.getByRole('complementary')).toHaveCount(0)
  })

  await test.step('one decision serves a group of posters of one template', async () => {
    await chip(window, 'Perlu putusan').click()
    const details = await openRow(window, 'Templat 12 Dis.png')
    await details.getByRole('button', { name: /^Putuskan pasangan/ }).click()
    await expect(window.getByRole('heading', { name: 'Putuskan foto berulang' })).toBeFocused()
    await look(first, 'decide-beside-ms-light')
    for (const [key, mode] of [
      ['2', 'Gelangsar'],
      ['3', 'Silih ganti'],
      ['4', 'Perbezaan'],
    ] as const) {
      await window.keyboard.press(key)
      await expect(button(window, mode)).toHaveAttribute('aria-pressed', 'true')
      await look(first, `decide-${key}-ms-light`)
    }
    // One pair alone, taken back; then the whole group in one word.
    await window.keyboard.press('k')
    await window.keyboard.press('s')
    await expect(notice(window, '1 pasangan diputuskan sama dan ditolak.')).toBeVisible()
    await expect(window.getByText(/^2 belum diputuskan$/)).toBeVisible()
    await button(window, 'Buat asal').click()
    await expect(window.getByText(/^3 belum diputuskan$/)).toBeVisible()
    await window.keyboard.press('k')
    await button(window, 'Teks berbeza').click()
    await window.keyboard.press('b')
    await expect(notice(window, '3 pasangan diputuskan berbeza dan diterima.')).toBeVisible()
    await expect(window.getByText('Semua pasangan telah diputuskan.')).toBeVisible()
    await window.keyboard.press('Escape')
    await expect(window.getByRole('heading', { name: 'Semakan Imej', level: 1 })).toBeVisible()
    expect(await countOn(window, 'Perlu putusan')).toBe(0)
    await chip(window, 'Semua').click()
    for (const name of ['Templat 10 Dis.png', 'Templat 11 Dis.png', 'Templat 13 Dis.png']) {
      await expect(row(window, name)).toContainText('Lulus')
    }
  })

  const kept = await test.step('what passed is kept in one go', async () => {
    await window.getByRole('button', { name: /^Simpan \d+ yang lulus$/ }).click()
    const told = notice(window, /^\d+ imej disimpan dalam pustaka\.$/)
    await expect(told).toBeVisible({ timeout: 60_000 })
    const count = Number.parseInt(await told.innerText())
    // Six posts, the original, four of the template, five of the folder, and the exception.
    expect(count).toBe(17)
    await goTo(window, 'Pustaka')
    await expect(chip(window, 'Semua')).toContainText(String(count))
    await look(first, 'library-grid-ms-light')
    return count
  })

  await test.step('a picture is described and tagged', async () => {
    await row(window, 'IMG_2002.jpg').click()
    await expect(window.getByText('Belum diisi:')).toBeVisible()
    await field(window, 'Nama kursus, program atau aktiviti').fill('Majlis Perasmian Jambatan')
    await window.getByLabel('Tarikh', { exact: true }).fill('2026-11-14')
    await field(window, 'Masa').fill('9.00 pagi')
    await field(window, 'Tempat').fill('Pekan, Pahang')
    await field(window, 'Tetamu yang hadir').fill('YB Menteri Kerja Raya')
    await window.getByLabel('Tag', { exact: true }).last().fill('jambatan')
    await window.keyboard.press('Enter')
    await window.keyboard.press('Control+s')
    await expect(notice(window, 'Butiran 1 imej telah disimpan.')).toBeVisible()
    await expect(window.getByText('Belum diisi:')).toHaveCount(0)
    await look(first, 'library-details-ms-light')
  })

  await test.step('a picture goes to the trash and comes back', async () => {
    await row(window, 'logo.png').click()
    await button(window, 'Buang ke tong sampah').click()
    await expect(row(window, 'logo.png')).toHaveCount(0)
    await button(window, 'Tong sampah').click()
    await row(window, 'logo.png').click()
    await look(first, 'library-trash-ms-light')
    await button(window, 'Pulihkan').click()
    await expect(window.getByText('Tong sampah kosong.')).toBeVisible()
    await button(window, 'Kembali ke pustaka').click()
    await expect(row(window, 'logo.png')).toBeVisible()
  })
  expect(first.complaints).toEqual([])
  await first.close()

  const second = await start()
  await useOfficeScreen(second)
  await unlock(second.window)
  await expect(chip(second.window, 'Semua')).toContainText(String(images.expected.length))
  await expect(row(second.window, 'Ukuran 560x315.png')).toContainText('Dalam pustaka')
  expect(await countOn(second.window, 'Perlu putusan')).toBe(0)
  await goTo(second.window, 'Pustaka')
  await expect(chip(second.window, 'Semua')).toContainText(String(kept))
  await second.window.getByRole('searchbox', { name: 'Cari nama, kapsyen atau tag' }).fill('pekan')
  await expect(second.window.getByRole('gridcell')).toHaveCount(1)
  await expect(row(second.window, 'IMG_2002.jpg')).toBeVisible()
})

test('the size rules are settings, and say which are the source’s', async ({ application }) => {
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Tetapan', 'Peraturan imej')
  const posters = window.getByRole('region', { name: 'Poster / infografik' })
  await expect(posters).toContainText('Sumber: Melaka 13.5')
  await expect(window.getByRole('region', { name: 'Foto' })).toContainText('Ketetapan unit sendiri')
  await look(application, 'image-rules-ms-light')

  const width = posters.getByRole('group', { name: 'Minimum' }).getByLabel('Lebar')
  await width.fill('1300')
  await expect(posters).toContainText('Tidak boleh melebihi ukuran disyorkan.')
  await expect(button(window, 'Simpan')).toBeDisabled()
  await width.fill('640')
  await expect(posters).toContainText('berbeza daripada Melaka 13.5')
  await button(window, 'Simpan').click()
  await expect(notice(window, 'Peraturan imej telah disimpan.')).toBeVisible()
  await button(window, 'Guna ukuran Melaka 13.5').click()
  await expect(width).toHaveValue('600')
  await expectAccessible(application)
  expect(application.complaints).toEqual([])
})

test('the pages of images are accessible in English and in the dark', async ({
  application,
  folder,
}) => {
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await button(window, 'EN').click()
  await window.keyboard.press('Control+k')
  await window.keyboard.type('dark')
  await window.keyboard.press('Enter')
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await look(application, 'images-empty-en-dark')
  await goTo(window, 'Library')
  await expect(window.getByText('The library is still empty')).toBeVisible()
  await look(application, 'library-empty-en-dark')
  await goTo(window, 'Image check')

  await dropFiles(window, await drawFewImages(join(folder, 'few')), 'Drop files or folders')
  await expect(chip(window, 'To decide')).toContainText('1', { timeout: 60_000 })
  await expect(window.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 })
  await openRow(window, 'Open road.png')
  await look(application, 'images-list-en-dark')
  await window.keyboard.press('p')
  await expect(window.getByRole('heading', { name: 'Decide repeated photos' })).toBeVisible()
  await look(application, 'decide-beside-en-dark')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: /^Keep 1 that passed$/ }).click()
  await expect(notice(window, '1 image kept in the library.')).toBeVisible({ timeout: 60_000 })

  await goTo(window, 'Library')
  await expect(window.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  await row(window, 'Closed road.png').click()
  await look(application, 'library-details-en-dark')
  await button(window, 'List').click()
  await look(application, 'library-list-en-dark')
  await goTo(window, 'Settings', 'Image rules')
  await expect(window.getByRole('region', { name: 'Photo' })).toBeVisible()
  await look(application, 'image-rules-en-dark')
  expect(application.complaints).toEqual([])
})

test('a check whose workspace process died goes on where it stopped', async ({ start, folder }) => {
  test.setTimeout(180_000)
  const application = await start({ begun: true, failuresExpected: true })
  const { window } = application
  await enter(window)
  const { paths, expected } = await drawImageFolder(join(folder, 'untuk-disemak'))
  await dropFiles(window, paths)
  await expect(window.getByText('Lulus', { exact: true }).nth(1)).toBeVisible()
  await killWorkspace(application)
  await expect(window.getByText(/^Terhenti: \d+ imej belum disemak$/)).toBeVisible()
  await button(window, 'Teruskan semakan').click()
  await checkEnds(window, expected.length)
  expect(await countOn(window, 'Tidak boleh dibaca')).toBe(4)
  await expect(window.locator('.thumb img').first()).toBeVisible()
  // Pictures asked for while nobody could answer come all the same.
  await expect
    .poll(() =>
      window
        .locator('.thumb img')
        .evaluateAll(
          (all) =>
            all.filter((one) => one instanceof HTMLImageElement && one.naturalWidth === 0).length,
        ),
    )
    .toBe(0)
  // Chromium complains of each picture it was refused meanwhile, and of nothing else.
  const refused =
    /^Failed to load resource: the server responded with a status of 503 \(.*\) media:\/\/\S+$/
  expect(application.complaints.filter((one) => !refused.test(one))).toEqual([])
})

test('a check that was cancelled goes on where it stopped', async ({ application, folder }) => {
  test.setTimeout(180_000)
  const { window } = application
  await enter(window)
  const { paths, expected } = await drawImageFolder(join(folder, 'untuk-disemak'))
  await dropFiles(window, paths)
  await expect(window.getByText('Lulus', { exact: true }).nth(1)).toBeVisible()
  await button(window, 'Batal').click()
  await expect(window.getByText(/^Terhenti: \d+ imej belum disemak$/)).toBeVisible()
  const waiting = await window.getByText('Menunggu', { exact: true }).count()
  expect(waiting).toBeGreaterThan(0)
  expect(waiting).toBeLessThan(expected.length)

  await button(window, 'Teruskan semakan').click()
  await checkEnds(window, expected.length)
  expect(await countOn(window, 'Tidak boleh dibaca')).toBe(4)

  await button(window, 'Buang daripada senarai').click()
  await window.getByRole('dialog').getByRole('button', { name: 'Buang daripada senarai' }).click()
  await expect(window.getByText('Belum ada imej disemak')).toBeVisible()
  expect(application.complaints).toEqual([])
})
