import type { AccountId } from '#contract/accounts'
import type { PhaseId } from '#contract/cycles'
import type { ImportField, RejectedCell, RowProblem } from '#contract/postImports'
import { blankContent, Hashtag, PostContent, type PostKind } from '#contract/postContent'
import { isWebAddress } from '#contract/accounts'
import type { PersonId, PlainDate } from '#contract/values'
import type { Named } from '../../../sheets/names.ts'
import { openRow, type RowPlace } from '../../../sheets/row.ts'
import { writtenDay, writtenTime } from '../../../sheets/writtenDay.ts'

/** What rows may name, by the names people give it. */
export interface Vocabulary {
  readonly kinds: Named<PostKind>
  readonly categories: Named<string>
  readonly approaches: Named<string>
  readonly accounts: Named<AccountId>
  readonly people: Named<PersonId>
  /** A phase by its number or name; where it is only a number, that of the cycle of the day. */
  phase(name: string, day: PlainDate | null): PhaseId | null
  /** The phase a day lies in. */
  phaseOn(day: PlainDate): PhaseId | null
}

/** A row as the content of a post, or what is wrong with it. */
export function readRow(
  cells: readonly string[],
  place: RowPlace<ImportField>,
  known: Vocabulary,
): { readonly content: PostContent } | { readonly rejected: RejectedCell[] } {
  const { rejected, at, reject, read } = openRow<ImportField, RowProblem>(cells, place)
  const person = (field: 'owner' | 'designer' | 'approver') =>
    read(field, 'unknown-person', (name) => known.people.find(name))

  if (at('title') === '') reject('title', 'title-missing')
  const day = read('day', 'not-a-day', writtenDay)
  const phase = read('phase', 'unknown-phase', (name) => known.phase(name, day))
  const programmeDay = read('programmeDay', 'not-a-day', writtenDay)
  const programmeName = at('programmeName')
  if (programmeName === '' && (programmeDay !== null || at('programmePlace') !== '')) {
    reject('programmeName', 'programme-nameless')
  }
  const content = {
    ...blankContent(at('title').replace(/\s+/g, ' '), 'text'),
    kind: read('kind', 'unknown-kind', (name) => known.kinds.find(name)) ?? 'text',
    ...{ day, time: read('time', 'not-a-time', writtenTime) },
    phaseId: phase ?? (day === null || at('phase') !== '' ? null : known.phaseOn(day)),
    category: read('category', 'unknown-category', (name) => known.categories.find(name)),
    approach: read('approach', 'unknown-approach', (name) => known.approaches.find(name)),
    accounts: readAccounts(at('accounts'), known, reject),
    ...{ text: at('text'), brief: at('brief'), notes: at('notes') },
    hashtags: readParts(
      at('hashtags'),
      (tag) => Hashtag.safeParse(tag).success,
      (tag) => reject('hashtags', 'not-a-hashtag', tag),
    ),
    links: readParts(at('links'), isWebAddress, (link) => reject('links', 'not-a-link', link)),
    programme:
      programmeName === ''
        ? null
        : {
            ...{ name: programmeName.replace(/\s+/g, ' '), day: programmeDay, time: null },
            ...{ place: at('programmePlace'), state: null, guests: [] },
          },
    ...{ ownerId: person('owner'), designerId: person('designer') },
    approverId: person('approver'),
  }
  const parsed = PostContent.safeParse(content)
  if (!parsed.success && rejected.length === 0) {
    for (const { path } of parsed.error.issues) reject(fieldAt(path), 'too-long')
  }
  return parsed.success && rejected.length === 0 ? { content: parsed.data } : { rejected }
}

type Reject = (field: ImportField, problem: RowProblem, value?: string) => null

function readAccounts(text: string, known: Vocabulary, reject: Reject) {
  const ids = new Set<AccountId>()
  for (const name of text.split(/[;,\n]/).filter((part) => part.trim() !== '')) {
    const id = known.accounts.find(name)
    if (id === null) reject('accounts', 'unknown-account', name.trim())
    else if (ids.has(id)) reject('accounts', 'repeated-account', name.trim())
    else ids.add(id)
  }
  return [...ids].map((accountId) => ({ accountId, text: null, day: null, time: null }))
}

/** Words of a cell; those that are not sound are told. */
function readParts(
  text: string,
  isSound: (part: string) => boolean,
  tell: (part: string) => void,
): string[] {
  const parts = text.split(/[\s,;]+/).filter(Boolean)
  for (const part of parts.filter((each) => !isSound(each))) tell(part)
  return parts
}

/** Which column a part of the content came from. */
function fieldAt([first, second]: readonly PropertyKey[]): ImportField {
  if (first === 'programme') return second === 'place' ? 'programmePlace' : 'programmeName'
  const own = (['text', 'brief', 'notes', 'hashtags', 'links', 'accounts'] as const).find(
    (field) => field === first,
  )
  return own ?? 'title'
}
