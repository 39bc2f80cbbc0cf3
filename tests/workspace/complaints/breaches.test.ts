import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { significantPeople } from '#contract/breachClocks'
import type { BreachFields, BreachNotice } from '#contract/complaintBreaches'
import { ComplainantId, ComplaintId, ComplaintNumber } from '#contract/complaintFields'
import { contract } from '#contract/index'
import { Instant, PlainDate } from '#contract/values'
import { breachCalls } from '../../../src/main/workspace/complaints/rules/breachDeeds.ts'
import { contact, complaintFilter, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const at = (text: string) => Instant.parse(`${text}:00.000Z`)

describe('the calls by which data of persons is seen or leaves', () => {
  it('are calls of the contract that the log tells of', () => {
    for (const name of Object.keys(breachCalls)) {
      const [slice = '', member = ''] = name.split('.')
      const call: unknown = Reflect.get(Object(Reflect.get(contract, slice)) as object, member)
      expect(call, name).toMatchObject({ kind: expect.stringMatching(/^(command|job)$/) as string })
    }
  })
})

describe.each(databases)('breaches on %s', (database) => {
  let test: TestWorkspace
  afterEach(() => test.stop())

  const fields = (changes: Partial<BreachFields> = {}): BreachFields => ({
    ...{ what: 'Fail daftar tersalah hantar', from: at('2026-11-20T01:00'), to: null },
    ...{ knownAt: at('2026-11-22T01:00'), people: null, fields: ['name', 'phone'], harm: true },
    ...{ consequences: '', measures: 'Penerima diminta memadam', personId: null, numbers: [] },
    ...changes,
  })

  it('are recorded, corrected, told and due to the minute', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(at('2026-11-22T02:00'))
    const { complaints } = test.workspace
    for (const wrong of [
      { knownAt: at('2026-11-22T02:01') },
      { knownAt: at('2026-11-20T00:59') },
      { to: at('2026-11-20T00:59') },
    ]) {
      await expect(complaints.addBreach(fields(wrong))).rejects.toMatchObject({
        reason: 'complaints.breach-times',
      })
    }
    await expect(complaints.addBreach(fields({ numbers: ['2026/99'] }))).rejects.toMatchObject({
      ...{ reason: 'complaints.breach-number', details: { number: '2026/99' } },
    })
    const { number } = await register(test)
    const added = await complaints.addBreach(fields({ numbers: ['2026/1', number] }))
    expect(added).toMatchObject({ number: 'PLG-2026-001', version: 1, numbers: [number] })
    const later = await complaints.addBreach(
      fields({ knownAt: at('2026-11-22T02:00'), harm: false }),
    )
    await complaints.removeBreach({ id: later.id })
    expect(await complaints.breaches({})).toHaveLength(1)
    await complaints.bringBackBreach({ id: later.id })
    expect((await complaints.breaches({})).map((each) => each.number)).toEqual([
      ...['PLG-2026-001', 'PLG-2026-002'],
    ])

    const due = async (now: string) => {
      test.clock.set(at(now))
      return (await complaints.breachesDue({ state: 'MY-14' })).counts
    }
    expect(await due('2026-11-24T00:59')).toEqual([])
    expect(await due('2026-11-24T01:00')).toEqual([{ kind: 'today', count: 1 }])
    expect(await due('2026-11-25T01:00')).toEqual([{ kind: 'today', count: 2 }])
    expect(await due('2026-11-25T01:01')).toEqual([
      ...[
        { kind: 'late', count: 1 },
        { kind: 'today', count: 1 },
      ],
    ])
    const { id } = added
    const tell = (party: BreachNotice['party'], when: string) =>
      complaints.tellBreach({
        ...{ id, party, outcome: 'told', at: at(when), how: 'Portal JPDP', reference: 'JPDP/1' },
      })
    for (const wrong of ['2026-11-22T00:59', '2026-11-25T01:02']) {
      await expect(tell('commissioner', wrong)).rejects.toMatchObject({
        reason: 'complaints.breach-notice-time',
      })
    }
    const told = await tell('commissioner', '2026-11-25T01:00')
    await expect(tell('commissioner', '2026-11-25T01:00')).rejects.toMatchObject({
      reason: 'complaints.breach-notice-there',
    })
    await expect(complaints.removeBreach({ id })).rejects.toMatchObject({
      reason: 'complaints.breach-told',
    })
    // The persons now have seven days; the one nobody was told of comes first.
    expect((await complaints.breaches({})).map((each) => each.number)).toEqual([
      ...['PLG-2026-002', 'PLG-2026-001'],
    ])
    const first = present(told.notices[0])
    expect((await complaints.removeBreachNotice({ id: first.id })).notices).toEqual([])
    const back = await complaints.bringBackBreachNotice({ id: first.id })
    expect(back.notices).toEqual([first])
    const change = (changes: Partial<BreachFields>) =>
      complaints.changeBreach({ ...fields(changes), id, base: 1 })
    await expect(change({ knownAt: at('2026-11-25T01:01') })).rejects.toMatchObject({
      reason: 'complaints.breach-notice-time',
    })
    expect(await change({ people: 40 })).toMatchObject({ people: 40, version: 2, numbers: [] })
    await expect(change({ people: 41 })).rejects.toMatchObject({
      reason: 'complaints.changed-meanwhile',
    })
  })

  it('find in the log who saw and took out what of whom, and nothing else', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(at('2026-11-20T03:00'))
    const { complaints } = test.workspace
    const one = await register(test, {}, newPerson('Ali', { phone: '012-3456789' }))
    const two = await register(test, {}, newPerson('Abu', { email: 'abu@example.my' }))
    const again = await register(test, {}, newPerson('Abu bin Bakar'))
    const nobody = await register(test)
    const [aboo, same] = [present(two.complainant).id, present(again.complainant).id]
    await complaints.joinPeople({ id: same, asId: aboo })
    await complaints.reveal({ id: one.id })
    test.clock.set(at('2026-11-20T05:00'))
    await complaints.reveal({ id: one.id })
    const choice = { filter: complaintFilter(), ids: null }
    await complaints.takeOut({ what: 'csv', choice, reason: 'Audit' })
    await complaints.takeOut({
      what: 'case-file',
      choice: { ...choice, ids: [two.id] },
      reason: 'x',
    })
    await complaints.addNote({ id: one.id, text: 'Bukan pendedahan' })
    test.clock.set(at('2026-11-21T00:00'))
    const request = await complaints.addRequest({
      ...{ complainantId: aboo, kind: 'access', asked: 'Salinan' },
      receivedOn: PlainDate.parse('2026-11-20'),
    })
    await complaints.openAccessFile({ id: request.id })
    test.clock.set(at('2026-11-22T02:00'))
    await complaints.reveal({ id: nobody.id })

    const packOf = async (changes: Partial<BreachFields>) => {
      const { id } = await complaints.addBreach(fields(changes))
      return { id, pack: await complaints.breachPack({ id }) }
    }
    const { id, pack } = await packOf({ from: at('2026-11-20T04:00'), to: at('2026-11-21T12:00') })
    expect(pack.entries.map(({ deed, cases, people }) => [deed, cases, people])).toEqual([
      ...[
        ['shown', 1, 1],
        ['taken-out', 4, 2],
        ['taken-out', 1, 1],
        // Both entries of the one person.
        ['access-file', 2, 1],
      ],
    ])
    expect(pack).toMatchObject({ cases: 4, people: 2, gone: 0, until: at('2026-11-21T12:00') })
    expect(pack.byField).toEqual(
      expect.arrayContaining([
        { field: 'name', people: 2 },
        { field: 'phone', people: 1 },
        { field: 'email', people: 1 },
        { field: 'what', people: 2 },
      ]),
    )
    expect(pack.byField.map(({ field }) => field)).not.toContain('files')
    expect(pack.byPerson).toMatchObject([{ entries: 4, cases: 4, people: 2 }])
    expect(JSON.stringify(pack)).not.toMatch(/Ali|Abu|012-3456789/)

    const own = await packOf({ from: at('2026-11-20T04:00'), numbers: [one.number] })
    expect(own.pack.entries.map(({ deed, numbers }) => [deed, numbers])).toEqual([
      ['shown', [one.number]],
      ['taken-out', [one.number]],
    ])
    const other = await test.workspace.people.add({ name: 'Lain', post: 'Ketua', roles: ['head'] })
    expect(
      (await packOf({ from: at('2026-11-20T04:00'), personId: other.id })).pack.entries,
    ).toEqual([])
    const csv = await complaints.breachCsv({ id, language: 'ms' })
    expect(csv.split('\r\n')).toHaveLength(6)
    expect(csv).toContain(`${one.number}, ${two.number}`)
  })

  it('tell within a minute that it was more than a thousand persons', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    await register(test, {}, newPerson('Ali', { phone: '012-3456789' }))
    await multiply(1_001)
    const choice = { filter: complaintFilter(), ids: null }
    await complaints.takeOut({ what: 'xlsx', choice, reason: 'Audit' })
    const knownAt = at('2026-11-23T01:00')
    const { id } = await complaints.addBreach(fields({ from: knownAt, knownAt }))
    const began = performance.now()
    const pack = await complaints.breachPack({ id })
    expect(performance.now() - began).toBeLessThan(60_000)
    const [counted] = await test.rows<{ people: number | string }>(
      'select count(distinct complainant_id) as people from complaint',
    )
    expect(pack).toMatchObject({ cases: 1_001, people: Number(present(counted).people) })
    expect(pack.people).toBeGreaterThan(significantPeople)
    expect(pack.entries).toMatchObject([{ cases: 1_001, people: 1_001 }])
    // So many are counted; the first are named.
    expect(present(pack.entries[0]).numbers).toHaveLength(12)
  })

  /** As many people as wanted, each with a complaint, like the one that is there. */
  async function multiply(wanted: number): Promise<void> {
    await test.write(async (db) => {
      const person = await db.selectFrom('complainant').selectAll().executeTakeFirstOrThrow()
      const complaint = await db.selectFrom('complaint').selectAll().executeTakeFirstOrThrow()
      for (let serial = 2; serial <= wanted; serial++) {
        const complainantId = ComplainantId.parse(randomUUID())
        const number = ComplaintNumber.parse(`ADU-2026-${String(serial).padStart(6, '0')}`)
        await db
          .insertInto('complainant')
          .values({ ...person, id: complainantId })
          .execute()
        await db
          .insertInto('complaint')
          .values({
            ...{ ...complaint, id: ComplaintId.parse(randomUUID()), ordinal: serial, serial },
            ...{ number, complainant_id: complainantId },
          })
          .execute()
      }
    })
  }

  function newPerson(name: string, changes: Partial<ReturnType<typeof contact>> = {}) {
    return { kind: 'new', contact: { ...contact(name), ...changes } } as const
  }
})
