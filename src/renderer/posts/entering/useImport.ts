import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { RejectedCell, SheetHead } from '#contract/postImports'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { asError, useWorkspace } from '../../workspace/calls'
import { useJobs } from '../../workspace/jobs'
import { columnsWrong, type ColumnChoice } from './importView'
import { useUndoImport } from './useUndoImport'

type Step = 'file' | 'columns' | 'check'

/** A sheet on its way in: its file, what its columns hold, and what was found in its rows. */
export const useImport = defineStore('post-import', () => {
  const { t } = useWords()
  const workspace = useWorkspace()
  const jobs = useJobs()
  const notices = useNotices()
  const { undo } = useUndoImport()
  const isOpen = ref(false)
  const step = ref<Step>('file')
  const file = shallowRef<{ name: string; bytes: Uint8Array<ArrayBuffer> } | null>(null)
  const head = shallowRef<SheetHead | null>(null)
  const choices = ref<ColumnChoice[]>([])
  const checked = shallowRef<{ rows: number; rejected: readonly RejectedCell[] } | null>(null)
  const failure = shallowRef<Error | null>(null)
  const busy = ref(false)

  const wrong = computed(() => columnsWrong(choices.value))
  const job = computed(() => jobs.running.find(({ name }) => name === 'importPosts') ?? null)

  function open(): void {
    restart()
    isOpen.value = true
  }

  function restart(): void {
    step.value = 'file'
    file.value = null
    head.value = null
    checked.value = null
    failure.value = null
  }

  async function take(chosen: File): Promise<void> {
    failure.value = null
    busy.value = true
    try {
      const sheet = { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) }
      const read = await workspace.posts.readSheet(sheet)
      file.value = sheet
      head.value = read
      choices.value = read.headings.map((_, at) => read.guess[at] ?? 'ignore')
      step.value = 'columns'
    } catch (thrown) {
      failure.value = asError(thrown)
    } finally {
      busy.value = false
    }
  }

  /** Goes through all rows; brings them in unless it is only a trial. */
  async function run(trial: boolean): Promise<void> {
    if (file.value === null || wrong.value !== null || busy.value) return
    failure.value = null
    busy.value = true
    const columns = choices.value.map((choice) => (choice === 'ignore' ? null : choice))
    const title = () => t(trial ? 'posts.entering.checking' : 'posts.entering.importing')
    const input = { ...file.value, columns, trial }
    const done = await jobs.start('posts', 'importPosts', input, { title, failures: 'here' })
    busy.value = false
    if (!done.ok) {
      failure.value = done.error
      return
    }
    const { rows, rejected, importId } = done.value
    checked.value = { rows, rejected }
    step.value = 'check'
    if (importId === null) return
    isOpen.value = false
    notices.tell(t('posts.entering.done', { count: rows }), () => void undo(importId))
  }

  return {
    ...{ isOpen, step, file, head, choices, checked, failure, busy, wrong, job },
    ...{ open, restart, take, run },
  }
})
