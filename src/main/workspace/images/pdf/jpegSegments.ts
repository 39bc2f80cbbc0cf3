import type { Span } from './syntax.ts'

/** A segment of a JPEG that says things beside the picture: `from` behind its length. */
export interface ToldSegment extends Span {
  /** What it says in a form that is read elsewhere; null for any other. */
  readonly block: { readonly kind: 'exif' | 'xmp'; readonly bytes: Uint8Array } | null
}

const startOfImage = 0xffd8
const startOfScan = 0xffda
/** APP1: EXIF and XMP; APP13: IPTC; a comment. Colours are in others (ICC: APP2, Adobe: APP14). */
const told: ReadonlySet<number> = new Set([0xffe1, 0xffed, 0xfffe])
const xmpName = Buffer.from('http://ns.adobe.com/xap/1.0/\0')

/** Nothing where the bytes are no JPEG, or are one that ends too early. */
export function toldSegments(bytes: Uint8Array, { from, to }: Span): ToldSegment[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (to - from < 4 || view.getUint16(from) !== startOfImage) return []
  const found: ToldSegment[] = []
  for (let at = from + 2; at + 4 <= to;) {
    const marker = view.getUint16(at)
    const end = at + 2 + view.getUint16(at + 2)
    if (marker < 0xffc0 || marker === startOfScan || end > to) break
    if (told.has(marker)) {
      found.push({ from: at + 4, to: end, block: blockOf(bytes.subarray(at + 4, end)) })
    }
    at = end
  }
  return found
}

function blockOf(content: Uint8Array): ToldSegment['block'] {
  const head = Buffer.from(content.subarray(0, xmpName.length))
  if (head.toString('latin1', 0, 6) === 'Exif\0\0') return { kind: 'exif', bytes: content }
  if (head.equals(xmpName)) return { kind: 'xmp', bytes: content.subarray(xmpName.length) }
  return null
}
