import { describe, expect, it } from 'vitest'
import {
  csvOf,
  csvPieces,
  formulaSafe,
  type Column,
} from '../../../src/main/workspace/reports/csv.ts'
import { xlsxPieces } from '../../../src/main/workspace/reports/xlsxPieces.ts'
import { readSheetFile } from '../../../src/main/workspace/sheets/sheetFile.ts'
import { cellsOf } from '../../support/cells.ts'
import { hostilePayloads } from '../../support/hostilePayloads.ts'

/** Beginnings that a spreadsheet takes for a formula, or skips before one. */
const beginnings = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ' ',
  '＝',
  '＋',
  '－',
  '＠',
  "'",
  '\u200b',
]
const texts = [
  ...beginnings.map((sign) => `${sign}HYPERLINK("http://127.0.0.1:9")`),
  ...hostilePayloads,
  ...[
    '+60123456789',
    '+6012-345 6789',
    '-5',
    'dua\nbaris',
    'a\r\nb',
    '"petik"',
    'a,b;c',
    '😀 é &amp; ]]>',
  ],
]
interface Row {
  readonly text: string
  readonly count: number | null
  readonly day: string
}
const rows: Row[] = texts.map((text, place) => ({
  ...{ text, count: place % 3 === 0 ? null : place / 4, day: '2026-11-23' },
}))
const columns: Column<Row>[] = [
  { heading: { ms: 'Bil.', en: 'No.' }, value: (_, place) => place + 1 },
  { heading: { ms: 'Teks', en: 'Text' }, value: ({ text }) => text },
  { heading: { ms: 'Angka', en: 'Count' }, value: ({ count }) => count },
  { heading: { ms: 'Hari', en: 'Day' }, value: ({ day }) => day, holds: 'day' },
]

async function* chunks(size: number) {
  for (let at = 0; at < rows.length; at += size)
    yield await Promise.resolve(rows.slice(at, at + size))
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

describe('a table written piece by piece', () => {
  it.each([1, 7, 1_000])(
    'as CSV is the one that is written at once, %i rows at a time',
    async (size) => {
      const bytes = await whole(csvPieces(columns, chunks(size), 'ms'))
      expect(Buffer.from(bytes).toString('utf8')).toBe(csvOf(columns, rows, 'ms'))
    },
  )

  it('begins no CSV cell with what a spreadsheet calculates', async () => {
    const text = Buffer.from(await whole(csvPieces(columns, chunks(5), 'en'))).toString('utf8')
    const [heads, ...lines] = cellsOf(text.slice(1))
    expect(heads).toEqual(['No.', 'Text', 'Count', 'Day'])
    expect(lines.map(([, cell]) => cell)).toEqual(texts.map(formulaSafe))
  })

  it.each([1, 7, 1_000])(
    'as a workbook is read back as it was, %i rows at a time',
    async (size) => {
      const bytes = await whole(
        xlsxPieces(columns, chunks(size), { language: 'ms', name: 'Daftar' }),
      )
      const { headings, rows: back } = await readSheetFile(bytes)
      expect(headings).toEqual(['Bil.', 'Teks', 'Angka', 'Hari'])
      expect(back.map(({ cells }) => cells)).toEqual(
        rows.map(({ text, count, day }, place) => [
          ...[String(place + 1), text, count === null ? '' : String(count), day],
        ]),
      )
      // No cell is a formula.
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('<f>')
    },
  )

  it('without rows has its headings', async () => {
    const none = async function* () {
      yield* await Promise.resolve([])
    }
    const csv = Buffer.from(await whole(csvPieces(columns, none(), 'ms'))).toString('utf8')
    expect(csv).toBe(csvOf(columns, [], 'ms'))
  })
})
