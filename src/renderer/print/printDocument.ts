import type { Component } from 'vue'
import type { SliceName } from '#contract/index'
import type { OutputOf, ReadName } from '../workspace/calls'

/** One kind of document: what it asks the workspace, and the component that sets it on paper. */
export interface PrintDocument {
  /** Also its route: `#/cetak/image-batch`. */
  readonly name: string
  /** The query whose answer it shows: `images.batchReport`. */
  readonly call: string
  readonly load: () => Promise<{ default: Component }>
}

/** A component that takes the answer of a query as its `data`. */
type Shows<D> = abstract new (...args: never[]) => { $props: { readonly data: D } }

/** Names a document; the compiler sees to it that the component takes what the query answers. */
export function printDocument<S extends SliceName, C extends ReadName<S>>(
  name: string,
  slice: S,
  call: C,
  load: () => Promise<{ default: Component & Shows<OutputOf<S, C>> }>,
): PrintDocument {
  return { name, call: `${slice}.${call}`, load }
}
