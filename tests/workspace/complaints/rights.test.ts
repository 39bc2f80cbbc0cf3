import { addDays, format } from 'date-fns'
import { afterEach, describe, expect, it } from 'vitest'
import { Instant, PlainDate } from '#contract/values'
import { requestDue } from '../../../src/main/workspace/complaints/rules/rights.ts'
import { contact, forward, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const day = (text: string) => PlainDate.parse(text)

describe('the day a request is due', () => {
  it.each([
    ['2026-11-02', false, '2026-11-23'],
    ['2026-11-02', true, '2026-12-07'],
    ['2026-12-20', false, '2027-01-10'],
    ['2028-02-10', false, '2028-03-02'],
  ])('of what came on %s, extended %s, is %s', (received, isExtended, due) => {
    expect(requestDue(day(received), isExtended)).toBe(due)
  })

  it('is 21 or 35 days later on a thousand days', () => {
    for (let place = 0; place < 1_000; place++) {
      const received = addDays(new Date(2026, 0, 1), place)
      const text = day(format(received, 'yyyy-MM-dd'))
      expect(requestDue(text, false)).toBe(format(addDays(received, 21), 'yyyy-MM-dd'))
      expect(requestDue(text, true)).toBe(format(addDays(received, 35), 'yyyy-MM-dd'))
    }
  })
})

describe.each(databases)('the rights of a person on %s', (database) => {
  let test: TestWorkspace
  afterEach(() => test.stop())

  it('are asked, extended once with reasons, answered and taken back', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(Instant.parse('2026-12-07T02:00:00.000Z'))
    const { complaints } = test.workspace
    const { complainant } = await register(test, {}, newPerson('Rosli bin Hamid'))
    const complainantId = present(complainant).id
    const ask = (receivedOn: string) =>
      complaints.addRequest({
        ...{ complainantId, kind: 'access', asked: 'Rosli bin Hamid mahu salinan' },
        receivedOn: day(receivedOn),
      })
    await expect(ask('2026-12-08')).rejects.toMatchObject({ reason: 'complaints.received-later' })
    // 25 December is a holiday, 26 and 27 a weekend: the answer goes out on the 24th.
    const asked = await ask('2026-12-06')
    expect(asked).toMatchObject({
      ...{ number: 'PD-2026-001', asked: 'R••• bin H••• mahu salinan', name: 'R••• bin H•••' },
      ...{ dueOn: '2026-12-27', answerBy: '2026-12-24', extension: null, state: 'open' },
    })
    const days = await complaints.requestDays({ id: asked.id })
    expect(days).toHaveLength(22)
    expect(days.filter(({ working }) => !working).map(({ date }) => date)).toEqual(
      expect.arrayContaining(['2026-12-12', '2026-12-13', '2026-12-25', '2026-12-26']),
    )
    const late = await ask('2026-11-02')
    await expect(complaints.extendRequest({ id: late.id, reason: 'Banyak' })).rejects.toMatchObject(
      { reason: 'complaints.request-late' },
    )
    const extended = await complaints.extendRequest({ id: asked.id, reason: 'Rekod dalam arkib' })
    expect(extended).toMatchObject({ dueOn: '2027-01-10', extension: 'Rekod dalam arkib' })
    await expect(complaints.extendRequest({ id: asked.id, reason: 'Lagi' })).rejects.toMatchObject({
      reason: 'complaints.request-extended',
    })
    const answer = (on: string) =>
      complaints.answerRequest({ id: late.id, outcome: 'answered', on: day(on), answer: 'Diberi' })
    for (const on of ['2026-11-01', '2026-12-08']) {
      await expect(answer(on)).rejects.toMatchObject({ reason: 'complaints.request-day' })
    }
    await answer('2026-12-07')
    await expect(answer('2026-12-07')).rejects.toMatchObject({
      reason: 'complaints.request-answered',
    })
    // Open ones first.
    expect((await complaints.requests({})).map(({ number }) => number)).toEqual([
      ...['PD-2026-001', 'PD-2026-002'],
    ])
    expect((await complaints.reopenRequest({ id: late.id })).state).toBe('open')
  })

  it('give each person all of theirs and nothing of another', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const people = []
    for (let place = 0; place < 12; place++) {
      const name = `Orang ${String.fromCharCode(65 + place)}sendiri`
      const first = await register(test, { what: `Perkara pertama ${name}` }, newPerson(name))
      const { id } = present(first.complainant)
      await register(test, { what: `Perkara kedua ${name}` }, { kind: 'known', id })
      await complaints.addNote({ id: first.id, text: `Nota tentang ${name}` })
      people.push({ name, id })
    }
    // Two entries are one person: each brings both.
    const [one, other] = [present(people[0]), present(people[1])]
    await complaints.joinPeople({ id: other.id, asId: one.id })
    for (const { name, id } of people) {
      const own = people.filter((each) =>
        [one.id, other.id].includes(id) ? [one, other].includes(each) : each.id === id,
      )
      const request = await complaints.addRequest({
        ...{ complainantId: id, kind: 'access', asked: 'Salinan', receivedOn: day('2026-11-20') },
      })
      await complaints.openAccessFile({ id: request.id })
      const file = await complaints.accessFile({ id: request.id })
      expect(file.complaints).toHaveLength(2 * own.length)
      expect(file.disclosures.every(({ automatic }) => automatic)).toBe(true)
      const said = JSON.stringify(file)
      for (const each of people) {
        const isOwn = own.includes(each)
        for (const text of ['Perkara pertama', 'Perkara kedua', 'Nota tentang']) {
          expect([name, said.includes(`${text} ${each.name}`)]).toEqual([name, isOwn])
        }
      }
    }
  })

  it('keep what was before a correction in a note, and what a person says against it', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const { id, complainant } = await register(test, {}, newPerson('Rosli Lama'))
    const complainantId = present(complainant).id
    const corrected = contact('Rosli Baharu')
    await complaints.correctPerson({ complaintId: id, contact: corrected, why: 'Salah eja' })
    await expect(
      complaints.correctPerson({ complaintId: id, contact: corrected, why: 'Lagi' }),
    ).rejects.toMatchObject({ reason: 'complaints.nothing-to-correct' })
    await complaints.annexNote({ complainantId, text: 'Saya tidak memaki sesiapa' })
    const { notes } = await complaints.rightsOf({ complainantId })
    // Covered: what somebody was called before stands in their own file alone.
    expect(notes.map(({ kind, text }) => [kind, text])).toEqual(
      expect.arrayContaining([
        ['corrected', ''],
        ['disputed', 'Saya tidak memaki sesiapa'],
      ]),
    )
    const request = await complaints.addRequest({
      ...{ complainantId, kind: 'correction', asked: 'Ejaan', receivedOn: day('2026-11-20') },
    })
    const file = await complaints.accessFile({ id: request.id })
    expect(file.notes.map(({ text }) => text)).toContainEqual('Nama: Rosli Lama\nSalah eja')
    expect(JSON.stringify(await test.rows('select * from complaint_event'))).not.toContain('Lama')
  })

  it('log what was told to others, by hand and by itself', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const { id, complainant } = await register(test, {}, newPerson('Rosli'))
    const complainantId = present(complainant).id
    const sent = await forward(test, id, { text: 'Aduan {nombor}' })
    await complaints.printForwarding({ id: sent.id })
    const said = { toWhom: 'PDRM', what: 'Nama dan telefon', basis: 'KPJ s.111' }
    const hand = await complaints.addDisclosure({ complaintId: id, ...said, on: day('2026-11-20') })
    const listed = async () => (await complaints.rightsOf({ complainantId })).disclosures
    expect((await listed()).map(({ automatic }) => automatic)).toEqual(
      expect.arrayContaining([true, false]),
    )
    const own = present((await listed()).find(({ automatic }) => automatic))
    await expect(complaints.removeDisclosure({ id: own.id })).rejects.toMatchObject({
      reason: 'complaints.disclosure-automatic',
    })
    await complaints.removeDisclosure({ id: hand.id })
    expect(await listed()).toHaveLength(1)
    await complaints.bringBackDisclosure({ id: hand.id })
    expect(await listed()).toHaveLength(2)
    // Of nobody nothing can be told.
    const nobody = await register(test)
    await expect(
      complaints.addDisclosure({ complaintId: nobody.id, ...said, on: day('2026-11-20') }),
    ).rejects.toMatchObject({ reason: 'complaints.nobody-to-correct' })
  })

  function newPerson(name: string) {
    return { kind: 'new', contact: contact(name) } as const
  }
})
