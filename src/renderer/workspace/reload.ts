import { useQueryCache, type EntryKey, type QueryCache, type UseQueryEntry } from '@pinia/colada'
import { toValue } from 'vue'
import { queryKey } from './useQuery'

/** What every committed change touches, in whichever slice: its audit row and the sizes. */
const touchedByEveryChange: readonly (readonly [string, string])[] = [
  ['office', 'footprint'],
  ['office', 'auditLog'],
  ['office', 'verifyAudit'],
  // Holds the present state against each backup.
  ['backups', 'overview'],
]

/** Whose answers hold what another slice's rows say: an account's picture may go to the trash. */
const alsoTold: Readonly<Record<string, readonly string[]>> = {
  images: ['accounts', 'posts', 'compliance'],
  accounts: ['posts', 'compliance'],
  days: ['posts', 'complaints', 'compliance'],
  office: ['complaints'],
  cycles: ['posts'],
  planning: ['posts', 'compliance'],
  reference: ['posts', 'complaints', 'compliance'],
  // What is measured of them.
  posts: ['compliance'],
  complaints: ['compliance'],
}

/**
 * Queries that rest on the rows of other slices alone: an answer to a control changes nothing of what
 * is measured, and measuring takes its time.
 */
const ofOthers: Readonly<Record<string, readonly string[]>> = {
  compliance: ['measure', 'measureAll', 'measuredItems'],
}

/** Makes the open queries of these slices, and of those that show their rows, ask again. */
export function useReload(): (slices: readonly string[]) => void {
  const cache = useQueryCache()
  return (slices) => {
    const told = new Set(slices.flatMap((slice) => alsoTold[slice] ?? []))
    for (const slice of new Set([...slices, ...told])) {
      void askAgain(cache, [slice], told.has(slice) ? [] : (ofOthers[slice] ?? []))
    }
    if (slices.includes('office')) return
    for (const key of touchedByEveryChange) void askAgain(cache, [...key])
  }
}

/** Queries whose rows changed while an answer was on its way: each asks once more after it. */
const asksOnceMore = new WeakSet<UseQueryEntry>()

function nameOf({ key }: UseQueryEntry): string {
  return typeof key[1] === 'string' ? key[1] : ''
}

/** Has one kind of question asked again: after a change that `useReload` does not tell it of. */
export function useAskAgain(): (slice: string, names: readonly string[]) => void {
  const cache = useQueryCache()
  return (slice, names) => {
    for (const name of names) void askAgain(cache, [slice, name])
  }
}

/** Failures are shown where the query is shown; here there is nobody to hear of them. */
async function askAgain(
  cache: QueryCache,
  key: EntryKey,
  butFor: readonly string[] = [],
): Promise<void> {
  const entries = cache.getEntries({ key }).filter((entry) => !butFor.includes(nameOf(entry)))
  await Promise.all(entries.map((entry) => askOnce(cache, entry).catch(() => undefined)))
}

/**
 * An answer on its way is waited for and shown. Thrown away at every change, as the cache would by
 * itself, an answer that takes longer than the time between changes would never be seen. Then the
 * workspace has as long a rest from this query as its answer took.
 */
async function askOnce(cache: QueryCache, entry: UseQueryEntry): Promise<void> {
  if (asksOnceMore.has(entry)) return
  const { key, pending } = entry
  if (pending === null) {
    cache.invalidate(entry)
    if (entry.active && toValue(entry.options?.enabled) !== false) await cache.fetch(entry)
    return
  }
  asksOnceMore.add(entry)
  await pending.refreshCall.catch(() => undefined)
  const took = Date.now() - pending.when
  await new Promise((rested) => setTimeout(rested, took))
  asksOnceMore.delete(entry)
  // By its key: what was forgotten meanwhile is not asked for.
  for (const found of cache.getEntries({ key, exact: true })) await askOnce(cache, found)
}

/** After the workspace came back: first whether it is open, then, if it is, everything else. */
export function useReloadAll(isOpen: () => boolean): () => Promise<void> {
  const cache = useQueryCache()
  return async () => {
    await askAgain(cache, ['gate'])
    if (isOpen()) await cache.invalidateQueries().catch(() => undefined)
  }
}

/** Forgets what was read by calls that `may` no longer allows. */
export function useForgetBarred(): (may: (slice: string, name: string) => boolean) => void {
  const cache = useQueryCache()
  return (may) => {
    for (const entry of cache.getEntries()) {
      const [slice, name] = entry.key
      if (typeof slice === 'string' && typeof name === 'string' && !may(slice, name)) {
        cache.remove(entry)
      }
    }
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
