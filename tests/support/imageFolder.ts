import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  drawPoster,
  open,
  posterText,
  scene,
  type RawPicture,
  type Size,
  type Template,
} from './pictures.ts'

/** What the check must say of a file: its tag, and a part of its first finding. */
export interface ExpectedFile {
  readonly name: string
  readonly standing: string
  readonly finding: string | null
}

export interface ImageFolder {
  /** What is dropped: files, and one folder. */
  readonly paths: readonly string[]
  /** Every file that must get a row, in whatever order. */
  readonly expected: readonly ExpectedFile[]
}

const camera = {
  IFD0: { Make: 'Canon', Model: 'EOS R6' },
  IFD2: { ExposureTime: '1/125' },
}
const templates: readonly Template[] = ['card', 'grid', 'quote', 'notice', 'table', 'frame']

/** Thirty files as a unit would drop them, the hostile ones among them, in a folder of its own. */
export async function drawImageFolder(folder: string): Promise<ImageFolder> {
  const expected: ExpectedFile[] = []
  const paths: string[] = []
  const inside = join(folder, 'majlis')
  mkdirSync(inside, { recursive: true })

  function file(name: string, standing: string, finding: string | null): string {
    expected.push({ name, standing, finding })
    const path = join(folder, name)
    paths.push(path)
    return path
  }

  for (const [place, template] of templates.entries()) {
    const path = file(`Hantaran ${place + 1}.jpg`, 'Lulus', null)
    await open(await poster(template, 40 + place))
      .jpeg({ quality: 90 })
      .toFile(path)
  }
  await drawSizes(file)
  await drawCopies(file)
  await drawSiblings(file)
  drawBroken(file, join(folder, 'Hantaran 1.jpg'))

  for (const name of ['IMG_2001.jpg', 'IMG_2002.jpg', 'IMG_2003.jpg']) {
    const picture = await scene(200 + expected.length, { width: 1600, height: 1067 })
    await open(picture).withExif(camera).jpeg({ quality: 88 }).toFile(join(inside, name))
    expected.push({ name, standing: 'Lulus', finding: null })
  }
  await open(await scene(300, { width: 1500, height: 500 }))
    .png()
    .toFile(join(inside, 'kepala.png'))
  await open(await scene(301, { width: 400, height: 400 }))
    .png()
    .toFile(join(inside, 'logo.png'))
  for (const name of ['kepala.png', 'logo.png']) {
    expected.push({ name, standing: 'Lulus', finding: null })
  }
  return { paths: [...paths, inside], expected }
}

/** A poster, a sibling of its template, and one too small. */
export async function drawFewImages(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const photo = await scene(91)
  const draw = async (name: string, title: string, size?: Size) => {
    const text = { ...posterText(7), title }
    const look = { template: 'card', style: 21, text, textSize: 26, photo } as const
    const path = join(folder, name)
    await open(await drawPoster(size ? { ...look, size } : look))
      .png()
      .toFile(path)
    return path
  }
  return [
    await draw('Open road.png', 'Jalan dibuka'),
    await draw('Closed road.png', 'Jalan ditutup'),
    await draw('Small.png', 'Kecil', { width: 400, height: 210 }),
  ]
}

/** Photographs that have nothing in common, small and quickly drawn. */
export async function drawScenes(folder: string, count: number): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const paths: string[] = []
  for (let place = 1; place <= count; place++) {
    const path = join(folder, `IMG_${String(place).padStart(4, '0')}.jpg`)
    const picture = await scene(10_000 + place, { width: 600, height: 315 })
    await open(picture).jpeg({ quality: 80 }).toFile(path)
    paths.push(path)
  }
  return paths
}

/** Styles whose writing stands out from its paper: others would be warned of. */
const clearStyles = [0, 1, 5, 7, 8, 9, 12, 14, 15, 16, 19, 22, 23, 27, 29, 31, 35, 39, 51, 54, 58]

type NewFile = (name: string, standing: string, finding: string | null) => string

async function poster(template: Template, seed: number, size?: Size): Promise<RawPicture> {
  const photo = await scene(seed)
  const text = posterText(seed)
  const style = clearStyles[seed % clearStyles.length] ?? 0
  return drawPoster({ template, style, text, textSize: 24, photo, ...(size ? { size } : {}) })
}

/** Melaka 13.5: below 600 wide or 315 high is rejected, 1200×630 passes, anything else warns. */
async function drawSizes(file: NewFile): Promise<void> {
  const sizes = [
    [560, 315, 'Ditolak', 'kurang daripada minimum 600×315 px'],
    [600, 314, 'Ditolak', 'kurang daripada minimum 600×315 px'],
    [600, 315, 'Amaran', 'berbeza daripada saiz disyorkan 1200×630 px'],
    [1080, 1080, 'Amaran', 'berbeza daripada saiz disyorkan 1200×630 px'],
    [2400, 1260, 'Amaran', 'berbeza daripada saiz disyorkan 1200×630 px'],
  ] as const
  for (const [place, [width, height, standing, finding]] of sizes.entries()) {
    const path = file(`Ukuran ${width}x${height}.png`, standing, finding)
    const drawn = await poster(templates[place] ?? 'card', 60 + place, { width, height })
    await open(drawn).png().toFile(path)
  }
  const printed = file('Untuk cetakan.jpg', 'Amaran', 'Warna imej ialah CMYK')
  await open(await poster('frame', 70))
    .toColourspace('cmyk')
    .jpeg({ quality: 92 })
    .toFile(printed)
}

/**
 * The first in the order of paths is the original; its copies come after it. A poster saved again
 * differs from it by half of what the comparison puts down to saving, so that all are certain.
 */
async function drawCopies(file: NewFile): Promise<void> {
  const original = await poster('notice', 80)
  const first = file('Poster A asal.png', 'Lulus', null)
  await open(original).png().toFile(first)
  copyFileSync(first, file('Poster B salinan.png', 'Ditolak', 'salinan tepat Poster A asal.png'))
  const repeats = 'Gambar ini mengulang Poster A asal.png.'
  const again = file('Poster C simpan semula.jpg', 'Ditolak', repeats)
  await open(original).jpeg({ quality: 80 }).toFile(again)
  const mirrored = file('Poster D cermin.jpg', 'Ditolak', repeats)
  await open(original).flop().jpeg({ quality: 80 }).toFile(mirrored)
}

/** Posters of one template with another date: never rejected, but put to a person. */
async function drawSiblings(file: NewFile): Promise<void> {
  const photo = await scene(91)
  for (const [place, day] of ['10', '11', '12', '13'].entries()) {
    const [standing, finding] =
      place === 0
        ? (['Lulus', null] as const)
        : (['Amaran', 'Gambar ini mungkin mengulang Templat 10 Dis.png.'] as const)
    const path = file(`Templat ${day} Dis.png`, standing, finding)
    const text = { ...posterText(7), footer: `Tarikh: ${day} Disember 2026` }
    const drawn = await drawPoster({ template: 'card', style: 21, text, textSize: 26, photo })
    await open(drawn).png().toFile(path)
  }
}

function drawBroken(file: NewFile, whole: string): void {
  const unreadable = 'Tidak boleh dibaca'
  const bytes = readFileSync(whole)
  const cut = file('Terpotong.jpg', unreadable, 'rosak atau tidak lengkap')
  writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length / 3)))
  writeFileSync(file('Kosong.png', unreadable, 'Fail ini kosong'), '')
  writeFileSync(file('Nota.jpg', unreadable, 'bukan imej dalam format'), 'Ini teks, bukan imej.')
  execFileSync('mkfifo', [file('Paip.jpg', unreadable, 'bukan fail biasa')])
  const renamed = file('Sebenarnya JPEG.png', 'Ditolak', 'salinan tepat Hantaran 1.jpg')
  copyFileSync(whole, renamed)
}
