import type { CaptionPart, TextFinding } from '#contract/textRules'
import { tellsDate } from './dates.ts'
import { tellsTime } from './times.ts'
import { tells } from './words.ts'

const clause = 'Melaka 13.5'

/** Kinds of post that are a photo or a video (keys of the production times). */
const pictured: readonly string[] = [
  'photo-album',
  'videographic',
  'vox-pop',
  'video-mcp',
  'video-scp',
]

/** Whether a post of this kind is a photo or a video, and so carries a caption. */
export function needsCaption(kind: string): boolean {
  return pictured.includes(kind)
}

/** What is recorded of a programme; empty or null where it is not known. */
export interface ProgrammeFacts {
  readonly name: string
  /** `2026-11-24` */
  readonly date: string | null
  /** As it was typed: `9.00 pagi`, `09:00`, `9.00 pagi hingga 1.00 petang`. */
  readonly time: string
  readonly place: string
  /** Names, apart by semicolons or lines. */
  readonly guests: string
}

/**
 * The caption of a photo or video has programme name, date, time, place and guests: each is asked of
 * the record, and what the record knows is looked for in the text. A programme without guests is no
 * fault, so that unknown guests are advice only; so is a picture without a programme (a video that
 * explains a repair).
 */
export function checkCaption(
  text: string,
  kind: string,
  programme: ProgrammeFacts | null,
): TextFinding[] {
  if (!needsCaption(kind)) return []
  if (programme === null) {
    return [{ rule: 'caption-without-programme', severity: 'advice', clause, params: {} }]
  }
  return [
    ...told('programme', programme.name, tells(text, programme.name)),
    ...told('date', programme.date ?? '', tellsDate(text, programme.date ?? '')),
    ...told('time', programme.time, tellsTime(text, programme.time) ?? tells(text, programme.time)),
    ...told('place', programme.place, tells(text, programme.place)),
    ...guestsTold(text, programme.guests),
  ]
}

function guestsTold(text: string, recorded: string): TextFinding[] {
  const guests = recorded
    .split(/[;\n]/)
    .map((guest) => guest.trim())
    .filter((guest) => guest !== '')
  if (guests.length === 0) return [unknown('guests')]
  const left = guests.filter((guest) => !tells(text, guest))
  return left.length === 0 ? [] : [untold('guests', left.join('; '))]
}

function told(part: CaptionPart, known: string, isTold: boolean): TextFinding[] {
  if (known.trim() === '') return [unknown(part)]
  return isTold ? [] : [untold(part, known.trim())]
}

function unknown(part: CaptionPart): TextFinding {
  const severity = part === 'guests' ? 'advice' : 'warn'
  return { rule: 'caption-unknown', severity, clause, params: { part } }
}

function untold(part: CaptionPart, value: string): TextFinding {
  return { rule: 'caption-untold', severity: 'warn', clause, params: { part, value } }
}
