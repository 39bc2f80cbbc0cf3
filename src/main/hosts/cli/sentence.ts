import type { Finding } from '#contract/findings'
import { findingWords, remedyWords } from '#contract/findingWords'
import type { Language } from '#contract/values'

/** Fills `{name}` in a template; a value that is missing shows as a dash. */
export function sentence(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : null
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '—'
  })
}

/** What is wrong and what to do about it, in one language. */
export function messageOf(finding: Finding, language: Language): string {
  const { code, remedy, measured, required, of } = finding
  const values = { measured, required, of }
  const wrong = sentence(findingWords[code][language], values)
  if (remedy === null) return wrong
  return `${wrong} ${sentence(remedyWords[remedy][language], values)}`
}
