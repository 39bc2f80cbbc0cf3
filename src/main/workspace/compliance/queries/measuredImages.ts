import type { AccountId } from '#contract/accounts'
import type { AssessmentPeriod } from '#contract/assessmentSubjects'
import { ImageKind, type Finding } from '#contract/findings'
import type { PostId } from '#contract/postIds'
import { ImageId, type PersonId, type PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { parseFindings } from '../../images/queries/checks.ts'
import { outWithin, type Scope } from './measuredPosts.ts'

/** A picture that came out with a post on an account. */
export interface ShownImage {
  readonly imageId: ImageId
  readonly postId: PostId
  readonly accountId: AccountId
  readonly day: PlainDate
  readonly people: readonly PersonId[]
}

/** What of a picture is judged. */
export interface ImageFacts {
  readonly id: ImageId
  readonly name: string
  readonly kind: ImageKind
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly findings: readonly Finding[]
  readonly overridden: boolean
  /** A person's word on pairs with other pictures. */
  readonly said: readonly ('repeat' | 'different')[]
}

/** Every picture of a kind that came out within the period, on each account, earliest first. */
export async function shownImages(
  db: Reader,
  period: AssessmentPeriod,
  scope: Scope,
  kind: ImageKind,
): Promise<ShownImage[]> {
  const rows = await outWithin(db, period, scope)
    .innerJoin('post_image', 'post_image.post_id', 'post.id')
    .innerJoin('image', 'image.id', 'post_image.image_id')
    .where('image.kind', '=', kind)
    .where('image.medium', '=', 'picture')
    .select(['image.id as image_id', 'post.id', 'post_publication.account_id'])
    .select(['post_publication.day as out_day', 'post.owner_id', 'post.designer_id'])
    .select('post.created_by')
    .orderBy('post_publication.day')
    .orderBy('post_publication.id')
    .orderBy('image.id')
    .execute()
  return rows.map((row) => ({
    ...{ imageId: ImageId.parse(row.image_id), postId: row.id, accountId: row.account_id },
    day: row.out_day,
    people: [row.owner_id, row.designer_id, row.created_by].filter((each) => each !== null),
  }))
}

/** The pictures of a kind that came out within the period, by their id. */
export async function imagesShown(
  db: Reader,
  period: AssessmentPeriod,
  scope: Scope,
  kind: ImageKind,
): Promise<ReadonlyMap<ImageId, ImageFacts>> {
  const wanted = () =>
    db
      .selectFrom('image')
      .where('image.kind', '=', kind)
      .where('image.medium', '=', 'picture')
      .where(
        'image.id',
        'in',
        outWithin(db, period, scope)
          .innerJoin('post_image', 'post_image.post_id', 'post.id')
          .select('post_image.image_id'),
      )
  const rows = await wanted()
    .select(['id', 'name', 'kind', 'width', 'height', 'findings', 'override_reason'])
    .orderBy('id')
    .execute()
  const words = await wanted()
    .innerJoin('image_decision', 'image_decision.image_id', 'image.id')
    .where('image_decision.forgotten_at', 'is', null)
    .select(['image_decision.image_id', 'image_decision.outcome'])
    .orderBy('image_decision.id')
    .execute()
  const said = new Map<string, ('repeat' | 'different')[]>()
  for (const { image_id, outcome } of words) {
    const of = said.get(image_id) ?? []
    said.set(image_id, of)
    of.push(outcome === 'repeat' ? 'repeat' : 'different')
  }
  return new Map(
    rows.map((row) => {
      const id = ImageId.parse(row.id)
      return [
        id,
        {
          ...{ id, name: row.name, kind: ImageKind.parse(row.kind) },
          ...{ width: row.width, height: row.height, findings: parseFindings(row.findings) },
          ...{ overridden: row.override_reason !== null, said: said.get(row.id) ?? [] },
        },
      ]
    }),
  )
}
