import { stringify } from 'csv-stringify/sync'
import type { Language } from '#contract/values'

/** One column of a table: its heading in both languages, and what stands in it for a row. */
export interface Column<Row> {
  readonly heading: Readonly<Record<Language, string>>
  /** Text is written as text, a number as a number, null as nothing. */
  readonly value: (row: Row, place: number) => string | number | null
  /** `day`: its texts are days (ISO 8601), which a spreadsheet can reckon with. */
  readonly holds?: 'day'
}

/**
 * What a spreadsheet takes for the beginning of a formula: `=`, `+`, `-`, `@` and their full-width
 * and small forms, also behind control characters, spaces and marks that cannot be seen (OWASP ASVS
 * 5.0, 1.2.10, and what Excel and LibreOffice were seen to skip). The apostrophe is among them so
 * that taking one away always gives the text back.
 */
const startsFormula = /^[\p{Cc}\p{Cf}\p{Z}=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B＝＋－＠']/u

/** The text with an apostrophe before it, where a spreadsheet would otherwise calculate. */
export function formulaSafe(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text
}

/** Undoes `formulaSafe`: what was written comes back, phone numbers such as `+60123` included. */
export function fromFormulaSafe(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}

/**
 * A table as comma-separated values: UTF-8 with a byte order mark (Excel needs it), CRLF, headings
 * first, every text safe to open in a spreadsheet.
 */
export function csvOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  language: Language,
): string {
  return csvLines([headsOf(columns, language), ...cellsOf(columns, rows, 0)], true)
}

/**
 * The same, piece by piece, for what is too long to be held at once.
 * @param chunks the rows, some at a time
 */
export async function* csvPieces<Row>(
  columns: readonly Column<Row>[],
  chunks: AsyncIterable<readonly Row[]>,
  language: Language,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(csvLines([headsOf(columns, language)], true))
  let place = 0
  for await (const rows of chunks) {
    yield encoder.encode(csvLines(cellsOf(columns, rows, place), false))
    place += rows.length
  }
}

type Cells = readonly (string | number | null)[]

function headsOf<Row>(columns: readonly Column<Row>[], language: Language): Cells {
  return columns.map(({ heading }) => heading[language])
}

function cellsOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  from: number,
): Cells[] {
  return rows.map((row, place) => columns.map(({ value }) => value(row, from + place)))
}

/** @param isStart the mark of the byte order stands before them */
function csvLines(lines: readonly Cells[], isStart: boolean): string {
  return stringify([...lines], {
    bom: isStart,
    record_delimiter: 'windows',
    // It quotes what holds CRLF; many readers end a row at either of the two alone.
    quoted_match: /[\r\n]/,
    cast: { string: formulaSafe },
  })
}

const hoursAhead = 8

/** A moment as Malaysia's clocks show it, with the offset: `2026-11-23T09:00:00+08:00`. */
export function malaysianMoment(instant: string): string {
  const shifted = new Date(Date.parse(instant) + hoursAhead * 3_600_000)
  return `${shifted.toISOString().slice(0, 19)}+08:00`
}
