import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { RedactionBox } from '#contract/attachmentRedaction'
import { secret, telling, withJpegBlocks } from '../images/copy/told.ts'
import { fillRegister, line } from '../support/complaintActions.ts'
import { answerDialog } from '../support/dialogs.ts'
import { passphrase } from '../support/furnish.ts'
import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { open, scene } from '../support/pictures.ts'
import { closePreview, openPreview, previewIsThere, savedBy } from '../support/printActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { unbroken, pagesOf } from '../support/readPdf.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, goTo, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

/** The lightest level well within a box of a picture that is `width` wide where the box was drawn. */
async function lightest(bytes: Buffer, box: RedactionBox, width: number): Promise<number> {
  const scale = (await sharp(bytes).metadata()).width / width
  const inner = {
    left: Math.ceil((box.left + box.width * 0.2) * scale),
    top: Math.ceil((box.top + box.height * 0.2) * scale),
    width: Math.max(1, Math.floor(box.width * 0.6 * scale)),
    height: Math.max(1, Math.floor(box.height * 0.6 * scale)),
  }
  const pixels = await sharp(bytes).extract(inner).removeAlpha().raw().toBuffer()
  return pixels.reduce((most, level) => Math.max(most, level), 0)
}

/** The photos that a PDF holds, as they were put in: from the start of each JPEG to its end. */
function photosIn(pdf: Buffer): Buffer[] {
  const photos: Buffer[] = []
  const begin = Buffer.from([0xff, 0xd8, 0xff])
  for (let at = pdf.indexOf(begin); at >= 0; at = pdf.indexOf(begin, at + 1)) {
    photos.push(pdf.subarray(at, pdf.indexOf('endstream', at)))
  }
  return photos
}

test('a photo of a case is blacked out by mouse and by key; what leaves is black there', async ({
  start,
}) => {
  test.setTimeout(300_000)
  const filled = await start()
  const { folder } = filled
  await fillRegister(filled, 3)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const rows = <T>(query: string) => readRows<T>(folder, passphrase, query)
  const standing = () =>
    rows<{ boxes: string }>('select boxes from attachment_redaction where removed_at is null').map(
      ({ boxes }) => JSON.parse(boxes) as RedactionBox[],
    )
  const photo = join(folder, 'tapak kerja.jpg')
  const drawn = open(await scene(61, { width: 1200, height: 800 }))
  const original = withJpegBlocks(await telling(drawn, 1).jpeg({ quality: 92 }).toBuffer())
  writeFileSync(photo, original)
  const attached = window.getByRole('button', { name: 'tapak kerja', exact: true })
  const boxes = window.getByRole('button', { name: /^Kotak \d+ daripada/ })
  const dialog = window.getByRole('dialog')

  await test.step('it is attached to a case and opened', async () => {
    await goTo(window, 'Daftar Aduan')
    await line(window, '000001').click()
    await answerDialog(application, 'showOpenDialog', { canceled: false, filePaths: [photo] })
    await button(window, 'Lampirkan fail').click()
    await attached.click()
    await button(window, 'Hitamkan bahagian').click()
    await expect(window.getByText('Tiada kotak lagi.')).toBeVisible()
    await expect(button(window, 'Simpan salinan hitam')).toBeDisabled()
    await expect(button(window, 'Tambah kotak')).toBeFocused()
  })

  await test.step('a box by mouse, another by key; the key moves, sizes, removes and takes back', async () => {
    const sheet = await window
      .getByRole('group', { name: 'Gambar dengan kotak hitam' })
      .boundingBox()
    if (sheet === null) throw new Error('no picture')
    const at = (x: number, y: number) =>
      [sheet.x + (x / 1200) * sheet.width, sheet.y + (y / 800) * sheet.height] as const
    await window.mouse.move(...at(300, 200))
    await window.mouse.down()
    await window.mouse.move(...at(400, 260), { steps: 4 })
    await window.mouse.move(...at(480, 320), { steps: 4 })
    await window.mouse.up()
    await expect(boxes).toHaveCount(1)
    await expect(boxes.first()).toBeFocused()
    await expect(boxes.first()).toHaveAccessibleName(/(179|180|181) × (119|120|121) piksel/)

    await button(window, 'Tambah kotak').focus()
    await window.keyboard.press('Enter')
    await expect(boxes.nth(1)).toBeFocused()
    const second = boxes.nth(1)
    await expect(second).toHaveAccessibleName(/200 × 134 piksel, 500 dari kiri, 333 dari atas/)
    await window.keyboard.press('ArrowRight')
    await window.keyboard.press('Control+ArrowDown')
    await expect(second).toHaveAccessibleName(/508 dari kiri, 334 dari atas/)
    await window.keyboard.press('Shift+ArrowLeft')
    await window.keyboard.press('Control+Shift+ArrowDown')
    await expect(second).toHaveAccessibleName(/192 × 135 piksel/)
    await window.keyboard.press('Shift+Tab')
    await expect(boxes.first()).toBeFocused()
    await window.keyboard.press('Tab')
    await window.keyboard.press('Delete')
    await expect(boxes).toHaveCount(1)
    await window.keyboard.press('Control+z')
    await expect(boxes).toHaveCount(2)
    await look(application, 'redaction-editor-ms-light')
  })

  await test.step('Escape and the closing of the dialog lose nothing that was drawn', async () => {
    await window.keyboard.press('Escape')
    await expect(boxes).toHaveCount(2)
    await dialog.getByRole('button', { name: 'Tutup', exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await attached.click()
    await expect(boxes).toHaveCount(2)
    expect(standing()).toEqual([])
  })

  await test.step('a box is moved and sized by mouse; it is saved and undone', async () => {
    const box = await boxes.nth(1).boundingBox()
    if (box === null) throw new Error('no box')
    await window.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await window.mouse.down()
    await window.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 20, { steps: 4 })
    await window.mouse.up()
    const corner = await boxes.nth(1).locator('[data-corner=se]').boundingBox()
    if (corner === null) throw new Error('no corner')
    await window.mouse.move(corner.x + 5, corner.y + 5)
    await window.mouse.down()
    await window.mouse.move(corner.x + 45, corner.y + 35, { steps: 4 })
    await window.mouse.up()
    await expect(boxes.nth(1)).not.toHaveAccessibleName(/192 × 135 piksel/)
    await button(window, 'Simpan salinan hitam').click()
    await expect(notice(window, 'Bahagian “tapak kerja” dihitamkan')).toBeVisible()
    await expect(window.getByText('Bahagian dihitamkan', { exact: true })).toBeVisible()
    expect(standing()).toHaveLength(1)
    await attached.scrollIntoViewIfNeeded()
    await look(application, 'redaction-list-ms-light')
    // The notice goes after a while; the key goes on to take it back.
    await window.keyboard.press('Control+z')
    await expect(window.getByText('Bahagian dihitamkan', { exact: true })).toHaveCount(0)
    expect(standing()).toEqual([])
  })

  const first = { left: 300, top: 200, width: 180, height: 120 }
  await test.step('again, in English and dark; the copy that is saved is black and says nothing', async () => {
    await attached.click()
    await button(window, 'Hitamkan bahagian').click()
    await expect(button(window, 'Tambah kotak')).toBeFocused()
    const sheet = await window
      .getByRole('group', { name: 'Gambar dengan kotak hitam' })
      .boundingBox()
    if (sheet === null) throw new Error('no picture')
    const scale = sheet.width / 1200
    await window.mouse.move(sheet.x + first.left * scale, sheet.y + first.top * scale)
    await window.mouse.down()
    await window.mouse.move(
      sheet.x + (first.left + first.width) * scale,
      sheet.y + (first.top + first.height) * scale,
      { steps: 5 },
    )
    await window.mouse.up()
    await window.keyboard.press('Control+s')
    await expect(notice(window, 'Bahagian “tapak kerja” dihitamkan')).toBeVisible()
    await attached.click()
    const filePath = join(folder, 'keluar.jpg')
    await answerDialog(application, 'showSaveDialog', { canceled: false, filePath })
    await button(window, 'Simpan salinan').click()
    await expect.poll(() => existsSync(filePath)).toBe(true)
    const copy = readFileSync(filePath)
    expect(await lightest(original, first, 1200)).toBeGreaterThan(60)
    expect(await lightest(copy, first, 1200)).toBeLessThan(12)
    expect(copy.includes(secret)).toBe(false)
    expect((await sharp(copy).metadata()).exif).toBeUndefined()
    await look(application, 'redaction-preview-ms-light')
  })

  await test.step('in full only for a reason, which stands beneath the picture', async () => {
    const filePath = join(folder, 'penuh.jpg')
    await answerDialog(application, 'showSaveDialog', { canceled: false, filePath })
    await button(window, 'Simpan asal…').click()
    await dialog.getByRole('button', { name: 'Simpan asal', exact: true }).click()
    await expect(window.getByText('Nyatakan sebabnya dahulu.')).toBeVisible()
    await field(window, 'Sebab gambar penuh diperlukan').fill('Permintaan polis, IPD 12/2026')
    await look(application, 'redaction-full-ms-light')
    await window.keyboard.press('Control+Enter')
    await expect.poll(() => existsSync(filePath)).toBe(true)
    expect(await lightest(readFileSync(filePath), first, 1200)).toBeGreaterThan(60)
    await expect(dialog).toContainText('Permintaan polis, IPD 12/2026')
    await button(window, 'Tunjuk asal').click()
    await expect(dialog).toContainText('Fail asal.')
    await window.emulateMedia({ colorScheme: 'dark' })
    await look(application, 'redaction-original-ms-dark')
    await window.emulateMedia({ colorScheme: 'light' })
    await window.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('on paper it is black, and whole where the case leaves in full', async () => {
    const photosOf = async (as: string) => {
      const pdf = await savedBy(application, 'Simpan PDF', `${as}.pdf`)
      const found: number[] = []
      for (const jpeg of photosIn(pdf)) found.push(await lightest(jpeg, first, 1200))
      return { found, text: unbroken((await pagesOf(pdf)).join(' ')) }
    }
    await openPreview(application)
    const covered = await photosOf('fail-kes-hitam')
    expect(covered.found).toHaveLength(1)
    expect(covered.found[0]).toBeLessThan(12)
    expect(covered.text).toContain('Salinan dengan bahagian hitam')
    await closePreview(application)
    await button(window, 'Cetak aduan').click()
    await window.getByRole('menuitem', { name: 'Cetak fail kes penuh…' }).click()
    await dialog.getByLabel('Sebab').fill('Diminta oleh mahkamah')
    await dialog.getByRole('button', { name: 'Pratonton' }).click()
    await previewIsThere(window)
    const whole = await photosOf('fail-kes-asal')
    expect(whole.found[0]).toBeGreaterThan(60)
    await closePreview(application)
  })

  await test.step('without boxes the copy is taken away, and can come back', async () => {
    await attached.click()
    await button(window, 'Ubah bahagian hitam').click()
    await expect(boxes.first()).toBeFocused()
    await window.keyboard.press('Delete')
    await button(window, 'Buang penghitaman').click()
    await expect(notice(window, 'Penghitaman “tapak kerja” dibuang')).toBeVisible()
    expect(standing()).toEqual([])
    await window.keyboard.press('Control+z')
    await expect(window.getByText('Bahagian dihitamkan', { exact: true })).toBeVisible()
    expect(standing()).toHaveLength(1)
  })

  await test.step('in English and dark', async () => {
    await button(window, 'EN').click()
    await window.emulateMedia({ colorScheme: 'dark' })
    await attached.click()
    await button(window, 'Change redaction').click()
    await expect(window.getByRole('button', { name: /^Box 1 of 1/ })).toBeFocused()
    await look(application, 'redaction-editor-en-dark')
    await window.keyboard.press('Escape')
    await window.keyboard.press('Escape')
  })
  expect(application.complaints).toEqual([])
})
