import { computed, ref, watch, type Ref } from 'vue'
import type { PostTile } from '#contract/posts'
import type { InputOf } from '../../workspace/calls'
import { useQuery } from '../../workspace/useQuery'

/** Rows asked for at once. Two blocks lie around what is in sight, so that scrolling finds them there. */
const blockSize = 200

type Asked = Omit<InputOf<'posts', 'list'>, 'offset' | 'limit'>

/** The list by blocks: however many posts there are, only those around the first row are read. */
export function useListPages(firstRow: Ref<number>, asked: () => Asked) {
  const total = ref<number | null>(null)
  const block = computed(() =>
    Math.max(0, Math.floor((firstRow.value - blockSize / 2) / blockSize)),
  )
  const inputOf = (at: number) => ({ ...asked(), offset: at * blockSize, limit: blockSize })
  // Always there: it says how many there are, and keeps the table standing while others are read.
  const first = useQuery('posts', 'list', () => inputOf(0), { keepPrevious: true })
  const upper = useQuery('posts', 'list', () => (block.value === 0 ? null : inputOf(block.value)))
  const lower = useQuery('posts', 'list', () =>
    (block.value + 1) * blockSize < (total.value ?? 0) ? inputOf(block.value + 1) : null,
  )

  watch(
    () => first.data.value?.total,
    (now) => {
      if (now !== undefined) total.value = now
    },
    { immediate: true },
  )

  const known = computed(() => [
    { from: 0, tiles: first.data.value?.tiles ?? [] },
    { from: block.value * blockSize, tiles: upper.data.value?.tiles ?? [] },
    { from: (block.value + 1) * blockSize, tiles: lower.data.value?.tiles ?? [] },
  ])
  /** Undefined while it is on its way. */
  function rowAt(index: number): PostTile | undefined {
    for (const { from, tiles } of known.value) {
      const tile = tiles[index - from]
      if (tile !== undefined) return tile
    }
    return undefined
  }
  const loaded = computed(() => known.value.flatMap(({ tiles }) => tiles))
  return { total, rowAt, loaded, first }
}
