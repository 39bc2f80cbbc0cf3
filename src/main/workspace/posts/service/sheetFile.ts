import readXlsxFile from 'read-excel-file/node'
import { WorkspaceError } from '#contract/errors'
import { mostImportedRows } from '#contract/postImports'
import { fromFormulaSafe } from '../../reports/csv.ts'
import { csvRows, decodedText } from '../rules/sheet/csvRows.ts'

/** A sheet as texts: its headings, and the rows that hold anything with the row they stand in. */
export interface SheetRows {
  readonly headings: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

/** A workbook is a ZIP archive, whatever its name says. */
const zipMark = [0x50, 0x4b, 0x03, 0x04]

/**
 * Reads a workbook (its first sheet) or separated values.
 * @throws WorkspaceError `posts.sheet-unreadable`, `posts.sheet-empty`, `posts.sheet-too-long`
 */
export async function readSheetFile(bytes: Uint8Array): Promise<SheetRows> {
  const isWorkbook = zipMark.every((byte, place) => bytes[place] === byte)
  const all = isWorkbook ? await workbookRows(bytes) : separatedRows(bytes)
  const [headings = [], ...rows] = all
  const filled = rows
    .map((cells, place) => ({ row: place + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) throw new WorkspaceError('posts.sheet-empty')
  if (filled.length > mostImportedRows) throw new WorkspaceError('posts.sheet-too-long')
  return { headings: headings.map((heading) => heading.trim()), rows: filled }
}

async function workbookRows(bytes: Uint8Array): Promise<string[][]> {
  const [sheet] = await readXlsxFile(Buffer.from(bytes), { trim: false }).catch(() => {
    throw new WorkspaceError('posts.sheet-unreadable')
  })
  return (sheet?.data ?? []).map((row) => row.map(textOf))
}

function separatedRows(bytes: Uint8Array): string[][] {
  // What no text has: another kind of file.
  if (bytes.includes(0)) throw new WorkspaceError('posts.sheet-unreadable')
  const rows = csvRows(decodedText(bytes))
  return rows.map((row) => row.map(fromFormulaSafe))
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
