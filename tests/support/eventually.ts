import { vi } from 'vitest'

/**
 * Asks again until this no longer throws, and gives what it gave. As long as a busy machine may take:
 * whoever fails here failed because it never came, not because it came late.
 */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 30_000 })
}
