import { stat } from 'node:fs/promises'
import { z } from 'zod'
import type { Contract } from '#contract/index'
import { WorkspaceError } from '#contract/errors'
import type { Person } from '#contract/people'
import { PersonId, type Language } from '#contract/values'
import { accountHandlers } from './accounts/service.ts'
import { openAttachments } from './attachments/service.ts'
import { appendEntry } from './audit.ts'
import type { Changes } from './changes.ts'
import type { Clock } from './context.ts'
import { cycleHandlers } from './cycles/service.ts'
import { openDatabase } from './database/open.ts'
import { readerOf, type Writer } from './database/schema.ts'
import { dayHandlers } from './days/service.ts'
import type { Gate } from './gate/gate.ts'
import { deriveKey, type StretchCost } from './gate/keys.ts'
import { openImages } from './images/service.ts'
import type { StartImageWorker } from './images/workers/line.ts'
import type { Media, MediaRequest } from './media/request.ts'
import { openMediaStore } from './media/store.ts'
import { officeHandlers, officeSetting } from './office/service.ts'
import { readSetting, writeSetting } from './office/queries.ts'
import { insertPerson } from './people/queries.ts'
import { peopleHandlers } from './people/service.ts'
import { postHandlers } from './posts/service.ts'
import { postOwners } from './posts/service/owners.ts'
import { planningHandlers } from './planning/service.ts'
import { referenceHandlers } from './reference/service.ts'
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
  close(): Promise<void>
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
}

/** Opens and migrates a database, given its file and its key in hexadecimal. */
export type OpenDatabase = (file: string, keyHex: string) => Promise<Writer>

export async function openWorkspace(parts: OpenParts): Promise<OpenWorkspace> {
  const { gate, clock, newId, dataKey } = parts
  const auditKey = deriveKey(dataKey, 'audit')
  const keyHex = Buffer.from(deriveKey(dataKey, 'database')).toString('hex')
  const openFile: OpenDatabase = (file) =>
    openDatabase({
      file,
      keyHex,
      backupFolder: gate.folder.backups,
      binary: parts.sqliteBinary,
    })
  const db = await (parts.openDatabase ?? openFile)(parts.file, keyHex)
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
    owners: postOwners,
  })
  const stopping = new AbortController()

  const handlers = {
    people: peopleHandlers,
    days: dayHandlers,
    office: officeHandlers({
      auditKey,
      bytesOnDisk: async () => (await databaseSize(parts.file)) + (await media.bytesOnDisk()),
    }),
    images: images.handlers,
    reference: referenceHandlers,
    accounts: accountHandlers,
    attachments: attachments.handlers,
    posts: postHandlers,
    cycles: cycleHandlers,
    planning: planningHandlers,
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

    async close() {
      seat.stop()
      stopping.abort(new WorkspaceError('workspace.stopped'))
      await run.idle()
      await images.close()
      await db.destroy()
    },
  }

  function readPicture(request: MediaRequest): Promise<Media | null> {
    return request.of === 'attachment'
      ? attachments.readMedia(request, seat.actor())
      : images.readMedia({ ...request, of: request.of })
  }

  /** What a newer version ships comes in when the workspace opens; a new one gets it as it is made. */
  async function updateShipped(): Promise<void> {
    if ((await readSetting(reader, officeSetting, z.unknown())) === null) return
    await db.transaction().execute(async (change) => {
      const at = clock.now()
      const subjects = await loadShipped(change, { newId, at })
      if (subjects.length === 0) return
      await appendEntry(change, auditKey, {
        ...{ at, personId: null, action: 'reference.load', subjects },
      })
    })
  }
}

async function databaseSize(file: string): Promise<number> {
  const sizes = await Promise.all(
    [file, `${file}-wal`].map(async (name) =>
      stat(name).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
