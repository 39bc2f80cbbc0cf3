/** Photographs and wallpapers that Debian packages bring. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import sharp from 'sharp'
import {
  cache,
  picturesIn,
  qtResourcesIn,
  unpacked,
  webpAt,
  webpPlacesIn,
} from '../support/debianPictures.mjs'

/** @typedef {{ name: string, photo: boolean, bytes: Buffer, faint?: boolean }} Original */

/** Named one by one: which of their files are photographs was decided by looking at them.
 * @type {Record<string, string[]>} */
const photographs = {
  'lomiri-wallpapers-16.04': [
    'Bridge_by_Sander_Klootwijk.jpg',
    'Dragonfly_by_Bolly.jpg',
    'Picture_0B_by_freespace.jpg',
    'Picture_1A_by_freespace.jpg',
    'Wine_by_Jakkub_Mede.jpg',
    'aitzgorri_by_Aitzol_Berasategi.jpg',
    'free_by_Peter_Nerlich.jpg',
    'friends_by_Aitzol_Berasategi.jpg',
    'greentock_by_Peter_Nerlich.jpg',
    'life_by_Aitzol_Berasategi.jpg',
    'picosdeeuropa_by_Aitzol_Berasategi.jpg',
    'seeding_by_Clements_Engelhardt.jpg',
    'sunset_by_Aitzol_Berasategi.jpg',
  ],
  'lomiri-wallpapers-20.04': ['Kleiber_by_Lukas_Baubkus.jpg'],
  'mate-backgrounds': [
    'Aqua.jpg',
    'Blinds.jpg',
    'Dune.jpg',
    'FreshFlower.jpg',
    'Garden.jpg',
    'GreenMeadow.jpg',
    'LadyBird.jpg',
    'RainDrops.jpg',
    'Storm.jpg',
    'TwoWings.jpg',
    'YellowFlower.jpg',
  ],
  'opencv-doc': [
    'aloeL.jpg',
    'aloeR.jpg',
    'scenetext02.jpg',
    'scenetext04.jpg',
    'scenetext05.jpg',
    'detect_test2.jpg',
  ],
  'plasma-workspace-wallpapers': [
    'BytheWater',
    'ColdRipple',
    'ColorfulCups',
    'DarkestHour',
    'EveningGlow',
    'FallenLeaf',
    'Grey',
    'Kite',
    'OneStandsOut',
    'Path',
    'summer_1am',
  ],
}

/** Drawn backgrounds: nothing is wrong with them, smooth as they are.
 * @type {readonly string[]} */
const drawn = [
  'gnome-backgrounds',
  'mate-backgrounds',
  'sway-backgrounds',
  'ukui-wallpapers',
  'plasma-workspace-wallpapers',
]

/** Their slogan is so faint that a warning would be right. */
const faint = /GreenTraditional|Sway_Wallpaper/

/** Its activities hold photographs of 1 024 px, one WebP after another in a Qt resource file. */
const withResources = 'gcompris-qt-data'

/**
 * What names a picture whatever its size, colours, and whether it is the light or the dark one: no
 * two of one stem stand on both sides. KDE's wallpapers are folders of sizes; a stereo pair is one scene.
 * @param {string} name
 */
export function stemOf(name) {
  const folder = /([^/]+)\/contents\//.exec(name)?.[1]
  const stem = folder ?? basename(name).replace(/\.(jpe?g|png|webp)$/i, '')
  return stem
    .replace(/[-_ ]?\d{3,5}x\d{3,5}/gi, '')
    .replace(/^aloe[LR]$/, 'aloe')
    .toLowerCase()
    .replace(/[-_ ](light|dark|day|night|cold|warm|radioactive|portrait)(?=[-_ ]|$)/g, '')
    .replace(/[-_ ][ld]$/, '')
    .replace(/^mate[-_ ]/, '')
}

/**
 * All of them in a fixed order; of every two stems one is in set A, the other in set B, photographs
 * and drawn backgrounds each for themselves.
 * @param {'tuning' | 'reporting'} set
 * @returns {Promise<Original[]>}
 */
export async function originals(set) {
  const files = [
    ...Object.entries(photographs).flatMap(([name, wanted]) => photosOf(unpacked(name), wanted)),
    ...(await fromResources(unpacked(withResources))),
    ...(await Promise.all(drawn.map((name) => drawnOf(unpacked(name))))).flat(),
  ]
  const side = set === 'tuning' ? 0 : 1
  return [true, false].flatMap((photo) => {
    const some = files.filter((file) => file.photo === photo)
    const stems = [...new Set(some.map(({ name }) => stemOf(name)))]
    return some.filter(({ name }) => stems.indexOf(stemOf(name)) % 2 === side)
  })
}

/** @param {string} path */
function isOneOf(path, /** @type {readonly string[]} */ wanted) {
  return wanted.some((name) =>
    name.includes('.') ? basename(path) === name : path.includes(`/${name}/contents/images/`),
  )
}

/** @param {string} folder @param {readonly string[]} wanted @returns {Original[]} */
function photosOf(folder, wanted) {
  return picturesIn(folder)
    .filter((path) => isOneOf(path, wanted))
    .map((path) => ({ name: path.slice(cache.length + 1), photo: true, bytes: readFileSync(path) }))
}

/** @param {string} folder @returns {Promise<Original[]>} */
async function drawnOf(folder) {
  const all = Object.values(photographs).flat()
  /** @type {Original[]} */
  const found = []
  for (const path of picturesIn(folder).filter((one) => !isOneOf(one, all))) {
    const bytes = readFileSync(path)
    const { width, height } = await sharp(bytes).metadata()
    if (width < 1_200 || height < 630) continue
    const name = path.slice(cache.length + 1)
    found.push({ name, photo: false, bytes, faint: faint.test(path) })
  }
  return found
}

/** @param {string} folder @returns {Promise<Original[]>} */
async function fromResources(folder) {
  /** @type {Original[]} */
  const found = []
  for (const file of qtResourcesIn(folder)) {
    const bytes = readFileSync(file)
    for (const at of webpPlacesIn(bytes)) {
      const webp = webpAt(bytes, at)
      const header = await sharp(webp)
        .metadata()
        .catch(() => null)
      if (header === null || header.hasAlpha || header.width < 800 || header.height < 500) continue
      found.push({ name: `${basename(file)}@${at}`, photo: true, bytes: Buffer.from(webp) })
    }
  }
  return found
}
