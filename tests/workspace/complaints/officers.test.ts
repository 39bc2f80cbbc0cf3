import { afterEach, describe, expect, it } from 'vitest'
import { complaintFields, register } from '../../support/complaints.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

describe.each(databases)('the officer of a kind of complaint on %s', (database) => {
  it('is given what is registered of that kind, and nothing that was there', async () => {
    test = await startTestWorkspace(database)
    const { complaints, people } = test.workspace
    const hafiz = await people.add({
      name: 'Hafiz',
      post: 'Pegawai',
      roles: ['complaints-officer'],
    })
    const before = await register(test, { kind: 'policy' })
    expect(before.assigneeId).toBeNull()
    await complaints.changeKindOfficer({ kind: 'policy', personId: hafiz.id })
    const given = await register(test, { kind: 'policy' })
    expect(given.assigneeId).toBe(hafiz.id)
    expect((await complaints.timeline({ id: given.id })).map(({ kind }) => kind)).toEqual([
      ...['registered', 'assigned'],
    ])
    expect((await register(test, { kind: 'federal-road' })).assigneeId).toBeNull()
    expect((await complaints.get({ id: before.id })).assigneeId).toBeNull()
    // Another kind later on does not take a complaint from who works on it.
    const { version } = given
    await complaints.change({
      ...{ id: given.id, base: version, fields: complaintFields({ kind: 'federal-road' }) },
    })
    expect((await complaints.get({ id: given.id })).assigneeId).toBe(hafiz.id)

    await complaints.changeKindOfficer({ kind: 'policy', personId: null })
    expect((await register(test, { kind: 'policy' })).assigneeId).toBeNull()
  })

  it('works here and on complaints, of a kind that is offered; else nobody is given it', async () => {
    test = await startTestWorkspace(database)
    const { complaints, people } = test.workspace
    const lim = await people.add({ name: 'Lim', post: 'Pegawai', roles: ['designer'] })
    await expect(
      complaints.changeKindOfficer({ kind: 'policy', personId: lim.id }),
    ).rejects.toMatchObject({ reason: 'complaints.unknown-person' })
    await expect(
      complaints.changeKindOfficer({ kind: 'no-such', personId: null }),
    ).rejects.toMatchObject({ reason: 'complaints.unknown-kind' })
    const hafiz = await people.add({
      name: 'Hafiz',
      post: 'Pegawai',
      roles: ['complaints-officer'],
    })
    await complaints.changeKindOfficer({ kind: 'policy', personId: hafiz.id })
    const all = await complaints.kindOfficers({})
    expect(all.filter(({ personId }) => personId !== null)).toEqual([
      { kind: 'policy', personId: hafiz.id },
    ])
    await people.change({ ...hafiz, active: false })
    expect((await register(test, { kind: 'policy' })).assigneeId).toBeNull()
  })
})
