import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const Bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})

/** What the shell remembers before anything is unlocked; nothing about people or their work. */
const Settings = z.object({
  language: z.enum(['ms', 'en']).default('ms'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  window: z.object({ bounds: Bounds, maximized: z.boolean() }).nullable().default(null),
})
export type Settings = z.infer<typeof Settings>

export interface SettingsFile {
  readonly current: Settings
  change(changes: Partial<Settings>): void
}

/** Opens the shell's settings; an unreadable or damaged file counts as none. */
export function openSettings(path: string): SettingsFile {
  let current = readSettings(path)
  return {
    get current() {
      return current
    },
    change(changes) {
      current = { ...current, ...changes }
      // Written beside and renamed: a crash leaves the old file or the new one, never half of one.
      try {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(`${path}.new`, JSON.stringify(current, null, 2))
        renameSync(`${path}.new`, path)
      } catch {
        // A full disk must not take the application along because of where its window stood; what
        // was chosen holds until it is closed.
      }
    },
  }
}

function readSettings(path: string): Settings {
  try {
    return Settings.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return Settings.parse({})
  }
}
