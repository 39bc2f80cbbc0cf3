import { computed } from 'vue'
import type { Component } from 'vue'
import { channelIcon } from '../accounts/channelIcons'
import { PostKind } from '#contract/postContent'
import type { PostTile } from '#contract/posts'
import { useReferenceWords } from '../reference/useReferenceWords'
import { useWords } from '../words/useWords'
import { useQuery } from '../workspace/useQuery'
import type { Gap } from './meter/meterView'

/** Names of what the plan is counted by, in the language of the window. */
export function usePlanWords() {
  const { t, format } = useWords()
  const { nameOf } = useReferenceWords()
  const lists = useQuery('reference', 'lists', {})
  const accountList = useQuery('accounts', 'list', {})

  /** Wave categories in the order of the office's list, those no longer offered among them. */
  const categories = computed(() =>
    (lists.data.value?.['wave-categories'] ?? []).map(({ item }) => ({
      key: item.key,
      name: nameOf(item),
    })),
  )
  const channels = computed(
    () => new Map((accountList.data.value ?? []).map(({ id, channel }) => [id, channel])),
  )

  function categoryName(key: string | null): string {
    if (key === null) return t('posts.plan.road.noCategory')
    return categories.value.find((each) => each.key === key)?.name ?? key
  }

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

  const dayOf = ({ day }: Pick<PostTile, 'day'>): string =>
    day === null ? t('posts.plan.noDay') : format.value.day(day)

  function whenOf({ day, time }: Pick<PostTile, 'day' | 'time'>): string {
    return day === null || time === null ? dayOf({ day }) : `${dayOf({ day })}, ${time}`
  }

  /** Signs of the channels a post is for, each once. */
  function channelsOf({ accountIds }: Pick<PostTile, 'accountIds'>): Component[] {
    const keys = accountIds.flatMap((id) => channels.value.get(id) ?? [])
    return [...new Set(keys)].map(channelIcon)
  }

  const missingOf = ({ missing }: Pick<PostTile, 'missing'>): string =>
    missing.map((part) => t(`posts.missing.${part}`)).join(', ')

  return { categories, categoryName, targetName, gapSentence, dayOf, whenOf, channelsOf, missingOf }
}

/** `MCP video` keeps its letters: only a word in small letters otherwise loses its capital. */
function uncapitalised(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase() + name.slice(1) : name
}
