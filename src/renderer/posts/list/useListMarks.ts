import { computed, type ComputedRef } from 'vue'
import type { Period, PostTile } from '#contract/posts'
import { todayInMalaysia } from '../../accounts/today'
import type { DayMark } from '../grid/dayMarks'
import { useDayMarks } from '../grid/useDayMarks'
import { daysOfTiles } from './listView'

type Dated = Pick<PostTile, 'day'>

/** What stands behind the days of the posts that are at hand, however far apart they are. */
export function useListMarks(
  tiles: () => readonly Dated[],
): ComputedRef<(tile: Dated) => readonly DayMark[]> {
  const days = computed<Period>(
    () => daysOfTiles(tiles()) ?? { from: todayInMalaysia(), to: todayInMalaysia() },
  )
  const behind = useDayMarks(() => days.value)
  return computed(() => {
    const marksOf = behind.value
    return ({ day }) => (day === null ? [] : marksOf(day).marks)
  })
}
