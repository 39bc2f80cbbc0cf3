import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

/** What the choice of folder depends on; the defaults are this process's own. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
}

/**
 * The folder that holds everything the application keeps. `BKK_DATA_DIR` names another one; else it
 * is the system's place for data that stays on this computer (on Windows the local profile, because
 * a roaming one is copied over the network at each sign-in). The window and the command line use
 * this same answer.
 * @throws Error when `BKK_DATA_DIR` is relative: what it meant would depend on where one stood.
 */
export function systemDataFolder(
  { env, platform, home }: Surroundings = {
    env: process.env,
    platform: process.platform,
    home: homedir(),
  },
): string {
  const chosen = env['BKK_DATA_DIR']
  if (chosen !== undefined && chosen !== '') {
    if (!isAbsolute(chosen)) throw new Error('BKK_DATA_DIR must be an absolute path')
    return resolve(chosen)
  }
  switch (platform) {
    case 'win32':
      return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Ruang Kerja BKK')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Ruang Kerja BKK')
    default:
      return join(dataHome(env, home), 'ruang-kerja-bkk')
  }
}

/** XDG Base Directory Specification: a relative value is invalid and to be ignored. */
function dataHome(env: Surroundings['env'], home: string): string {
  const given = env['XDG_DATA_HOME']
  return given !== undefined && isAbsolute(given) ? given : join(home, '.local', 'share')
}
