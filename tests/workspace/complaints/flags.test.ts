import { afterEach, describe, expect, it } from 'vitest'
import { Instant, PlainDate } from '#contract/values'
import { contact, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const day = (text: string) => PlainDate.parse(text)

describe.each(databases)('care with a complainant on %s', (database) => {
  it('has a reason, another person’s approval and a review, and hides no new complaint', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(Instant.parse('2026-11-20T02:30:00.000Z'))
    const { complaints, people, gate } = test.workspace
    const chosen = { kind: 'new', contact: contact('Rosli bin Hamid') } as const
    const { complainant } = await register(test, {}, chosen)
    const complainantId = present(complainant).id
    const ask = (reviewOn: string) =>
      complaints.askFlag({
        ...{ complainantId, reason: 'Rosli bin Hamid memaki', reviewOn: day(reviewOn) },
      })
    await expect(ask('2026-11-20')).rejects.toMatchObject({ reason: 'complaints.review-past' })
    const flag = await ask('2026-12-20')
    expect([flag.approvedAt, flag.reason]).toEqual([null, 'R••• bin H••• memaki'])
    await expect(ask('2026-12-20')).rejects.toMatchObject({ reason: 'complaints.flag-there' })
    await expect(complaints.approveFlag({ id: flag.id })).rejects.toMatchObject({
      reason: 'complaints.own-flag',
    })
    // It waits for an approval: whoever may give it sees that today.
    expect((await complaints.flagsDue({})).map(({ name }) => name)).toEqual(['R••• bin H•••'])
    const due = async () =>
      (await complaints.dueToday({ state: 'MY-14' })).counts
        .filter(({ kind }) => kind.startsWith('flag'))
        .map(({ kind, count }) => `${count} ${kind}`)
    // Who asked for it cannot approve it: they are reminded of nothing.
    expect(await due()).toEqual([])
    const { id } = await people.add({ name: 'Ketua', post: 'Ketua', roles: ['head'] })
    const viewer = await people.add({ name: 'Nor', post: 'Pemerhati', roles: ['viewer'] })
    await gate.switchPerson({ id: viewer.id })
    expect(await due()).toEqual([])
    await gate.switchPerson({ id })
    expect(await due()).toEqual(['1 flag-approvals'])
    const approved = await complaints.approveFlag({ id: flag.id })
    expect(approved.approvedByName).toBe('Ketua')
    await expect(complaints.approveFlag({ id: flag.id })).rejects.toMatchObject({
      reason: 'complaints.flag-approved',
    })
    expect(await complaints.flagsDue({})).toEqual([])
    test.clock.set(Instant.parse('2026-12-19T16:00:00.000Z'))
    expect(await complaints.flagsDue({})).toHaveLength(1)
    expect(await due()).toEqual(['1 flag-reviews'])
    await complaints.keepFlag({ id: flag.id, reviewOn: day('2027-03-01') })
    expect(await complaints.flagsDue({})).toEqual([])
    expect(await due()).toEqual([])
    await complaints.endFlag({ id: flag.id })
    expect(await complaints.flag({ complainantId })).toBeNull()
    await complaints.bringBackFlag({ id: flag.id })
    expect(await complaints.flag({ complainantId })).toMatchObject({ reviewOn: '2027-03-01' })
  })

  it('leaves the complaints of who is flagged where all others are', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const first = await register(test, {}, { kind: 'new', contact: contact('Rosli') })
    const { id } = present(first.complainant)
    await complaints.askFlag({ complainantId: id, reason: 'Sebab', reviewOn: day('2027-12-20') })
    const next = await register(test, {}, { kind: 'known', id })
    const { clocks } = await complaints.clocks({ id: next.id })
    const plain = await complaints.clocks({ id: (await register(test)).id })
    expect(clocks.map(({ dueAt }) => dueAt)).toEqual(plain.clocks.map(({ dueAt }) => dueAt))
    expect(next.status).toBe('new')
  })
})
