import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { apart, secret, shown, telling, withJpegBlocks, withPngTexts } from '../images/copy/told.ts'
import { answerDialog, shellHasAnswered } from '../support/dialogs.ts'
import { checkEnds, dropFiles, notice, openRow, row } from '../support/imageActions.ts'
import { expect, test } from '../support/launch.ts'
import { open, scene } from '../support/pictures.ts'
import { sampleWebm } from '../support/sampleVideos.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, goTo } from '../support/startActions.ts'

/** Lying on its side in the file: 1200×630 upright. */
const lying = { width: 630, height: 1200 }

test('what is kept leaves again: the same picture, and nothing that it says of persons', async ({
  application,
  folder,
}) => {
  test.setTimeout(240_000)
  const { window } = application
  const files = join(folder, 'foto')
  const target = join(folder, 'keluar')
  for (const each of [files, target]) mkdirSync(each)
  const photo = withJpegBlocks(
    await telling(open(await scene(501, lying)))
      .jpeg({ quality: 92 })
      .toBuffer(),
  )
  const drawing = withPngTexts(
    await telling(open(await scene(502, lying)))
      .png()
      .toBuffer(),
  )
  writeFileSync(join(files, 'Majlis Perasmian FT04.jpg'), photo)
  writeFileSync(join(files, 'Jambatan Sungai Muar.png'), drawing)
  writeFileSync(
    join(files, 'Lawatan tapak.jpg'),
    await telling(open(await scene(503, lying)))
      .jpeg()
      .toBuffer(),
  )
  writeFileSync(join(files, 'Rakaman majlis.webm'), sampleWebm)
  await useOfficeScreen(application)
  await enter(window)
  await dropFiles(window, [files])
  await checkEnds(window, 4)
  await button(window, 'Simpan 4 yang lulus').click()
  await expect(notice(window, '4 imej disimpan dalam pustaka.')).toBeVisible({ timeout: 60_000 })
  await goTo(window, 'Pustaka')

  await test.step('one, by the dialogue of the system', async () => {
    const details = await openRow(window, 'Majlis Perasmian FT04.jpg')
    await picture(application, 'copies-pane-ms-light')
    await expectAccessible(application)
    const save = details.getByRole('button', { name: 'Simpan salinan…' })
    const refused = await answerDialog(application, 'showSaveDialog', {
      ...{ canceled: true, filePath: '' },
    })
    await save.click()
    await expect.poll(() => refused.options()).toHaveLength(1)
    await shellHasAnswered(application)
    expect(readdirSync(target)).toEqual([])

    const path = join(target, 'Untuk Facebook.jpg')
    const asked = await answerDialog(application, 'showSaveDialog', {
      ...{ canceled: false, filePath: path },
    })
    await expect(save).toBeEnabled()
    await save.click()
    await expect(
      notice(
        window,
        `Untuk Facebook.jpg disimpan dalam ${target}. Disimpan semula tanpa butiran peribadi.`,
      ),
    ).toBeVisible({ timeout: 30_000 })
    await picture(application, 'copies-saved-ms-light')
    expect(await asked.options()).toEqual([
      {
        title: 'Simpan fail',
        defaultPath: 'majlis-perasmian-ft04.jpg',
        filters: [{ name: 'JPEG', extensions: ['jpg', 'jpeg'] }],
      },
    ])
    const copy = readFileSync(path)
    // By a decoder that is not the application's: another process, the native build.
    const { width, height, exif, xmp, iptc, icc, orientation } = await sharp(copy).metadata()
    expect([width, height]).toEqual([1200, 630])
    expect([exif, xmp, iptc, icc, orientation]).toEqual(Array.from({ length: 5 }, () => undefined))
    expect([photo.includes(secret), copy.includes(secret)]).toEqual([true, false])
    expect(apart(await shown(copy), await shown(photo)).mean).toBeLessThan(1.5)
    expect(readFileSync(join(files, 'Majlis Perasmian FT04.jpg'))).toEqual(photo)
  })

  await test.step('a video, after it was said what stays inside', async () => {
    await openRow(window, 'Rakaman majlis.webm')
    const path = join(target, 'rakaman.webm')
    await answerDialog(application, 'showSaveDialog', { canceled: false, filePath: path })
    await window.keyboard.press('s')
    const question = window.getByRole('dialog', {
      name: 'Butiran dalam fail ini tidak dibuang',
    })
    await expect(question).toContainText('disalin seperti sedia ada')
    await picture(application, 'copies-question-ms-light')
    await expectAccessible(application)
    await button(window, 'Batal').click()
    await shellHasAnswered(application)
    expect(existsSync(path)).toBe(false)
    await window.keyboard.press('s')
    await button(window, 'Teruskan').click()
    await expect(
      notice(window, `rakaman.webm disimpan dalam ${target}. Butiran di dalamnya tidak dibuang.`),
    ).toBeVisible()
    expect(readFileSync(path).equals(sampleWebm)).toBe(true)
  })

  const names = ['Majlis Perasmian FT04.jpg', 'Jambatan Sungai Muar.png', 'Lawatan tapak.jpg']
  await test.step('several into a folder, by key', async () => {
    await window.keyboard.press('Escape')
    for (const name of names) await row(window, name).getByRole('checkbox').check()
    await expect(button(window, 'Simpan salinan… (3)')).toBeVisible()
    await picture(application, 'copies-many-ms-light')
    writeFileSync(join(target, 'lawatan-tapak.jpg'), 'sudah ada')
    await answerDialog(application, 'showOpenDialog', { canceled: false, filePaths: [target] })
    await window.keyboard.press('s')
    await expect(
      notice(window, `3 salinan disimpan dalam ${target}. Disimpan semula tanpa butiran peribadi.`),
    ).toBeVisible({ timeout: 60_000 })
    expect(readdirSync(target).toSorted()).toEqual([
      ...['Untuk Facebook.jpg', 'jambatan-sungai-muar.png', 'lawatan-tapak-2.jpg'],
      ...['lawatan-tapak.jpg', 'majlis-perasmian-ft04.jpg', 'rakaman.webm'],
    ])
    expect(readFileSync(join(target, 'lawatan-tapak.jpg'), 'utf8')).toBe('sudah ada')
    const copy = readFileSync(join(target, 'jambatan-sungai-muar.png'))
    expect(copy.includes(secret)).toBe(false)
    expect(apart(await shown(copy), await shown(drawing))).toEqual({ most: 0, mean: 0 })
  })

  await test.step('what could not be saved is named', async () => {
    const originals = join(folder, 'media', 'original')
    const [first = ''] = readdirSync(originals, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /[0-9a-f]{64}$/.test(name),
    )
    rmSync(join(originals, first))
    await button(window, 'Simpan salinan… (3)').click()
    await expect(
      window.getByRole('heading', { name: '2 daripada 3 salinan disimpan' }),
    ).toBeFocused({ timeout: 60_000 })
    const lines = window.getByRole('listitem').filter({ hasText: /isimpan/ })
    await expect(lines.first()).toContainText('Fail asalnya dalam pustaka hilang atau rosak')
    await expect(lines.first()).toContainText('Tidak disimpan')
    await picture(application, 'copies-outcomes-ms-light')
    await expectAccessible(application)
    await window.emulateMedia({ colorScheme: 'dark' })
    await button(window, 'EN').click()
    await expect(window.getByRole('heading', { name: '2 of 3 copies saved' })).toBeVisible()
    await picture(application, 'copies-outcomes-en-dark')
    await window.keyboard.press('Escape')
    await expect(row(window, 'Lawatan tapak.jpg')).toBeVisible()
  })

  await test.step('the key is explained, and the audit log knows who and how often', async () => {
    await window.keyboard.press('?')
    const keys = window.getByRole('dialog')
    await expect(keys).toContainText('Save a copy…')
    await picture(application, 'copies-keys-en-dark')
    await window.keyboard.press('Escape')
    await goTo(window, 'Settings', 'Audit log')
    // One each: the first, the video, three, and two of the last three.
    await expect(window.getByText('Save a copy outside')).toHaveCount(7)
  })
  expect(application.complaints).toEqual([])
})
