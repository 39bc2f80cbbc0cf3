const controls = 'button, a[href], input, select, textarea, label'

/**
 * Whether a press or key within a row is meant for one of the row's own controls, and not for the
 * row that hears it.
 */
export function isOwnControls({ target, currentTarget }: Event): boolean {
  if (!(target instanceof Element) || !(currentTarget instanceof Element)) return false
  const control = target.closest(controls)
  return control !== null && control !== currentTarget && currentTarget.contains(control)
}
