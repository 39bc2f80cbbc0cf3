import writeXlsxFile from 'write-excel-file/node'

/** A workbook as an office keeps it: days as days, all else as it is given. */
export async function workbookOf(
  headings: readonly string[],
  rows: readonly (readonly (string | number | Date | null)[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const cells = rows.map((row) =>
    row.map((value) =>
      value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value,
    ),
  )
  return new Uint8Array(await writeXlsxFile([[...headings], ...cells]).toBuffer())
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'utf8'))
}

export const planHeads = ['Tarikh', 'Masa', 'Tajuk', 'Platform', 'Jenis', 'Kapsyen', 'Hashtag']

/** Rows of a year's plan, all of them sound but those whose number is named, from 1. */
export function planRows(
  count: number,
  account: string,
  bad: Readonly<Record<number, Readonly<Record<number, string>>>> = {},
): (string | Date | null)[][] {
  return Array.from({ length: count }, (_, place) => {
    const row: (string | Date | null)[] = [
      new Date(Date.UTC(2026, 0, 1 + place)),
      '9.30 pagi',
      `Hantaran ${place + 1}`,
      account,
      place % 2 === 0 ? 'Infografik' : 'Teks',
      `Teks hantaran ${place + 1}.`,
      '#JKR #RakanKKR',
    ]
    for (const [column, value] of Object.entries(bad[place + 1] ?? {})) row[Number(column)] = value
    return row
  })
}
