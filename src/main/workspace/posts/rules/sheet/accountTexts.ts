/** An account's own text, under the name of the account. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/** `[Facebook @jkrmalaysia]` by itself on a line; with a backslash before it, a line of a text. */
const head = /^\[([^\]]*@[^\]]*)\]\s*$/
const escapedHead = /^\\+\[[^\]]*@[^\]]*\]\s*$/

/** Texts that accounts have of their own in one cell: each under its account in square brackets. */
export function writeAccountTexts(texts: readonly NamedText[]): string {
  const escaped = (line: string) => (head.test(line) || escapedHead.test(line) ? `\\${line}` : line)
  return texts
    .map(({ name, text }) => [`[${name}]`, ...text.split('\n').map(escaped)].join('\n'))
    .join('\n')
}

/** The same read again; `before` is what stands above the first account, which belongs to none. */
export function readAccountTexts(cell: string): { before: string; texts: NamedText[] } {
  const above: string[] = []
  const blocks: { name: string; lines: string[] }[] = []
  for (const line of cell === '' ? [] : cell.split('\n')) {
    const name = head.exec(line)?.[1]
    const lines = blocks.at(-1)?.lines ?? above
    if (name === undefined) lines.push(escapedHead.test(line) ? line.slice(1) : line)
    else blocks.push({ name: name.trim(), lines: [] })
  }
  const texts = blocks.map(({ name, lines }) => ({ name, text: lines.join('\n') }))
  return { before: above.join('\n').trim(), texts }
}
