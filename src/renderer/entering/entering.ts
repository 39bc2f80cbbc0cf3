import type { SheetEncoding } from '#contract/sheets'
import type { RunningJob } from '../workspace/jobs'
import type { CallName } from '../workspace/may'

export type Step = 'file' | 'columns' | 'check'

/** A sheet on its way in, whatever it holds, as the dialog shows it. */
export interface Entering {
  isOpen: boolean
  step: Step
  readonly file: { readonly name: string } | null
  readonly head: {
    readonly headings: readonly string[]
    readonly samples: readonly (readonly string[])[]
    readonly rows: number
    readonly encoding: SheetEncoding
  } | null
  /** What each column holds: the key of a field, or `ignore`. */
  readonly choices: readonly string[]
  /** What was found in the rows. */
  readonly checked: { readonly rows: number } | null
  /** What is wrong with them, in sentences. */
  readonly rejected: readonly { readonly row: number; readonly sentence: string }[]
  /** What comes in otherwise than the rows say, in sentences. */
  readonly warned: readonly { readonly row: number; readonly sentence: string }[]
  readonly failure: Error | null
  readonly busy: boolean
  /** Why the rows cannot be checked yet, in a sentence. */
  readonly wrong: string | null
  readonly job: RunningJob | null
  restart(): void
  take(file: File): Promise<void>
  choose(column: number, key: string): void
  /** Goes through all rows; brings them in unless it is only a trial. */
  run(trial: boolean): Promise<void>
  saveProblems(): Promise<void>
}

/** What the dialog says of what comes in. */
export interface EnteringLook {
  readonly title: string
  /** The call that brings it in: who may not make it is told so. */
  readonly call: CallName
  readonly fields: readonly { readonly key: string; readonly label: string }[]
  /** Rows that one sheet may have. */
  readonly mostRows?: number
  readonly columnsHint: string
  /** Said where no row is rejected. */
  readonly sound: string
  /** Said where so many rows are. */
  readonly bad: (rows: number) => string
  /** Said where so many rows come in otherwise than they say; only of sheets that know such rows. */
  readonly warned?: (rows: number) => string
  /** On the button that brings them in; null where there is nothing to bring in. */
  readonly bringIn: string | null
  readonly earlier: readonly EarlierImport[]
}

/** Something that came in earlier and may go again. */
export interface EarlierImport {
  readonly id: string
  /** File, moment and count. */
  readonly line: string
  readonly undone: boolean
  readonly running: boolean
  undo(): Promise<void>
}
