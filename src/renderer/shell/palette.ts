/** One line of the command palette. */
export interface PaletteEntry {
  readonly id: string
  readonly group: 'page' | 'action' | 'person'
  readonly label: string
  readonly key: string | null
  readonly run: () => void
}

/**
 * Entries in which every typed word begins a word; those whose label begins with what was typed
 * come first, otherwise the order stays.
 */
export function matching(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const wanted = typed.toLocaleLowerCase('ms').split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return entries
  const found = entries.filter((entry) => {
    const words = wordsOf(entry.label)
    return wanted.every((piece) => words.some((word) => word.startsWith(piece)))
  })
  const start = wanted.join(' ')
  const begins = (entry: PaletteEntry) => entry.label.toLocaleLowerCase('ms').startsWith(start)
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))]
}

function wordsOf(label: string): string[] {
  return label.toLocaleLowerCase('ms').split(/[^\p{Letter}\p{Number}]+/u)
}
