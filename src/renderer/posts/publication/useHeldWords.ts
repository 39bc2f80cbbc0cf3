import type { HeldBy } from '#contract/postHeld'
import { useWords } from '../../words/useWords'

/** Why a post may not be published now, in the language of the window. */
export function useHeldWords() {
  const { t, format } = useWords()

  /** The whole of it: since when or until when, by whom, why. */
  function sentence(held: HeldBy): string {
    if (held.by === 'hold') {
      const since = format.value.moment(held.since)
      return t('posts.out.held.hold', { since, name: held.byName, reason: held.reason })
    }
    return t('posts.out.held.blackout', {
      day: format.value.weekDay(held.day),
      title: held.title,
      reason: t(`planning.notes.reasons.${held.reason}`),
      until: format.value.day(held.endsOn),
    })
  }

  /** In a few words, beside what is off. */
  function brief(held: HeldBy): string {
    return held.by === 'hold'
      ? t('posts.out.held.briefHold', { reason: held.reason })
      : t('posts.out.held.briefBlackout', { title: held.title, day: format.value.day(held.day) })
  }

  return { sentence, brief }
}
