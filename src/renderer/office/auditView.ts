import type { AuditEntry } from '#contract/office'

/** A hash in groups of eight, as it can be compared by eye. */
export function groupsOfHash(hash: string): string {
  return (hash.match(/.{1,8}/g) ?? []).join(' ')
}

/** How many rows of each table an entry touched, in the order of their first mention. */
export function rowsByTable(subjects: AuditEntry['subjects']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { table } of subjects) counts.set(table, (counts.get(table) ?? 0) + 1)
  return counts
}
