import type { Control, ControlScope } from '#contract/frameworks'

/**
 * The controls of a version that an assessment shows: those of its scopes that are not retired, the
 * headings of those that remain (ours), and retired ones that something still hangs on.
 * @param controls as they are read
 * @param also keys of controls with findings: they are followed to their end
 */
export function askedOf(
  controls: readonly Control[],
  scopes: readonly ControlScope[],
  also: ReadonlySet<string> = new Set(),
): Control[] {
  const parents = new Set(controls.map(({ parent }) => parent))
  const shown = controls.filter(({ key, retired, scope }) => {
    if (parents.has(key)) return false
    return also.has(key) || (retired === null && scopes.includes(scope))
  })
  const needed = new Set(shown.map(({ parent }) => parent))
  return controls.filter((control) => shown.includes(control) || needed.has(control.key))
}

/** Keys of what is answered among them: neither headings nor retired. */
export function answerable(controls: readonly Control[]): Set<string> {
  const parents = new Set(controls.map(({ parent }) => parent))
  const asked = controls.filter(({ key, retired }) => retired === null && !parents.has(key))
  return new Set(asked.map(({ key }) => key))
}
