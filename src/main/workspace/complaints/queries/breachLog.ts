import { z } from 'zod'
import type { AttachmentId } from '#contract/attachments'
import type { Breach } from '#contract/complaintBreaches'
import type { ComplaintId } from '#contract/complaintFields'
import type { TakeoutId, TakeoutKind } from '#contract/complaintLeaving'
import { Instant } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { breachCalls } from '../rules/breachDeeds.ts'
import { inParts } from './retention.ts'

const Subjects = z.array(z.object({ table: z.string(), id: z.string() }))

/** An entry of the audit log, with the rows it names by table. */
export interface LoggedDeed {
  readonly sequence: number
  readonly at: Instant
  readonly action: string
  readonly byName: string | null
  readonly subjects: readonly { readonly table: string; readonly id: string }[]
}

/** Which complaints a row of the log is about, as far as it is still there. */
export interface KnownSubject {
  readonly complaints: readonly ComplaintId[]
  /** As what complaints left, where the row says so. */
  readonly takeout?: {
    readonly what: TakeoutKind
    readonly covered: boolean
    readonly cases: number
  }
  /** A file of something that is no complaint. */
  readonly elsewhere?: true
}

/** What the log tells of seeing and taking out data of persons, within a time, oldest first. */
export async function deedsWithin(
  db: Reader,
  { from, until, personId }: Pick<Breach, 'from' | 'personId'> & { readonly until: Instant },
): Promise<LoggedDeed[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .leftJoin('person', 'person.id', 'audit_entry.person_id')
    .select(['sequence', 'at', 'action', 'subjects', 'person.name'])
    .where('action', 'in', Object.keys(breachCalls))
    .where('at', '>=', from)
    .where('at', '<=', until)
    .$if(personId !== null, (q) => q.where('audit_entry.person_id', '=', personId))
    .orderBy('sequence')
    .execute()
  return rows.map(({ sequence, at, action, name, subjects }) => ({
    ...{ sequence, at: Instant.parse(at), action, byName: name },
    subjects: Subjects.parse(JSON.parse(subjects)),
  }))
}

/** Tables whose rows are parts of one complaint, by their column that names it. */
const parts = [
  ...(['complaint_event', 'complaint_answer', 'complaint_forwarding'] as const),
  ...(['complaint_letter', 'complaint_reminder', 'disclosure'] as const),
]

/** Of each row that deeds name, which complaints it is about; a row that is gone stands not in it. */
export async function subjectsOf(
  db: Reader,
  deeds: readonly LoggedDeed[],
): Promise<ReadonlyMap<string, KnownSubject>> {
  const known = new Map<string, KnownSubject>()
  const idsIn = (table: string) =>
    inParts([
      ...new Set(
        deeds.flatMap(({ subjects }) =>
          subjects.filter((each) => each.table === table).map(({ id }) => id),
        ),
      ),
    ])
  for (const some of idsIn('complaint')) {
    const rows = await db
      .selectFrom('complaint')
      .select('id')
      .where('id', 'in', brand<ComplaintId>(some))
      .execute()
    for (const { id } of rows) known.set(id, { complaints: [id] })
  }
  for (const table of parts) {
    for (const some of idsIn(table)) {
      const rows = await db
        .selectFrom(table)
        .select(['id', 'complaint_id'])
        .where('id', 'in', brand(some))
        .execute()
      for (const { id, complaint_id } of rows) known.set(id, { complaints: [complaint_id] })
    }
  }
  for (const some of idsIn('attachment')) {
    const rows = await db
      .selectFrom('attachment')
      .select(['id', 'owner_kind', 'owner_id'])
      .where('id', 'in', brand<AttachmentId>(some))
      .execute()
    for (const { id, owner_kind, owner_id } of rows) {
      const isOurs = owner_kind === 'complaint'
      known.set(
        id,
        isOurs ? { complaints: brand([owner_id]) } : { complaints: [], elsewhere: true },
      )
    }
  }
  for (const some of idsIn('complaint_takeout')) await addTakeouts(db, some, known)
  return known
}

async function addTakeouts(
  db: Reader,
  ids: readonly string[],
  known: Map<string, KnownSubject>,
): Promise<void> {
  const rows = await db
    .selectFrom('complaint_takeout')
    .select(['id', 'what', 'covered', 'cases'])
    .where('id', 'in', brand<TakeoutId>(ids))
    .execute()
  for (const { id, what, covered, cases } of rows) {
    const found = await db
      .selectFrom('complaint_takeout_case')
      .select('complaint_id')
      .where('takeout_id', '=', id)
      .execute()
    known.set(id, {
      complaints: found.map(({ complaint_id }) => complaint_id),
      takeout: { what, covered: covered === 1, cases },
    })
  }
}

/** The log keeps ids of every kind as plain text. */
function brand<Id extends string>(ids: readonly string[]): Id[] {
  return ids as readonly Id[] as Id[]
}
