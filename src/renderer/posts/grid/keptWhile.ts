import { shallowRef, watch, type WatchSource } from 'vue'

/**
 * Makes something of an object once, and gives it again for as long as nothing else that it is made
 * of has changed: a month that is come back to need not be worked out anew. What is computed with it
 * is computed again when one of the others changes.
 * @param others what else it is made of
 */
export function keptWhile<K extends WeakKey, V>(
  others: readonly WatchSource[],
  make: (key: K) => V,
): (key: K) => V {
  const kept = shallowRef(new WeakMap<K, V>())
  watch(others, () => (kept.value = new WeakMap()), { flush: 'sync' })
  return (key) => {
    const all = kept.value
    const known = all.get(key)
    if (known !== undefined) return known
    const made = make(key)
    all.set(key, made)
    return made
  }
}
