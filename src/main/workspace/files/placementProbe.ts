import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { placementOf, type Placement } from './placement.ts'

/** Asks the system where a folder lies that need not exist yet; what cannot be told is taken as local. */
export function probePlacement(path: string): Placement {
  const { existing, rest } = nearestExisting(path)
  const real = realOf(existing)
  return placementOf({
    path,
    realPath: join(real, ...rest),
    platform: process.platform,
    home: homedir(),
    env: process.env,
    fileSystem: fileSystemOf(real),
    markers: markersAbove(existing),
  })
}

function nearestExisting(path: string): { existing: string; rest: string[] } {
  const rest: string[] = []
  let existing = path
  while (!existsSync(existing) && dirname(existing) !== existing) {
    rest.unshift(basename(existing))
    existing = dirname(existing)
  }
  return { existing, rest }
}

/** On Windows a mapped drive and a junction come back as what they stand for: `\\server\share`. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}

function markersAbove(path: string): string[] {
  const known = [
    '.stfolder',
    '.dropbox',
    '.dropbox.cache',
    '.owncloudsync.log',
    '.nextcloudsync.log',
  ]
  const found: string[] = []
  for (let folder = path; ; folder = dirname(folder)) {
    // Dropbox keeps `.dropbox` in the home folder of who has it, synchronised or not.
    const here = folder === homedir() ? known.slice(0, 1) : known
    found.push(...here.filter((name) => existsSync(join(folder, name))))
    if (dirname(folder) === folder) return found
  }
}

function fileSystemOf(path: string): string | null {
  try {
    if (process.platform === 'linux') {
      return fileSystemIn(readFileSync('/proc/self/mountinfo', 'utf8'), path)
    }
    if (process.platform === 'darwin') {
      return fileSystemInMount(execFileSync('/sbin/mount', { encoding: 'utf8' }), path)
    }
  } catch {
    // A system that does not tell: its path must do.
  }
  return null
}

/** The kind of file system of a path, from Linux' table of mounts (proc(5), mountinfo). */
export function fileSystemIn(mountInfo: string, path: string): string | null {
  return deepest(
    path,
    mountInfo.split('\n').map((line) => {
      const [before = '', after = ''] = line.split(' - ')
      return { at: unescape(before.split(' ')[4] ?? ''), kind: after.split(' ')[0] ?? '' }
    }),
  )
}

/** The same from what `mount` prints on macOS: `//host/share on /Volumes/share (smbfs, nodev)`. */
export function fileSystemInMount(printed: string, path: string): string | null {
  return deepest(
    path,
    printed.split('\n').map((line) => {
      const [, at = '', kind = ''] = / on (.+) \((\w+)/.exec(line) ?? []
      return { at, kind }
    }),
  )
}

function deepest(
  path: string,
  mounts: readonly { readonly at: string; readonly kind: string }[],
): string | null {
  const above = mounts.filter(
    ({ at }) => at !== '' && (path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`)),
  )
  // Of two mounts at one place the later one is seen.
  return (
    above.reduce<(typeof mounts)[number] | null>(
      (best, mount) => (best === null || mount.at.length >= best.at.length ? mount : best),
      null,
    )?.kind ?? null
  )
}

/** Spaces and the like are written in octal: `\040`. */
function unescape(text: string): string {
  return text.replaceAll(/\\(\d{3})/g, (_, octal: string) =>
    String.fromCharCode(parseInt(octal, 8)),
  )
}
