import { inMinutes } from '#contract/durations'
import type { Finding, ImageKind } from '#contract/findings'
import { inMega, inPixels, mega } from '../measure/measurement.ts'
import type { MediumFacts } from '../medium/facts.ts'
import { repeatFindings } from './repeats.ts'
import type { RepeatToJudge } from './repeats.ts'
import { verdictOf } from './verdict.ts'
import type { Judged } from './verdict.ts'

/** Extensions a format may have; the first is the usual one. */
const extensions: Readonly<Record<string, readonly [string, ...string[]]>> = {
  mp4: ['.mp4', '.m4v'],
  m4v: ['.m4v', '.mp4'],
  mov: ['.mov', '.qt'],
  '3gp': ['.3gp', '.3g2', '.3gpp', '.mp4'],
  webm: ['.webm'],
  mkv: ['.mkv'],
  avi: ['.avi'],
  mpg: ['.mpg', '.mpeg', '.vob', '.m2p'],
  ts: ['.ts', '.mts', '.m2ts', '.m2t'],
  wmv: ['.wmv', '.asf'],
  flv: ['.flv'],
  pdf: ['.pdf'],
}

/** A video's caption is asked for as a photo's is (Melaka 13.5); a PDF is a poster to be printed. */
export function kindOfMedium({ medium }: Pick<MediumFacts, 'medium'>): ImageKind {
  return medium === 'video' ? 'photo' : 'poster'
}

/**
 * Findings and verdict of a video or a PDF. The sizes of Melaka 13.5 are those of posters as
 * pictures: they are told here, and nothing is held against them. What can be put right in the same
 * file warns (ours); only a copy of the same bytes rejects.
 */
export function judgeMedium(facts: MediumFacts, repeats: readonly RepeatToJudge[]): Judged {
  const findings = [...repeatFindings(repeats), ...mediumFindings(facts)]
  return { findings, verdict: verdictOf(findings) }
}

function mediumFindings(facts: MediumFacts): Finding[] {
  return [
    facts.medium === 'video' ? video(facts) : document(facts),
    facts.nameReadable ? null : warn('name-not-readable', 'rename'),
    extension(facts),
  ].filter((finding) => finding !== null)
}

function video(facts: MediumFacts): Finding {
  const { duration, codec, format } = facts
  if (duration === null && facts.width === null) {
    return warn('video-not-understood', 'export-as-mp4', { measured: format.toUpperCase() })
  }
  const length = duration === null ? null : inMinutes(duration)
  return told('video-details', [format.toUpperCase(), length, pixelsOf(facts), codec, size(facts)])
}

function document(facts: MediumFacts): Finding {
  if (facts.locked) return warn('document-locked', 'unlock-document')
  const pages = facts.pages === null ? null : String(facts.pages)
  return told('document-details', [pages, pixelsOf(facts), size(facts)])
}

function extension({ name, format }: MediumFacts): Finding | null {
  const allowed = extensions[format]
  const given = /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? null
  if (allowed === undefined || (given !== null && allowed.includes(given))) return null
  return warn('wrong-extension', 'rename', { measured: given ?? '—', required: allowed[0] })
}

function pixelsOf({ width, height }: MediumFacts): string | null {
  return width === null || height === null ? null : inPixels(width, height)
}

function size({ byteSize }: MediumFacts): string {
  return byteSize < mega ? `${Math.ceil(byteSize / 1_000)} kB` : inMega(byteSize, 'MB')
}

function told(code: Finding['code'], parts: readonly (string | null)[]): Finding {
  const measured = parts.filter((part) => part !== null).join(' · ')
  return { code, severity: 'info', measured, required: null, clause: null, remedy: null }
}

function warn(
  code: Finding['code'],
  remedy: Finding['remedy'],
  rest: Partial<Pick<Finding, 'measured' | 'required'>> = {},
): Finding {
  return { code, severity: 'warn', measured: null, required: null, clause: null, remedy, ...rest }
}
