import { existsSync, mkdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Backup } from '#contract/backups'
import { WorkspaceError } from '#contract/errors'
import { copyDurably, writeDurably } from '../files/durable.ts'
import { KeyFile } from '../gate/keys.ts'
import { explainFile } from './explainFile.ts'
import {
  filesOf,
  mediaOf,
  mediaPool,
  readBackups,
  readManifest,
  removeLeftovers,
  thinOut,
} from './folderOfBackups.ts'
import { copyMedia } from './mediaFiles.ts'
import type { Hooks } from './make.ts'
import { namesToKeep } from './rules.ts'

/** The key file beside the backups, so that another computer can open them. */
export const keyFileName = 'kunci.json'

/** Where the backups of a workspace lie in a folder that others may use as well. */
export function placeIn(folder: string, workspace: string): string {
  return join(folder, `Sandaran BKK ${workspace}`)
}

/** @throws WorkspaceError `backups.folder-inside` when it lies in the data folder or around it */
export function refuseInside(folder: string, dataFolder: string): void {
  const holds = (outer: string, inner: string): boolean => {
    const way = relative(outer, inner)
    return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way))
  }
  if (holds(dataFolder, folder) || holds(folder, dataFolder)) {
    throw new WorkspaceError('backups.folder-inside')
  }
}

export function isOnSameDisk(folder: string, other: string): boolean {
  try {
    return statSync(folder).dev === statSync(other).dev
  } catch {
    // One of them is not there now: nothing can be said.
    return false
  }
}

export interface SecondCopy {
  /** The workspace's own folder of backups. */
  readonly from: string
  /** As chosen. */
  readonly folder: string
  readonly workspace: string
  readonly keyFile: string
  readonly now: string
}

/**
 * Copies what the second folder lacks of the backups that it should keep, newest first, with their
 * originals and the key file; what was not reached now is copied the next time.
 * @returns how many backups were copied
 * @throws WorkspaceError `backups.folder-missing` when it is away, or why it cannot be written
 */
export async function copyToSecond(copy: SecondCopy, hooks: Hooks = {}): Promise<number> {
  if (!existsSync(copy.folder)) throw new WorkspaceError('backups.folder-missing')
  const to = placeIn(copy.folder, copy.workspace)
  try {
    mkdirSync(to, { recursive: true })
    await removeLeftovers(to)
    await copyKeyFile(copy.keyFile, join(to, keyFileName))
    const lacking = await lackedBy(to, copy)
    for (const [place, backup] of lacking.entries()) {
      await copyOne(backup.name, copy.from, to, hooks)
      hooks.onProgress?.((100 * (place + 1)) / lacking.length)
    }
    await thinOut(to, copy.workspace, copy.now)
    return lacking.length
  } catch (error) {
    throw explainFile(error)
  }
}

async function lackedBy(to: string, { from, workspace, now }: SecondCopy): Promise<Backup[]> {
  const isGood = ({ own, state }: Backup): boolean => own && state !== 'damaged'
  const there = (await readBackups(to, workspace)).filter(isGood)
  const names = new Set(there.map(({ name }) => name))
  const here = (await readBackups(from, workspace)).filter(isGood)
  const both = [...there, ...here.filter(({ name }) => !names.has(name))]
  const keep = namesToKeep(
    both.map((backup) => ({ ...backup, good: true })),
    now,
  )
  return here.filter(({ name }) => keep.has(name) && !names.has(name))
}

/** Originals first, the manifest before the database: half of a backup is never taken for one. */
async function copyOne(name: string, from: string, to: string, { signal }: Hooks): Promise<void> {
  const [source, target] = [filesOf(from, name), filesOf(to, name)]
  const manifest = await readManifest(from, name)
  const media = await mediaOf(from, name)
  if (manifest === null || media === null) throw new WorkspaceError('backups.damaged')
  const stop = signal === undefined ? {} : { signal }
  await copyMedia({
    ...{ from: mediaPool(from), to: mediaPool(to), files: media, mayLink: false },
    ...stop,
  })
  await copyDurably(source.media, target.media, stop)
  await copyDurably(source.manifest, target.manifest, stop)
  const accept = (sha256: string): boolean => sha256 === manifest.sha256
  if (await copyDurably(source.database, target.database, { ...stop, accept })) return
  throw new WorkspaceError('backups.damaged')
}

/** Without what only this computer's safe storage could open. */
async function copyKeyFile(from: string, to: string): Promise<void> {
  const keys = KeyFile.parse(JSON.parse(await readFile(from, 'utf8')))
  const text = `${JSON.stringify({ ...keys, system: null }, null, 2)}\n`
  const before = await readFile(to, 'utf8').catch(() => '')
  if (before !== text) writeDurably(to, text)
}
