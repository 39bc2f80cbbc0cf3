import type { Language } from '#contract/values'
import type { Row } from './rows.ts'
import { sentence } from './sentence.ts'
import { cliWords } from './words.ts'

const gap = '  '

/** The rows as a table for people: one line per file, and its findings below it. */
export function tableOf(rows: readonly Row[], language: Language): string {
  const words = cliWords[language]
  if (rows.length === 0) return `${words.nothing}\n`
  const { columns } = words
  const cells = rows.map(({ verdict, kind, width, height, path, findings }) => ({
    verdict: words.verdicts[verdict],
    kind: kindIn(findings, words.kinds[kind], words.mediums),
    size: width === null || height === null ? '—' : `${width}×${height}`,
    file: printable(path),
  }))
  const all = [columns, ...cells]
  const widest = (column: 'verdict' | 'kind' | 'size') =>
    Math.max(...all.map((line) => line[column].length))
  const widths = { verdict: widest('verdict'), kind: widest('kind'), size: widest('size') }
  const line = (cell: (typeof cells)[number] | typeof columns): string =>
    [
      cell.verdict.padEnd(widths.verdict),
      cell.kind.padEnd(widths.kind),
      cell.size.padEnd(widths.size),
      cell.file,
    ].join(gap)
  const indent = ' '.repeat(widths.verdict) + gap
  const lines = cells.flatMap((cell, at) => [
    line(cell),
    ...(rows[at]?.findings ?? []).map(
      ({ message, clause }) =>
        `${indent}- ${printable(message)}${clause === null ? '' : ` (${clause})`}`,
    ),
  ])
  return [line(columns), ...lines, '', summaryOf(rows, language), ''].join('\n')
}

/** What a row is: its findings say so of a video and of a PDF. */
function kindIn(
  findings: Row['findings'],
  kind: string,
  mediums: Readonly<Record<'video' | 'document', string>>,
): string {
  const has = (medium: 'video' | 'document') =>
    findings.some(({ code }) => code.startsWith(medium) || code === `damaged-${medium}`)
  if (has('video')) return mediums.video
  return has('document') ? mediums.document : kind
}

function summaryOf(rows: readonly Row[], language: Language): string {
  const count = (verdict: Row['verdict']) => rows.filter((row) => row.verdict === verdict).length
  return sentence(cliWords[language].summary, {
    total: rows.length,
    pass: count('pass'),
    warn: count('warn'),
    reject: count('reject'),
    unreadable: count('unreadable'),
  })
}

/**
 * SECURITY: a file's name may hold line breaks and terminal commands; they are shown, not obeyed.
 * Also the marks that turn the direction of writing, with which a name can pose as another.
 */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
}
