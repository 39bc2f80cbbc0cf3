/**
 * Works something out once for all that ask with the same words: thousands of posts share their days
 * and states.
 */
export function remembered<T>(): (asked: readonly unknown[], workOut: () => T) => T {
  const known = new Map<string, T>()
  return (asked, workOut) => {
    const key = asked.join(' ')
    const found = known.get(key)
    if (found !== undefined) return found
    const fresh = workOut()
    known.set(key, fresh)
    return fresh
  }
}
