/** Pictures that Debian packages bring, fetched once through apt and unpacked into the cache. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const cache = fileURLToPath(new URL('../../../.cache/bench-pictures', import.meta.url))

/**
 * @param {string} name of a package; nothing is installed
 * @returns {string} the folder with what it would install
 */
export function unpacked(name) {
  const folder = join(cache, name)
  if (existsSync(folder)) return folder
  const fetching = join(cache, `${name}.part`)
  rmSync(fetching, { recursive: true, force: true })
  mkdirSync(fetching, { recursive: true })
  download(name, fetching)
  for (const file of readdirSync(fetching)) {
    execFileSync('dpkg-deb', ['-x', file, 'all'], { cwd: fetching })
  }
  renameSync(join(fetching, 'all'), folder)
  rmSync(fetching, { recursive: true, force: true })
  return folder
}

/** The lists of packages may be older than the package: read anew, once. */
let listsAreFresh = false

/** @param {string} name @param {string} folder */
function download(name, folder) {
  const fetch = () =>
    execFileSync('apt-get', ['download', name], { cwd: folder, stdio: ['ignore', 'ignore', 2] })
  try {
    fetch()
  } catch (error) {
    if (listsAreFresh) throw error
    listsAreFresh = true
    execFileSync('apt-get', ['update'], { stdio: ['ignore', 'ignore', 2] })
    fetch()
  }
}

/** @param {string} folder @returns {string[]} */
export function picturesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(jpe?g|png|webp)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/**
 * Where the WebP pictures begin in a Qt resource file, which holds one file after another.
 * @param {Buffer} bytes @returns {number[]}
 */
export function webpPlacesIn(bytes) {
  const places = []
  for (let at = bytes.indexOf('RIFF'); at >= 0; at = bytes.indexOf('RIFF', at + 4)) {
    if (bytes.toString('latin1', at + 8, at + 12) === 'WEBP') places.push(at)
  }
  return places
}

/** @param {Buffer} bytes @param {number} at see `webpPlacesIn` */
export function webpAt(bytes, at) {
  return bytes.subarray(at, at + 8 + bytes.readUInt32LE(at + 4))
}

/** @param {string} folder @returns {string[]} */
export function qtResourcesIn(folder) {
  const rooms = join(folder, 'usr/share/gcompris-qt/rcc')
  return readdirSync(rooms)
    .sort()
    .map((name) => join(rooms, name))
}
