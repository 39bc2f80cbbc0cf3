import type { Component } from 'vue'
import type { PostTile } from '#contract/posts'
import { channelIcon } from '../../accounts/channelIcons'
import { useWords } from '../../words/useWords'
import type { PostWords } from '../usePostWords'
import type { TileWords } from './tileElement'

/** What a tile says and shows of what its post refers to. */
export function useTileWords({ accounts, phases, tileLines }: PostWords) {
  const { t } = useWords()

  function channelsOf({ accountIds }: PostTile): Component[] {
    const keys = accountIds.flatMap((id) => accounts.value.get(id)?.channel ?? [])
    return [...new Set(keys)].map(channelIcon)
  }

  return (tile: PostTile): TileWords => ({
    phase: tile.phaseId === null ? null : (phases.value.get(tile.phaseId) ?? null),
    status: t(`posts.statusShort.${tile.status}`),
    channels: channelsOf(tile),
    lines: tileLines(tile),
  })
}
