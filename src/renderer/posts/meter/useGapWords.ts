import { PostKind } from '#contract/postContent'
import { useWords } from '../../words/useWords'
import type { Gap } from './meterView'

/** Targets and what they lack, in words. */
export function useGapWords(categoryName: (key: string) => string) {
  const { t } = useWords()

  /** A wave category or a kind of post. */
  function targetName(kind: Gap['kind'], key: string): string {
    if (kind === 'category') return categoryName(key)
    const known = PostKind.safeParse(key)
    return known.success ? t(`posts.kind.${known.data}`) : key
  }

  function timeLeft(days: number): string {
    if (days === 0) return t('posts.plan.gaps.today')
    const count = Math.abs(days)
    return days > 0 ? t('posts.plan.gaps.left', { count }) : t('posts.plan.gaps.over', { count })
  }

  /** `Fasa 3: tiada infografik, 4 hari lagi` */
  function gapSentence({ phase, kind, key, isBare, missing, daysLeft }: Gap): string {
    const name = targetName(kind, key)
    // Kinds are common nouns within a sentence; categories are names.
    const what = kind === 'piece' ? uncapitalised(name) : name
    const time = timeLeft(daysLeft)
    return isBare
      ? t('posts.plan.gaps.no', { number: phase, what, time })
      : t('posts.plan.gaps.short', { number: phase, count: missing, what, time })
  }

  return { targetName, gapSentence }
}

/** `MCP video` keeps its letters: only a word in small letters otherwise loses its capital. */
function uncapitalised(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase() + name.slice(1) : name
}
