import type { CarriedControl, CarryProposal } from '#contract/assessmentCarrying'
import type { Answer } from '#contract/assessments'
import type { ComparedControl, Control } from '#contract/frameworks'
import { compareControls } from './compare.ts'

/**
 * What becomes of answers in another version (ours): of an unchanged control they stand, of one that
 * says something else they are looked at again, and of a new or retired one there is nothing to bring.
 * Headings are left out: nobody answers them.
 * @param after what is asked there; a control that is not among them counts as retired
 */
export function planCarry(
  before: readonly Control[],
  after: readonly Control[],
  answers: readonly Answer[],
): CarriedControl[] {
  const said = new Map(answers.map((answer) => [answer.key, answer]))
  const headings = new Set([...before, ...after].map(({ parent }) => parent))
  return compareControls(before, after)
    .filter(({ key }) => !headings.has(key))
    .map((compared) => {
      const answer = said.get(compared.key) ?? null
      return { ...compared, answer, proposal: proposed(compared, answer) }
    })
}

function proposed({ change }: ComparedControl, answer: Answer | null): CarryProposal {
  if (answer === null || change === 'new' || change === 'retired') return 'none'
  return change === 'same' ? 'keep' : 'again'
}
