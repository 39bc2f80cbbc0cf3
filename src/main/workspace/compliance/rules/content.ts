import { createHash } from 'node:crypto'
import type { Control, TitlePair } from '#contract/frameworks'
import { Sha256 } from '#contract/values'

/** What a version says, without when and by whom. */
export interface Content {
  readonly title: TitlePair
  readonly source: string
  readonly controls: readonly Control[]
}

/**
 * SHA-256 of a version's canonical JSON: object keys sorted, no white space, controls in their
 * order. The same content has the same hash on every computer, so that a report that names it can
 * be held against the checklist it was made with (ours).
 */
export function hashOf({ title, source, controls }: Content): Sha256 {
  return hashOfText(canonical({ title, source, controls }))
}

/** SHA-256 of a text in UTF-8. */
export function hashOfText(text: string): Sha256 {
  return Sha256.parse(createHash('sha256').update(text).digest('hex'))
}

/** JSON with sorted keys and no white space: the same value always gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
  return `{${parts.join(',')}}`
}

/** Whether other controls stand under this one: it is then answered by them. */
export function isHeading({ key }: Control, controls: readonly Control[]): boolean {
  return controls.some(({ parent }) => parent === key)
}

/**
 * Controls as they are read: section by section in the order in which each first appears, and under
 * a heading what belongs to it.
 */
export function arranged(controls: readonly Control[]): Control[] {
  const top = controls.filter(({ parent }) => parent === null)
  const sections = [...new Set(top.map(({ section }) => section.ms))]
  return sections.flatMap((section) =>
    top
      .filter((control) => control.section.ms === section)
      .flatMap((control) => [control, ...controls.filter(({ parent }) => parent === control.key)]),
  )
}

/** The neighbour with which a control changes places; null at either end of its section. */
export function neighbour(controls: readonly Control[], key: string, by: -1 | 1): Control | null {
  const own = controls.find((control) => control.key === key)
  if (own === undefined) return null
  const beside = controls.filter(
    ({ parent, section }) => parent === own.parent && section.ms === own.section.ms,
  )
  return beside[beside.indexOf(own) + by] ?? null
}
