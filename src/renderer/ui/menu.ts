import { shallowRef, type Component } from 'vue'
import { byLetter } from './byLetter'

/** One thing to do. */
export interface MenuItem {
  /** Of its menu alone. */
  readonly id: string
  readonly label: string
  readonly icon: Component
  /** The key that does it where it stands, and in the menu; as `KeyHint` shows it. */
  readonly hint?: string
  /** A word about it, at the end of its line. */
  readonly note?: string
  readonly enabled: boolean
  readonly run: () => void
}

/**
 * The place of a menu under the button that opens it; null while it is closed. Pressed again, the
 * button closes it.
 */
export function useMenuPlace() {
  const at = shallowRef<{ readonly x: number; readonly y: number } | null>(null)

  function toggle({ currentTarget }: MouseEvent): void {
    if (!(currentTarget instanceof Element)) return
    const { left, bottom } = currentTarget.getBoundingClientRect()
    at.value = at.value === null ? { x: left, y: bottom + 4 } : null
  }

  function close(): void {
    at.value = null
  }

  return { at, toggle, close }
}

/**
 * Where a key leads among the things a menu offers: ↑ ↓ round and round, Home and End to its ends, a
 * letter to the next whose label begins with it. Null when the key does not move.
 * @param from the place that has the focus; -1 for none
 */
export function placeInMenu(key: string, from: number, labels: readonly string[]): number | null {
  const count = labels.length
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % count
    case 'ArrowUp':
      return from <= 0 ? count - 1 : from - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return placeOfLetter(key, from, labels)
  }
}

function placeOfLetter(key: string, from: number, labels: readonly string[]): number | null {
  if (key.length !== 1 || key === ' ') return null
  const at = byLetter(
    labels.map((label) => ({ label })),
    key,
    from,
  )
  return at < 0 ? null : at
}
