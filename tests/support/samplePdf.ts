/** A page of a PDF written by hand, in points (72 to the inch), and what is drawn on it. */
export interface SamplePage {
  readonly width: number
  readonly height: number
  /** PDF operators: `1 0 0 rg 0 0 100 100 re f` fills a red square. */
  readonly drawn?: string
}

/** A PDF of the plainest kind: one object after another, no cross-reference table of use. */
export function samplePdf(pages: readonly SamplePage[], more = ''): Buffer {
  const kids = pages.map((_, at) => `${3 + 2 * at} 0 R`).join(' ')
  const objects = pages.map(({ width, height, drawn = '' }, at) => {
    const content = 4 + 2 * at
    return `${3 + 2 * at} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${content} 0 R>>endobj
${content} 0 obj<</Length ${drawn.length}>>stream
${drawn}
endstream endobj`
  })
  return Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      `2 0 obj<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>endobj`,
      ...objects,
      more,
      `trailer<</Root 1 0 R${more === '' ? '' : '/Encrypt 90 0 R/ID[<00><00>]'}>>`,
      '%%EOF',
    ].join('\n'),
    'latin1',
  )
}

/** Asks for a password: the keys in it are not those of the empty one. */
export function lockedPdf(): Buffer {
  const key = 'ab'.repeat(32)
  return samplePdf(
    [{ width: 900, height: 472.5 }],
    `90 0 obj<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>endobj`,
  )
}
