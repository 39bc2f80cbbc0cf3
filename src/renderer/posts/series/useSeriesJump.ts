import { useRoute, useRouter } from 'vue-router'
import type { PostId } from '#contract/postIds'
import { useCalendarScreen } from '../calendarScreen'

/** To another post of a series: in the pane beside the calendar, or on a post's own page. */
export function useSeriesJump(): (id: PostId) => void {
  const route = useRoute()
  const router = useRouter()
  const screen = useCalendarScreen()
  return (id) => {
    if (route.name === 'post') void router.push({ name: 'post', params: { id } })
    else screen.open(id, 'series')
  }
}
