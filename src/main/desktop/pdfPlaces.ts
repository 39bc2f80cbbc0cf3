/**
 * On which page each place of a PDF is that links within it lead to, from 1. Reads what Chromium
 * writes (Skia): plain objects, the pages in a tree, the places by name in the catalogue's `Dests`.
 * Of a PDF of another make it says nothing.
 */
export function pagesOfPlaces(pdf: Uint8Array): Map<string, number> {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  // What is compressed may look like anything.
  const plain = text.replaceAll(/stream\r?\n[\s\S]*?endstream/g, '')
  const objects = new Map<string, string>()
  for (const [, number = '', body = ''] of plain.matchAll(
    /(?:^|[\r\n])(\d+) 0 obj\b([\s\S]*?)endobj/g,
  )) {
    objects.set(number, body)
  }
  const catalogue = [...objects.values()].find((body) => /\/Type\s*\/Catalog\b/.test(body)) ?? ''
  const pages = pagesUnder(objects, referenceAfter(catalogue, 'Pages'))
  const places = objects.get(referenceAfter(catalogue, 'Dests') ?? '') ?? catalogue
  const found = new Map<string, number>()
  for (const [, name = '', page = ''] of places.matchAll(/\/([A-Za-z0-9-]+)\s*\[\s*(\d+) 0 R/g)) {
    const place = pages.indexOf(page)
    if (place !== -1) found.set(name, place + 1)
  }
  return found
}

/** The page of a place; of two how many pages from the first to the second, both with them. */
export function numberOf(place: string, pages: ReadonlyMap<string, number>): number | undefined {
  const [from = '', to] = place.split(' ')
  const first = pages.get(from)
  if (to === undefined || first === undefined) return first
  const last = pages.get(to)
  return last === undefined ? undefined : last - first + 1
}

/** The pages below a node of the tree, in their order. */
function pagesUnder(
  objects: ReadonlyMap<string, string>,
  node: string | null,
  depth = 0,
): string[] {
  const body = node === null ? undefined : objects.get(node)
  if (node === null || body === undefined || depth > 20) return []
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(body)?.[1]
  if (kids === undefined) return [node]
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) =>
    pagesUnder(objects, kid, depth + 1),
  )
}

function referenceAfter(body: string, name: string): string | null {
  return new RegExp(String.raw`/${name}\s+(\d+) 0 R`).exec(body)?.[1] ?? null
}
