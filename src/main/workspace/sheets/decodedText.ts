import type { SheetEncoding } from '#contract/sheets'

/** Byte order marks of UTF-16, as Excel writes “Unicode text”. */
const marks = [
  { label: 'utf-16le', bytes: [0xff, 0xfe] },
  { label: 'utf-16be', bytes: [0xfe, 0xff] },
]

/**
 * The text of a file: UTF-16 where it is marked so, UTF-8, or else what older versions of Excel
 * write on Windows. Nothing is replaced by `�` on the way.
 */
export function decodedText(bytes: Uint8Array): { text: string; encoding: SheetEncoding } {
  const marked = marks.find((mark) => mark.bytes.every((byte, place) => bytes[place] === byte))
  const sure = marked === undefined ? 'utf-8' : 'utf-16'
  try {
    const text = new TextDecoder(marked?.label ?? 'utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: sure }
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes)
    return { text, encoding: 'windows-1252' }
  }
}
