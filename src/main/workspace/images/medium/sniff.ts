import type { Medium } from '#contract/findings'

/** What is taken into the library without being a picture. */
export type OtherMedium = Exclude<Medium, 'picture'>

/** How much of a file's beginning tells what it is, in bytes. */
export const headBytes = 1_024

/** A video or a PDF by its first bytes, whatever its name says; null for anything else. */
export function mediumOf(head: Uint8Array): OtherMedium | null {
  const text = Buffer.from(head.subarray(0, headBytes)).toString('latin1')
  // Other programs allow a few bytes before it, and so do readers of PDF.
  if (text.includes('%PDF-')) return 'document'
  return videoFormatOf(head) === null ? null : 'video'
}

/**
 * The usual extension of the video's format, without its dot. Containers that may hold sound alone
 * count as well: only their tracks tell.
 */
export function videoFormatOf(head: Uint8Array): string | null {
  const text = Buffer.from(head.subarray(0, headBytes)).toString('latin1')
  const box = text.slice(4, 8)
  if (box === 'ftyp') return formatOfBrand(text.slice(8, 12))
  // QuickTime from before there were brands.
  if (['moov', 'mdat', 'wide', 'pnot'].includes(box)) return 'mov'
  if (text.startsWith('\x1a\x45\xdf\xa3')) return text.includes('webm') ? 'webm' : 'mkv'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'AVI ') return 'avi'
  if (text.startsWith('\x00\x00\x01\xba')) return 'mpg'
  if (text.startsWith('\x30\x26\xb2\x75\x8e\x66\xcf\x11')) return 'wmv'
  if (text.startsWith('FLV\x01')) return 'flv'
  // A packet of a transport stream is 188 bytes long, with a time stamp before it 192.
  const packets = [
    [0, 188],
    [4, 192],
  ] as const
  if (packets.some(([from, size]) => [0, 1, 2].every((at) => text[from + at * size] === 'G'))) {
    return 'ts'
  }
  return null
}

/** Families that share the box format with MP4 without being videos: HEIF, AVIF, JPEG 2000, raw. */
const pictureBrands = /^(hei[cxms]|hev[cxms]|mif[12]|msf1|avi[fs]|jp[2xm] |mj[p2]2|crx |jpeg)$/

function formatOfBrand(brand: string): string | null {
  if (pictureBrands.test(brand)) return null
  if (brand === 'qt  ') return 'mov'
  if (brand.startsWith('M4V')) return 'm4v'
  return brand.startsWith('3g') ? '3gp' : 'mp4'
}
