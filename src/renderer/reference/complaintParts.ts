import type { z } from 'zod'
import type {
  IntakeQuestion,
  ReferenceFields,
  ReferenceItem,
  ReferenceUse,
} from '#contract/reference'

/** What stands in the form of an item of the four lists of complaints. */
export interface ComplaintParts {
  /** Key of a channel of the accounts; empty: of none. */
  network: string
  reference: z.infer<typeof ReferenceUse> | 'none'
  /** One a line. */
  responders: string
  ours: boolean
  kinds: readonly string[]
  questions: readonly IntakeQuestion[]
  hours: number
}

export type ComplaintPart = 'way' | 'responders' | 'subKind' | 'hours'

/** What the form shows of an item, or of none yet. */
export function complaintPartsOf(item: ReferenceItem | null): ComplaintParts {
  const way = item !== null && 'network' in item ? item : null
  const kind = item !== null && 'responders' in item ? item : null
  const subKind = item !== null && 'questions' in item ? item : null
  return {
    ...{ network: way?.network ?? '', reference: way?.reference ?? 'none' },
    ...{ responders: kind?.responders.join('\n') ?? '', ours: kind?.ours ?? true },
    ...{ kinds: subKind?.kinds ?? [], questions: subKind?.questions ?? [] },
    hours: item !== null && 'hours' in item ? item.hours : 24,
  }
}

/** What a command takes of them, for an item that has these parts. */
export function complaintFieldsOf(
  has: readonly string[],
  draft: ComplaintParts,
): Pick<
  ReferenceFields,
  'network' | 'reference' | 'responders' | 'ours' | 'kinds' | 'questions' | 'hours'
> {
  return {
    ...(has.includes('way') && {
      network: draft.network === '' ? null : draft.network,
      reference: draft.reference === 'none' ? null : draft.reference,
    }),
    ...(has.includes('responders') && {
      responders: linesOf(draft.responders),
      ours: draft.ours,
    }),
    ...(has.includes('subKind') && {
      kinds: [...draft.kinds],
      questions: draft.questions.map((question) => ({
        ...question,
        ms: question.ms.trim(),
        en: question.en.trim(),
      })),
    }),
    ...(has.includes('hours') && { hours: draft.hours }),
  }
}

export type ComplaintProblem = 'responders' | 'kinds' | 'question' | 'hours'
export type ComplaintProblems = Partial<
  Record<'responders' | 'kinds' | 'questions' | 'hours', ComplaintProblem>
>

export function complaintProblemsOf({
  responders,
  kinds,
  questions,
  hours,
}: ReturnType<typeof complaintFieldsOf>): ComplaintProblems {
  const problems: ComplaintProblems = {}
  if (responders !== undefined && responders.length > 10) problems.responders = 'responders'
  // A set of limits may be for no kind of its own; a sub-kind stands under one.
  if (questions !== undefined && kinds?.length === 0) problems.kinds = 'kinds'
  if (questions?.some(({ ms, en }) => ms === '' || en === '')) problems.questions = 'question'
  if (hours !== undefined && !(Number.isInteger(hours) && hours >= 1 && hours <= 720)) {
    problems.hours = 'hours'
  }
  return problems
}

/** The lines of a text, without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
