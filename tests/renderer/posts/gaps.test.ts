import { describe, expect, it } from 'vitest'
import { CycleId, PhaseId, type Phase } from '#contract/cycles'
import { PersonId } from '#contract/values'
import type { PhaseStanding } from '#contract/postPhases'
import {
  kindForGap,
  postForGap,
  postGapsOf,
  type Gap,
} from '../../../src/renderer/posts/meter/meterView'
import { day } from '../../support/posts.ts'
import { present } from '../../support/present.ts'

describe('a post that fills a gap', () => {
  const gap = (phaseNumber: number, kind: Gap['kind'], key: string, missing = 1): Gap => ({
    ...{ phase: phaseNumber, kind, key, missing, isBare: true, daysLeft: 10 },
  })
  const gaps = [
    gap(5, 'piece', 'video-mcp', 2),
    gap(4, 'category', 'edukatif', 5),
    gap(5, 'category', 'info-rakyat'),
    gap(5, 'category', 'feel-good'),
  ]
  const [piece, , category] = gaps
  const asker = PersonId.parse('30000000-0000-4000-8000-000000000001')
  const owner = PersonId.parse('30000000-0000-4000-8000-000000000002')
  const asked = { day: day('2026-11-30'), asker, title: 'Tajuk' }
  const fifth: Phase = {
    ...{ id: PhaseId.parse('10000000-0000-4000-8000-000000000005'), number: 5 },
    cycleId: CycleId.parse('20000000-0000-4000-8000-000000000001'),
    ...{ name: 'Fasa 5', nameEn: 'Phase 5', objective: '', colour: 'blue' },
    ...{ startsOn: day('2026-11-01'), endsOn: day('2026-12-31'), ownerId: null, targets: [] },
  }

  it('has piece, category, phase and owner, and lacks only what nobody can know', () => {
    expect(postForGap(present(piece), gaps, fifth, asked)).toMatchObject({
      ...{ title: 'Tajuk', kind: 'video-mcp', category: 'info-rakyat', phaseId: fifth.id },
      ...{ ownerId: asker, day: '2026-11-30', time: null },
    })
    const owned = { ...fifth, ownerId: owner }
    expect(postForGap(present(category), gaps, owned, asked)).toMatchObject({
      ...{ kind: 'video-mcp', category: 'info-rakyat', ownerId: owner },
    })
  })

  it('is made as what fills it, and has no day in a phase that is over', () => {
    expect(kindForGap(present(piece), gaps)).toBe('video-mcp')
    expect(kindForGap(present(category), gaps)).toBe('video-mcp')
    expect(kindForGap(gap(4, 'category', 'edukatif'), gaps)).toBe('infographic')
    expect(postForGap(present(piece), gaps, fifth, { ...asked, day: null }).day).toBeNull()
  })
})

describe('what posts of a cycle lack themselves', () => {
  it('is summed over its phases, the part that most of them lack first', () => {
    const standing = (parts: Partial<PhaseStanding>): PhaseStanding => ({
      ...{
        phaseId: PhaseId.parse('10000000-0000-4000-8000-000000000005'),
        daysLeft: 0,
        targets: [],
        weeks: [],
        missing: {},
      },
      ...{ counts: { planned: 0, approved: 0, published: 0, stopped: 0 } },
      ...{ completeness: { wanted: 0, published: 0, planned: 0, missing: 0 } },
      ...{ incomplete: 0, unproven: 0, ...parts },
    })
    expect(
      postGapsOf({
        phases: [
          standing({ missing: { text: 1, image: 2 }, incomplete: 2 }),
          standing({ missing: { 'alt-text': 2, image: 1 }, incomplete: 3, unproven: 1 }),
          ...[standing({}), standing({}), standing({ unproven: 4 })],
        ],
      }),
    ).toEqual({
      parts: [
        { part: 'image', count: 3 },
        { part: 'alt-text', count: 2 },
        { part: 'text', count: 1 },
      ],
      ...{ incomplete: 5, unproven: 5 },
    })
  })
})
