import { afterEach, describe, expect, it } from 'vitest'
import type { ComplaintId } from '#contract/complaintFields'
import type { Complaint } from '#contract/complaints'
import { complaintFilter, contact, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

describe.each(databases)('master cases on %s', (database) => {
  const six = async (): Promise<[Complaint, ...Complaint[]]> => {
    const rest = []
    const master = await register(test, { what: 'Lubang satu' })
    for (const which of ['dua', 'tiga', 'empat', 'lima', 'enam']) {
      rest.push(
        await register(
          test,
          { what: `Lubang ${which}` },
          { kind: 'new', contact: contact(`Puan ${which}`) },
        ),
      )
    }
    return [master, ...rest]
  }
  const idsOf = (complaints: readonly Complaint[]): ComplaintId[] => complaints.map(({ id }) => id)
  const rowsNow = () =>
    test.rows<Record<string, unknown>>('select * from complaint order by ordinal')

  it('group five and let them go again as if nothing had been', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const [master, ...members] = await six()
    const [paused, resolved] = [present(members[0]), present(members[1])]
    await complaints.pause({ id: paused.id, reason: 'Menunggu', expected: null })
    await complaints.setStatus({ ids: [resolved.id], to: 'resolved', reason: 'Ditampal' })
    const before = await rowsNow()
    const clocks = await Promise.all(members.map(({ id }) => complaints.clocks({ id })))

    test.clock.set('2026-11-24T01:00:00.000Z')
    const { joined } = await complaints.group({
      ...{ ids: idsOf([master, ...members]), masterId: master.id },
    })
    expect(joined).toEqual(idsOf(members))
    // Nothing of a member is changed but the group it is in: number, status and clocks are its own.
    const inGroup = await rowsNow()
    expect(inGroup).toEqual(before.map((row) => ({ ...row, master_id: master.id })))
    const { group } = await complaints.ties({ id: paused.id })
    expect(present(group).master).toMatchObject({
      id: master.id,
      group: { masterId: master.id, number: master.number, size: 6 },
    })
    expect(present(group).members.map(({ id }) => id)).toEqual(idsOf(members))

    const { before: left } = await complaints.ungroup({ ids: idsOf(members) })
    expect(left).toEqual(members.map(({ id }) => ({ id, masterId: master.id })))
    expect(await rowsNow()).toEqual(before)
    test.clock.set('2026-11-23T01:00:00.000Z')
    expect(await Promise.all(members.map(({ id }) => complaints.clocks({ id })))).toEqual(clocks)
    const events = await complaints.timeline({ id: paused.id })
    expect(events.slice(-2).map(({ kind, changes }) => [kind, changes])).toEqual([
      ['grouped', [{ field: 'master', before: null, after: master.number }]],
      ['ungrouped', [{ field: 'master', before: master.number, after: null }]],
    ])
  })

  it('are found and counted; what is told of the master shows on its members', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const [master, one, other, ...rest] = await six()
    await complaints.group({ ids: idsOf([present(one), present(other)]), masterId: master.id })
    const list = async (filter: Parameters<typeof complaintFilter>[0]) => {
      const page = { order: 'number', descending: false, offset: 0, limit: 10 } as const
      const { rows } = await complaints.list({ filter: complaintFilter(filter), ...page })
      return rows.map(({ id }) => id)
    }
    const three = idsOf([master, present(one), present(other)])
    expect(await list({ grouped: true })).toEqual(three)
    expect(await list({ masterId: master.id })).toEqual(three)
    expect(await list({ masterId: present(rest[0]).id })).toEqual([])
    expect((await complaints.counts({ filter: complaintFilter() })).grouped).toBe(3)

    await complaints.addNote({ id: master.id, text: 'Daerah sudah ke tapak' })
    await complaints.setStatus({ ids: [master.id], to: 'in-progress', reason: '' })
    const { group } = await complaints.ties({ id: present(other).id })
    expect(present(group).news.map(({ kind, text }) => [kind, text])).toEqual([
      ['status', ''],
      ['note', 'Daerah sudah ke tapak'],
    ])
    // What is done to the master is not done to anybody else.
    expect((await complaints.get({ id: present(one).id })).status).toBe('new')
  })

  it('have one level, and end with their master', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const [a, b, c, d] = (await six()) as [Complaint, Complaint, Complaint, Complaint]
    const group = (ids: ComplaintId[], masterId: ComplaintId) => complaints.group({ ids, masterId })
    await group([b.id], a.id)
    await expect(group([c.id], b.id)).rejects.toMatchObject({
      ...{ reason: 'complaints.in-another-group', details: { number: b.number } },
    })
    await expect(group([a.id], c.id)).rejects.toMatchObject({ reason: 'complaints.leads-a-group' })
    await group([d.id], c.id)
    await expect(group([d.id], a.id)).rejects.toMatchObject({
      reason: 'complaints.in-another-group',
    })
    const voided = (id: ComplaintId) =>
      complaints.setStatus({ ids: [id], to: 'voided', reason: 'Salah' })
    for (const { id, number } of [c, d]) {
      await expect(voided(id)).rejects.toMatchObject({
        ...{ reason: 'complaints.grouped-to-void', details: { number } },
      })
    }
    await complaints.ungroup({ ids: [d.id] })
    await voided(d.id)
    await expect(group([d.id], a.id)).rejects.toMatchObject({ reason: 'complaints.not-to-group' })
    expect((await complaints.ties({ id: c.id })).group).toBeNull()
    await group([c.id], a.id)
    await complaints.ungroup({ ids: [a.id] })
    expect(await test.rows('select id from complaint where master_id is not null')).toEqual([])
    await expect(complaints.ungroup({ ids: [b.id] })).rejects.toMatchObject({
      reason: 'complaints.not-grouped',
    })
  })

  it('duplicates point to what they repeat, and back, and are taken back whole', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const [original, one, other] = (await six()) as [Complaint, Complaint, Complaint]
    await complaints.setStatus({ ids: [other.id], to: 'in-progress', reason: '' })
    await expect(
      complaints.setStatus({ ids: [one.id], to: 'duplicate', reason: 'Sama' }),
    ).rejects.toMatchObject({ reason: 'complaints.repeats-what' })
    const clocks = await complaints.clocks({ id: other.id })
    const marked = await complaints.markRepeat({
      ...{ ids: [one.id, other.id], ofId: original.id, reason: '' },
    })
    expect(marked.before.map(({ status }) => status)).toEqual(['new', 'in-progress'])
    expect(await complaints.get({ id: one.id })).toMatchObject({
      ...{ status: 'duplicate', statusReason: original.number },
    })
    expect((await complaints.ties({ id: one.id })).repeats?.id).toBe(original.id)
    expect((await complaints.ties({ id: original.id })).repeatedBy.map(({ id }) => id)).toEqual([
      ...[one.id, other.id],
    ])
    for (const [ids, ofId, reason] of [
      [[original.id], one.id, 'repeats-a-repeat'],
      [[original.id], original.id, 'repeats-itself'],
      [[one.id], original.id, 'not-from-here'],
    ] as const) {
      await expect(
        complaints.markRepeat({ ids: [...ids], ofId, reason: '' }),
        reason,
      ).rejects.toMatchObject({ reason: `complaints.${reason}` })
    }
    await complaints.unmarkRepeat({ ids: [other.id] })
    expect(await complaints.get({ id: other.id })).toMatchObject({
      ...{ status: 'in-progress', reopened: 0 },
    })
    expect(await complaints.clocks({ id: other.id })).toEqual(clocks)
    // Taken up again by itself, it repeats nothing any more.
    await complaints.setStatus({ ids: [one.id], to: 'in-progress', reason: 'Tempat lain' })
    expect((await complaints.ties({ id: one.id })).repeats).toBeNull()
    await expect(complaints.unmarkRepeat({ ids: [one.id] })).rejects.toMatchObject({
      reason: 'complaints.no-repeat',
    })
    await expect(complaints.undoStep({ ids: [one.id], to: 'in-progress' })).rejects.toMatchObject({
      reason: 'complaints.no-step-back',
    })
    await complaints.markRepeat({ ids: [other.id], ofId: original.id, reason: '' })
    await complaints.undoStep({ ids: [other.id], to: 'duplicate' })
    expect(await complaints.get({ id: other.id })).toMatchObject({ status: 'in-progress' })
    expect((await complaints.ties({ id: other.id })).repeats).toBeNull()
  })
})

describe.each(databases)('one person on %s', (database) => {
  it('opens as a list, is joined from two entries, and parted again', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const add = (name: string, phone: string) =>
      register(test, { what: name }, { kind: 'new', contact: contact(name, { phone }) })
    const one = await add('Siti Aminah', '012-345 6789')
    const same = await add('Siti A. Rahman', '+6012 345 6789')
    const stranger = await add('Tan Siew Ling', '013-000 0000')
    const [a, b, c] = [one, same, stranger].map(({ complainant }) => present(complainant).id)
    const [siti, rahman, tan] = [present(a), present(b), present(c)]
    const made = async (complainantId: typeof siti) => {
      const page = { order: 'number', descending: false, offset: 0, limit: 10 } as const
      const { rows } = await complaints.list({
        filter: complaintFilter({ complainantId }),
        ...page,
      })
      return rows.map(({ id }) => id)
    }
    expect(await made(siti)).toEqual([one.id])
    expect((await complaints.samePeople({ id: siti })).possible.map(({ id }) => id)).toEqual([
      rahman,
    ])
    const before = await test.rows('select * from complaint order by ordinal')
    await complaints.joinPeople({ id: rahman, asId: siti })
    expect(await made(siti)).toEqual([one.id, same.id])
    expect(await made(rahman)).toEqual([one.id, same.id])
    expect(present((await complaints.get({ id: same.id })).complainant).complaints).toBe(2)
    expect((await complaints.people({ text: '0123456789' })).map(({ id }) => id)).toEqual([siti])
    expect(await complaints.samePeople({ id: rahman })).toMatchObject({
      ...{ possible: [], joined: [{ id: siti, complaints: 1 }] },
    })
    // What was given with each complaint stays with it.
    expect(await test.rows('select * from complaint order by ordinal')).toEqual(before)
    for (const [id, asId, reason] of [
      [rahman, tan, 'same-already'],
      [siti, siti, 'same-already'],
      [siti, tan, 'leads-people'],
    ] as const) {
      await expect(complaints.joinPeople({ id, asId }), reason).rejects.toMatchObject({
        reason: `complaints.${reason}`,
      })
    }
    await complaints.partPeople({ id: rahman })
    expect(await made(siti)).toEqual([one.id])
    await expect(complaints.partPeople({ id: rahman })).rejects.toMatchObject({
      reason: 'complaints.not-joined',
    })
  })
})
