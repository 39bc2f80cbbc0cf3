import type { Period, PostOrder, PostTile } from '#contract/posts'
import type { PlainKey } from '../../words/useWords'

export const columnKeys = [
  'day',
  'time',
  'title',
  'phase',
  'kind',
  'status',
  'accounts',
  'owner',
  'category',
  'missing',
  'reach',
] as const
export type ColumnKey = (typeof columnKeys)[number]

export interface Column {
  readonly key: ColumnKey
  readonly label: PlainKey
  /** What its heading sorts by; null where it does not. */
  readonly order: PostOrder | null
  readonly editable: boolean
  /** As in `grid-template-columns`. */
  readonly width: string
}

/** The columns that always stand, in their order. */
const lasting: readonly Column[] = [
  { key: 'day', label: 'posts.day', order: 'day', editable: true, width: '140px' },
  { key: 'time', label: 'posts.time', order: null, editable: true, width: '84px' },
  {
    ...{ key: 'title', label: 'posts.postTitle', order: 'title', editable: true },
    width: 'minmax(200px, 3fr)',
  },
  { key: 'phase', label: 'posts.phase', order: 'phase', editable: true, width: '64px' },
  { key: 'kind', label: 'posts.kindLabel', order: null, editable: true, width: '104px' },
  { key: 'status', label: 'posts.statusLabel', order: 'status', editable: true, width: '148px' },
  { key: 'accounts', label: 'posts.accounts', order: null, editable: true, width: '80px' },
  {
    key: 'owner',
    label: 'posts.owner',
    order: 'owner',
    editable: true,
    width: 'minmax(90px, 1fr)',
  },
  {
    ...{ key: 'category', label: 'posts.category', order: null, editable: true },
    width: 'minmax(90px, 1fr)',
  },
]

const missing: Column = {
  ...{ key: 'missing', label: 'posts.missingLabel', order: null, editable: false, width: '92px' },
}
const reach: Column = {
  ...{ key: 'reach', label: 'posts.orderBy.reach', order: 'reach', editable: false, width: '92px' },
}

/**
 * The columns of the list in an order. What is out lacks nothing: by reach, its numbers stand where
 * else what is missing does, so that the table is no wider.
 */
export function columnsBy(order: PostOrder): readonly Column[] {
  return [...lasting, order === 'reach' ? reach : missing]
}

/** How many columns there are, in whatever order. */
export const columnCount = lasting.length + 1

/** The tick, then the columns. */
export const template = ['36px', ...columnsBy('day').map(({ width }) => width)].join(' ')

/** Where a key leads among cells; null when it does not move. Rows and columns from nought. */
export function cellAfter(
  key: string,
  at: { readonly row: number; readonly column: number },
  { rows, page }: { readonly rows: number; readonly page: number },
): { row: number; column: number } | null {
  if (rows === 0) return null
  const { row, column } = at
  const rowAt = (wanted: number) => ({ row: Math.min(rows - 1, Math.max(0, wanted)), column })
  const columnAt = (wanted: number) => ({
    row,
    column: Math.min(columnCount - 1, Math.max(0, wanted)),
  })
  switch (key) {
    case 'ArrowDown':
      return rowAt(row + 1)
    case 'ArrowUp':
      return rowAt(row - 1)
    case 'ArrowRight':
      return columnAt(column + 1)
    case 'ArrowLeft':
      return columnAt(column - 1)
    case 'PageDown':
      return rowAt(row + page)
    case 'PageUp':
      return rowAt(row - page)
    case 'Home':
      return rowAt(0)
    case 'End':
      return rowAt(rows - 1)
    default:
      return null
  }
}

/** How a heading's next press sorts: another column upward, the same the other way round. */
export function nextSort(
  now: { readonly order: PostOrder; readonly descending: boolean },
  pressed: PostOrder,
): { order: PostOrder; descending: boolean } {
  return { order: pressed, descending: now.order === pressed ? !now.descending : false }
}

/** From the first to the last day of some posts; null where none of them has one. */
export function daysOfTiles(tiles: readonly Pick<PostTile, 'day'>[]): Period | null {
  const days = tiles.flatMap(({ day }) => (day === null ? [] : day)).sort()
  const [from, to] = [days[0], days.at(-1)]
  return from === undefined || to === undefined ? null : { from, to }
}
