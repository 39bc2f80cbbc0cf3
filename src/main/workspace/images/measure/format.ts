import { fileTypeFromBuffer } from 'file-type'
import type { PictureFormat } from './measurement.ts'

/** What a file is by its first bytes, whatever its name says. */
export type Content =
  | {
      readonly kind: 'picture'
      /** Null for the HEIF family: only its header says whether AV1 or HEVC is inside. */
      readonly format: PictureFormat | null
      /** Frames of an animated PNG, which the decoders do not tell; else 1. */
      readonly pngFrames: number
    }
  | { readonly kind: 'heic' }
  /** `name` is the usual extension in capitals (`PDF`), or null where nothing is recognised. */
  | { readonly kind: 'other'; readonly name: string | null }

const formats: Readonly<Record<string, PictureFormat>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/tiff': 'tiff',
  'image/avif': 'avif',
}

/** Only contents named here are ever handed to the decoders. */
export async function contentOf(bytes: Uint8Array): Promise<Content> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (type === undefined || type.mime === 'application/xml') {
    if (isSvg(bytes)) return { kind: 'picture', format: 'svg', pngFrames: 1 }
    if (isTiff(bytes)) return { kind: 'picture', format: 'tiff', pngFrames: 1 }
    return { kind: 'other', name: type === undefined ? null : 'XML' }
  }
  const format = formats[type.mime]
  if (format !== undefined) {
    return {
      kind: 'picture',
      format,
      pngFrames: type.mime === 'image/apng' ? framesOfPng(bytes) : 1,
    }
  }
  if (type.mime === 'image/heic' || type.mime === 'image/heic-sequence') return { kind: 'heic' }
  if (type.mime === 'image/heif' || type.mime === 'image/heif-sequence') {
    return { kind: 'picture', format: null, pngFrames: 1 }
  }
  return { kind: 'other', name: type.ext.toUpperCase() }
}

/** From the control chunk, `acTL` and the number of frames; at least one more than is drawn. */
function framesOfPng(bytes: Uint8Array): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = view.indexOf('acTL')
  return at < 0 || at + 8 > view.length ? 2 : Math.max(2, view.readUInt32BE(at + 4))
}

/** Half a TIFF is still one: its directory, by which kinds of TIFF are told apart, is at its end. */
function isTiff(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return start === 'II*\0' || start === 'MM\0*'
}

/** An `<svg` element that follows nothing but an XML prolog, comments and a document type. */
function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 4096))
  const first = /<([a-z][\w:.-]*)/i.exec(
    text
      .replace(/<!--[^]*?-->/g, '')
      .replace(/<!DOCTYPE[^[>]*(\[[^\]]*\])?[^>]*>/i, '')
      .replace(/<\?[^]*?\?>/g, ''),
  )
  return first !== null && /^(\w+:)?svg$/.test(first[1] ?? '') && /^\s*(\uFEFF)?\s*</.test(text)
}
