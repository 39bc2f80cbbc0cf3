import { describe, expect, it } from 'vitest'
import { CycleId, PhaseId, type Phase } from '#contract/cycles'
import { PersonId } from '#contract/values'
import { postForGap, type Gap } from '../../../src/renderer/posts/meter/meterView'
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
  const asked = (today: string) => ({ today: day(today), asker, title: 'Tajuk' })
  const fifth: Phase = {
    ...{ id: PhaseId.parse('10000000-0000-4000-8000-000000000005'), number: 5 },
    cycleId: CycleId.parse('20000000-0000-4000-8000-000000000001'),
    ...{ name: 'Fasa 5', nameEn: 'Phase 5', objective: '', colour: 'blue' },
    ...{ startsOn: day('2026-11-01'), endsOn: day('2026-12-31'), ownerId: null, targets: [] },
  }

  it('has piece, category, phase and owner, and lacks only what nobody can know', () => {
    expect(postForGap(present(piece), gaps, fifth, asked('2026-11-23'))).toMatchObject({
      ...{ title: 'Tajuk', kind: 'video-mcp', category: 'info-rakyat', phaseId: fifth.id },
      ...{ ownerId: asker, day: '2026-11-30', time: null },
    })
    const owned = { ...fifth, ownerId: owner }
    expect(postForGap(present(category), gaps, owned, asked('2026-11-23'))).toMatchObject({
      ...{ kind: 'video-mcp', category: 'info-rakyat', ownerId: owner },
    })
  })

  it.each([
    // Before the phase: its first weekday, as 1 November 2026 is a Sunday.
    ['2026-09-01', '2026-11-02'],
    // A week from a Saturday is a Saturday: the Monday after it.
    ['2026-11-28', '2026-12-07'],
    // Hardly any time left: the last day there is.
    ['2026-12-29', '2026-12-31'],
    ['2027-01-01', null],
  ])('planned on %s stands on %s', (today, on) => {
    expect(postForGap(present(piece), gaps, fifth, asked(today)).day).toBe(on)
  })
})
