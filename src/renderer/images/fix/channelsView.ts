import type { FixChannel } from '#contract/imageFix'
import { isLimit } from './fixView'

/**
 * A row for each channel on offer, in its order: as kept, or one that takes anything. Rows of channels
 * that are no longer offered stay behind them, for a size may still name one.
 */
export function rowsFor(keys: readonly string[], kept: readonly FixChannel[]): FixChannel[] {
  const rows = keys.map(
    (channel) =>
      kept.find((row) => row.channel === channel) ??
      ({ channel, maxBytes: null, format: 'auto' } satisfies FixChannel),
  )
  return [...rows, ...kept.filter(({ channel }) => !keys.includes(channel))]
}

export function sameRows(one: readonly FixChannel[], other: readonly FixChannel[]): boolean {
  const inOrder = (rows: readonly FixChannel[]) =>
    JSON.stringify(rows.map(({ channel, maxBytes, format }) => [channel, maxBytes, format]))
  return inOrder(one) === inOrder(other)
}

/** Whether the workspace would take them. */
export function areSoundRows(rows: readonly FixChannel[]): boolean {
  return rows.every(({ maxBytes }) => isLimit(maxBytes))
}
