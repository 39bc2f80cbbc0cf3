import type { AccountId } from '#contract/accounts'
import type { FindingCode } from '#contract/findings'
import type { FoundCode } from '#contract/measures'
import type { ImageId, PersonId, PlainDate } from '#contract/values'
import { rulesInForce } from '../../images/queries/rulesInForce.ts'
import { sizeFindings } from '../../images/rules/size.ts'
import { imagesShown, shownImages, type ImageFacts } from '../queries/measuredImages.ts'
import type { Judged, Judgement } from '../rules/measuring.ts'
import type { Book } from './book.ts'

/**
 * Posters and infographics that came out, each once, by the image check's own rule on size: kept at
 * the minimum and above; what has the recommended size is told apart (Melaka 13.5(e)).
 */
export async function judgePosterSize(book: Book): Promise<Judgement> {
  const rules = await rulesInForce(book.db)
  const facts = await imagesShown(book.db, book.period, book.scope, 'poster')
  const shown = new Map<ImageId, { day: PlainDate; accounts: AccountId[]; people: PersonId[] }>()
  for (const { imageId, accountId, day, people } of await shownImages(
    ...([book.db, book.period, book.scope, 'poster'] as const),
  )) {
    const of = shown.get(imageId) ?? { day, accounts: [], people: [] }
    shown.set(imageId, of)
    of.accounts.push(accountId)
    of.people.push(...people)
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
  // A photo may be shown again by a post that is none of the subject's.
  const scope = { all: true, accounts: [], people: [] }
  const facts = await imagesShown(book.db, book.period, scope, 'photo')
  interface Shown {
    readonly imageId: ImageId
    readonly accountId: AccountId
    readonly posts: Set<string>
    readonly people: Set<PersonId>
    day: PlainDate
  }
  const shown = new Map<string, Shown>()
  for (const row of await shownImages(book.db, book.period, scope, 'photo')) {
    const { imageId, accountId, day } = row
    const key = `${imageId} ${accountId}`
    const empty = { posts: new Set<string>(), people: new Set<PersonId>() }
    const of: Shown = shown.get(key) ?? { imageId, accountId, day, ...empty }
    shown.set(key, of)
    of.posts.add(row.postId)
    for (const person of row.people) of.people.add(person)
    of.day = day
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
