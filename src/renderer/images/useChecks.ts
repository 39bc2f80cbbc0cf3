import { computed } from 'vue'
import type { ImageKind } from '#contract/findings'
import type { CheckedImage } from '#contract/images'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useJobs } from '../workspace/jobs'
import { useCommand } from '../workspace/useCommand'
import { useQuery } from '../workspace/useQuery'
import { useCheckScreen } from './checkScreen'
import { checkFilters, countChecks, keepableIds, visibleChecks } from './imagesView'
import { batchOf } from './useImageJobs'

/** The batches, the shown one's files, and what the filter leaves of them. */
export function useChecks() {
  const { t } = useWords()
  const screen = useCheckScreen()
  const jobs = useJobs()
  const notices = useNotices()
  const kind = useCommand('images', 'setKind')
  const batches = useQuery('images', 'batches', {})
  const batch = computed(() => {
    const all = batches.data.value ?? []
    return all.find((one) => one.id === screen.batchId) ?? all[0] ?? null
  })
  const checks = useQuery('images', 'checks', () => batch.value && { batchId: batch.value.id })
  const all = computed(() => checks.data.value ?? [])
  const visible = computed(() => visibleChecks(all.value, screen.filter, screen.search))
  const chips = computed(() => {
    const counts = countChecks(all.value)
    return checkFilters.map((key) => ({
      key,
      label: t(`images.filters.${key}`),
      count: counts[key],
    }))
  })

  /** The check that runs for the shown batch; a new one has no batch for its first moments. */
  const job = computed(() => {
    const checking = jobs.running.filter((one) => one.slice === 'images' && one.name !== 'keep')
    const own = checking.find((one) => batchOf(one.progress) === batch.value?.id)
    return own ?? checking.find((one) => one.progress === null) ?? null
  })

  async function setKind(of: readonly CheckedImage[], to: ImageKind): Promise<void> {
    const changing = of.filter((check) => check.kind !== to)
    if (changing.length === 0) return
    const outcome = await kind.run({ ids: changing.map((check) => check.id), kind: to })
    if (!outcome.ok) return
    const undo = async () => {
      for (const old of new Set(changing.map((check) => check.kind))) {
        const ids = changing.filter((check) => check.kind === old).map((check) => check.id)
        await kind.run({ ids, kind: old })
      }
    }
    notices.tell(t('images.list.kindChanged', { count: changing.length }), () => void undo())
  }

  return {
    ...{ batches, batch, checks, all, visible, chips, job, setKind },
    keepable: computed(() => keepableIds(all.value)),
    open: computed(() => all.value.find((check) => check.id === screen.openId) ?? null),
    isFiltered: computed(() => screen.filter !== 'all' || screen.search.trim() !== ''),
  }
}
