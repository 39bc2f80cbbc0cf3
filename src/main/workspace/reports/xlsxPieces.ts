import type { Language } from '#contract/values'
import type { Column } from './csv.ts'
import { longestText, widthOf } from './xlsx.ts'
import { zipPieces } from './zipPieces.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const sheetSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const officeSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageSpace = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const types = `${head}<Types xmlns="${packageSpace}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`

const relations = (...all: readonly (readonly [type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="${packageSpace}/relationships">${all
    .map(
      ([type, target], place) =>
        `<Relationship Id="rId${place + 1}" Type="${officeSpace}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

/** Style 1 is a day as Malaysians write it, 2 a heading. */
const styles = `${head}<styleSheet xmlns="${sheetSpace}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/>
<xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`

/**
 * A workbook like `xlsxOf`, piece by piece, for what is too long to be held at once. Text stands as
 * text in its cell: no cell is a formula.
 * @param chunks the rows, some at a time; the first ones say how wide the columns are
 * @param name of the sheet: at most 31 characters
 */
export async function* xlsxPieces<Row>(
  columns: readonly Column<Row>[],
  chunks: AsyncIterable<readonly Row[]>,
  { language, name }: { readonly language: Language; readonly name: string },
): AsyncGenerator<Uint8Array> {
  yield* zipPieces([
    { name: '[Content_Types].xml', text: [types] },
    { name: '_rels/.rels', text: [relations(['officeDocument', 'xl/workbook.xml'])] },
    {
      name: 'xl/workbook.xml',
      text: [
        `${head}<workbook xmlns="${sheetSpace}" xmlns:r="${officeSpace}"><sheets>`,
        `<sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])],
    },
    { name: 'xl/styles.xml', text: [styles] },
    { name: 'xl/worksheets/sheet1.xml', text: sheetText(columns, chunks, language) },
  ])
}

async function* sheetText<Row>(
  columns: readonly Column<Row>[],
  chunks: AsyncIterable<readonly Row[]>,
  language: Language,
): AsyncGenerator<string> {
  let place = 0
  const open = (rows: readonly Row[]) =>
    sheetOpening(
      columns.map(({ heading }) => heading[language]),
      (at) => rows.map((row, below) => columns[at]?.value(row, below) ?? null),
    )
  for await (const rows of chunks) {
    if (place === 0) yield open(rows)
    yield rows
      .map((row, below) => {
        const cells = columns.map(({ value, holds }, at) =>
          cellText(value(row, place + below), `${lettersOf(at)}${place + below + 2}`, holds),
        )
        return `<row r="${place + below + 2}">${cells.join('')}</row>`
      })
      .join('')
    place += rows.length
  }
  if (place === 0) yield open([])
  yield '</sheetData><pageSetup paperSize="9" orientation="landscape"/></worksheet>'
}

function sheetOpening(
  heads: readonly string[],
  valuesOf: (at: number) => readonly (string | number | null)[],
): string {
  const widths = heads.map((heading, at) => {
    const width = widthOf([heading, ...valuesOf(at)])
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
  })
  const cells = heads.map(
    (heading, at) => `<c r="${lettersOf(at)}1" s="2" t="inlineStr">${inline(heading)}</c>`,
  )
  return `${head}<worksheet xmlns="${sheetSpace}"><sheetViews><sheetView workbookViewId="0">
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
<cols>${widths.join('')}</cols><sheetData><row r="1">${cells.join('')}</row>`
}

function cellText(
  value: string | number | null,
  at: string,
  holds: Column<never>['holds'],
): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  if (holds === 'day') return `<c r="${at}" s="1"><v>${dayNumber(value)}</v></c>`
  return `<c r="${at}" t="inlineStr">${inline(value.slice(0, longestText))}</c>`
}

function inline(text: string): string {
  return `<is><t xml:space="preserve">${escaped(text)}</t></is>`
}

/** Days since 30 December 1899, as spreadsheets count. */
function dayNumber(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
}

/** `A`, `Z`, `AA`. */
function lettersOf(at: number): string {
  const before = at < 26 ? '' : lettersOf(Math.floor(at / 26) - 1)
  return before + String.fromCharCode(65 + (at % 26))
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** As XML writes it; characters that it does not know stand as ECMA-376 22.9.2.19 says: `_x0008_`. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"]/g, (mark) => marks[mark] ?? '')
    .replaceAll('\r', '&#13;')
    .replaceAll(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
}
