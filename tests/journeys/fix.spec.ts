import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { checkEnds, dropFiles, notice, openRow, row } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { open, scene } from '../support/pictures.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, goTo } from '../support/startActions.ts'

const looks = [
  { look: 'ms-dark', scheme: 'dark', language: 'BM', html: 'ms' },
  { look: 'en-light', scheme: 'light', language: 'EN', html: 'en' },
] as const

const camera = {
  IFD0: { Make: 'Canon', Model: 'EOS R6' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '3/1 8/1 24/1' },
}

/** Photographs of several shapes; one says where it was taken, in colours wider than sRGB. */
async function drawPhotos(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const paths: string[] = []
  for (const [name, seed, width, height] of [
    ['Gotong Royong FT04.jpg', 401, 2000, 2000],
    ['Majlis Perasmian.jpg', 402, 1500, 1500],
    ['Lawatan Tapak.jpg', 403, 1200, 1600],
    ['Jambatan.png', 404, 900, 900],
  ] as const) {
    const path = join(folder, name)
    const drawn = open(await scene(seed, { width, height }))
    if (name.startsWith('Majlis')) drawn.withExif(camera).withIccProfile('p3')
    writeFileSync(path, await (name.endsWith('png') ? drawn.png() : drawn.jpeg()).toBuffer())
    paths.push(path)
  }
  return paths
}

/** The system's own pickers cannot be clicked; they answer at once instead. */
async function answerPickers({ electron }: Application, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = (_window: unknown, options: { defaultPath?: string } = {}) =>
      Promise.resolve({ canceled: false, filePath: `${chosen}/${options.defaultPath ?? ''}` })
  }, path)
}

/** Mean levels of red, green and blue. */
async function meansOf(picture: Sharp): Promise<number[]> {
  const { channels } = await sharp(await picture.png().toBuffer()).stats()
  return channels.slice(0, 3).map(({ mean }) => mean)
}

function apart(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((level, part) => Math.abs(level - (other[part] ?? 0))))
}

test('a photograph is filled by a window a person moves, checked, and linked', async ({
  application,
  folder,
}) => {
  test.setTimeout(240_000)
  const { window } = application
  const [square = '', ...others] = await drawPhotos(join(folder, 'foto'))
  const before = readFileSync(square)
  await useOfficeScreen(application)
  await enter(window)
  await dropFiles(window, [square, ...others])
  await checkEnds(window, 4)

  await test.step('the finding itself leads there', async () => {
    const details = await openRow(window, 'Gotong Royong FT04.jpg')
    await picture(application, 'fix-pane-ms-light')
    await expect(details.getByRole('button', { name: 'Jadikan 1200×630' })).toHaveCount(1)
    await details.getByRole('button', { name: 'Jadikan 1200×630' }).click()
    await expect(window.getByRole('heading', { name: 'Jadikan 1200×630' })).toBeFocused()
    await expect(window.getByText('gotong-royong-ft04-1200x630.jpg')).toBeVisible()
    await expect(window.getByRole('img', { name: /^Hasil daripada/ })).toBeVisible()
    await picture(application, 'fix-pad-ms-light')
    await expectAccessible(application)
  })

  const cropWindow = window.getByRole('slider', { name: 'Tetingkap potongan' })
  await test.step('the window is moved by keys and by mouse, and the result follows', async () => {
    await window.getByRole('radio', { name: 'Penuhkan & potong' }).check()
    await expect(cropWindow).toBeVisible()
    await cropWindow.focus()
    await window.keyboard.press('Home')
    await expect(cropWindow).toHaveAttribute('aria-valuetext', '0% dari kiri, 0% dari atas')
    for (let times = 0; times < 2; times++) await window.keyboard.press('Shift+ArrowDown')
    // The window is 1050 of 2000 rows: two tenths of the picture are 400 of the 950 left.
    await expect(cropWindow).toHaveAttribute('aria-valuetext', '0% dari kiri, 42% dari atas')
    await window.keyboard.press('ArrowDown')
    await expect(cropWindow).toHaveAttribute('aria-valuetext', '0% dari kiri, 44% dari atas')

    const box = await cropWindow.boundingBox()
    if (!box) throw new Error('The window is not shown')
    await window.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await window.mouse.down()
    await window.mouse.move(box.x + box.width / 2, box.y - 400, { steps: 12 })
    await window.mouse.up()
    await expect(cropWindow).toHaveAttribute('aria-valuetext', '0% dari kiri, 0% dari atas')
    await window.keyboard.press('End')
    await expect(cropWindow).toHaveAttribute('aria-valuetext', '100% dari kiri, 100% dari atas')
    await expect(window.getByRole('img', { name: 'Hasil sedang disediakan' })).toHaveCount(0)
    await picture(application, 'fix-fill-ms-light')
    await expectAccessible(application)
  })

  await test.step('what is saved is checked at once, and says where it came from', async () => {
    await button(window, 'Jadikan').click()
    await expect(
      notice(window, 'gotong-royong-ft04-1200x630.jpg dibuat dan disemak: Lulus.'),
    ).toBeVisible({ timeout: 30_000 })
    const made = row(window, 'gotong-royong-ft04-1200x630.jpg')
    await expect(made).toContainText('Lulus')
    const details = window.getByRole('complementary')
    await expect(details.getByRole('heading', { name: 'Dibuat daripada' })).toBeVisible()
    await expect(details).toContainText('Dibuat di sini, bukan daripada fail')
    await expect(details).not.toContainText('berulang')
    await picture(application, 'fix-linked-ms-light')
    await expectAccessible(application)
    await details.getByRole('button', { name: 'Semakan: tunjukkan Gotong Royong FT04.jpg' }).click()
    await expect(details.getByRole('heading', { name: 'Dijadikan' })).toBeVisible()
    await expect(details).toContainText('gotong-royong-ft04-1200x630.jpg')
  })

  await test.step('it is taken back like anything done', async () => {
    await button(window, 'Buat asal').click()
    await expect(notice(window, 'Hasil dibuang daripada semakan.')).toBeVisible()
    await expect(row(window, 'gotong-royong-ft04-1200x630.jpg')).toHaveCount(0)
    await expect(row(window, 'Gotong Royong FT04.jpg')).toBeVisible()
    expect(readFileSync(square)).toEqual(before)
  })

  await test.step('by keys alone, from the list to the result and back to nothing', async () => {
    await openRow(window, 'Gotong Royong FT04.jpg')
    await window.keyboard.press('j')
    await expect(window.getByRole('heading', { name: 'Jadikan 1200×630' })).toBeFocused()
    await window.keyboard.press('Escape')
    await expect(window.getByRole('heading', { name: 'Semakan Imej', level: 1 })).toBeVisible()
    await window.keyboard.press('j')
    await expect(window.getByText('gotong-royong-ft04-1200x630.jpg')).toBeVisible()
    await expect(window.getByRole('img', { name: 'Hasil sedang disediakan' })).toHaveCount(0)
    await window.keyboard.press('Control+Enter')
    const made = row(window, 'gotong-royong-ft04-1200x630.jpg')
    await expect(made).toContainText('Lulus', { timeout: 30_000 })
    await button(window, 'Buang hasil').click()
    await expect(made).toHaveCount(0)
  })

  await test.step('many get the same choices and go into a folder', async () => {
    const target = join(folder, 'siap')
    mkdirSync(target)
    await answerPickers(application, target)
    for (const name of ['Majlis Perasmian.jpg', 'Lawatan Tapak.jpg', 'Jambatan.png']) {
      await row(window, name).getByRole('checkbox').check()
    }
    await button(window, 'Jadikan 1200×630 (3)').click()
    await expect(window.getByText('Imej 1 daripada 3')).toBeVisible()
    await window.getByRole('combobox', { name: 'Tepi' }).selectOption('edge')
    await window.getByRole('checkbox', { name: 'Masukkan ke semakan' }).uncheck()
    await expect(window.getByText('Pilih sekurang-kurangnya satu tempat.')).toBeVisible()
    await window.getByRole('checkbox', { name: 'Simpan ke folder' }).check()
    await expect(window.getByRole('img', { name: /^Hasil daripada/ })).toBeVisible()
    await expect(window.getByRole('img', { name: 'Hasil sedang disediakan' })).toHaveCount(0)
    await picture(application, 'fix-many-ms-light')
    await button(window, 'Jadikan 3 imej').click()
    await expect(window.getByRole('heading', { name: '3 daripada 3 imej dibuat' })).toBeVisible({
      timeout: 60_000,
    })
    await picture(application, 'fix-outcomes-ms-light')
    await expectAccessible(application)
    expect(readdirSync(target).toSorted()).toEqual([
      'jambatan-1200x630.jpg',
      'lawatan-tapak-1200x630.jpg',
      'majlis-perasmian-1200x630.jpg',
    ])
    for (const name of readdirSync(target)) {
      // By a decoder that is not the application's: another process, the native build.
      const { width, height, exif, icc, space } = await sharp(join(target, name)).metadata()
      expect([width, height, exif, icc, space]).toEqual([1200, 630, undefined, undefined, 'srgb'])
    }
    // The wide colours were brought into sRGB, not taken for it.
    const [, wide = ''] = [square, ...others]
    const wanted = await meansOf(sharp(wide).resize(630, 630))
    const untouched = await meansOf(sharp(wide, { ignoreIcc: true }).resize(630, 630))
    const inFrame = { left: 285, top: 0, width: 630, height: 630 }
    const made = await meansOf(
      sharp(join(target, 'majlis-perasmian-1200x630.jpg')).extract(inFrame),
    )
    expect(apart(made, wanted)).toBeLessThan(1)
    expect(apart(made, untouched)).toBeGreaterThan(3)
    await button(window, 'Selesai').click()
    await expect(row(window, 'Jambatan.png')).toBeVisible()
  })
  expect(application.complaints).toEqual([])
})

test('sizes are the office’s own, and the library is a place to start from', async ({
  application,
  folder,
}) => {
  test.setTimeout(240_000)
  const { window } = application
  const [square = ''] = await drawPhotos(join(folder, 'foto'))
  await useOfficeScreen(application)
  await enter(window)

  await test.step('a size is added in Settings, and the original ones come back', async () => {
    await goTo(window, 'Tetapan', 'Saiz imej')
    await expect(window.getByText('Ukuran Melaka 13.5')).toBeVisible()
    await button(window, 'Tambah saiz').click()
    const name = window.getByRole('textbox', { name: 'Nama' }).last()
    await name.fill('Papan iklan')
    await window.getByRole('spinbutton', { name: 'Papan iklan: Lebar' }).fill('2000')
    await window.getByRole('spinbutton', { name: 'Papan iklan: Tinggi' }).fill('500')
    await button(window, 'Simpan').click()
    await expect(notice(window, 'Saiz imej telah disimpan.')).toBeVisible()
    await picture(application, 'image-presets-ms-light')
    await expectAccessible(application)
  })

  await test.step('each channel has its limit and format, from its own documents', async () => {
    await goTo(window, 'Tetapan', 'Had saluran')
    await expect(window.getByText('Instagram Platform, Content publishing')).toBeVisible()
    await window.getByRole('spinbutton', { name: 'Blog: Had saiz fail' }).fill('200')
    await button(window, 'Simpan').click()
    await expect(notice(window, 'Had saluran telah disimpan.')).toBeVisible()
    await picture(application, 'image-channels-ms-light')
    await expectAccessible(application)
  })

  await test.step('a library picture is made to it, and checked in a batch of its own', async () => {
    await goTo(window, 'Semakan Imej')
    await dropFiles(window, [square])
    await checkEnds(window, 1)
    await openRow(window, 'Gotong Royong FT04.jpg')
    await button(window, 'Simpan dalam pustaka').click()
    await expect(notice(window, /disimpan dalam pustaka/)).toBeVisible({ timeout: 30_000 })
    await goTo(window, 'Pustaka')
    await row(window, 'Gotong Royong FT04.jpg').click()
    await button(window, 'Jadikan 1200×630').click()
    const sizes = window.getByRole('combobox', { name: 'Saiz' })
    await sizes.selectOption({ label: 'Papan iklan · 2000×500' })
    await window.getByRole('radio', { name: 'Penuhkan & potong' }).check()
    await expect(window.getByRole('slider', { name: 'Tetingkap potongan' })).toBeVisible()
    await expect(window.getByText('gotong-royong-ft04-2000x500.jpg')).toBeVisible()
    const channels = window.getByRole('combobox', { name: 'Saluran' })
    await channels.selectOption({ label: 'Instagram' })
    await expect(window.getByRole('combobox', { name: 'Format' })).toHaveValue('jpeg')
    await channels.selectOption({ label: 'Blog' })
    await expect(window.getByRole('spinbutton', { name: 'Had saiz fail' })).toHaveValue('200')
    await expect(window.getByText(/Had Blog: 200 kB/)).toBeVisible()
    for (const { look, scheme, language, html } of looks) {
      await window.emulateMedia({ colorScheme: scheme })
      await button(window, language).click()
      await expect(window.locator('html')).toHaveAttribute('lang', html)
      await expect(window.locator('html')).toHaveAttribute('data-theme', scheme)
      await picture(application, `fix-fill-${look}`)
      await expectAccessible(application)
    }
    await window.keyboard.press('Control+Enter')
    await expect(notice(window, /^gotong-royong-ft04-2000x500\.jpg was made/)).toBeVisible({
      timeout: 30_000,
    })
    const details = window.getByRole('complementary')
    await details.getByRole('button', { name: 'Library: show Gotong Royong FT04.jpg' }).click()
    await expect(details.getByRole('heading', { name: 'Made into' })).toBeVisible()
    await picture(application, 'fix-library-en-light')
    await expectAccessible(application)
  })

  await test.step('the sizes read well in the other pairs of language and theme', async () => {
    await goTo(window, 'Settings', 'Image sizes')
    for (const { look, scheme, language, html } of looks) {
      await window.emulateMedia({ colorScheme: scheme })
      await button(window, language).click()
      await expect(window.locator('html')).toHaveAttribute('lang', html)
      await expect(window.locator('html')).toHaveAttribute('data-theme', scheme)
      await picture(application, `image-presets-${look}`)
      await expectAccessible(application)
    }
    await button(window, 'Restore the original sizes').click()
    await button(window, 'Save').click()
    await expect(notice(window, 'The image sizes were saved.')).toBeVisible()
    await expect(window.getByRole('spinbutton', { name: 'Papan iklan: Width' })).toHaveCount(0)
  })
  expect(application.complaints).toEqual([])
})
