import { fileTypeFromBuffer } from 'file-type'
import type { AttachmentKind } from '#contract/attachments'

/** What a file is, or what to make of it before it is taken; null for what is not taken at all. */
export type Contents =
  { readonly accepted: AttachmentKind } | { readonly kind: string; readonly saveAs: string } | null

const office = 'application/vnd.openxmlformats-officedocument.'

/** Ours: papers, pictures and messages, all of which lie still. Macros, archives and programs do not. */
const accepted: Readonly<Record<string, AttachmentKind>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  [`${office}wordprocessingml.document`]: 'docx',
  [`${office}spreadsheetml.sheet`]: 'xlsx',
  [`${office}presentationml.presentation`]: 'pptx',
}

/**
 * Fair files that not every computer opens, or that a copy without personal details would lose pages
 * of. The person is told what to save them as.
 */
const convertible: Readonly<Record<string, { readonly kind: string; readonly saveAs: string }>> = {
  'image/heic': { kind: 'HEIC', saveAs: 'JPEG' },
  'image/heic-sequence': { kind: 'HEIC', saveAs: 'JPEG' },
  'image/heif': { kind: 'HEIF', saveAs: 'JPEG' },
  'image/heif-sequence': { kind: 'HEIF', saveAs: 'JPEG' },
  'image/avif': { kind: 'AVIF', saveAs: 'JPEG' },
  'image/tiff': { kind: 'TIFF', saveAs: 'PDF' },
  'image/gif': { kind: 'GIF', saveAs: 'PNG' },
  'image/bmp': { kind: 'BMP', saveAs: 'PNG' },
  // Word, Excel and PowerPoint until 2003, which may hold macros.
  'application/x-cfb': { kind: 'Office 97–2003', saveAs: 'PDF' },
  'application/rtf': { kind: 'RTF', saveAs: 'PDF' },
}

/**
 * What a file is by its content, whatever its name says. Plain text has no signature: it is taken
 * only under the name of one (`.txt`, `.eml`), and only if it reads as nothing else.
 */
export async function contentsOf(bytes: Uint8Array, fileName: string): Promise<Contents> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const kind = type === undefined ? undefined : accepted[type.mime]
  if (kind !== undefined) return { accepted: kind }
  // A letter may begin with the signature of something else: `BM` is that of a bitmap.
  const text = plainText(bytes, fileName)
  return text ?? (type === undefined ? null : (convertible[type.mime] ?? null))
}

function plainText(bytes: Uint8Array, fileName: string): Contents {
  const kind = /\.(txt|eml)$/i.exec(fileName)?.[1]?.toLowerCase()
  if (kind === undefined || hasControls(bytes)) return null
  const head = new TextDecoder().decode(bytes.subarray(0, 4_096)).trimStart()
  // Markup and scripts run in whatever opens them; a letter begins with neither.
  if (head.startsWith('<') || head.startsWith('#!')) return null
  if (kind === 'txt') return isUtf8(bytes) ? { accepted: 'txt' } : null
  // RFC 5322, 2.2: a name of printable signs, a colon, and what it says.
  return /^(?:[!-9;-~]+:[^\n]*\r?\n){2}/.test(head) ? { accepted: 'eml' } : null
}

/** Signs that no text has: below a space, other than tab, line and page breaks. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x20 && byte !== 0x09 && (byte < 0x0a || byte > 0x0d))
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
