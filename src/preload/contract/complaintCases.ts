import { counted, promised, recurring } from './complaintFigures.ts'
import type { PromiseClock, PromiseOutcome } from './complaintFigures.ts'
import type { FigureQuestion, Subject, TimedStep } from './complaintOverview.ts'
import { ComplaintFilter } from './complaints.ts'
import type { ComplaintStatus } from './complaintStatus.ts'
import { PlainDate } from './values.ts'

type Scope = Pick<FigureQuestion, 'states' | 'kinds'>

/** Choices by whose keys complaints are told apart in figures. */
export type TalliedChoice =
  | ('kinds' | 'subKinds' | 'states' | 'channels' | 'accountIds')
  | ('assigneeIds' | 'severities' | 'difficulties')

/** How the register stands now, whenever a complaint was received. */
export type StandingFlag = 'open' | 'late' | 'dueToday' | 'paused' | 'unassigned'

/**
 * Which cases each figure counts, as a filter of the register: what is counted is asked with it, and
 * who presses the number opens the register with it.
 */
export const cases = {
  now: ({ states, kinds }: Scope, flag: StandingFlag) =>
    ComplaintFilter.parse({ states, kinds, [flag]: true }),
  received: (question: FigureQuestion) => of(question, {}),
  stillOpen: (question: FigureQuestion) => of(question, { open: true }),
  wrongDoor: (question: FigureQuestion) => of(question, { wrongDoor: true }),
  reopened: (question: FigureQuestion) => of(question, { reopened: true }),
  standing: (question: FigureQuestion, status: ComplaintStatus) =>
    of(question, { statuses: [status] }),
  /** By the day of settling, whenever they were received. */
  settled: (question: FigureQuestion) =>
    of(question, { from: null, to: null, settledFrom: question.from, settledTo: question.to }),
  /** @param key null: those that have none */
  having(question: FigureQuestion, choice: TalliedChoice, key: string | null): ComplaintFilter {
    if (key !== null) return of(question, { [choice]: [key] })
    // These two every complaint has.
    return of(question, { without: choice === 'kinds' || choice === 'channels' ? [] : [choice] })
  },
  forwarded: (question: FigureQuestion, agency: string) => of(question, { agencies: [agency] }),
  timed: (question: FigureQuestion, step: TimedStep) =>
    step === 'answer'
      ? of(question, { answered: true })
      : of(question, { promise: { clock: step, set: null, outcome: 'done' } }),
  promise: (
    question: FigureQuestion,
    set: string | null,
    clock: PromiseClock,
    outcome: PromiseOutcome,
  ) => of(question, { statuses: [...promised], promise: { clock, set, outcome } }),
  scored: (question: FigureQuestion, score: number) => of(question, { scores: [score] }),
  /** @param month from 1 */
  month: (question: FigureQuestion, year: number, month: number) =>
    of(question, daysOfMonth(year, month)),
  subject: (question: FigureQuestion, subject: Subject) =>
    of(question, { statuses: [...recurring], ...partsOf(subject) }),
} as const

/** The first and the last day of a month; `month` from 1. */
export function daysOfMonth(
  year: number,
  month: number,
): { readonly from: PlainDate; readonly to: PlainDate } {
  const day = (at: Date) => PlainDate.parse(at.toISOString().slice(0, 10))
  return {
    from: day(new Date(Date.UTC(year, month - 1, 1))),
    to: day(new Date(Date.UTC(year, month, 0))),
  }
}

function of(question: FigureQuestion, parts: object): ComplaintFilter {
  const { from, to, states, kinds } = question
  return ComplaintFilter.parse({ statuses: [...counted], states, kinds, from, to, ...parts })
}

function partsOf(subject: Subject): object {
  if (subject.about === 'stretch') {
    const { road, from, to } = subject
    return { along: { road, from, to } }
  }
  if (subject.about === 'district') {
    const { district, state } = subject
    return { district, ...(state === null ? { without: ['states'] } : { states: [state] }) }
  }
  if (subject.about === 'kind') return { kinds: [subject.kind] }
  return { kinds: [subject.kind], subKinds: [subject.subKind] }
}
