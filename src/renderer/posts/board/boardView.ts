import type { Cycle, Phase, PhaseId } from '#contract/cycles'

/** A column of the board: a phase, or the posts that have none. */
export interface Column {
  /** `none` for the column without a phase. */
  readonly key: string
  readonly phase: Phase | null
}

/** The columns in their order: posts without a phase first, where they wait to be given one. */
export function columnsOf({ phases }: Pick<Cycle, 'phases'>): Column[] {
  const own = phases.map((phase) => ({ key: phase.id, phase }))
  return [{ key: 'none', phase: null }, ...own]
}

/** The column beside another; null past the ends. */
export function beside(
  columns: readonly Column[],
  from: PhaseId | null,
  by: number,
): Column | null {
  const place = columns.findIndex(({ phase }) => (phase?.id ?? null) === from)
  return place < 0 ? null : (columns[place + by] ?? null)
}

/** What a key does to the card that has the focus. */
export type BoardKey = 'before' | 'after' | 'left' | 'right' | 'choose'

/** `[` and `]`, or Alt with an arrow, move the card; arrows alone move the focus; F asks where to. */
export function boardKey(event: {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}): BoardKey | null {
  if (event.ctrlKey || event.metaKey) return null
  switch (event.key) {
    case '[':
      return 'before'
    case ']':
      return 'after'
    case 'ArrowLeft':
      return event.altKey ? 'before' : 'left'
    case 'ArrowRight':
      return event.altKey ? 'after' : 'right'
    case 'f':
    case 'F':
      return event.altKey ? null : 'choose'
    default:
      return null
  }
}
