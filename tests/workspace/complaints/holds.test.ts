import { afterEach, describe, expect, it } from 'vitest'
import { Instant, PlainDate } from '#contract/values'
import { contact, register } from '../../support/complaints.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const day = (text: string) => PlainDate.parse(text)

describe.each(databases)('a legal hold on %s', (database) => {
  it('has a reason, a review and an end that is kept with its reason', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(Instant.parse('2026-11-20T02:30:00.000Z'))
    const { complaints } = test.workspace
    const { id } = await register(test, {}, { kind: 'new', contact: contact('Rosli bin Hamid') })
    const set = (reviewOn: string) =>
      complaints.setHold({ id, reason: 'Saman Rosli bin Hamid', reviewOn: day(reviewOn) })
    await expect(set('2026-11-20')).rejects.toMatchObject({ reason: 'complaints.review-past' })
    const hold = await set('2026-12-20')
    expect(hold).toMatchObject({ reason: 'Saman R••• bin H•••', endedAt: null })
    await expect(set('2026-12-20')).rejects.toMatchObject({ reason: 'complaints.hold-there' })
    expect((await rowOf(id)).held).toBe(true)
    await complaints.keepHold({ id: hold.id, reviewOn: day('2027-02-01') })
    expect((await complaints.holds({})).map(({ reviewOn }) => reviewOn)).toEqual(['2027-02-01'])
    await complaints.endHold({ id: hold.id, reason: 'Kes selesai' })
    expect(await complaints.holds({})).toEqual([])
    expect((await rowOf(id)).held).toBe(false)
    expect(await complaints.holdsOf({ id })).toMatchObject([{ endReason: 'Kes selesai' }])
    await complaints.bringBackHold({ id: hold.id })
    expect(await complaints.holds({})).toHaveLength(1)
    await expect(complaints.bringBackHold({ id: hold.id })).rejects.toMatchObject({
      reason: 'complaints.hold-stands',
    })
    const log = await test.workspace.office.auditLog({ before: null, limit: 50 })
    expect(log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['complaints.setHold', 'complaints.endHold', 'complaints.keepHold']),
    )
    expect(JSON.stringify(log)).not.toContain('Rosli')
  })

  it('is lifted by who answers for the office', async () => {
    test = await startTestWorkspace(database)
    const { complaints, people, gate } = test.workspace
    const { id } = await register(test)
    const hold = await complaints.setHold({ id, reason: 'Audit', reviewOn: day('2027-01-01') })
    const officer = await people.add({
      ...{ name: 'Pegawai', post: 'Pegawai', roles: ['complaints-officer'] },
    })
    await gate.switchPerson({ id: officer.id })
    await expect(complaints.endHold({ id: hold.id, reason: 'Tamat' })).rejects.toMatchObject({
      reason: 'people.not-allowed',
    })
  })

  async function rowOf(id: string) {
    const { rows } = await test.workspace.complaints.list({
      ...{ filter: {}, order: 'number', descending: false, offset: 0, limit: 10 },
    })
    const row = rows.find((each) => each.id === id)
    if (row === undefined) throw new Error('It is not listed')
    return row
  }
})
