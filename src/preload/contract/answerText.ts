import { z } from 'zod'

/**
 * What an answer or a letter may leave open, in either language by the same Malay word: the closed
 * list of places that a case fills (KKS G names the number and the agency).
 */
export const AnswerPlaceholder = z.enum([
  ...(['nombor', 'nama', 'agensi', 'tarikh', 'perkara', 'tempat', 'saluran', 'pejabat'] as const),
])
export type AnswerPlaceholder = z.infer<typeof AnswerPlaceholder>
export const answerPlaceholders = AnswerPlaceholder.options

/** What stands for each; empty where the case does not say it. */
export type AnswerValues = Readonly<Record<AnswerPlaceholder, string>>

/** A place that cannot be filled, as it stands in the text. */
export const PlaceholderProblem = z.object({
  placeholder: z.string(),
  problem: z.enum(['unknown', 'empty']),
})
export type PlaceholderProblem = z.infer<typeof PlaceholderProblem>

const written = /\{([^{}]*)\}/g

/** How a placeholder is written: `{nombor}`. */
export function placeholderMark(name: AnswerPlaceholder): string {
  return `{${name}}`
}

/** A text with its places filled, and those that cannot be: unknown, or empty in this case. */
export function fillAnswer(
  text: string,
  values: AnswerValues,
): { readonly text: string; readonly problems: PlaceholderProblem[] } {
  const problems = new Map<string, PlaceholderProblem>()
  const filled = text.replaceAll(written, (whole, inside: string) => {
    const name = AnswerPlaceholder.safeParse(inside.trim().toLowerCase())
    const value = name.success ? values[name.data] : ''
    if (value === '') {
      const problem = name.success ? 'empty' : 'unknown'
      problems.set(whole, { placeholder: whole, problem })
      return whole
    }
    return value
  })
  // Braces opened or closed only once would leave as they stand.
  const left = /[{}]/.exec(text.replaceAll(written, ''))
  if (left !== null) problems.set(left[0], { placeholder: left[0], problem: 'unknown' })
  return { text: filled, problems: [...problems.values()] }
}
