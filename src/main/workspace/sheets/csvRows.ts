/**
 * Rows of separated values (RFC 4180): quotes, doubled quotes, line breaks within them. Null where
 * a quote is never closed: everything behind it would be one cell. Cells are cut out of the text,
 * not put together sign by sign: a register of many years has millions of them.
 */
export function csvRows(text: string): string[][] | null {
  const separator = separatorOf(text)
  const plainEnd = new RegExp(`[${separator}\\r\\n]`, 'g')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      const quoted = quotedCell(text, at)
      if (quoted === null) return null
      ;({ cell, at } = quoted)
    }
    plainEnd.lastIndex = at
    const end = plainEnd.exec(text)?.index ?? text.length
    row.push(cell + text.slice(at, end))
    at = end
    if (at >= text.length) break
    if (text[at] === separator) {
      at += 1
      // What ends with a separator ends with an empty cell.
      if (at === text.length) row.push('')
      continue
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** What stands between quotes from `at` on, and where it goes on behind them. */
function quotedCell(text: string, at: number): { cell: string; at: number } | null {
  const parts: string[] = []
  let from = at + 1
  for (;;) {
    const end = text.indexOf('"', from)
    if (end === -1) return null
    parts.push(text.slice(from, end))
    if (text[end + 1] !== '"') return { cell: parts.join('"'), at: end + 1 }
    from = end + 2
  }
}

/** What separates most in the headings: Excel writes semicolons or tabs where the system says so. */
function separatorOf(text: string): string {
  const first = text.split(/[\r\n]/, 1)[0] ?? ''
  const plain = first.replace(/"[^"]*"/g, '')
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: plain.split(sign).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).sign
}
