import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup } from '#contract/backups'
import { BackupName } from '#contract/backups'
import { latestVersion } from '../database/migrate.ts'
import { writeDurably } from '../files/durable.ts'
import {
  mediaKey,
  parseManifest,
  readMediaList,
  type Manifest,
  type MediaFile,
} from './manifest.ts'
import { removeUnneeded } from './mediaFiles.ts'
import { namesToKeep } from './rules.ts'

/** The files of one backup; all four are ours, and nothing else in the folder is. */
export function filesOf(folder: string, name: string) {
  return {
    database: join(folder, `${name}.db`),
    manifest: join(folder, `${name}.json`),
    media: join(folder, `${name}.media`),
    /** Stands where a later check found it damaged. */
    bad: join(folder, `${name}.rosak`),
    /** While it is being made. */
    unfinished: join(folder, `${name}.db.baharu`),
  }
}

/** Where a folder of backups keeps the originals that they need. */
export function mediaPool(folder: string): string {
  return join(folder, 'media')
}

/**
 * The backups of a folder, newest first, without opening one: a manifest whose database stands
 * beside it. Files of others are none.
 * @param workspace whose are `own`; null where that is not known yet
 */
export async function readBackups(folder: string, workspace: string | null): Promise<Backup[]> {
  const found: Backup[] = []
  for (const manifest of await readManifests(folder)) {
    const state = await stateOf(folder, manifest)
    if (state === null) continue
    const { name, at, reason, schemaVersion, appVersion, bytes, audit, rows, media } = manifest
    found.push({
      ...{ name, folder, at, reason, schemaVersion, appVersion, bytes, audit, rows, media, state },
      own: workspace === null || manifest.workspace === workspace,
    })
  }
  return newestFirst(found)
}

/** By when they were made; of two of one moment the one that holds more came later. */
export function newestFirst(backups: readonly Backup[]): Backup[] {
  return backups.toSorted(
    (a, b) =>
      Date.parse(b.at) - Date.parse(a.at) ||
      b.audit.entries - a.audit.entries ||
      (a.name < b.name ? 1 : -1),
  )
}

/** Names that a new backup must not have, whether or not what bears them is whole. */
export async function namesTaken(folder: string): Promise<Set<string>> {
  return new Set((await namesIn(folder)).map((entry) => entry.split('.')[0] ?? entry))
}

/** The manifest of one backup, or null where there is none that can be read. */
export async function readManifest(folder: string, name: string): Promise<Manifest | null> {
  const text = await readFile(filesOf(folder, name).manifest, 'utf8').catch(() => null)
  const manifest = text === null ? null : parseManifest(text)
  return manifest?.name === name ? manifest : null
}

async function readManifests(folder: string): Promise<Manifest[]> {
  const names = (await namesIn(folder))
    .filter((entry) => entry.endsWith('.json'))
    .map((entry) => entry.slice(0, -'.json'.length))
    .filter((name) => BackupName.safeParse(name).success)
  const read = await Promise.all(names.map((name) => readManifest(folder, name)))
  return read.filter((manifest) => manifest !== null)
}

async function stateOf(folder: string, manifest: Manifest): Promise<Backup['state'] | null> {
  const { database, bad } = filesOf(folder, manifest.name)
  const size = await stat(database).then(
    (file) => file.size,
    () => null,
  )
  // Never finished, or taken away by somebody.
  if (size === null) return null
  if (size !== manifest.bytes || existsSync(bad)) return 'damaged'
  return manifest.schemaVersion > latestVersion ? 'newer' : 'good'
}

/** What the media list of a backup says it needs; null where it cannot be read. */
export async function mediaOf(folder: string, name: string): Promise<MediaFile[] | null> {
  const text = await readFile(filesOf(folder, name).media, 'utf8').catch(() => null)
  return text === null ? null : readMediaList(text)
}

/** Takes note that a backup did not hold when it was looked at closely. */
export function markBad(folder: string, name: string): void {
  writeDurably(filesOf(folder, name).bad, '')
}

export async function removeBackup(folder: string, name: string): Promise<void> {
  const { database, manifest, media, bad, unfinished } = filesOf(folder, name)
  // The manifest goes last: until then what is left is known as ours.
  for (const file of [unfinished, database, media, bad, manifest]) await rm(file, { force: true })
}

/** Takes away what a backup that was cut off left behind. */
export async function removeLeftovers(folder: string): Promise<void> {
  const ours = /^(sandaran-\d{8}-\d{6}-[a-z]+(?:-\d+)?)\.(?:db|json|media)(?:\.baharu)?$/
  for (const entry of await namesIn(folder)) {
    const name = ours.exec(entry)?.[1]
    if (name === undefined) continue
    const isHalf = entry.endsWith('.baharu')
    if (isHalf) await rm(join(folder, entry), { force: true })
    else if (!existsSync(filesOf(folder, name).database)) await removeBackup(folder, name)
  }
}

/**
 * Removes the backups of this workspace that need not be kept, and the originals that only they
 * needed. Those of others, and every file that is not known, stay.
 */
export async function thinOut(folder: string, workspace: string, now: string): Promise<void> {
  const own = (await readBackups(folder, workspace)).filter((backup) => backup.own)
  const keep = namesToKeep(
    own.map((each) => ({ ...each, good: each.state !== 'damaged' })),
    now,
  )
  await removeWithMedia(
    folder,
    own.filter(({ name }) => !keep.has(name)),
  )
}

/**
 * Removes the backups of this workspace that were made before an entry of its audit log, whatever
 * their state: they hold what was disposed of with it.
 * @returns how many they were
 */
export async function removeBefore(
  folder: string,
  workspace: string,
  entry: number,
): Promise<number> {
  const own = (await readBackups(folder, workspace)).filter((backup) => backup.own)
  const before = own.filter(({ audit }) => audit.entries < entry)
  await removeWithMedia(folder, before)
  return before.length
}

/** Removes damaged databases that a restored one took the place of. @returns how many they were */
export async function removeAside(folder: string): Promise<number> {
  const aside = (await namesIn(folder)).filter((name) => /^diketepikan-.*\.db$/.test(name))
  for (const name of aside) await rm(join(folder, name), { force: true })
  return aside.length
}

async function removeWithMedia(folder: string, gone: readonly Backup[]): Promise<void> {
  for (const { name } of gone) await removeBackup(folder, name)
  if (gone.length === 0) return
  const needed = new Set<string>()
  for (const { name } of await readManifests(folder)) {
    const files = await mediaOf(folder, name)
    // Without its list nobody knows what it needs: then nothing is removed.
    if (files === null) return
    for (const file of files) needed.add(mediaKey(file))
  }
  await removeUnneeded(mediaPool(folder), needed)
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
