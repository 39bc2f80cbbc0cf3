import type { Finding, Remedy } from '#contract/findings'
import type { Measurement, PictureFormat, Unreadable } from '../measure/measurement.ts'

/** Extensions a format may have; the first is the usual one. */
const extensions: Readonly<Record<PictureFormat, readonly [string, ...string[]]>> = {
  jpeg: ['.jpg', '.jpeg', '.jpe', '.jfif'],
  png: ['.png', '.apng'],
  webp: ['.webp'],
  gif: ['.gif'],
  tiff: ['.tif', '.tiff'],
  avif: ['.avif'],
  svg: ['.svg'],
}

/** Why a file has no measurement. */
export function unreadableFinding({ code, measured, required }: Unreadable): Finding {
  const remedy = remedies[code] ?? 'check-file'
  return { code, severity: 'unreadable', measured, required, clause: null, remedy }
}

const remedies: Readonly<Partial<Record<Unreadable['code'], Remedy>>> = {
  'unsupported-format': 'export-as-jpeg-or-png',
  'heic-not-supported': 'export-as-jpeg-or-png',
  'too-many-bytes': 'scale-down',
  'too-many-pixels': 'scale-down',
  'progressive-too-large': 'save-without-progressive',
  'format-too-large': 'export-as-jpeg-or-png',
  damaged: 'export-again',
  'damaged-video': 'export-again',
  'damaged-document': 'export-again',
}

/**
 * What is unusual about the file itself, whatever it is for. All of it is ours: the sources speak of
 * sizes and content only. None rejects, for each can be put right in the same file.
 */
export function fileFindings(picture: Measurement): Finding[] {
  return [
    name(picture),
    extension(picture),
    colour(picture),
    depth(picture),
    frames(picture),
    vector(picture),
    blank(picture),
    location(picture),
    personal(picture),
  ].filter((finding) => finding !== null)
}

type Rest = Partial<Pick<Finding, 'measured' | 'required' | 'severity'>>

function warn(code: Finding['code'], remedy: Finding['remedy'], rest: Rest = {}): Finding {
  return { code, severity: 'warn', measured: null, required: null, clause: null, remedy, ...rest }
}

function name({ nameReadable }: Measurement): Finding | null {
  return nameReadable ? null : warn('name-not-readable', 'rename')
}

function extension({ name, format }: Measurement): Finding | null {
  const given = /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? null
  const [usual, ...others] = extensions[format]
  if (given === usual || (given !== null && others.includes(given))) return null
  return warn('wrong-extension', 'rename', { measured: given ?? '—', required: usual })
}

function colour({ colour }: Measurement): Finding | null {
  if (colour !== 'cmyk') return null
  return warn('colour-cmyk', 'convert-to-rgb', { measured: 'CMYK', required: 'sRGB' })
}

function depth({ bitsPerChannel }: Measurement): Finding | null {
  if (bitsPerChannel <= 8) return null
  return warn('deep-colour', 'export-again', {
    measured: `${bitsPerChannel} bit`,
    required: '8 bit',
  })
}

function frames({ animated, pages }: Measurement): Finding | null {
  const several = { measured: String(pages), required: '1' }
  if (animated) return warn('animated', 'choose-one-frame', pages > 1 ? several : {})
  return pages > 1 ? warn('several-pages', 'choose-one-frame', several) : null
}

function vector({ format }: Measurement): Finding | null {
  if (format !== 'svg') return null
  return warn('vector', 'export-as-jpeg-or-png', { measured: 'SVG', required: 'JPEG, PNG' })
}

function blank({ blank }: Measurement): Finding | null {
  return blank ? warn('blank', 'check-file') : null
}

/** Told only: the networks strip it, the portal may not. */
function location({ hasLocation }: Measurement): Finding | null {
  return hasLocation ? warn('location-data', 'remove-location', { severity: 'info' }) : null
}

/** How many details there are, and none of them: findings are printed and exported. */
function personal({ personal }: Measurement): Finding | null {
  const count = personal.filter(({ kind }) => kind !== 'location').length
  if (count === 0) return null
  return warn('personal-data', 'remove-personal-data', {
    severity: 'info',
    measured: String(count),
  })
}
