import type { Control, TitlePair } from '#contract/frameworks'

/** What stands under one section's name. */
export interface Section<T> {
  readonly title: TitlePair
  readonly controls: readonly T[]
}

/**
 * Controls, or what stands for them, section by section in the order in which each first appears;
 * sections are the same where their Malay names are.
 */
export function bySection<T>(
  rows: readonly T[],
  controlOf: (row: T) => Pick<Control, 'section'>,
): Section<T>[] {
  const sections = new Map<string, { title: TitlePair; controls: T[] }>()
  for (const row of rows) {
    const { section: title } = controlOf(row)
    const section = sections.get(title.ms) ?? { title, controls: [] }
    sections.set(title.ms, section)
    section.controls.push(row)
  }
  return [...sections.values()]
}
