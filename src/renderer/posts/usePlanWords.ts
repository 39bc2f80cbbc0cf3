import { computed } from 'vue'
import type { Component } from 'vue'
import { channelIcon } from '../accounts/channelIcons'
import type { PostTile } from '#contract/posts'
import { useReferenceWords } from '../reference/useReferenceWords'
import { useWords } from '../words/useWords'
import { useQuery } from '../workspace/useQuery'
import { useGapWords } from './meter/useGapWords'

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

  const { targetName, gapSentence } = useGapWords(categoryName)

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
