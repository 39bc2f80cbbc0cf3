import { mayAttach } from '#contract/attachmentRights'
import type { AttachmentId } from '#contract/attachments'
import { ComplaintId } from '#contract/complaintFields'
import { mostSamePhotos, type SamePhoto, type ShownPhoto } from '#contract/complaintRepeats'
import {
  newestLooks,
  standingRedactions,
  type AttachedLook,
} from '../../attachments/queries/looks.ts'
import type { QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { alikeAmong } from '../../images/rules/looks.ts'
import { goingOnIn } from '../queries/repeats.ts'

/** Among so many of the newest photos the same one is looked for, so that the time is bounded. */
const newestPhotos = 20_000
/** A photo that so many complaints have, such as a letterhead, tells no more by the next. */
const mostCases = 100

interface Pair {
  readonly own: AttachmentId
  readonly other: AttachmentId
}

/** Complaints with a photo that is one of these, and which of them are the same. */
export type SamePhotos = ReadonlyMap<ComplaintId, readonly Pair[]>

/**
 * Complaints with one of some photos among the newest photos; a duplicate counts as the complaint
 * in which it goes on.
 */
export async function withSamePhoto(db: Reader, own: readonly AttachedLook[]): Promise<SamePhotos> {
  if (own.length === 0) return new Map()
  const placeOf = alikeAmong(own.map(({ look }) => look))
  const pairs = new Map<ComplaintId, Pair[]>()
  for (const { id: other, ownerId, look } of await newestLooks(db, 'complaint', newestPhotos)) {
    const mine = own[placeOf(look) ?? -1]
    if (mine === undefined || mine.id === other) continue
    const owner = ComplaintId.parse(ownerId)
    if (!pairs.has(owner) && pairs.size === mostCases) continue
    pairs.set(owner, [...(pairs.get(owner) ?? []), { own: mine.id, other }])
  }
  const goesOn = await goingOnIn(db, [...pairs.keys()])
  const found = new Map<ComplaintId, Pair[]>()
  for (const [owner, theirs] of pairs) {
    const id = goesOn.get(owner) ?? owner
    found.set(id, [...(found.get(id) ?? []), ...theirs])
  }
  return found
}

/** The pairs of one complaint as whoever sits here may see them. */
export async function shownPairs(
  { db, actor }: Pick<QueryContext, 'db' | 'actor'>,
  pairs: readonly Pair[],
): Promise<SamePhoto[]> {
  if (pairs.length === 0 || !mayAttach(actor?.roles ?? [], 'complaint', 'see')) return []
  const few = pairs.slice(0, mostSamePhotos)
  const redacted = await standingRedactions(
    db,
    few.flatMap(({ own, other }) => [own, other]),
  )
  const shown = (id: AttachmentId): ShownPhoto => {
    const copy = redacted.get(id)
    return { id, redaction: copy === undefined ? null : { id: copy } }
  }
  return few.map(({ own, other }) => ({ own: shown(own), other: shown(other) }))
}
