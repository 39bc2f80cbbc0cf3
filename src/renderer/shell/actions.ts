import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowReactive, toValue, type MaybeRefOrGetter } from 'vue'

/** Something a person may do here: by key, from the palette or from the native menu. */
export interface Action {
  /** Stable name; the native menu's requests use it (`add-images`). */
  readonly id: string
  readonly label: string
  /** `n`, `/`, `?`, `Delete` or, with a modifier, `ctrl+k`. Letters act only outside text fields. */
  readonly key?: string
  /** False keeps it out of the palette and deaf to its key. */
  readonly enabled?: boolean
  /** Keys that are only explained here; the part that has the focus listens to them itself. */
  readonly explainedOnly?: boolean
  readonly run: () => void
}

type Source = MaybeRefOrGetter<readonly Action[]>

/** All that can be done at this moment; the newest page's actions come first. */
export const useActions = defineStore('actions', () => {
  const sources = shallowReactive<{ scope: 'page' | 'everywhere'; actions: Source }[]>([])
  let wanted: string | null = null

  const page = computed(() => of('page'))
  const everywhere = computed(() => of('everywhere'))

  function of(scope: 'page' | 'everywhere'): readonly Action[] {
    return sources.filter((source) => source.scope === scope).flatMap((s) => toValue(s.actions))
  }

  function possible(): readonly Action[] {
    return [...page.value, ...everywhere.value].filter(
      (action) => action.enabled !== false && !action.explainedOnly,
    )
  }

  function add(scope: 'page' | 'everywhere', actions: Source): () => void {
    const source = { scope, actions }
    sources.unshift(source)
    const awaited = wanted === null ? undefined : toValue(actions).find((a) => a.id === wanted)
    if (awaited) {
      wanted = null
      awaited.run()
    }
    return () => void sources.splice(sources.indexOf(source), 1)
  }

  /** Runs an action by name; if its page is not there yet, `go` leads to it and it runs then. */
  function request(id: string, go?: () => void): void {
    const known = possible().find((action) => action.id === id)
    if (known) {
      known.run()
      return
    }
    wanted = id
    go?.()
  }

  function byKey(key: string): Action | undefined {
    return possible().find((action) => action.key === key)
  }

  return { page, everywhere, possible, add, request, byKey }
})

/** Offers a page's actions for as long as the page is shown. */
export function usePageActions(actions: Source): void {
  onScopeDispose(useActions().add('page', actions))
}
