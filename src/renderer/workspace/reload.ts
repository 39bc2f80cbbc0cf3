import { useQueryCache, type EntryKey, type QueryCache } from '@pinia/colada'
import { queryKey } from './useQuery'

/** What every committed change touches, in whichever slice: its audit row and the sizes. */
const touchedByEveryChange: readonly (readonly [string, string])[] = [
  ['office', 'footprint'],
  ['office', 'auditLog'],
  ['office', 'verifyAudit'],
]

/** Makes the open queries of these slices ask again. */
export function useReload(): (slices: readonly string[]) => void {
  const cache = useQueryCache()
  return (slices) => {
    for (const slice of slices) void askAgain(cache, [slice])
    if (slices.includes('office')) return
    for (const key of touchedByEveryChange) void askAgain(cache, [...key])
  }
}

/** Failures are shown where the query is shown; here there is nobody to hear of them. */
async function askAgain(cache: QueryCache, key: EntryKey): Promise<void> {
  await cache.invalidateQueries({ key }).catch(() => undefined)
}

/** After the workspace came back: first whether it is open, then, if it is, everything else. */
export function useReloadAll(isOpen: () => boolean): () => Promise<void> {
  const cache = useQueryCache()
  return async () => {
    await askAgain(cache, ['gate'])
    if (isOpen()) await cache.invalidateQueries().catch(() => undefined)
  }
}

/** Forgets all that was read from an open workspace; only the gate's own state stays. */
export function useForget(): () => void {
  const cache = useQueryCache()
  const gateKey = queryKey('gate', 'state', {})[0]
  return () => {
    for (const entry of cache.getEntries()) {
      if (entry.key[0] !== gateKey) cache.remove(entry)
    }
  }
}
