import type { AccountId } from '#contract/accounts'
import type { PhaseId } from '#contract/cycles'
import type { ImportField, RejectedCell, RowProblem } from '#contract/postImports'
import {
  blankContent,
  Hashtag,
  PostContent,
  type PostKind,
  type Programme,
} from '#contract/postContent'
import { isWebAddress } from '#contract/accounts'
import type { PostStatus } from '#contract/posts'
import type { StateCode } from '#contract/states'
import type { PersonId, PlainDate } from '#contract/values'
import type { Named } from '../../../sheets/names.ts'
import { openRow, type RowPlace, type SheetRow } from '../../../sheets/row.ts'
import { writtenDay, writtenTime } from '../../../sheets/writtenDay.ts'
import { readAccountTexts, type NamedText } from './accountTexts.ts'
import { readOutlook, type Outlook } from './outlook.ts'

/** What rows may name, by the names people give it. */
export interface Vocabulary {
  readonly kinds: Named<PostKind>
  readonly statuses: Named<PostStatus>
  readonly categories: Named<string>
  readonly approaches: Named<string>
  readonly thrusts: Named<string>
  readonly segments: Named<string>
  readonly states: Named<StateCode>
  readonly accounts: Named<AccountId>
  readonly people: Named<PersonId>
  /** A phase by its number or name; where it is only a number, that of the cycle of the day. */
  phase(name: string, day: PlainDate | null): PhaseId | null
  /** The phase a day lies in. */
  phaseOn(day: PlainDate): PhaseId | null
}

/** One row of a sheet: the content it gives a post, and what it says of where the post stands. */
export interface ReadRow {
  readonly row: number
  /** Empty while the row is sound. */
  readonly rejected: RejectedCell[]
  /** What it says that comes in otherwise. */
  readonly warned: readonly RejectedCell[]
  readonly at: SheetRow<ImportField, RowProblem>['at']
  readonly reject: SheetRow<ImportField, RowProblem>['reject']
  /** Null where something is wrong with it. */
  readonly content: PostContent | null
  readonly outlook: Outlook
}

/** A row as the content of a post, and what is wrong with it. */
export function readRow(
  cells: readonly string[],
  place: RowPlace<ImportField>,
  known: Vocabulary,
): ReadRow {
  const row = openRow<ImportField, RowProblem>(cells, place)
  const { rejected, warned, at, reject, read } = row
  const person = (field: 'owner' | 'designer' | 'approver') =>
    read(field, 'unknown-person', (name) => known.people.find(name))

  if (at('title') === '') reject('title', 'title-missing')
  const day = read('day', 'not-a-day', writtenDay)
  const phase = read('phase', 'unknown-phase', (name) => known.phase(name, day))
  const texts = readAccountTexts(at('accountTexts'))
  if (texts.before !== '') reject('accountTexts', 'text-of-no-account', texts.before)
  const named = (field: 'thrusts' | 'segments', problem: RowProblem) =>
    readNames(at(field), known[field], (name) => reject(field, problem, name))
  const content = {
    ...blankContent(at('title').replace(/\s+/g, ' '), 'text'),
    kind: read('kind', 'unknown-kind', (name) => known.kinds.find(name)) ?? 'text',
    ...{ day, time: read('time', 'not-a-time', writtenTime) },
    phaseId: phase ?? (day === null || at('phase') !== '' ? null : known.phaseOn(day)),
    category: read('category', 'unknown-category', (name) => known.categories.find(name)),
    approach: read('approach', 'unknown-approach', (name) => known.approaches.find(name)),
    thrusts: named('thrusts', 'unknown-thrust'),
    segments: named('segments', 'unknown-segment'),
    requestedOn: read('requestedOn', 'not-a-day', writtenDay),
    deliveredOn: read('deliveredOn', 'not-a-day', writtenDay),
    accounts: readAccounts(at('accounts'), texts.texts, known, reject),
    ...{ text: at('text'), brief: at('brief'), notes: at('notes') },
    hashtags: readParts(
      at('hashtags').split(/[\s,;]+/),
      (tag) => Hashtag.safeParse(tag).success,
      (tag) => reject('hashtags', 'not-a-hashtag', tag),
    ),
    // Commas and semicolons may be part of an address, unless they end it before another one.
    links: readParts(at('links').split(/[,;]*\s+/), isWebAddress, (link) =>
      reject('links', 'not-a-link', link),
    ),
    programme: readProgramme(row, known),
    ...{ ownerId: person('owner'), designerId: person('designer') },
    approverId: person('approver'),
  }
  const parsed = PostContent.safeParse(content)
  if (!parsed.success && rejected.length === 0) {
    for (const { path } of parsed.error.issues) reject(fieldAt(path), 'too-long')
  }
  const outlook = readOutlook(row, content.accounts, known)
  return {
    ...{ row: place.row, rejected, warned, at, reject, outlook },
    content: parsed.success && rejected.length === 0 ? parsed.data : null,
  }
}

type Reject = (field: ImportField, problem: RowProblem, value?: string) => null

function readProgramme(
  { at, reject, read }: SheetRow<ImportField, RowProblem>,
  known: Vocabulary,
): Programme | null {
  const programme = {
    name: at('programmeName').replace(/\s+/g, ' '),
    day: read('programmeDay', 'not-a-day', writtenDay),
    time: read('programmeTime', 'not-a-time', writtenTime),
    place: at('programmePlace'),
    state: read('programmeState', 'unknown-state', (name) => known.states.find(name)),
    guests: partsOf(at('programmeGuests')),
  }
  const { name, ...details } = programme
  if (name !== '') return programme
  const hasMore = Object.values(details).some((value) => value !== null && value.length > 0)
  return hasMore ? reject('programmeName', 'programme-nameless') : null
}

/** Names of a cell, each on a line of its own or before a semicolon. */
function partsOf(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

/** Keys of the names of a cell, each once; names that are not known are told. */
function readNames(text: string, list: Named<string>, tell: (name: string) => void): string[] {
  const keys = new Set<string>()
  for (const name of partsOf(text)) {
    const key = list.find(name)
    if (key === null) tell(name)
    else keys.add(key)
  }
  return [...keys]
}

function readAccounts(
  text: string,
  texts: readonly NamedText[],
  known: Vocabulary,
  reject: Reject,
): PostContent['accounts'] {
  const ids = new Set<AccountId>()
  for (const name of text.split(/[;,\n]/).filter((part) => part.trim() !== '')) {
    const id = known.accounts.find(name)
    if (id === null) reject('accounts', 'unknown-account', name.trim())
    else if (ids.has(id)) reject('accounts', 'repeated-account', name.trim())
    else ids.add(id)
  }
  const own = new Map<AccountId, string>()
  for (const each of texts) {
    const id = known.accounts.find(each.name)
    if (id === null || !ids.has(id)) reject('accountTexts', 'text-of-no-account', each.name)
    else if (own.has(id)) reject('accountTexts', 'repeated-account', each.name)
    else own.set(id, each.text)
  }
  return [...ids].map((accountId) => ({
    ...{ accountId, text: own.get(accountId) ?? null, day: null, time: null },
  }))
}

/** Words of a cell; those that are not sound are told. */
function readParts(
  words: readonly string[],
  isSound: (part: string) => boolean,
  tell: (part: string) => void,
): string[] {
  const parts = words.filter(Boolean)
  for (const part of parts.filter((each) => !isSound(each))) tell(part)
  return parts
}

/** Which column a part of the content came from. */
function fieldAt([first, second, third]: readonly PropertyKey[]): ImportField {
  if (first === 'programme') {
    if (second === 'guests') return 'programmeGuests'
    return second === 'place' ? 'programmePlace' : 'programmeName'
  }
  if (first === 'accounts' && third === 'text') return 'accountTexts'
  const own = (
    ['text', 'brief', 'notes', 'hashtags', 'links', 'accounts', 'thrusts', 'segments'] as const
  ).find((field) => field === first)
  return own ?? 'title'
}
