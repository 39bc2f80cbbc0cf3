/** What must be there, in a test that cannot go on without it. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('Expected something to be there')
  return value
}
