/**
 * Rows of separated values (RFC 4180): quotes, doubled quotes, line breaks within them. Null where
 * a quote is never closed: everything behind it would be one cell.
 */
export function csvRows(text: string): string[][] | null {
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += sign
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) endCell()
    else if (sign === '\n') endRow()
    else if (sign === '\r') {
      if (text[at + 1] !== '\n') endRow()
    } else cell += sign
  }
  if (quoted) return null
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** What separates most in the headings: Excel writes semicolons or tabs where the system says so. */
function separatorOf(text: string): string {
  const first = text.split(/[\r\n]/, 1)[0] ?? ''
  const plain = first.replace(/"[^"]*"/g, '')
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: plain.split(sign).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).sign
}
