import { ImageKind, type Finding } from '#contract/findings'
import type { PostId } from '#contract/postIds'
import { ImageId } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { parseFindings } from '../../images/queries/checks.ts'
import { byChunks } from './byChunks.ts'

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

/** Which pictures stand in each of some posts. */
export async function imagesOfPosts(
  db: Reader,
  ids: readonly PostId[],
): Promise<{ readonly postId: PostId; readonly imageId: ImageId }[]> {
  const rows = await byChunks(ids, (some) =>
    db
      .selectFrom('post_image')
      .select(['post_id', 'image_id'])
      .where('post_id', 'in', some)
      .orderBy('post_id')
      .orderBy('place')
      .execute(),
  )
  return rows.map(({ post_id, image_id }) => ({ postId: post_id, imageId: image_id }))
}

/** Those of some pictures that are still pictures of a kind, by their id. */
export async function imagesOfKind(
  db: Reader,
  ids: readonly ImageId[],
  kind: ImageKind,
): Promise<ReadonlyMap<ImageId, ImageFacts>> {
  const rows = await byChunks(ids, (some) =>
    db
      .selectFrom('image')
      .select(['id', 'name', 'kind', 'width', 'height', 'findings', 'override_reason'])
      .where('kind', '=', kind)
      .where('medium', '=', 'picture')
      .where('id', 'in', some)
      .orderBy('id')
      .execute(),
  )
  const words = await byChunks(ids, (some) =>
    db
      .selectFrom('image_decision')
      .select(['image_id', 'outcome'])
      .where('forgotten_at', 'is', null)
      .where('image_id', 'in', some)
      .orderBy('id')
      .execute(),
  )
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
