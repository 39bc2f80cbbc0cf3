/** Rows of comma-separated values, read by hand (RFC 4180): quotes, doubled quotes, CRLF. */
export function cellsOf(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < csv.length;) {
    const [cell, next] = csv[at] === '"' ? quoted(csv, at + 1) : plain(csv, at)
    row.push(cell)
    at = next + 1
    if (csv[next] === ',') continue
    if (csv.startsWith('\r\n', next)) at = next + 2
    else if (next < csv.length) throw new Error(`Neither a comma nor a line's end at ${next}`)
    rows.push(row)
    row = []
  }
  return rows
}

/** The cell, and where it ends. */
type Cell = readonly [text: string, end: number]

function quoted(csv: string, from: number): Cell {
  let text = ''
  for (let at = from; ; at++) {
    const end = csv.indexOf('"', at)
    if (end < 0) throw new Error('A quote is not closed')
    text += csv.slice(at, end)
    if (csv[end + 1] !== '"') return [text, end + 1]
    text += '"'
    at = end + 1
  }
}

function plain(csv: string, from: number): Cell {
  const end = /[,\r\n"]|$/g
  end.lastIndex = from
  const at = end.exec(csv)?.index ?? csv.length
  return [csv.slice(from, at), at]
}
