import { watch } from 'vue'
import { useMay } from '../../workspace/may'
import { useQuery } from '../../workspace/useQuery'
import { useSeriesCommands } from './useSeriesCommands'

/**
 * Has the posts made that are due, once while a page is open: whoever takes them back is not
 * contradicted at once. Who may not plan leaves it to who may.
 */
export function useSeriesExtending(): void {
  const { may } = useMay()
  const { extend } = useSeriesCommands()
  const due = useQuery('posts', 'seriesDue', {})
  const stop = watch(due.data, (ids) => {
    if (ids === undefined || ids.length === 0 || !may('posts.extendSeries')) return
    stop()
    void extend(ids, false)
  })
}
