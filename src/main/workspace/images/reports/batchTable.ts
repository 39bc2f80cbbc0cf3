import { findingWords } from '#contract/findingWords'
import type { Finding } from '#contract/findings'
import type { CheckedImage, PhotoReview, Repeat } from '#contract/images'
import { isForAPerson } from '#contract/repeatRelation'
import type { Language } from '#contract/values'
import { malaysianMoment, type Column } from '../../reports/csv.ts'
import * as words from './tableWords.ts'

/** What separates several values in one cell. */
const between = '; '

/**
 * The batch as a table, a row a file. Where a file repeats several pictures, names, decisions and
 * persons stand in the same order in their cells.
 */
export function batchColumns(language: Language): Column<CheckedImage>[] {
  const ofRepeats = (value: (repeat: Repeat) => string) => (check: CheckedImage) =>
    check.repeats.map(value).join(between)
  return [
    { heading: { ms: 'Bil.', en: 'No.' }, value: ({ position }) => position + 1 },
    { heading: { ms: 'Nama fail', en: 'File name' }, value: ({ name }) => name },
    { heading: { ms: 'Jenis', en: 'Kind' }, value: (check) => words.kindIn(check, language) },
    { heading: { ms: 'Lebar (px)', en: 'Width (px)' }, value: ({ width }) => width },
    { heading: { ms: 'Tinggi (px)', en: 'Height (px)' }, value: ({ height }) => height },
    { heading: { ms: 'Format', en: 'Format' }, value: ({ format }) => format },
    { heading: { ms: 'Saiz (bait)', en: 'Size (bytes)' }, value: ({ byteSize }) => byteSize },
    {
      heading: { ms: 'Keputusan', en: 'Verdict' },
      value: ({ state, verdict }) =>
        words.verdictWords[state === 'waiting' ? 'waiting' : (verdict ?? 'waiting')][language],
    },
    {
      heading: { ms: 'Penemuan', en: 'Findings' },
      value: ({ findings }) => findings.map((one) => sentence(one, language)).join(' '),
    },
    { heading: { ms: 'Berulang dengan', en: 'Repeats' }, value: ofRepeats(({ of }) => of.name) },
    {
      heading: { ms: 'Hubungan', en: 'Relation' },
      value: ofRepeats(({ relation }) => words.relationWords[relation][language]),
    },
    {
      heading: { ms: 'Putusan', en: 'Decision' },
      value: ofRepeats((repeat) => outcomeOf(repeat, language)),
    },
    {
      heading: { ms: 'Sebab putusan', en: 'Reason of the decision' },
      value: ofRepeats(({ decision }) => decision?.reason ?? ''),
    },
    {
      heading: { ms: 'Diputuskan oleh', en: 'Decided by' },
      value: ofRepeats(({ decision }) => decision?.byName ?? ''),
    },
    {
      heading: { ms: 'Diputuskan pada', en: 'Decided at' },
      value: ofRepeats(({ decision }) => (decision === null ? '' : malaysianMoment(decision.at))),
    },
    {
      heading: { ms: 'Sebab pengecualian', en: 'Reason of the exception' },
      value: ({ override }) => override?.reason ?? null,
    },
    {
      heading: { ms: 'Dikecualikan oleh', en: 'Excepted by' },
      value: ({ override }) => override?.byName ?? null,
    },
    {
      heading: { ms: 'Dikecualikan pada', en: 'Excepted at' },
      value: ({ override }) => (override === null ? null : malaysianMoment(override.at)),
    },
    {
      heading: { ms: 'Senarai semak foto', en: 'Photo checklist' },
      value: ({ review }) => (review === null ? null : pointsSeen(review.answers, language)),
    },
    {
      heading: { ms: 'Dilihat oleh', en: 'Looked at by' },
      value: ({ review }) => review?.byName ?? null,
    },
    {
      heading: { ms: 'Dilihat pada', en: 'Looked at' },
      value: ({ review }) => (review === null ? null : malaysianMoment(review.at)),
    },
    {
      heading: { ms: 'Dalam pustaka', en: 'In the library' },
      value: ({ keptAs }) => words.yesOrNo[keptAs === null ? 'no' : 'yes'][language],
    },
    { heading: { ms: 'SHA-256', en: 'SHA-256' }, value: ({ bytesHash }) => bytesHash },
  ]
}

/** A finding as one sentence with its figures and, behind it, its clause. */
function sentence(finding: Finding, language: Language): string {
  const values: Readonly<Record<string, string | null | undefined>> = {
    measured: finding.measured,
    required: finding.required,
    of: finding.of,
  }
  const text = findingWords[finding.code][language].replace(
    /\{(\w+)\}/g,
    (_, name: string) => values[name] ?? '—',
  )
  return finding.clause === null ? text : `${text} (${finding.clause})`
}

function outcomeOf({ relation, decision }: Repeat, language: Language): string {
  if (decision !== null) return words.outcomeWords[decision.outcome][language]
  return isForAPerson(relation) ? words.outcomeWords.undecided[language] : ''
}

function pointsSeen(answers: PhotoReview, language: Language): string {
  const seen = Object.entries(words.pointWords)
    .filter(([point]) => Object.entries(answers).some(([name, is]) => name === point && is))
    .map(([, said]) => said[language])
  return seen.length === 0 ? words.nothingSeen[language] : seen.join(between)
}
