import type { CheckedImage } from '#contract/images'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useJobs } from '../workspace/jobs'
import { useCheckScreen } from './checkScreen'

/** The contract's bound on paths in one call. */
const pathsPerBatch = 5_000

/** Starts the long work of the image check; the status bar shows it and can cancel it. */
export function useImageJobs() {
  const jobs = useJobs()
  const notices = useNotices()
  const screen = useCheckScreen()
  const { t, sayKey, hasKey } = useWords()
  const title = () => t('images.add.checking')

  /** Leads to the new batch once, so that the person may look elsewhere meanwhile. */
  function showNewBatch(): (progress: unknown) => void {
    let shown = false
    return (progress) => {
      const batchId = batchOf(progress)
      if (shown || batchId === null) return
      shown = true
      screen.showBatch(batchId)
    }
  }

  async function checkPaths(paths: readonly string[]): Promise<void> {
    for (let start = 0; start < paths.length; start += pathsPerBatch) {
      const some = paths.slice(start, start + pathsPerBatch)
      const input = { paths: some, kind: null }
      const onProgress = showNewBatch()
      const outcome = await jobs.start('images', 'checkFiles', input, { title, onProgress })
      if (!outcome.ok) return
      onProgress(outcome.value)
    }
  }

  async function checkPasted(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const onProgress = showNewBatch()
    const input = { name, bytes }
    const outcome = await jobs.start('images', 'checkPasted', input, { title, onProgress })
    if (outcome.ok) onProgress(outcome.value)
  }

  async function continueBatch(batchId: CheckedImage['batchId']): Promise<void> {
    await jobs.start('images', 'continueBatch', { batchId }, { title })
  }

  async function keep(ids: readonly CheckedImage['id'][]): Promise<void> {
    if (ids.length === 0) return
    const outcome = await jobs.start(
      'images',
      'keep',
      { ids: [...ids] },
      { title: () => t('images.keep.working') },
    )
    if (!outcome.ok) return
    const kept = outcome.value.kept.length
    const [refusal] = outcome.value.refused
    if (!refusal) {
      notices.tell(t('images.keep.done', { count: kept }))
      return
    }
    const key = `errors.${refusal.reason}`
    const reason = hasKey(key) ? sayKey(key) : ''
    const count = outcome.value.refused.length
    notices.tell(
      kept === 0
        ? t('images.keep.refused', { count, reason })
        : t('images.keep.someRefused', { kept, count, reason }),
    )
  }

  return { checkPaths, checkPasted, continueBatch, keep }
}

/** The batch a check's progress or result speaks of. */
export function batchOf(progress: unknown): string | null {
  if (typeof progress !== 'object' || progress === null || !('batchId' in progress)) return null
  return typeof progress.batchId === 'string' ? progress.batchId : null
}
