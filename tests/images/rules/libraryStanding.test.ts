import { describe, expect, it } from 'vitest'
import type { Finding, Severity } from '#contract/findings'
import type { LibraryImage } from '#contract/images'
import { isRejected, libraryStanding } from '#contract/verdicts'

const finding = (severity: Severity) => ({ severity }) as Finding
const review = (marked: boolean) =>
  ({ answers: { cropped: marked } }) as unknown as NonNullable<LibraryImage['review']>
const repeat = [{ outcome: 'repeat' }, { outcome: 'different' }] as LibraryImage['decisions']

describe('how a library picture stands where one is chosen (Melaka 13.5, 13.6)', () => {
  it.each<
    [
      said: Severity[],
      person: 'nothing' | 'review' | 'repeat',
      exception: string | null,
      standing: string,
      rejected: boolean,
    ]
  >([
    [[], 'nothing', null, 'pass', false],
    [['info'], 'nothing', null, 'pass', false],
    [['info', 'warn'], 'nothing', null, 'warn', false],
    [['warn', 'reject'], 'nothing', null, 'reject', true],
    [['unreadable'], 'nothing', null, 'unreadable', true],
    [[], 'review', null, 'reject', true],
    [['warn'], 'repeat', null, 'reject', true],
    [['reject'], 'nothing', 'Satu-satunya gambar', 'override', false],
    [[], 'repeat', 'Disiarkan semula', 'override', false],
    // An exception that nothing asked for any more is no exception.
    [['warn'], 'nothing', 'Dahulu ditolak', 'warn', false],
  ])('%j, by a person %s, exception %s: %s', (said, person, overrideReason, standing, rejected) => {
    const image = {
      ...{ findings: said.map(finding), overrideReason },
      review: person === 'review' ? review(true) : review(false),
      decisions: person === 'repeat' ? repeat : [],
    }
    expect(libraryStanding(image)).toBe(standing)
    expect(isRejected(image)).toBe(rejected)
  })
})
