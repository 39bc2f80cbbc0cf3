import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import type { OutputOf } from './calls'
import { useQuery } from './useQuery'

/** Lists by which things are named: what a page asks for, a document is handed. */
export interface Known {
  readonly lists: OutputOf<'reference', 'lists'>
  readonly people: OutputOf<'people', 'list'>
  readonly accounts: OutputOf<'accounts', 'list'>
}

interface Answer<T> {
  /** Undefined until it is there. */
  readonly data: Readonly<ComputedRef<T | undefined>>
}

const knownKey: InjectionKey<() => Known> = Symbol('known')

/** On paper: everything beneath is named by these lists, and asks for none. */
export function provideKnown(known: () => Known): void {
  provide(knownKey, known)
}

export function useKnownLists(): Answer<Known['lists']> {
  return given('lists') ?? asked(useQuery('reference', 'lists', {}))
}

export function useKnownPeople(): Answer<Known['people']> {
  return given('people') ?? asked(useQuery('people', 'list', {}))
}

export function useKnownAccounts(): Answer<Known['accounts']> {
  return given('accounts') ?? asked(useQuery('accounts', 'list', {}))
}

function given<K extends keyof Known>(name: K): Answer<Known[K]> | null {
  const known = inject(knownKey, null)
  return known === null ? null : { data: computed(() => known()[name]) }
}

function asked<T>({ data }: { readonly data: { readonly value: T | undefined } }): Answer<T> {
  return { data: computed(() => data.value) }
}
