import type { AccountId } from '#contract/accounts'
import type { FindingCode, ImageKind } from '#contract/findings'
import type { FoundCode } from '#contract/measures'
import type { ImageId, PersonId, PlainDate } from '#contract/values'
import { rulesInForce } from '../../images/queries/rulesInForce.ts'
import { sizeFindings } from '../../images/rules/size.ts'
import { imagesOfKind, imagesOfPosts, type ImageFacts } from '../queries/measuredImages.ts'
import { publishedPosts, type PublishedPost } from '../queries/measuredPosts.ts'
import type { Judged, Judgement } from '../rules/measuring.ts'
import type { Book } from './book.ts'

/**
 * Posters and infographics that came out, each once, by the image check's own rule on size: kept at
 * the minimum and above; what has the recommended size is told apart (Melaka 13.5(e)).
 */
export async function judgePosterSize(book: Book): Promise<Judgement> {
  const rules = await rulesInForce(book.db)
  const { facts, uses } = await shownPictures(book, await book.published(), 'poster')
  const shown = new Map<ImageId, { day: PlainDate; accounts: AccountId[]; people: PersonId[] }>()
  for (const { imageId, post } of uses) {
    for (const { accountId, day } of post.outs) {
      const of = shown.get(imageId) ?? { day, accounts: [], people: [] }
      shown.set(imageId, of)
      if (day < of.day) of.day = day
      of.accounts.push(accountId)
      of.people.push(...post.people)
    }
  }
  const items = [...shown].flatMap(([id, { day, accounts, people }]): Judged[] => {
    const image = facts.get(id)
    if (image === undefined) return []
    const { name, width, height } = image
    const [finding] = sizeFindings({ width, height }, 'poster', rules)
    const code: FoundCode =
      finding === undefined
        ? 'size-recommended'
        : finding.code === 'below-minimum'
          ? 'size-below'
          : 'size-allowed'
    const of = { accounts: [...new Set(accounts)], people: [...new Set(people)] }
    const place = { kind: 'image', id, name } as const
    return [{ place, day, code, params: { width, height }, amount: null, ...of }]
  })
  const { minimum, recommended } = rules.poster
  return {
    items,
    limit: {
      ...{ unit: 'pixels', width: minimum.width, height: minimum.height },
      ...{ wantedWidth: recommended.width, wantedHeight: recommended.height },
    },
  }
}

const repeatCodes: readonly FindingCode[] = [
  ...(['duplicate-bytes', 'duplicate-pixels', 'repeated-certain'] as const),
  ...(['repeated-likely', 'repeated-part'] as const),
]

/**
 * Repeated photos are avoided (Melaka 13.6(e)): each photo on each account where it came out, by a
 * person's word, else by what the image check found, else by whether it came out there in more than
 * one post of these days.
 */
export async function judgeRepeatedPhotos(book: Book): Promise<Judgement> {
  // On an account of a person's posts a photo may be shown again by a post of somebody else.
  const isOfPeople = book.scope.people.length > 0 && !book.scope.all
  const published = isOfPeople
    ? await publishedPosts(book.db, book.period, { all: true, accounts: [], people: [] })
    : await book.published()
  const { facts, uses } = await shownPictures(book, published, 'photo')
  interface Shown {
    readonly imageId: ImageId
    readonly accountId: AccountId
    readonly posts: Set<string>
    readonly people: Set<PersonId>
    day: PlainDate
  }
  const shown = new Map<string, Shown>()
  for (const { imageId, post } of uses) {
    for (const { accountId, day } of post.outs) {
      const key = `${imageId} ${accountId}`
      const empty = { posts: new Set<string>(), people: new Set<PersonId>() }
      const of: Shown = shown.get(key) ?? { imageId, accountId, day, ...empty }
      shown.set(key, of)
      of.posts.add(post.id)
      for (const person of post.people) of.people.add(person)
      if (day > of.day) of.day = day
    }
  }
  const items = [...shown.values()].flatMap(
    ({ imageId, accountId, posts, people, day }): Judged[] => {
      const image = facts.get(imageId)
      if (image === undefined) return []
      const place = { kind: 'image', id: imageId, name: image.name } as const
      const code = repeatOf(image, posts.size)
      const of = { accounts: [accountId], people: [...people] }
      return [{ place, day, code, params: { count: posts.size }, amount: null, ...of }]
    },
  )
  return { items, limit: null }
}

/** The pictures of a kind in posts that came out, and in which of them each was. */
async function shownPictures(
  { db }: Book,
  published: readonly PublishedPost[],
  kind: ImageKind,
): Promise<{
  facts: ReadonlyMap<ImageId, ImageFacts>
  uses: { readonly imageId: ImageId; readonly post: PublishedPost }[]
}> {
  const posts = new Map(published.map((post) => [post.id, post]))
  const standing = await imagesOfPosts(db, [...posts.keys()])
  const ids = [...new Set(standing.map(({ imageId }) => imageId))]
  const facts = await imagesOfKind(db, ids, kind)
  const uses = standing.flatMap(({ imageId, postId }) => {
    const post = posts.get(postId)
    return post !== undefined && facts.has(imageId) ? [{ imageId, post }] : []
  })
  return { facts, uses }
}

/** An exception outweighs what the check or a person found, as it does everywhere. */
function repeatOf({ said, findings, overridden }: ImageFacts, posts: number): FoundCode {
  const found = findings.filter(({ code }) => repeatCodes.includes(code))
  if (!overridden && said.includes('repeat')) return 'photo-said-repeat'
  if (!overridden && found.some(({ severity }) => severity === 'reject')) {
    return 'photo-found-repeat'
  }
  if (posts > 1) return 'photo-used-again'
  if (said.includes('different')) return 'photo-said-different'
  return !overridden && found.length > 0 ? 'photo-undecided' : 'photo-once'
}
