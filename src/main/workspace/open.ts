import { existsSync } from 'node:fs'
import { z } from 'zod'
import type { Contract } from '#contract/index'
import { WorkspaceError, type Reason } from '#contract/errors'
import type { Person } from '#contract/people'
import { PersonId, type Language } from '#contract/values'
import { accountHandlers } from './accounts/service.ts'
import { openAttachments } from './attachments/service.ts'
import { appendEntry } from './audit.ts'
import type { Keeper } from './backups/keeper.ts'
import { makeBackup } from './backups/make.ts'
import { backupHandlers, readSecondFolder } from './backups/service.ts'
import type { RunDatabaseTask } from './backups/task.ts'
import type { Changes } from './changes.ts'
import { followedByPosts } from './followed.ts'
import { openComplaints } from './complaints/service.ts'
import { countUncounted } from './complaints/uncounted.ts'
import { recounting } from './complaints/service/recounting.ts'
import { complaintOwners } from './complaints/service/owners.ts'
import { complianceHandlers } from './compliance/service.ts'
import { evidenceOwners } from './compliance/service/evidence.ts'
import type { Clock } from './context.ts'
import { cycleHandlers } from './cycles/service.ts'
import { compact } from './database/compact.ts'
import { openDatabase } from './database/open.ts'
import { readerOf, type Writer } from './database/schema.ts'
import { databaseSize } from './database/size.ts'
import { keepStatistics } from './database/statistics.ts'
import type { Gate } from './gate/gate.ts'
import { databaseKey, deriveKey, type StretchCost } from './gate/keys.ts'
import { openImages } from './images/service.ts'
import type { StartImageWorker } from './images/workers/line.ts'
import type { Media, MediaRequest } from './media/request.ts'
import { openMediaStore } from './media/store.ts'
import { officeHandlers } from './office/service.ts'
import { backupSource, backupsOf } from './openBackups.ts'
import { readSetting, writeSetting, officeSetting } from './office/queries.ts'
import { insertPerson } from './people/queries.ts'
import { peopleHandlers } from './people/service.ts'
import { openPosts } from './posts/service.ts'
import { postOwners } from './posts/service/owners.ts'
import { chosenActor, inTransaction, runCall, type AnyHandlers } from './run.ts'
import { lastPersonSetting, takeSeat, type Entrance, type Seat } from './seat.ts'
import type { RunCall } from './serve.ts'
import { loadShipped } from './shipped.ts'

/** What the first run asks for. */
export interface Furniture {
  readonly unitName: string
  readonly letterhead: readonly string[]
  readonly logo: string | null
  readonly language: Language
  readonly administrator: { readonly name: string; readonly post: string }
}

/** A workspace whose database is open. */
export interface OpenWorkspace {
  readonly dataKey: Uint8Array
  readonly run: RunCall
  readonly seat: Seat
  /** An audit entry for a change outside the database, such as a new passphrase. */
  note(action: string): Promise<void>
  /** @throws WorkspaceError `people.nobody-chosen` */
  requireActor(): void
  /** Writes the first rows of a new workspace. */
  furnish(furniture: Furniture): Promise<void>
  readMedia(request: MediaRequest): Promise<Media | null>
  /** Null where the database is a server's. */
  readonly keeper: Keeper | null
  /** How far the audit log is. */
  auditEnd(): Promise<{ readonly entries: number; readonly head: string }>
  secondFolder(): Promise<string | null>
  /** Answers no further call and waits for those that run; it can then only be closed. */
  quiet(): Promise<void>
  readonly isQuiet: boolean
  /**
   * Closes, after a backup where anything changed since the last one unless that is not wanted. One
   * that cannot be made does not keep it open.
   * @returns why the backup was not made; null where all is well
   */
  close(how?: ClosingHow): Promise<Reason | null>
}

export interface ClosingHow {
  readonly backUp: boolean
  /** In hundredths. */
  readonly onProgress?: (done: number) => void
}

export interface OpenParts {
  readonly gate: Gate
  readonly changes: Changes
  readonly clock: Clock
  readonly newId: () => string
  readonly dataKey: Uint8Array
  readonly file: string
  readonly startImageWorker: StartImageWorker
  readonly sqliteBinary?: string
  readonly stretchCost?: StretchCost
  readonly entrance: Entrance
  readonly logUnexpected: (where: string, error: unknown) => string
  readonly openDatabase?: OpenDatabase
  /** Null where the database is no file of this computer. */
  readonly runDatabaseTask: RunDatabaseTask | null
  /** Whether backups are made by themselves: daily, and when the workspace closes. */
  readonly automaticBackups: boolean
  readonly appVersion: string
  /** The database turned out to be damaged. */
  readonly onDamage: () => void
}

/** Opens and migrates a database, given its file and its key in hexadecimal. */
export type OpenDatabase = (file: string, keyHex: string) => Promise<Writer>

export async function openWorkspace(parts: OpenParts): Promise<OpenWorkspace> {
  const { gate, clock, newId, dataKey } = parts
  const auditKey = deriveKey(dataKey, 'audit')
  const keyHex = databaseKey(dataKey)
  const source = backupSource(parts)
  const openFile: OpenDatabase = (file) =>
    openDatabase({
      ...{ file, keyHex, binary: parts.sqliteBinary },
      beforeMigration: () => makeBackup(source, { at: clock.now(), reason: 'migration' }),
    })
  // Only a process that ended without closing leaves its log behind.
  const wasCutOff = existsSync(`${parts.file}-wal`)
  const db = await (parts.openDatabase ?? openFile)(parts.file, keyHex)
  const statistics = keepStatistics(db, (error) => void parts.logUnexpected('statistics', error))
  await statistics.refresh()
  const reader = readerOf(db)
  const media = openMediaStore(gate.folder.media, deriveKey(dataKey, 'media'))
  const images = openImages({
    db: reader,
    media,
    startImageWorker: parts.startImageWorker,
    log: (message) => void parts.logUnexpected('image worker', message),
  })
  const attachments = openAttachments({
    db: reader,
    media,
    pictures: images.pictures,
    // The slice knows none of those whose rows have files; each answers for its own.
    owners: { ...postOwners, ...complaintOwners, ...evidenceOwners },
  })
  const stopping = new AbortController()
  const backups = backupsOf(parts, source, reader)
  const { keeper } = backups

  const handlers = {
    backups: backupHandlers({ keeper, source, dataFolder: gate.folder.root }),
    people: peopleHandlers,
    ...recounting({
      days: followedByPosts.days,
      reference: followedByPosts.reference,
      office: officeHandlers({
        auditKey,
        bytesOnDisk: async () => (await databaseSize(parts.file)) + (await media.bytesOnDisk()),
      }),
    }),
    images: images.handlers,
    accounts: accountHandlers,
    attachments: attachments.handlers,
    posts: openPosts({ pictures: images.pictures, media, attached: attachments.pictureOf }),
    complaints: openComplaints({
      removeFile: (hash) => attachments.removeFile(hash),
      saveInto: attachments.saveInto,
      saveKept: attachments.saveKept,
      compact: () => compact(db),
      renewBackups: backups.renew,
    }),
    compliance: complianceHandlers,
    cycles: cycleHandlers,
    planning: followedByPosts.planning,
  } satisfies Record<Exclude<keyof Contract, 'gate'>, unknown>
  const runner = {
    db,
    auditKey,
    clock,
    newId,
    actor: (): Person | null => seat.actor(),
    changes: parts.changes,
    logUnexpected: parts.logUnexpected,
    handlers: handlers as unknown as AnyHandlers,
    stopping: stopping.signal,
    backUpFirst: (signal: AbortSignal) => backups.first(signal),
    afterBulk: () => statistics.refresh(),
    onScratch: () => keeper?.noteScratch(),
    onDamage: parts.onDamage,
  }

  const run = runCall(runner)
  await updateShipped()
  const seat = await takeSeat({
    reader,
    gate,
    clock,
    changes: parts.changes,
    entrance: parts.entrance,
    ...(parts.stretchCost !== undefined && { stretchCost: parts.stretchCost }),
    deed: (action, by, change) => inTransaction({ ...runner, actor: () => by }, action, by, change),
    whileOpen: (work) => run.whileOpen(work),
    logUnexpected: parts.logUnexpected,
  })

  // A first run is filled under another name and opened again.
  if (parts.file === gate.folder.database) backups.begin(wasCutOff, stopping.signal)

  return {
    dataKey,
    async run(found, input, hooks) {
      const value = await run.run(found, input, hooks)
      await seat.afterCommand(found.name)
      return value
    },
    seat,

    note: (action) =>
      inTransaction(runner, action, chosenActor(seat.actor()), () => Promise.resolve()),
    requireActor: () => void chosenActor(seat.actor()),

    async furnish(furniture) {
      const { administrator, ...office } = furniture
      const person: Person = {
        id: PersonId.parse(newId()),
        ...administrator,
        active: true,
        // Somebody has to give the roles.
        roles: ['administrator'],
        hasPin: false,
      }
      await db.transaction().execute(async (change) => {
        await insertPerson(change, person, clock.now())
        await writeSetting(change, officeSetting, {
          unitName: office.unitName,
          letterhead: office.letterhead,
          logo: office.logo,
          language: office.language,
        })
        await writeSetting(change, lastPersonSetting, person.id)
        await appendEntry(change, auditKey, {
          at: clock.now(),
          personId: person.id,
          action: 'gate.create',
          subjects: [
            { table: 'person', id: person.id, fields: ['name', 'post', 'active', 'roles'] },
            { table: 'setting', id: officeSetting, fields: ['value'] },
            ...(await loadShipped(change, { newId, at: clock.now() })),
          ],
        })
      })
    },

    readMedia: async (request) =>
      seat.isLocked ? null : run.whileOpen(() => readPicture(request)),

    keeper,
    auditEnd: () => backups.auditEnd(),
    secondFolder: () => readSecondFolder(reader),
    quiet,
    get isQuiet() {
      return stopping.signal.aborted
    },

    async close({ backUp, onProgress } = { backUp: false }) {
      await quiet()
      await statistics.stop()
      await images.close()
      const failed = backUp ? await backups.atClose(onProgress) : null
      await db.destroy()
      return failed
    },
  }

  async function quiet(): Promise<void> {
    seat.stop()
    stopping.abort(new WorkspaceError('workspace.stopped'))
    await run.idle()
    await backups.quiet()
  }

  function readPicture({ of, ...request }: MediaRequest): Promise<Media | null> {
    return of === 'attachment' || of === 'redaction'
      ? attachments.readMedia({ ...request, of }, seat.actor())
      : images.readMedia({ ...request, of })
  }

  /** What a newer version ships comes in when the workspace opens; a new one gets it as it is made. */
  async function updateShipped(): Promise<void> {
    if ((await readSetting(reader, officeSetting, z.unknown())) === null) return
    await db.transaction().execute(async (change) => {
      const at = clock.now()
      const subjects = await loadShipped(change, { newId, at })
      await countUncounted(change, clock)
      if (subjects.length === 0) return
      await appendEntry(change, auditKey, {
        ...{ at, personId: null, action: 'reference.load', subjects },
      })
    })
  }
}
