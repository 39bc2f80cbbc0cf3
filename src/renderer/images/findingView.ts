import { findingWords, remedyWords, type Bilingual } from '#contract/findingWords'
import type { Finding, FindingCode, Remedy } from '#contract/findings'
import type { Language } from '#contract/values'

/** The sentence of a finding, its figures filled in: `Saiz 560×315 px kurang daripada …`. */
export function sentenceOf(finding: Finding, language: Language): string {
  return filled(findingWords[finding.code], finding, language)
}

/** What to do about it, or null where there is nothing to do. */
export function remedyOf(finding: Finding, language: Language): string | null {
  return finding.remedy === null ? null : filled(remedyWords[finding.remedy], finding, language)
}

function filled(words: Bilingual, finding: Finding, language: Language): string {
  const values: Readonly<Record<string, string>> = {
    measured: finding.measured ?? '',
    required: finding.required ?? '',
    of: lastOfPath(finding.of ?? ''),
  }
  return words[language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** The name at the end of a path, of whichever system. */
export function lastOfPath(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

/** Findings whose measure is a setting: without a clause of the source the rule is the unit's. */
const measuredBySetting: ReadonlySet<FindingCode> = new Set([
  'below-minimum',
  'not-recommended-size',
  'too-many-bytes',
  'too-many-pixels',
  'took-too-long',
  'blurred',
  'dark',
  'overexposed',
  'little-content',
  'odd-shape',
  'heavy-compression',
  'small-text',
  'faint-text',
])

export function isOwnRule(finding: Finding): boolean {
  return finding.clause === null && measuredBySetting.has(finding.code)
}

const settledBySize: ReadonlySet<Remedy> = new Set(['scale-down', 'scale-up', 'crop-or-pad'])

/** Whether making the picture to size settles it. */
export function isFixable({ remedy }: Finding): boolean {
  return remedy !== null && settledBySize.has(remedy)
}
