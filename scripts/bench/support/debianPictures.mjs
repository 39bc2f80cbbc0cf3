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
  execFileSync('apt-get', ['download', name], { cwd: fetching, stdio: ['ignore', 'ignore', 2] })
  for (const file of readdirSync(fetching)) {
    execFileSync('dpkg-deb', ['-x', file, 'all'], { cwd: fetching })
  }
  renameSync(join(fetching, 'all'), folder)
  rmSync(fetching, { recursive: true, force: true })
  return folder
}

/** @param {string} folder @returns {string[]} */
export function picturesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(jpe?g|png|webp)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
