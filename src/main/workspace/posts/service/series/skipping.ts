import type { PostId } from '#contract/postIds'
import type { CommandContext } from '../../../context.ts'
import { findSeries, placesOf, updateSeries } from '../../queries/series.ts'

/**
 * A post of a series that goes to the trash is a day skipped: no other is made of that day. Brought
 * back, it is one of the series again.
 */
export async function noteSkips(
  { db, writer, record }: CommandContext,
  ids: readonly PostId[],
  skipped: boolean,
): Promise<void> {
  for (const { place } of await placesOf(db, ids)) {
    const series = place === null ? null : await findSeries(db, place.seriesId)
    if (place === null || series === null) continue
    const others = series.skips.filter((day) => day !== place.day)
    const skips = skipped ? [...others, place.day].sort() : others
    await updateSeries(writer, { ...series, skips })
    record('post_series', series.id, ['skips'])
  }
}
