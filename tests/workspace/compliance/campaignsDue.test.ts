import { afterEach, describe, expect, it } from 'vitest'
import { PlainDate } from '#contract/values'
import { campaignInput } from '../../support/campaigns.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const own = () => test.workspace.compliance

describe.each(databases)('due campaigns on %s', (database) => {
  it('wait for whoever is responsible: before the day, after it, and for the next', async () => {
    test = await startTestWorkspace(database)
    const input = await campaignInput(test, { due: PlainDate.parse('2026-11-25') })
    const { id, roundId } = await own().startCampaign(input)
    const waits = async () => (await own().ownCampaigns({})).map(({ wait, day }) => [wait, day])
    // The test's clock stands on 23 November: the next period has begun.
    expect(await waits()).toEqual([
      ['next', '2026-11-01'],
      ['soon', '2026-11-25'],
    ])
    expect((await own().campaignsDue({ state: 'MY-14' })).counts).toEqual([
      { kind: 'soon', count: 1 },
      { kind: 'next', count: 1 },
    ])
    test.clock.set('2026-11-26T01:00:00.000Z')
    expect(await waits()).toContainEqual(['late', '2026-11-25'])
    // Handed over is not approved: all 21 wait for a review, and are late with it.
    await test.rows(`update assessment set stage = 'prepared', closed_at = started_at`)
    expect(await waits()).toContainEqual(['late', '2026-11-25'])
    const standing = async () => (await own().campaign({ id })).round
    expect(await standing()).toMatchObject({ closed: 21, done: 0, isLate: true })
    await test.rows(
      `insert into assessment_step (id, assessment_id, place, revision, deed, by_id, by_name, by_post,
         at, remark, warnings) select id, id, 0, 1, 'prepared', started_by, '', '', started_at, '', '[]'
       from assessment`,
    )
    const head = await test.workspace.people.add({ name: 'Zaleha', post: 'Ketua', roles: ['head'] })
    await test.workspace.gate.switchPerson({ id: head.id })
    expect((await own().waitingReviews({}))[0]).toMatchObject({ due: '2026-11-25', isLate: true })
    expect((await own().reviewsDue({ state: 'MY-14' })).counts).toEqual([
      { kind: 'reviewed', count: 21 },
      { kind: 'late', count: 21 },
    ])
    await own().changeDue({ id: roundId, due: PlainDate.parse('2026-12-03') })
    expect((await own().reviewsDue({ state: 'MY-14' })).counts[1]).toEqual({
      ...{ kind: 'soon', count: 21 },
    })
    // Done once all are approved, or were closed before there was a route.
    await test.rows(`update assessment set stage = 'approved'`)
    await test.rows(
      `update assessment set stage = 'closed' where id in (select min(id) from assessment)`,
    )
    await own().changeDue({ id: roundId, due: PlainDate.parse('2026-11-25') })
    expect(await standing()).toMatchObject({ closed: 21, done: 21, isLate: false })
    await test.workspace.gate.switchPerson({ id: input.responsibleId })
    expect(await waits()).toEqual([['next', '2026-11-01']])
    await own().changeDue({ id: roundId, due: PlainDate.parse('2026-12-31') })
    await own().changeCampaign({
      ...{ id, fields: { name: 'Sekali', recurrence: 'once', responsibleId: input.responsibleId } },
    })
    expect(await waits()).toEqual([])
    expect(await own().campaigns({ removed: false })).toMatchObject([
      { name: 'Sekali', next: null, round: { due: '2026-12-31', isLate: false } },
    ])
  })
})
