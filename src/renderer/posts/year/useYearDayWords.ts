import type { YearDay } from '#contract/postPhases'
import type { PlainDate } from '#contract/values'
import { useWords } from '../../words/useWords'
import type { DayMark } from '../grid/dayMarks'
import type { DayHolidays } from './yearView'

/** What a day of the year or of a quarter is told from. */
export interface ToldDay {
  readonly day: PlainDate
  /** Null: it has none. */
  readonly posts: Pick<YearDay, 'count' | 'incomplete' | 'expired'> | null
  /** Such as posts by phase; behind their number. */
  readonly parts?: readonly string[]
  /** What stands behind it but for its holidays. */
  readonly noted: readonly DayMark[]
  readonly off: DayHolidays | null
}

/** All there is to say of a day, in the window's words. */
export function useYearDayWords(): (told: ToldDay) => string {
  const { t, language, format } = useWords()
  return ({ day, posts, parts = [], noted, off }) => {
    const names = (off?.holidays ?? []).map(({ name, nameEn }) =>
      language.value === 'en' ? (nameEn ?? name) : name,
    )
    return [
      format.value.weekDay(day),
      posts ? t('posts.plan.posts', { count: posts.count }) : t('posts.plan.year.empty'),
      ...parts,
      ...(posts && posts.expired > 0
        ? [t('posts.plan.year.expired', { count: posts.expired })]
        : []),
      ...(posts && posts.incomplete > 0
        ? [t('posts.plan.year.incomplete', { count: posts.incomplete })]
        : []),
      ...noted.map((mark) => mark.words),
      ...(names.length > 0 ? [t('posts.plan.year.holiday', { names: names.join('; ') })] : []),
      ...(off && !off.isKept ? [t('posts.plan.year.some')] : []),
    ].join(', ')
  }
}
