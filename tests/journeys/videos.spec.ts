import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { answerDialog } from '../support/dialogs.ts'
import { checkEnds, chip, dropFiles, notice, openRow, row } from '../support/imageActions.ts'
import { expect, test } from '../support/launch.ts'
import { goToAddress } from '../support/postActions.ts'
import { changeRows } from '../support/readDatabase.ts'
import { samplePdf } from '../support/samplePdf.ts'
import { sampleMp4, sampleWebm } from '../support/sampleVideos.ts'
import { picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office, unlock } from '../support/startActions.ts'

/** A yellow square on blue fills the first page. */
const poster = samplePdf([
  { width: 900, height: 472.5, drawn: '0 0 1 rg 0 0 900 472.5 re f 1 1 0 rg 300 100 300 270 re f' },
  { width: 900, height: 472.5 },
])

/** The colour in the middle of the picture that stands in a row, as the window shows it. */
async function middleOf(thumbnail: Locator): Promise<number[]> {
  await expect(thumbnail).toBeVisible()
  const shot = (await thumbnail.screenshot()).toString('base64')
  return thumbnail.page().evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const pen = canvas.getContext('2d')
    pen?.drawImage(bitmap, 0, 0)
    const at = [Math.floor(bitmap.width / 2), Math.floor(bitmap.height / 2)] as const
    return [...(pen?.getImageData(...at, 1, 1).data ?? [])].slice(0, 3)
  }, shot)
}

function colourfulness(colour: readonly number[]): number {
  return Math.max(...colour) - Math.min(...colour)
}

test('videos and PDFs are checked, drawn, kept and found again', async ({
  application,
  folder,
  start,
}) => {
  test.setTimeout(240_000)
  const { window } = application
  const files = join(folder, 'untuk-disemak')
  mkdirSync(files)
  writeFileSync(join(files, 'a lawatan.webm'), sampleWebm)
  writeFileSync(join(files, 'b majlis.mp4'), sampleMp4)
  writeFileSync(join(files, 'c poster.pdf'), poster)
  writeFileSync(join(files, 'd salinan.webm'), sampleWebm)
  writeFileSync(join(files, 'e putus.mp4'), sampleMp4.subarray(0, 2_000))
  await useOfficeScreen(application)
  await enter(window)
  await dropFiles(window, [files])
  await checkEnds(window, 5)

  await test.step('each says what it is', async () => {
    await expect(row(window, 'a lawatan.webm')).toContainText(
      'Butiran video: WEBM · 0:02 · 320×180 px · VP9',
    )
    await expect(row(window, 'b majlis.mp4')).toContainText(
      'Butiran video: MP4 · 0:02 · 320×180 px · H.264',
    )
    await expect(row(window, 'c poster.pdf')).toContainText('bilangan halaman 2 · 1200×630 px')
    await expect(row(window, 'd salinan.webm')).toContainText('salinan tepat a lawatan.webm')
    await expect(row(window, 'e putus.mp4')).toContainText('Fail video rosak atau tidak lengkap.')
  })

  await test.step('and shows a frame of it', async () => {
    for (const name of ['a lawatan.webm', 'b majlis.mp4']) {
      // Blue with a yellow square somewhere: certainly not the grey of an empty place.
      expect(colourfulness(await middleOf(row(window, name).locator('img')))).toBeGreaterThan(40)
    }
    const [red, green, blue] = await middleOf(row(window, 'c poster.pdf').locator('img'))
    expect(red).toBeGreaterThan(220)
    expect(green).toBeGreaterThan(220)
    expect(blue).toBeLessThan(60)
    await openRow(window, 'a lawatan.webm')
    await picture(application, 'videos-list-ms-light')
    await openRow(window, 'c poster.pdf')
    await picture(application, 'videos-pdf-ms-light')
  })

  await test.step('the library keeps them', async () => {
    await button(window, 'Simpan 3 yang lulus').click()
    await expect(notice(window, '3 imej disimpan dalam pustaka.')).toBeVisible()
    await goTo(window, 'Pustaka')
    await expect(chip(window, 'Video')).toContainText('2')
    await expect(chip(window, 'PDF')).toContainText('1')
    const details = await openRow(window, 'a lawatan.webm')
    await expect(details).toContainText('Kapsyen foto dan video')
    await expect(details.getByRole('button', { name: /^Jadikan/ })).toHaveCount(0)
    await window.keyboard.press('Escape')
    await picture(application, 'videos-library-ms-light')
  })

  await test.step('a post hands one out as a file, and its words through the clipboard', async () => {
    const tab = (name: string) => window.getByRole('tab', { name, exact: true })
    await goToAddress(window, '#/kalendar/hantaran?hari=2026-12-01')
    await field(window, 'Tajuk').fill('Majlis pecah tanah')
    await button(window, 'Pilih daripada pustaka').click()
    await window.getByRole('dialog').getByRole('gridcell', { name: 'b majlis.mp4' }).click()
    await button(window, 'Tambah 1 imej').click()
    await window.getByRole('textbox', { name: 'Teks alternatif' }).fill('Ketua Pengarah di tapak')
    await tab('Akaun').click()
    await window.getByRole('checkbox', { name: /JKR Malaysia/ }).check()
    await window.keyboard.press('Control+s')
    await expect(notice(window, '“Majlis pecah tanah” disimpan (versi 1)')).toBeVisible()
    // Approval has a journey of its own; the remark has the post read again.
    changeRows(folder, office.passphrase, `update post set status = 'ready'`)
    await tab('Kelulusan').click()
    await field(window, 'Ulasan').fill('Semak nama tetamu.')
    await window.keyboard.press('Control+Enter')
    await expect(notice(window, 'Ulasan ditambah')).toBeVisible()
    await tab('Prestasi').click()
    const save = button(window, 'Simpan salinan b majlis.mp4 bagi JKR Malaysia')
    await expect(save).toBeVisible()
    await expect(button(window, 'Salin imej 1 bagi JKR Malaysia')).toHaveCount(0)
    const path = join(folder, 'Untuk Facebook.mp4')
    await answerDialog(application, 'showSaveDialog', { canceled: false, filePath: path })
    await save.click()
    await expect(notice(window, /^Untuk Facebook\.mp4 disimpan dalam/)).toBeVisible()
    expect(readFileSync(path).subarray(4, 8).toString()).toBe('ftyp')
    await button(window, 'Salin teks alternatif 1 bagi JKR Malaysia').click()
    await expect(notice(window, 'Teks alternatif 1 disalin')).toBeVisible()
    const copied = await application.electron.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toBe('Ketua Pengarah di tapak')
    await picture(application, 'publication-video-ms-light')
  })

  await application.close()
  await test.step('also after a restart', async () => {
    const again = await start()
    await unlock(again.window)
    await goTo(again.window, 'Pustaka')
    await chip(again.window, 'Video').click()
    const kept = row(again.window, 'a lawatan.webm').locator('img')
    expect(colourfulness(await middleOf(kept))).toBeGreaterThan(40)
  })
})
