import { useWords } from '../../../words/useWords'
import { pointsBetween } from './historyView'

/** What two scores differ by, with its sign; null where one is open. */
export function usePoints(): (before: number | null, after: number | null) => string | null {
  const { format } = useWords()
  return (before, after) => {
    const points = pointsBetween(before, after)
    if (points === null) return null
    const sign = points > 0 ? '+' : points < 0 ? '−' : ''
    return `${sign}${format.value.number(Math.abs(points))}`
  }
}
