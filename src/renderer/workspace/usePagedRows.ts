import type { UseQueryReturn } from '@pinia/colada'
import { computed, ref, watch, type Ref } from 'vue'
import type { QueryOptions } from './useQuery'

/** Rows asked for at once. Two blocks lie around what is in sight, so that scrolling finds them there. */
const blockSize = 200

/** Rows that are asked for at once. */
export interface Block {
  readonly offset: number
  readonly limit: number
}

/**
 * A long list by blocks: however many rows there are, only those around the first row are read.
 * @param ask the query of one block; null: not needed now
 * @param rowsOf the rows of its answer
 */
export function usePagedRows<A extends { readonly total: number }, R>(
  firstRow: Ref<number>,
  ask: (block: () => Block | null, options?: QueryOptions) => UseQueryReturn<A>,
  rowsOf: (answer: A) => readonly R[],
) {
  const total = ref<number | null>(null)
  const block = computed(() =>
    Math.max(0, Math.floor((firstRow.value - blockSize / 2) / blockSize)),
  )
  const blockAt = (at: number): Block => ({ offset: at * blockSize, limit: blockSize })
  // Always there: it says how many there are, and keeps the table standing while others are read.
  const first = ask(() => blockAt(0), { keepPrevious: true })
  const upper = ask(() => (block.value === 0 ? null : blockAt(block.value)))
  const lower = ask(() =>
    (block.value + 1) * blockSize < (total.value ?? 0) ? blockAt(block.value + 1) : null,
  )

  watch(
    () => first.data.value?.total,
    (now) => {
      if (now !== undefined) total.value = now
    },
    { immediate: true },
  )

  const rowsIn = (answer: A | undefined): readonly R[] =>
    answer === undefined ? [] : rowsOf(answer)
  const known = computed(() => [
    { from: 0, rows: rowsIn(first.data.value) },
    { from: block.value * blockSize, rows: rowsIn(upper.data.value) },
    { from: (block.value + 1) * blockSize, rows: rowsIn(lower.data.value) },
  ])
  /** Undefined while it is on its way. */
  function rowAt(index: number): R | undefined {
    for (const { from, rows } of known.value) {
      const row = rows[index - from]
      if (row !== undefined) return row
    }
    return undefined
  }
  /** The first rows by their place, undefined where one is on its way; no more than so many. */
  function placed(most: number): (R | undefined)[] {
    const all = new Array<R | undefined>(Math.min(total.value ?? 0, most)).fill(undefined)
    for (const { from, rows } of known.value) {
      rows.forEach((row, at) => {
        if (from + at < all.length) all[from + at] ??= row
      })
    }
    return all
  }
  const loaded = computed(() => known.value.flatMap(({ rows }) => rows))
  return { total, rowAt, placed, loaded, first }
}
