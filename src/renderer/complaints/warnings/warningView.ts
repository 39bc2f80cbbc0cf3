import { rungMarks, type RungRole } from '#contract/complaintLadder'
import type { CaseWarning, GivenWarning, WarningMark } from '#contract/complaintWarnings'

/** What a notice says of one mark, in the order in which it is said. */
export interface WarningLine {
  readonly mark: WarningMark
  /** How many per cent it is, and whose role must know, as the ladder has it. */
  readonly share: number | null
  readonly role: RungRole | null
  /** Numbers of the cases, the person's own first. */
  readonly numbers: readonly string[]
}

/** What is told now, and all that is kept of it. */
export interface DueWarnings {
  readonly lines: readonly WarningLine[]
  readonly given: readonly GivenWarning[]
  /** Of them those that no line names: kept whether or not a notice can be shown. */
  readonly quiet: readonly GivenWarning[]
  /** By which it is known that they were told. */
  readonly keys: readonly string[]
}

/** Parts of the time, the largest first: a case is told by that alone. */
const parts: readonly WarningMark[] = ['late', 'used-90', 'used-75', 'used-50']
const rungs: readonly WarningMark[] = rungMarks

/**
 * What a person is told at this moment, each case and mark once.
 * @param now milliseconds since 1970
 * @param told keys of what was told and may not be kept yet
 */
export function warningsNow(
  warnings: readonly CaseWarning[],
  now: number,
  told: ReadonlySet<string>,
): DueWarnings {
  const due = warnings.filter((each) => Date.parse(each.from) <= now && !told.has(keyOf(each)))
  const shown = due.filter(({ tells }) => tells)
  const largest = new Map<string, WarningMark>()
  for (const part of parts) {
    for (const { id, mark } of shown) {
      if (mark === part && !largest.has(id)) largest.set(id, part)
    }
  }
  const lines = [...parts, ...rungs].flatMap((mark) => {
    const told = shown.filter(
      (each) => each.mark === mark && (rungs.includes(mark) || largest.get(each.id) === mark),
    )
    const [first] = told
    if (first === undefined) return []
    return [
      { mark, share: first.share, role: first.role, numbers: told.map((each) => each.number) },
    ]
  })
  return {
    lines,
    given: due.map(givenOf),
    quiet: due.filter(({ tells }) => !tells).map(givenOf),
    keys: due.map(keyOf),
  }
}

function givenOf({ id, mark }: CaseWarning): GivenWarning {
  return { id, mark }
}

function keyOf({ id, mark, from }: CaseWarning): string {
  return `${id} ${mark} ${from}`
}
