import { dayNumber } from '../../days/rules/dates.ts'
import { correctionsIn } from '../queries/measuredWork.ts'
import type { Judged, Judgement } from '../rules/measuring.ts'
import type { Book } from './book.ts'

/**
 * Mistakes are put right openly, with an apology (Melaka 13.12; "where fitting" in 11(h)): of what
 * was put right within the period. No mistake, nothing to measure.
 */
export async function judgeCorrections(
  book: Book,
  { apology: wanted }: { readonly apology: boolean },
): Promise<Judgement> {
  const corrections = await correctionsIn(book.db, book.period, book.scope)
  const items = corrections.map((correction): Judged => {
    const { postId: id, title, day, accounts, people, outOn } = correction
    const days = outOn === null ? null : Math.max(0, dayNumber(day) - dayNumber(outOn))
    const apologised = correction.apology.trim() !== ''
    return {
      ...{ place: { kind: 'post', id, title }, day, accounts, people, amount: days },
      code: apologised
        ? 'corrected-with-apology'
        : wanted
          ? 'corrected-without-apology'
          : 'corrected',
      params: days === null ? {} : { days },
    }
  })
  return { items, limit: null }
}
