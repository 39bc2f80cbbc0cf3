import { isWebAddress, OptionalWebsite, type AccountId } from '#contract/accounts'
import type { PostContent } from '#contract/postContent'
import type { ImportField, RowProblem } from '#contract/postImports'
import type { PostStatus } from '#contract/posts'
import { mayComeIn } from '#contract/postStatus'
import { Passage } from '#contract/values'
import type { Named } from '../../../sheets/names.ts'
import type { SheetRow } from '../../../sheets/row.ts'

/** What a row says of where a post stands and where it is to be seen. */
export interface Outlook {
  /** Null: the row does not say. */
  readonly status: PostStatus | null
  /** Why it stopped; empty where it did not. */
  readonly reason: string
  /** Where it is to be seen, on each account that says so. */
  readonly links: ReadonlyMap<AccountId, string>
}

interface Known {
  readonly statuses: Named<PostStatus>
  readonly accounts: Named<AccountId>
}

/** Statuses that are not given without saying why, as by hand. */
const stops: readonly PostStatus[] = ['on-hold', 'cancelled']

/** Reads what a row says of the life of its post; the accounts are those of this row. */
export function readOutlook(
  row: SheetRow<ImportField, RowProblem>,
  accounts: PostContent['accounts'],
  known: Known,
): Outlook {
  const status = readStatus(row, known)
  const reason = Passage.safeParse(row.at('statusReason'))
  if (!reason.success) row.reject('statusReason', 'too-long')
  const isStopped = status !== null && stops.includes(status)
  if (isStopped && row.at('statusReason') === '') row.reject('status', 'reason-missing')
  return {
    status,
    reason: isStopped ? (reason.data ?? '') : '',
    links: readLinks(row, accounts, known),
  }
}

/**
 * The plan's own sheets say behind a semicolon what follows by itself: that the slot passed. A status
 * that rests on an approval here comes in as the draft it was made of, and the row says so.
 */
function readStatus(row: SheetRow<ImportField, RowProblem>, known: Known): PostStatus | null {
  const status = row.read('status', 'unknown-status', (text) =>
    known.statuses.find(text.split(';')[0] ?? ''),
  )
  if (status === null || mayComeIn(status)) return status
  row.warn('status', 'needs-approval')
  return 'draft'
}

/** Each link on a line of its own, behind its account; the account is clear where it is the only one. */
function readLinks(
  { at, reject }: SheetRow<ImportField, RowProblem>,
  accounts: PostContent['accounts'],
  known: Known,
): ReadonlyMap<AccountId, string> {
  const links = new Map<AccountId, string>()
  const lines = at('url')
    .split('\n')
    .map((line) => line.trim().replace(/[;,]+$/, ''))
  if (at('url') !== '' && at('accounts') === '') reject('accounts', 'account-missing')
  if (accounts.length === 0) return links
  const only = accounts.length === 1 ? accounts[0]?.accountId : undefined
  for (const line of lines.filter(Boolean)) {
    const link = /\S+$/.exec(line)?.[0] ?? ''
    const name = line.slice(0, -link.length).trim()
    const id = name === '' ? only : known.accounts.find(name)
    const here = accounts.find(({ accountId }) => accountId === id)?.accountId
    if (!isWebAddress(link) || !OptionalWebsite.safeParse(link).success) {
      reject('url', 'not-a-link', link)
    } else if (here === undefined || links.has(here)) reject('url', 'link-of-no-account', line)
    else links.set(here, link)
  }
  return links
}
