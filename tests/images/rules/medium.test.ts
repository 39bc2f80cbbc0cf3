import { describe, expect, it } from 'vitest'
import { inMinutes } from '#contract/durations'
import { Sha256 } from '#contract/values'
import type { MediumFacts } from '../../../src/main/workspace/images/medium/facts.ts'
import { judgeMedium, kindOfMedium } from '../../../src/main/workspace/images/rules/medium.ts'

const video: MediumFacts = {
  ...{ medium: 'video', name: 'a.mp4', nameReadable: true, format: 'mp4' },
  ...{ width: 1920, height: 1080, byteSize: 12_340_000, duration: 83.2, codec: 'H.264' },
  ...{ pages: null, locked: false, personal: [] },
  bytesHash: Sha256.parse('a'.repeat(64)),
}
const pdf: MediumFacts = {
  ...video,
  ...{ medium: 'document', name: 'a.pdf', format: 'pdf', duration: null, codec: null, pages: 3 },
  ...{ width: 794, height: 1123, byteSize: 4_001 },
}

/** `verdict code:severity:measured …` */
function told(facts: MediumFacts): string {
  const { findings, verdict } = judgeMedium(facts, [])
  const each = findings.map((one) => [one.code, one.severity, one.measured].join(':'))
  return [verdict, ...each].join(' | ')
}

describe('a video or a PDF', () => {
  it('passes and says what it is, however small it is', () => {
    expect(told(video)).toBe(
      'pass | video-details:info:MP4 · 1:24 · 1920×1080 px · H.264 · 12.4 MB',
    )
    expect(told({ ...video, width: 320, height: 180 })).toMatch(/^pass \| video-details/)
    expect(told(pdf)).toBe('pass | document-details:info:3 · 794×1123 px · 5 kB')
  })

  it('leaves out what is not known, and warns where nothing is', () => {
    expect(told({ ...video, duration: null, codec: null })).toBe(
      'pass | video-details:info:MP4 · 1920×1080 px · 12.4 MB',
    )
    const unknown = { duration: null, codec: null, width: null, height: null }
    expect(told({ ...video, ...unknown, name: 'a.wmv', format: 'wmv' })).toBe(
      'warn | video-not-understood:warn:WMV',
    )
    expect(told({ ...pdf, locked: true })).toBe('warn | document-locked:warn:')
  })

  it.each([
    ['film.MP4', 'mp4', null],
    ['film.m4v', 'mp4', null],
    ['film.webm', 'mp4', '.webm'],
    ['film', 'mkv', '—'],
    ['film.mkv', 'mkv', null],
    ['film.mp4', 'mov', '.mp4'],
  ])('%s holding %s: wrong extension %s', (name, format, measured) => {
    const { findings } = judgeMedium({ ...video, name, format }, [])
    const wrong = findings.find(({ code }) => code === 'wrong-extension')
    expect(wrong?.measured ?? null).toBe(measured)
  })

  it('is rejected as a copy of the same bytes alone (Melaka 13.6)', () => {
    const repeat = { relation: 'same-bytes', name: 'b.mp4', decision: null } as const
    expect(judgeMedium(video, [repeat])).toMatchObject({
      verdict: 'reject',
      findings: [{ code: 'duplicate-bytes', clause: 'Melaka 13.6', of: 'b.mp4' }, {}],
    })
  })

  it('has the caption of a photo when it is a video (Melaka 13.5)', () => {
    expect([kindOfMedium(video), kindOfMedium(pdf)]).toEqual(['photo', 'poster'])
  })
})

it.each([
  [0.4, '0:01'],
  [59, '0:59'],
  [59.01, '1:00'],
  [3_599, '59:59'],
  [3_600, '1:00:00'],
  [7_325, '2:02:05'],
])('%d seconds are %s', (seconds, text) => {
  expect(inMinutes(seconds)).toBe(text)
})
