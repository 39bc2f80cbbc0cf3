import { z } from 'zod'
import { mostDisposed, RetentionClass, usualRetention } from '#contract/complaintDisposals'
import type { DueCase } from '#contract/complaintDisposals'
import type { ComplaintId } from '#contract/complaintFields'
import { open } from '#contract/complaintStatus'
import { Instant, type PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { readSetting } from '../../office/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import { retentionEnds } from '../rules/retention.ts'
import { heldIds } from './holds.ts'
import { askedIds } from './requests.ts'

/** The classes that the office changed. */
export const retentionSetting = 'complaint-retention'

export type Settled = Pick<DueCase, 'id' | 'number' | 'kind' | 'status' | 'settledOn'> & {
  readonly dueOn: PlainDate | null
}

/** How long cases of each kind are kept, in the order of the kinds. */
export async function retentionClasses(db: Reader): Promise<RetentionClass[]> {
  const own = (await readSetting(db, retentionSetting, z.array(RetentionClass))) ?? []
  const kinds = await itemsOf(db, 'complaint-kinds', true)
  return kinds.map(
    ({ key }) =>
      own.find(({ kind }) => kind === key) ?? { kind: key, years: usualRetention, schedule: '' },
  )
}

/** Settled cases whose retention has ended by a day, the oldest first, as many as a batch holds. */
export async function dueCases(
  db: Reader,
  today: PlainDate,
): Promise<{ cases: DueCase[]; more: boolean }> {
  const classes = await retentionClasses(db)
  const found: Settled[] = []
  for (const { kind, years } of classes) {
    if (years === null) continue
    const rows = await selectSettled(db)
      .where('kind', '=', kind)
      .where('status', 'not in', open)
      .where('status_at', '<', roughly(today, years))
      .orderBy('ordinal')
      .limit(mostDisposed + 1)
      .execute()
    found.push(...rows.map((row) => toSettled(row, classes)))
  }
  const due = found.filter(({ dueOn }) => dueOn !== null && dueOn <= today)
  const oldest = due.toSorted((a, b) => (a.number < b.number ? -1 : 1)).slice(0, mostDisposed)
  return { cases: await withBlocks(db, oldest), more: due.length > oldest.length }
}

/** Cases by their ids with the day on which their retention ends; null: open, or kept for ever. */
export async function settledByIds(db: Reader, ids: readonly ComplaintId[]): Promise<Settled[]> {
  const classes = await retentionClasses(db)
  const rows = []
  for (const some of inParts(ids)) {
    rows.push(...(await selectSettled(db).where('id', 'in', some).orderBy('ordinal').execute()))
  }
  return rows.map((row) => toSettled(row, classes))
}

/** Of some cases those to which others point, as their master or as what they repeat. */
export async function tiedToOthers(
  db: Reader,
  ids: readonly ComplaintId[],
): Promise<Set<ComplaintId>> {
  const among = new Set(ids)
  const tied = new Set<ComplaintId>()
  for (const some of inParts(ids)) {
    const rows = await db
      .selectFrom('complaint')
      .select(['id', 'master_id', 'repeats_id'])
      .where((e) => e.or([e('master_id', 'in', some), e('repeats_id', 'in', some)]))
      .execute()
    for (const { id, master_id, repeats_id } of rows) {
      if (among.has(id)) continue
      for (const other of [master_id, repeats_id]) {
        if (other !== null && among.has(other)) tied.add(other)
      }
    }
  }
  return tied
}

/** Cases of disposals that were proposed or approved and nothing more. */
export async function proposedIds(db: Reader): Promise<Set<ComplaintId>> {
  const rows = await db
    .selectFrom('disposal_case')
    .innerJoin('disposal', 'disposal.id', 'disposal_case.disposal_id')
    .select('disposal_case.complaint_id')
    .where('disposal.state', 'in', ['proposed', 'approved'])
    .execute()
  return new Set(rows.map(({ complaint_id }) => complaint_id))
}

/** Lists of ids that one statement can hold. */
export function inParts<T>(ids: readonly T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, place) =>
    ids.slice(place * size, (place + 1) * size),
  )
}

async function withBlocks(db: Reader, cases: readonly Settled[]): Promise<DueCase[]> {
  const ids = cases.map(({ id }) => id)
  const [held, proposed] = [await heldIds(db), await proposedIds(db)]
  const asked = await askedIds(db)
  const tied = await tiedToOthers(db, ids)
  return cases.flatMap((each) => {
    const { id, dueOn } = each
    if (dueOn === null) return []
    const blocked = held.has(id)
      ? ('held' as const)
      : proposed.has(id)
        ? ('proposed' as const)
        : asked.has(id)
          ? ('asked' as const)
          : tied.has(id)
            ? ('tied' as const)
            : null
    return [{ ...each, dueOn, blocked }]
  })
}

function selectSettled(db: Reader) {
  return db.selectFrom('complaint').select(['id', 'number', 'kind', 'status', 'status_at'])
}

function toSettled(
  row: Pick<Settled, 'id' | 'number' | 'kind' | 'status'> & { readonly status_at: string },
  classes: readonly RetentionClass[],
): Settled {
  const { id, number, kind, status } = row
  const settledOn = malaysianTime(row.status_at).day
  const years = classes.find((each) => each.kind === kind)?.years ?? null
  const dueOn = years === null || open.includes(status) ? null : retentionEnds(settledOn, years)
  return { id, number, kind, status, settledOn, dueOn }
}

/** A moment before which all that may be due was settled; the rule decides about its last days. */
function roughly(today: PlainDate, years: number): Instant {
  const from = new Date(`${today}T00:00:00.000Z`)
  const before = Date.UTC(from.getUTCFullYear() - years, from.getUTCMonth(), from.getUTCDate() + 2)
  return Instant.parse(new Date(before).toISOString())
}
