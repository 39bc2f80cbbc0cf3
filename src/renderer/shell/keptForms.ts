import { defineStore } from 'pinia'
import {
  computed,
  shallowReactive,
  shallowRef,
  type ComputedRef,
  type WritableComputedRef,
} from 'vue'
import { useGate } from '../workspace/gate'

/** What is typed into forms and not saved yet; none of it outlives the open workspace. */
export const useKeptForms = defineStore('kept-forms', () => {
  /** Each opening of the workspace has forms of its own, told apart by this object alone. */
  const opening = shallowRef<object>({})

  function clear(): void {
    opening.value = {}
  }

  return { opening, clear }
})

/** A form whose typing stays when it is closed: another row, another part of a pane, Escape. */
export interface KeptForm<T> {
  /** What stands in the form: what was typed, else what is saved. */
  readonly draft: WritableComputedRef<T>
  /** One part of it, for a field. */
  field<K extends keyof T>(name: K): WritableComputedRef<T[K]>
  /** Something differs from what is saved. */
  readonly isChanged: ComputedRef<boolean>
  /** It was saved or thrown away: what is saved stands there again. */
  forget(): void
}

/**
 * One kind of form. Everybody has their own: whoever sits down does not see what another typed.
 * @returns called in a component with what tells one form from the next (a post's id, `new`) and
 * with what is saved; as long as nothing is typed, the form follows what is saved
 */
export function keptForm<T extends object>(): (id: () => string, saved: () => T) => KeptForm<T> {
  const openings = new WeakMap<object, Map<string, T>>()

  function draftsOf(opening: object): Map<string, T> {
    const known = openings.get(opening) ?? shallowReactive(new Map<string, T>())
    openings.set(opening, known)
    return known
  }

  return (id, saved) => {
    const forms = useKeptForms()
    const gate = useGate()
    const key = (): string => `${gate.actor.value?.id ?? ''} ${id()}`
    const draft = computed<T>({
      get: () => draftsOf(forms.opening).get(key()) ?? saved(),
      set: (now) => {
        const drafts = draftsOf(forms.opening)
        if (isSame(now, saved())) drafts.delete(key())
        else drafts.set(key(), now)
      },
    })
    return {
      draft,
      field: (name) =>
        computed({
          get: () => draft.value[name],
          set: (value) => {
            draft.value = { ...draft.value, [name]: value }
          },
        }),
      isChanged: computed(() => draftsOf(forms.opening).has(key())),
      forget: () => void draftsOf(forms.opening).delete(key()),
    }
  }
}

/** By what they say, in the order in which they were made: both come from the same reading. */
function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
