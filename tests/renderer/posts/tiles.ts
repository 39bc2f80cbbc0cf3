import { PostId } from '#contract/postIds'
import { type PostTile } from '#contract/posts'
import { ClockTime, PlainDate } from '#contract/values'

/** A post's tile on a day of November 2026, unless it is told otherwise. */
export function tileOf(number: number, own: Partial<PostTile> = {}): PostTile {
  return {
    id: PostId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
    title: `Hantaran ${String(number)}`,
    day: PlainDate.parse('2026-11-25'),
    time: ClockTime.parse('09:30'),
    ...{ accountIds: [], apart: false, phaseId: null, kind: 'text', category: null },
    ...{ status: 'draft', expired: false, missing: [], coverId: null, ownerId: null },
    ...{ programmeDay: null, seriesId: null, version: 1 },
    ...own,
  }
}
