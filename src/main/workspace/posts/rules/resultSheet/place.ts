import { writtenDay } from '../../../sheets/writtenDay.ts'
import type { KnownPosts, NamedPost, Place } from './known.ts'
import type { ResultRow } from './row.ts'

/** Which post on which account a row is about; null where that is not certain, which is then said. */
export function placeOf(row: ResultRow, known: KnownPosts): Place | null {
  if (row.at('link') !== '') return byLink(row, known)
  if (row.at('title') !== '') return byTitle(row, known)
  return row.reject('title', 'post-not-named')
}

/** A link says the account too; a name for it is only asked where the link stands several times. */
function byLink(row: ResultRow, known: KnownPosts): Place | null {
  const places = known.byLink(row.at('link'))
  if (places.length === 0) return row.reject('link', 'unknown-link')
  const named = row.at('account') === '' ? null : known.accounts.find(row.at('account'))
  const fitting = named === null ? places : places.filter(({ accountId }) => accountId === named)
  const [only] = fitting
  if (only === undefined) return row.reject('account', 'not-on-account')
  if (fitting.length > 1) return row.reject('link', 'several-posts')
  return only.post.isPublished ? only : row.reject('link', 'not-published')
}

function byTitle(row: ResultRow, known: KnownPosts): Place | null {
  const titled = known.byTitle(row.at('title'))
  if (titled.length === 0) return row.reject('title', 'unknown-title')
  const published = titled.filter(({ isPublished }) => isPublished)
  if (published.length === 0) return row.reject('title', 'not-published')
  const name = row.at('account')
  const account = row.read('account', 'unknown-account', (text) => known.accounts.find(text))
  const postDay = row.read('postDay', 'not-a-day', writtenDay)
  if (row.rejected.length > 0) return null
  const isThen = (day: string): boolean => postDay === null || day === postDay
  const places = published.flatMap((post) =>
    post.places.flatMap(({ accountId, day }): Place[] =>
      (account === null || accountId === account) && isThen(day) ? [{ post, accountId }] : [],
    ),
  )
  const [only] = places
  if (places.length === 1 && only !== undefined) return only
  if (places.length > 1) {
    const isOnePost = new Set(places.map(({ post }) => post.id)).size === 1
    return row.reject('title', isOnePost && name === '' ? 'account-missing' : 'several-posts')
  }
  if (name !== '') return row.reject('account', 'not-on-account')
  return together(row, published)
}

/** Old records name no account: their numbers are of all accounts together. */
function together(row: ResultRow, published: readonly NamedPost[]): Place | null {
  const without = published.filter(({ places }) => places.length === 0)
  const [post] = without
  if (post === undefined) return row.reject('title', 'several-posts')
  return without.length === 1 ? { post, accountId: null } : row.reject('title', 'several-posts')
}
