import type { Finding } from '#contract/findings'
import type { CheckedImage, LibraryImage, Repeat } from '#contract/images'
import { BatchId, CheckId, ImageId, Instant, PersonId, Sha256 } from '#contract/values'

const batchId = BatchId.parse('00000000-0000-4000-8000-0000000000ff')
const moment = Instant.parse('2026-11-21T02:00:00.000Z')

const aPicture = { medium: 'picture', duration: null, pages: null, frame: 'not-yet' } as const

function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** A checked poster of the recommended size; only what matters to the test is named. */
export function aCheck(number: number, parts: Partial<CheckedImage> = {}): CheckedImage {
  return {
    id: CheckId.parse(uuid(number)),
    batchId,
    position: number,
    path: `/majlis/Poster ${number}.png`,
    name: `Poster ${number}.png`,
    state: 'checked',
    kind: 'poster',
    kindGuessed: true,
    verdict: 'pass',
    width: 1200,
    height: 630,
    format: 'png',
    byteSize: 120_000,
    bytesHash: Sha256.parse('a'.repeat(64)),
    hasThumbnail: true,
    findings: [],
    repeats: [],
    override: null,
    review: null,
    keptAs: null,
    ...aPicture,
    ...parts,
  }
}

export function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    code: 'below-minimum',
    severity: 'reject',
    measured: '560×300 px',
    required: '600×315 px',
    clause: 'Melaka 13.5',
    remedy: 'use-larger-original',
    ...parts,
  }
}

/** A likely repeat of another file of the batch, not decided yet. */
export function aRepeat(of: CheckedImage, parts: Partial<Repeat> = {}): Repeat {
  return {
    of: { where: 'batch', checkId: of.id, name: of.name },
    relation: 'likely',
    mirrored: false,
    changed: [],
    decision: null,
    ...parts,
  }
}

export function aDecision(outcome: 'repeat' | 'different'): NonNullable<Repeat['decision']> {
  const by = PersonId.parse(uuid(900))
  return { outcome, reason: 'Teks berbeza', by, byName: 'Siti Aminah', at: moment }
}

export function anImage(number: number, parts: Partial<LibraryImage> = {}): LibraryImage {
  return {
    id: ImageId.parse(uuid(500 + number)),
    name: `Poster ${number}.png`,
    kind: 'poster',
    width: 1200,
    height: 630,
    format: 'png',
    byteSize: 120_000,
    bytesHash: Sha256.parse('b'.repeat(64)),
    addedAt: moment,
    addedByName: 'Siti Aminah',
    overrideReason: null,
    review: null,
    decisions: [],
    findings: [],
    tags: [],
    caption: { programme: '', date: null, time: '', place: '', guests: '' },
    altText: '',
    source: '',
    rights: '',
    trashedAt: null,
    ...aPicture,
    ...parts,
  }
}

export const anOverride = { reason: 'Diminta pengarah', byName: 'Siti Aminah', at: moment }
