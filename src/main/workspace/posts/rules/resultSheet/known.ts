import type { AccountId } from '#contract/accounts'
import type { PostId } from '#contract/postIds'
import type { PlainDate } from '#contract/values'
import { folded } from '../../../sheets/fold.ts'
import type { Named } from '../../../sheets/names.ts'
import { linkKey } from './links.ts'

/** A post as a row of results may name it, with where it went out. */
export interface NamedPost {
  readonly id: PostId
  readonly title: string
  readonly isPublished: boolean
  readonly places: readonly {
    readonly accountId: AccountId
    readonly day: PlainDate
    readonly url: string
  }[]
}

/** One post on one account; null: of all accounts together, where none is recorded. */
export interface Place {
  readonly post: NamedPost
  readonly accountId: AccountId | null
}

/** What rows of results may name. */
export interface KnownPosts {
  byLink(link: string): readonly Place[]
  byTitle(title: string): readonly NamedPost[]
  readonly accounts: Named<AccountId>
  /** The day in Malaysia. */
  readonly today: PlainDate
  /** Of rows without a date of their own. */
  readonly day: PlainDate | null
}

export function knownPosts(
  posts: readonly NamedPost[],
  rest: Pick<KnownPosts, 'accounts' | 'today' | 'day'>,
): KnownPosts {
  const links = new Map<string, Place[]>()
  const titles = new Map<string, NamedPost[]>()
  for (const post of posts) {
    const title = folded(post.title)
    titles.set(title, [...(titles.get(title) ?? []), post])
    for (const { url, accountId } of post.places) {
      const key = linkKey(url)
      if (key !== '') links.set(key, [...(links.get(key) ?? []), { post, accountId }])
    }
  }
  return {
    ...rest,
    byLink: (link) => links.get(linkKey(link)) ?? [],
    byTitle: (title) => titles.get(folded(title)) ?? [],
  }
}
