import { folded } from './fold.ts'

/** Finds the fields of headings by the names people give them. */
export function guessBy<F extends string>(
  fields: readonly { readonly field: F; readonly names: readonly string[] }[],
): (headings: readonly string[]) => (F | null)[] {
  const byName = new Map(
    fields.flatMap(({ field, names }) => names.map((name) => [folded(name), field])),
  )
  /** No field twice: the first column has it. */
  return (headings) => {
    const taken = new Set<F>()
    return headings.map((heading) => {
      const field = byName.get(folded(heading))
      if (field === undefined || taken.has(field)) return null
      taken.add(field)
      return field
    })
  }
}
