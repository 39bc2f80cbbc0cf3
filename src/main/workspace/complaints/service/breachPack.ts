import {
  BreachField,
  mostNumbersNamed,
  type Breach,
  type BreachDeed,
  type BreachEntry,
  type BreachPack,
} from '#contract/complaintBreaches'
import type { ComplainantId, ComplaintId } from '#contract/complaintFields'
import type { TakeoutKind } from '#contract/complaintLeaving'
import type { Instant } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { breachCases, type BreachCase } from '../queries/breachCases.ts'
import {
  deedsWithin,
  subjectsOf,
  type KnownSubject,
  type LoggedDeed,
} from '../queries/breachLog.ts'
import { breachCalls, caseFileFields, deedFields } from '../rules/breachDeeds.ts'

/** An entry of the log with the complaints it is about. */
interface Touched extends Pick<BreachEntry, 'sequence' | 'at' | 'byName' | 'deed' | 'gone'> {
  readonly fields: readonly BreachField[]
  readonly ids: ReadonlySet<ComplaintId>
  /** Where which complaints they were was not kept: how many. */
  readonly uncounted: number
}

/**
 * Who saw, printed or took out what of whom in the time of a breach, from the audit log. A row that
 * was disposed of since tells nothing any more but that it was.
 */
export async function makePack(db: Reader, breach: Breach, now: Instant): Promise<BreachPack> {
  const until = breach.to ?? now
  const deeds = await deedsWithin(db, { from: breach.from, until, personId: breach.personId })
  const subjects = await subjectsOf(db, deeds)
  const touched = deeds.flatMap((deed) => touchedBy(deed, subjects))
  const cases = await breachCases(db, [...new Set(touched.flatMap(({ ids }) => [...ids]))])
  const kept = asAsked(touched, breach, cases)
  const all = reach(kept, cases)
  return {
    ...{ breach, until, at: now },
    entries: kept.map((each) => toEntry(each, cases)),
    ...{ cases: all.cases.size, people: all.people.size },
    byField: byField(kept, cases),
    byPerson: byPerson(kept, cases),
    gone: kept.filter(({ gone }) => gone).length,
  }
}

function touchedBy(deed: LoggedDeed, subjects: ReadonlyMap<string, KnownSubject>): Touched[] {
  const { sequence, at, byName } = deed
  const found = deed.subjects.flatMap(({ id }) => subjects.get(id) ?? [])
  // What is attached to posts is nobody's complaint.
  if (found.length > 0 && found.every(({ elsewhere }) => elsewhere === true)) return []
  const called = breachCalls[deed.action]
  if (called === undefined) return []
  const takeout = found.find((each) => each.takeout !== undefined)?.takeout
  const kind: BreachDeed = takeout?.covered === true ? 'covered' : called
  const ids = new Set(found.flatMap(({ complaints }) => complaints))
  const fields = isWholeCase(takeout?.what) ? caseFileFields : deedFields[kind]
  const isCovered = kind === 'covered'
  return [
    {
      ...{ sequence, at, byName, deed: kind, fields, ids },
      uncounted: isCovered ? (takeout?.cases ?? 0) : 0,
      gone: !isCovered && ids.size === 0,
    },
  ]
}

/** With its files, not only what stands in the register. */
function isWholeCase(what: TakeoutKind | undefined): boolean {
  return what === 'case-file' || what === 'transfer'
}

/** Of chosen complaints only; what is gone stays, for nobody can tell whose it was. */
function asAsked(
  touched: readonly Touched[],
  { numbers }: Breach,
  cases: ReadonlyMap<ComplaintId, BreachCase>,
): Touched[] {
  if (numbers.length === 0) return [...touched]
  const wanted = new Set<string>(numbers)
  return touched
    .map((each) => ({
      ...each,
      ids: new Set([...each.ids].filter((id) => wanted.has(numberOf(cases, id)))),
    }))
    .filter(({ ids, gone }) => gone || ids.size > 0)
}

function toEntry(each: Touched, cases: ReadonlyMap<ComplaintId, BreachCase>): BreachEntry {
  const { sequence, at, byName, deed, fields, ids, uncounted, gone } = each
  const reached = reach([each], cases)
  const numbers = [...ids].map((id) => numberOf(cases, id)).toSorted()
  return {
    ...{ sequence, at, byName, deed, fields: [...fields], gone },
    ...{ cases: ids.size + uncounted, people: reached.people.size },
    numbers: numbers.slice(0, mostNumbersNamed),
  }
}

function byField(
  touched: readonly Touched[],
  cases: ReadonlyMap<ComplaintId, BreachCase>,
): BreachPack['byField'] {
  return BreachField.options.flatMap((field) => {
    const people = new Set<ComplainantId>()
    for (const { fields, ids } of touched) {
      if (!fields.includes(field)) continue
      for (const id of ids) {
        const found = cases.get(id)
        if (found?.person !== null && found?.has.has(field) === true) people.add(found.person)
      }
    }
    return people.size === 0 ? [] : [{ field, people: people.size }]
  })
}

function byPerson(
  touched: readonly Touched[],
  cases: ReadonlyMap<ComplaintId, BreachCase>,
): BreachPack['byPerson'] {
  return [...new Set(touched.map(({ byName }) => byName))]
    .map((name) => {
      const own = touched.filter(({ byName }) => byName === name)
      const reached = reach(own, cases)
      const counts = { cases: reached.cases.size, people: reached.people.size }
      return { name, entries: own.length, ...counts }
    })
    .toSorted((a, b) => b.people - a.people || (a.name ?? '').localeCompare(b.name ?? ''))
}

function reach(
  touched: readonly Pick<Touched, 'ids'>[],
  cases: ReadonlyMap<ComplaintId, BreachCase>,
): { readonly cases: Set<ComplaintId>; readonly people: Set<ComplainantId> } {
  const reached = { cases: new Set<ComplaintId>(), people: new Set<ComplainantId>() }
  for (const { ids } of touched) {
    for (const id of ids) {
      reached.cases.add(id)
      const person = cases.get(id)?.person ?? null
      if (person !== null) reached.people.add(person)
    }
  }
  return reached
}

function numberOf(cases: ReadonlyMap<ComplaintId, BreachCase>, id: ComplaintId): string {
  return cases.get(id)?.number ?? ''
}
