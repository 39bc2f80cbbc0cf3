import type { CaseCheck, ClosingState } from '#contract/complaintClosing'
import type { IntakeQuestion } from '#contract/reference'

/** What is missing before closing, by where it is given. */
export interface Missing {
  readonly none: boolean
  readonly state: boolean
  readonly place: boolean
  readonly questions: readonly IntakeQuestion[]
  /** Confirmed by a person. */
  readonly hand: readonly CaseCheck[]
  /** Answers, photos and whatever else has a part of its own in the case. */
  readonly elsewhere: readonly CaseCheck[]
}

export function missingOf({ checks, questions }: ClosingState): Missing {
  const open = checks.filter(({ met }) => !met)
  const has = (measure: CaseCheck['measure']) => open.some((check) => check.measure === measure)
  const here: readonly CaseCheck['measure'][] = ['hand', 'state', 'place']
  return {
    none: open.length === 0 && questions.length === 0,
    ...{ state: has('state'), place: has('place'), questions },
    hand: open.filter(({ measure }) => measure === 'hand'),
    elsewhere: open.filter(({ measure }) => !here.includes(measure)),
  }
}
