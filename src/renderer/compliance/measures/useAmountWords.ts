import type { Measured, MeasuredLimit } from '#contract/measures'
import { useWords } from '../../words/useWords'

/** What a control is held to, and amounts that were measured, in words; asks the workspace nothing. */
export function useAmountWords() {
  const { t, sayKey } = useWords()

  function limitOf(limit: MeasuredLimit | null): string {
    if (limit === null) return ''
    const { unit, ...amounts } = limit
    // Figures of pixels are read as they are printed, without separators.
    const values = Object.fromEntries(
      Object.entries(amounts).map(([name, value]) => [
        name,
        unit === 'pixels' ? String(value) : value,
      ]),
    )
    const plural = 'amount' in limit ? { ...values, count: limit.amount } : values
    return sayKey(`measures.limits.${unit}`, plural)
  }

  function amountOf({ unit }: NonNullable<Measured['amounts']>, count: number): string {
    return t(`measures.units.${unit}`, { count })
  }

  return { limitOf, amountOf }
}
