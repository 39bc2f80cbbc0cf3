import { computed } from 'vue'
import { WorkspaceError } from '#contract/errors'
import type { CopyResult } from '#contract/imageCopies'
import type { LibraryImage } from '#contract/images'
import type { SaveTo } from '#contract/saving'
import { useDesktop } from '../../shell/desktop'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { asError, useWorkspace } from '../../workspace/calls'
import { useJobs } from '../../workspace/jobs'
import { useCopiesScreen } from './copiesScreen'
import { countAsIs, tellingOf, type Telling } from './copiesView'

/** Saves copies where the person says, and tells how it went. */
export function useSaveCopies() {
  const { t } = useWords()
  const desktop = useDesktop()
  const workspace = useWorkspace()
  const jobs = useJobs()
  const notices = useNotices()
  const screen = useCopiesScreen()
  const job = computed(() => jobs.running.find(({ name }) => name === 'saveCopies') ?? null)
  const isBusy = computed(() => screen.isAsking || job.value !== null)

  function begin(images: readonly LibraryImage[]): void {
    if (images.length === 0 || isBusy.value) return
    if (countAsIs(images) > 0) screen.question = images
    else void save(images)
  }

  async function save(images: readonly LibraryImage[]): Promise<void> {
    screen.question = []
    screen.isAsking = true
    const to = await askWhere(images).finally(() => (screen.isAsking = false))
    if (to === null) return
    const outcome = await jobs.start(
      'images',
      'saveCopies',
      { ids: images.map(({ id }) => id), to },
      { title: () => t('images.copies.working') },
    )
    if (outcome.ok) tell(images, outcome.value.results)
  }

  /** Null when the person thought better of it, or where it is said already why not. */
  async function askWhere(images: readonly LibraryImage[]): Promise<SaveTo | null> {
    const [first, ...others] = images
    if (!first) return null
    if (others.length > 0) {
      const path = await desktop.pickTargetFolder()
      return path === null ? null : { kind: 'folder', path }
    }
    try {
      const { fileName: name, format } = await workspace.images.copyPlan({ id: first.id })
      const path = await desktop.pickFilePath({ name, format })
      return path === null ? null : { kind: 'file', path }
    } catch (thrown) {
      notices.fail(asError(thrown))
      return null
    }
  }

  function tell(images: readonly LibraryImage[], results: readonly CopyResult[]): void {
    const telling = tellingOf(results)
    if (telling !== null) {
      notices.tell(sentence(telling))
      return
    }
    const [only] = results
    if (results.length > 1) {
      const saved = results.filter((result) => result.saved !== null).length
      notices.tell(t('images.copies.outcomes', { saved, total: results.length }))
      screen.outcome = { images, results }
    } else if (only?.refused && only.refused !== 'call.cancelled') {
      notices.fail(new WorkspaceError(only.refused))
    }
  }

  function sentence(telling: Telling): string {
    const { folder } = telling
    if (telling.kind === 'one') return t(sentences[telling.manner], { name: telling.name, folder })
    const { count, others } = telling
    if (others === 0) return t('images.copies.savedMany', { count, folder })
    return t('images.copies.savedManyAsIs', { count, folder, others })
  }

  return { begin, save, job, isBusy }
}

const sentences = {
  again: 'images.copies.saved',
  'first-frame': 'images.copies.savedFirst',
  cleaned: 'images.copies.savedCleaned',
  'as-is': 'images.copies.savedAsIs',
} as const
