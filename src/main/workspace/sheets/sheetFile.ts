import readXlsxFile from 'read-excel-file/node'
import { WorkspaceError } from '#contract/errors'
import {
  largestWorkbook,
  mostColumns,
  mostImportedRows,
  type SheetEncoding,
} from '#contract/sheets'
import { fromFormulaSafe } from '../reports/csv.ts'
import { csvRows } from './csvRows.ts'
import { decodedText } from './decodedText.ts'

/** A sheet as texts: its headings, and the rows that hold anything with the row they stand in. */
export interface SheetRows {
  readonly headings: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly encoding: SheetEncoding
}

/** A workbook is a ZIP archive, whatever its name says. */
const zipMark = [0x50, 0x4b, 0x03, 0x04]

/**
 * Reads a workbook (its first sheet) or separated values.
 * @param mostRows of what it holds, the headings not counted
 * @throws WorkspaceError `sheets.unreadable`, `sheets.open-quote`, `sheets.empty`,
 * `sheets.too-long`, `sheets.too-wide`, `sheets.too-large`
 */
export async function readSheetFile(
  bytes: Uint8Array,
  mostRows = mostImportedRows,
): Promise<SheetRows> {
  const isWorkbook = zipMark.every((byte, place) => bytes[place] === byte)
  const { all, encoding } = isWorkbook
    ? { all: await workbookRows(bytes), encoding: 'workbook' as const }
    : separatedRows(bytes)
  const [headings = [], ...rows] = all
  const filled = rows
    .map((cells, place) => ({ row: place + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) throw new WorkspaceError('sheets.empty')
  if (filled.length > mostRows) throw new WorkspaceError('sheets.too-long', { most: mostRows })
  if (headings.length > mostColumns) throw new WorkspaceError('sheets.too-wide')
  return { headings: headings.map((heading) => heading.trim()), rows: filled, encoding }
}

/** What is shown of a sheet before its columns are matched. */
export function headOf({ headings, rows, encoding }: SheetRows) {
  const samples = rows.slice(0, 5).map(({ cells }) => [...cells])
  return { headings: [...headings], samples, rows: rows.length, encoding }
}

async function workbookRows(bytes: Uint8Array): Promise<string[][]> {
  if (bytes.byteLength > largestWorkbook) throw new WorkspaceError('sheets.too-large')
  const [sheet] = await readXlsxFile(Buffer.from(bytes), { trim: false }).catch(() => {
    throw new WorkspaceError('sheets.unreadable')
  })
  return (sheet?.data ?? []).map((row) => row.map(textOf))
}

function separatedRows(bytes: Uint8Array): { all: string[][]; encoding: SheetEncoding } {
  const { text, encoding } = decodedText(bytes)
  // What no text has: another kind of file.
  if (text.includes('\0')) throw new WorkspaceError('sheets.unreadable')
  const rows = csvRows(text)
  if (rows === null) throw new WorkspaceError('sheets.open-quote')
  return { all: rows.map((row) => row.map(fromFormulaSafe)), encoding }
}

/** A cell as it would be typed: days and times without what a spreadsheet adds to them. */
function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return ''
  const [day = '', time = ''] = cell.toISOString().split('T')
  const clock = time.slice(0, 5)
  // A time alone stands on the first days that a spreadsheet knows.
  if (cell.getUTCFullYear() < 1901) return clock
  return clock === '00:00' ? day : `${day} ${clock}`
}
