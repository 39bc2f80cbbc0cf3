import { WorkspaceError } from '#contract/errors'
import type { AssessmentPeriod, AssessmentSubject } from '#contract/assessmentSubjects'
import type { SliceHandlers } from '#contract/call'
import type { Control, FrameworkVersion, FrameworkVersionId } from '#contract/frameworks'
import {
  measuredOfComplaints,
  type Measured,
  type measures,
  type MeasureSettings,
} from '#contract/measures'
import { mayCall } from '#contract/permissions'
import type { Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { writeSetting } from '../../office/queries.ts'
import { openBook, type Book } from '../measures/book.ts'
import { judge, traitsOf } from '../measures/methods.ts'
import { parametersOf, type Parameters } from '../measures/parameters.ts'
import { sortItems, unfit, type Sorted } from '../measures/subjects.ts'
import { measureSetting, readMeasureSettings } from '../queries/measureSettings.ts'
import { findVersion } from '../queries/reading.ts'
import { answerOf, inOrder, toItem, type Judgement } from '../rules/measuring.ts'

type Asking = Pick<QueryContext, 'db' | 'clock'>
type MeasuredControl = Control & { readonly measurement: NonNullable<Control['measurement']> }

export const measureHandlers: SliceHandlers<typeof measures, Contexts> = {
  async measure(context, { versionId, key, subject, period }) {
    const control = controlOf(await knownVersion(context.db, versionId), key)
    const book = await bookFor(context, period, [subject])
    const settings = await readMeasureSettings(context.db)
    return answer(book, control, await measured(book, control), subject, settings)
  },

  async measureAll(context, { versionId, subjects, period }) {
    return measureSubjects(context, await knownVersion(context.db, versionId), subjects, period)
  },

  async measuredItems(context, { versionId, key, subject, period, code, offset, limit }) {
    const control = controlOf(await knownVersion(context.db, versionId), key)
    refuseStrangers(context, control)
    const book = await bookFor(context, period, [subject])
    const { sorted } = await measured(book, control)
    const items = sorted.of(subject).filter((item) => code === null || item.code === code)
    return {
      total: items.length,
      items: inOrder(items)
        .slice(offset, offset + limit)
        .map(toItem),
    }
  },

  measureSettings: ({ db }) => readMeasureSettings(db),

  async changeMeasureSettings({ writer, record }, settings) {
    await writeSetting(writer, measureSetting, settings)
    record('setting', measureSetting, ['value'])
    return settings
  },
}

/** What a job hears of the way, and how it says that it is no longer wanted. */
interface Steps {
  readonly signal?: AbortSignal
  /** Controls judged, of those that are. */
  readonly report?: (progress: { done: number; total: number }) => void
}

/**
 * Every measured control of a version for each subject: rows are read once for all subjects, so that
 * a campaign of many accounts costs about as much as one.
 * @throws WorkspaceError `accounts.unknown`, `call.cancelled`
 */
export async function measureSubjects(
  context: Asking,
  { controls }: Pick<FrameworkVersion, 'controls'>,
  subjects: readonly AssessmentSubject[],
  period: AssessmentPeriod,
  steps: Steps = {},
): Promise<{ subject: AssessmentSubject; controls: Measured[] }[]> {
  const book = await bookFor(context, period, subjects)
  const settings = await readMeasureSettings(context.db)
  const wanted = measuredControls(controls)
  // Controls that ask the same share one judgement, which is let go before the next is made.
  const asked = new Map<string, MeasuredControl[]>()
  for (const control of wanted) {
    const parameters = JSON.stringify(parametersOf(control, control.measurement))
    asked.set(parameters, [...(asked.get(parameters) ?? []), control])
  }
  const answers = new Map<string, Measured[]>()
  for (const [first, ...same] of asked.values()) {
    if (first === undefined) continue
    const found = await measured(book, first)
    for (const control of [first, ...same]) {
      answers.set(
        control.key,
        subjects.map((subject) => answer(book, control, found, subject, settings)),
      )
    }
    await othersFirst()
    if (steps.signal?.aborted === true) throw new WorkspaceError('call.cancelled')
    steps.report?.({ done: answers.size, total: wanted.length })
  }
  return subjects.map((subject, at) => ({
    subject,
    controls: wanted.flatMap(({ key }) => answers.get(key)?.[at] ?? []),
  }))
}

/** The workspace serves one call after the other: between two controls somebody else has a turn. */
function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

interface Measurements {
  readonly parameters: Parameters
  readonly judgement: Judgement
  readonly sorted: Sorted
}

async function measured(book: Book, control: MeasuredControl): Promise<Measurements> {
  const parameters = parametersOf(control, control.measurement)
  const judgement = await judge(book, parameters)
  return { parameters, judgement, sorted: sortItems(book, parameters, judgement) }
}

function answer(
  book: Book,
  { key, measurement }: MeasuredControl,
  { parameters, judgement, sorted }: Measurements,
  subject: AssessmentSubject,
  settings: MeasureSettings,
): Measured {
  const { method } = parameters
  const why = unfit(book, parameters, subject)
  const items = why === null ? sorted.of(subject) : []
  const of = why === null ? judgement : { ...judgement, off: why }
  return answerOf({ key, measurement }, method, traitsOf[method], of, items, settings)
}

async function bookFor(
  { db, clock }: Asking,
  period: AssessmentPeriod,
  subjects: readonly AssessmentSubject[],
): Promise<Book> {
  const book = await openBook({ db, now: clock.now() }, period, subjects)
  const isUnknown = (each: AssessmentSubject) =>
    each.kind === 'account' && !book.accounts.has(each.accountId)
  if (subjects.some(isUnknown)) throw new WorkspaceError('accounts.unknown')
  return book
}

async function knownVersion(db: Reader, id: FrameworkVersionId): Promise<FrameworkVersion> {
  const version = await findVersion(db, id)
  if (version === null) throw new WorkspaceError('compliance.unknown-version')
  return version
}

/** Those that are asked and have a measurement; headings have none. */
function measuredControls(controls: readonly Control[]): MeasuredControl[] {
  return controls.filter(
    (control): control is MeasuredControl =>
      control.measurement !== null && control.retired === null,
  )
}

/** @throws WorkspaceError `compliance.unknown-control` where it is not measured either */
function controlOf({ controls }: FrameworkVersion, key: string): MeasuredControl {
  const control = measuredControls(controls).find((each) => each.key === key)
  if (control === undefined) throw new WorkspaceError('compliance.unknown-control')
  return control
}

/** @throws WorkspaceError `people.not-allowed` */
function refuseStrangers({ actor }: QueryContext, { measurement }: MeasuredControl): void {
  if (!measuredOfComplaints.includes(measurement)) return
  if (!mayCall(actor?.roles ?? [], 'complaints', 'list')) {
    throw new WorkspaceError('people.not-allowed')
  }
}
