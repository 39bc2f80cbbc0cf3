import { ControlFields, type ComparedControl, type Control } from '#contract/frameworks'

const parts = ControlFields.keyof().options

/**
 * Two versions held against each other, control by control by their keys: those of the later one in
 * its order, then those it no longer has (ours). Where a control stands in its section is no change.
 */
export function compareControls(
  before: readonly Control[],
  after: readonly Control[],
): ComparedControl[] {
  const old = new Map(before.map((control) => [control.key, control]))
  const kept = new Set(after.map(({ key }) => key))
  return [
    ...after.map((control) => compared(old.get(control.key) ?? null, control)),
    ...before.filter(({ key }) => !kept.has(key)).map((control) => compared(control, null)),
  ]
}

function compared(before: Control | null, after: Control | null): ComparedControl {
  const key = (after ?? before)?.key ?? ''
  const differing =
    before && after ? parts.filter((part) => !sameValue(before[part], after[part])) : []
  return { key, change: changeOf(before, after, differing.length), parts: differing, before, after }
}

function changeOf(before: Control | null, after: Control | null, differing: number) {
  const [was, is] = [before?.retired === null, after?.retired === null]
  if (!is && (was || before === null)) return 'retired'
  if (is && before === null) return 'new'
  if (is && !was) return 'brought-back'
  return differing > 0 ? 'changed' : 'same'
}

/** Values of a control are texts, numbers and pairs of texts whose parts stand in one order. */
function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
