import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { MeasureCache } from '../../workspace/images/engine/measureCache.ts'

/** Days after which what nobody asked for again is thrown away. */
const keptDays = 14
const dayMs = 86_400_000

/**
 * What the command line measured, in the system's place for what may be thrown away at any time,
 * readable by this user only. `BKK_CACHE_DIR` names another folder. A cache that cannot be read or
 * written makes nothing fail: the files are measured again.
 */
export function openMeasureCache(folder: string = cacheFolder()): MeasureCache {
  const fileOf = (name: string): string => join(folder, name.slice(0, 2), name)
  const ready = throwOldAway(folder)
  return {
    async get(name) {
      try {
        await ready
        const bytes = await readFile(fileOf(name))
        // Its age counts from when it was last of use.
        const now = new Date()
        await utimes(fileOf(name), now, now)
        return bytes
      } catch {
        return null
      }
    },
    async put(name, bytes) {
      const file = fileOf(name)
      const beside = `${file}.${randomBytes(4).toString('hex')}.baharu`
      try {
        await mkdir(join(folder, name.slice(0, 2)), { recursive: true, mode: 0o700 })
        await writeFile(beside, bytes, { mode: 0o600 })
        await rename(beside, file)
      } catch {
        await rm(beside, { force: true }).catch(() => undefined)
      }
    },
  }
}

function cacheFolder({ env, platform } = process): string {
  const home = homedir()
  const given = env['BKK_CACHE_DIR'] ?? env['XDG_CACHE_HOME']
  if (given !== undefined && isAbsolute(given)) return join(given, 'ruang-kerja-bkk', 'ukuran')
  const base =
    platform === 'win32'
      ? join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Temp')
      : join(home, platform === 'darwin' ? 'Library/Caches' : '.cache')
  return join(base, 'ruang-kerja-bkk', 'ukuran')
}

/** Once a day: the folder's own time tells when it was last done. */
async function throwOldAway(folder: string): Promise<void> {
  const marker = join(folder, 'dibersihkan')
  try {
    const last = await timeOf(marker)
    if (last !== null && Date.now() - last < dayMs) return
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(marker, '')
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const file = join(entry.parentPath, entry.name)
      const used = await timeOf(file)
      if (used !== null && Date.now() - used > keptDays * dayMs) await rm(file, { force: true })
    }
  } catch {
    // It stays as it is; the next check tries again.
  }
}

async function timeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs
  } catch {
    return null
  }
}
