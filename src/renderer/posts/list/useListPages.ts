import type { Ref } from 'vue'
import type { InputOf } from '../../workspace/calls'
import { usePagedRows } from '../../workspace/usePagedRows'
import { useQuery } from '../../workspace/useQuery'

type Asked = Omit<InputOf<'posts', 'list'>, 'offset' | 'limit'>

/** The list by blocks: however many posts there are, only those around the first row are read. */
export function useListPages(firstRow: Ref<number>, asked: () => Asked) {
  return usePagedRows(
    firstRow,
    (block, options) => useQuery('posts', 'list', () => withBlock(asked(), block()), options),
    ({ tiles }) => tiles,
  )
}

function withBlock<A extends object, B extends object>(asked: A, block: B | null): (A & B) | null {
  return block === null ? null : { ...asked, ...block }
}
