import type { AccountId } from '#contract/accounts'
import { PostContent } from '#contract/postContent'
import type { ImportField } from '#contract/postImports'
import type { PublicationFields } from '#contract/postPublication'
import type { PostStatus } from '#contract/posts'
import type { RowPlace } from '../../../sheets/row.ts'
import type { Place } from '../slots.ts'
import { readRow, type ReadRow, type Vocabulary } from './row.ts'

/** A post as its rows have it. */
export interface ComingPost {
  readonly content: PostContent
  readonly status: PostStatus
  readonly reason: string
  /** What is recorded of it where it is out, each with the row that says so. */
  readonly out: readonly ComingPublication[]
}

export interface ComingPublication {
  readonly accountId: AccountId
  readonly publication: PublicationFields
  readonly from: ReadRow
}

/** What each row of a post has for itself; all else stands in its first row. */
const ofSlot: ReadonlySet<ImportField> = new Set<ImportField>([
  ...(['post', 'day', 'time', 'accounts', 'accountTexts', 'url'] as const),
])

/** The number of the post that a row belongs to; empty: the row is a post by itself. */
export function postNumber(cells: readonly string[], { columns }: RowPlace<ImportField>): string {
  return (cells[columns.indexOf('post')] ?? '').trim()
}

/**
 * A further row of a post: accounts and a slot of their own. What it repeats of the first row must
 * be the same there.
 */
export function readFurtherRow(
  cells: readonly string[],
  place: RowPlace<ImportField>,
  known: Vocabulary,
  first: ReadRow,
): ReadRow {
  const { columns } = place
  const own = cells.map((cell, at) => {
    const field = columns[at] ?? null
    if (field === null || ofSlot.has(field) || at >= columns.length) return cell
    return field === 'title' ? first.at('title') : ''
  })
  const row = readRow(own, place, known)
  for (const [at, field] of columns.entries()) {
    const said = (cells[at] ?? '').trim()
    if (field === null || ofSlot.has(field) || said === '') continue
    if (said !== first.at(field)) row.reject(field, 'differs-from-first', said)
  }
  if (row.at('accounts') === '') row.reject('accounts', 'account-missing')
  return row
}

/** The rows of one post together, its first row first; null where any of them is rejected. */
export function joinRows(rows: readonly ReadRow[]): ComingPost | null {
  const [first, ...further] = rows
  if (first === undefined || first.content === null) return null
  if (further.length > 0 && first.at('accounts') === '') first.reject('accounts', 'account-missing')
  const accounts = [...first.content.accounts]
  for (const row of further) {
    for (const each of row.content?.accounts ?? []) {
      if (accounts.some(({ accountId }) => accountId === each.accountId)) {
        row.reject('accounts', 'repeated-account')
      } else accounts.push({ ...each, ...slotBeside(first.content, row.content) })
    }
  }
  const content = PostContent.safeParse({ ...first.content, accounts })
  if (!content.success) first.reject('accounts', 'too-long')
  const { reason } = first.outlook
  const status = statusOf(rows)
  const out = status === 'published' || status === 'archived' ? publicationsOf(rows) : []
  const isSound = rows.every(({ rejected }) => rejected.length === 0)
  return content.success && isSound ? { content: content.data, status, reason, out } : null
}

/** What the post's rows say; else it is out where it has links, and otherwise a draft. */
function statusOf(rows: readonly ReadRow[]): PostStatus {
  const said = rows[0]?.outlook.status ?? null
  const linked = rows.filter(({ outlook }) => outlook.links.size > 0)
  if (said === null) {
    if (linked.length === 0) return 'draft'
    for (const row of rows.filter((each) => !linked.includes(each))) {
      row.reject('url', 'link-missing')
    }
    return 'published'
  }
  if (said !== 'published' && said !== 'archived') {
    for (const row of linked) row.reject('url', 'link-unpublished')
  }
  return said
}

/** A record for each account, at the day and time of its row: people posted it there by hand. */
function publicationsOf(rows: readonly ReadRow[]): ComingPublication[] {
  return rows.flatMap((row) => {
    const { content, outlook } = row
    const day = content?.day ?? rows[0]?.content?.day ?? null
    if (content === null) return []
    if (content.accounts.length === 0 && row.rejected.length === 0) {
      row.reject('accounts', 'account-missing')
    }
    if (day === null) {
      row.reject('day', 'day-missing')
      return []
    }
    const time = content.day === null ? (content.time ?? rows[0]?.content?.time) : content.time
    return content.accounts.map(({ accountId }) => ({
      accountId,
      publication: {
        ...{ day, time: time ?? null, url: outlook.links.get(accountId) ?? '', byId: null },
      },
      from: row,
    }))
  })
}

/** Another row's slot as an account keeps it beside the post's own: null is as the post has it. */
function slotBeside(own: Place, other: Place | null): Place {
  if (other === null || (other.day === null && other.time === null))
    return { day: null, time: null }
  const isSameDay = other.day === null || other.day === own.day
  if (isSameDay && other.time === own.time) return { day: null, time: null }
  const { day, time } = other
  // A time alone is on the post's day; a day brings its own time, or none.
  return isSameDay && time !== null ? { day: null, time } : { day, time }
}
