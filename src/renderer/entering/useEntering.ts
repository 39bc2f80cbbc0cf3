import { computed, reactive, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { WorkspaceError } from '#contract/errors'
import { largestSheet, type Rejected, type SheetEncoding } from '#contract/sheets'
import { useDesktop } from '../shell/desktop'
import { useHandover } from '../shell/handover'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { asError, type Outcome } from '../workspace/calls'
import { useJobs } from '../workspace/jobs'
import { isChosenTwice, type ColumnChoice } from './columnsView'
import type { Step } from './entering'

export interface Sheet {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface Head<F extends string> {
  headings: string[]
  samples: string[][]
  rows: number
  guess: (F | null)[]
  encoding: SheetEncoding
}

interface Checked {
  readonly rows: number
  readonly rejected: readonly Rejected[]
}

/** What one kind of sheet brings to the three steps that all share. */
export interface EnteringPlan<F extends string, H extends Head<F>, C extends Checked> {
  readonly fields: readonly F[]
  /** Of the job that checks and brings in. */
  readonly job: string
  read(sheet: Sheet): Promise<H>
  /** What is missing among the chosen fields, in a sentence. */
  missing(choices: readonly ColumnChoice<F>[]): string | null
  run(sheet: Sheet, columns: (F | null)[], trial: boolean): Promise<Outcome<C>>
  /** What is wrong with a cell and what to do about it. */
  sentence(cell: C['rejected'][number]): string
  /** What is said of rows that come in otherwise than they say. */
  warned?(checked: C): readonly C['rejected'][number][]
  csv(rejected: C['rejected'][number][]): Promise<{ csv: string }>
  /** After rows came in; false where none did. */
  done(checked: C): boolean
}

/** A sheet on its way in: its file, what its columns hold, and what was found in its rows. */
export function useEntering<F extends string, H extends Head<F>, C extends Checked>(
  plan: EnteringPlan<F, H, C>,
) {
  const { t } = useWords()
  const jobs = useJobs()
  const desktop = useDesktop()
  const notices = useNotices()
  const isOpen = ref(false)
  const step = ref<Step>('file')
  const file: ShallowRef<Sheet | null> = shallowRef(null)
  const head: ShallowRef<H | null> = shallowRef(null)
  const choices: Ref<ColumnChoice<F>[]> = shallowRef([])
  const checked: ShallowRef<C | null> = shallowRef(null)
  const failure = shallowRef<Error | null>(null)
  const busy = ref(false)

  const wrong = computed(() =>
    isChosenTwice(choices.value) ? t('entering.fieldTwice') : plan.missing(choices.value),
  )
  const rejected = computed(() =>
    (checked.value?.rejected ?? []).map((cell) => ({
      ...{ row: cell.row, sentence: plan.sentence(cell) },
    })),
  )
  const warned = computed(() => {
    const cells = checked.value === null ? [] : (plan.warned?.(checked.value) ?? [])
    return cells.map((cell) => ({ row: cell.row, sentence: plan.sentence(cell) }))
  })
  const job = computed(() => jobs.running.find(({ name }) => name === plan.job) ?? null)

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

  function shut(): void {
    isOpen.value = false
    restart()
  }
  useHandover().onHandover(shut)

  function choose(column: number, key: string): void {
    choices.value = choices.value.with(column, plan.fields.find((each) => each === key) ?? 'ignore')
  }

  async function take(chosen: File): Promise<void> {
    failure.value = null
    if (chosen.size > largestSheet) {
      failure.value = new WorkspaceError('sheets.too-large')
      return
    }
    busy.value = true
    try {
      const sheet = { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) }
      const read = await plan.read(sheet)
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

  async function run(trial: boolean): Promise<void> {
    if (file.value === null || wrong.value !== null || busy.value) return
    failure.value = null
    busy.value = true
    const columns = choices.value.map((choice) => (choice === 'ignore' ? null : choice))
    const done = await plan.run(file.value, columns, trial)
    busy.value = false
    if (!done.ok) {
      failure.value = done.error
      return
    }
    checked.value = done.value
    step.value = 'check'
    if (!trial && plan.done(done.value)) isOpen.value = false
  }

  async function saveProblems(): Promise<void> {
    if (checked.value === null) return
    try {
      const { csv } = await plan.csv([...checked.value.rejected])
      const bytes = new TextEncoder().encode(csv)
      await desktop.saveFile({ name: t('entering.problemsFile'), kind: 'csv', bytes })
    } catch (thrown) {
      notices.fail(asError(thrown))
    }
  }

  const state = {
    isOpen,
    step,
    file,
    head,
    choices,
    checked,
    rejected,
    warned,
    failure,
    busy,
    wrong,
    job,
  }
  return reactive({ ...state, ...{ open, restart, choose, take, run, saveProblems } })
}
