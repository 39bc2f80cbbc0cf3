import { addDays, eachDayOfInterval, format } from 'date-fns'
import { afterEach, describe, expect, it } from 'vitest'
import { Holiday } from '#contract/days'
import { Instant, PlainDate } from '#contract/values'
import { lastWorkingDay, requestDue } from '../../../src/main/workspace/complaints/rules/rights.ts'
import { shippedReference } from '../../../src/main/workspace/days/reference.ts'
import { calendarBy } from '../../../src/main/workspace/days/rules/calendar.ts'
import { daysOf } from '../../../src/main/workspace/days/rules/explain.ts'
import { shippedHolidays } from '../../../src/main/workspace/days/rules/shipped.ts'
import { complaintFilter, contact, forward, register } from '../../support/complaints.ts'
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

  it('is 21 or 35 days later on a thousand days, of which weekends and holidays are shown', () => {
    const holidays = shippedHolidays(shippedReference()).map(({ key: _, ...holiday }, place) =>
      Holiday.parse({
        ...holiday,
        id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
        ...{ reference: null, origin: 'list', removed: false },
      }),
    )
    const calendar = calendarBy((date) => holidays.filter((holiday) => holiday.date === date))
    // Kelantan rests on Friday and Saturday, Kuala Lumpur on Saturday and Sunday.
    const rest = { 'MY-03': [5, 6], 'MY-14': [6, 0] } as const
    const closedDays = new Set(
      holidays.flatMap(({ date, states }) => states.map((state) => `${state} ${date}`)),
    )
    const off = (state: keyof typeof rest, date: Date) =>
      rest[state].some((weekday) => weekday === date.getDay()) ||
      closedDays.has(`${state} ${format(date, 'yyyy-MM-dd')}`)
    for (let place = 0; place < 1_000; place++) {
      // Spread over the years that the list of holidays knows, by a step that is prime to 7 and 365.
      const received = addDays(new Date(2024, 0, 1), (place * 277) % 1_000)
      const from = day(format(received, 'yyyy-MM-dd'))
      for (const [isExtended, length] of [
        [false, 21],
        [true, 35],
      ] as const) {
        const last = addDays(received, length)
        const due = requestDue(from, isExtended)
        expect(due).toBe(format(last, 'yyyy-MM-dd'))
        for (const state of ['MY-03', 'MY-14'] as const) {
          const all = eachDayOfInterval({ start: received, end: last })
          const closed = all.filter((date) => off(state, date))
          const shown = daysOf(calendar, state, from, due).filter(({ working }) => !working)
          expect(shown.map(({ date }) => date)).toEqual(
            closed.map((date) => format(date, 'yyyy-MM-dd')),
          )
          const open = present(all.findLast((date) => !off(state, date)))
          expect(lastWorkingDay(calendar, state, due, from)).toBe(format(open, 'yyyy-MM-dd'))
        }
      }
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

  // A hundred people on SQLite (check 21); the other database answers the same calls, slower.
  const hundred = database === 'sqlite' ? 100 : 12

  it(`give each of ${hundred} all of theirs and nothing of another`, async () => {
    test = await startTestWorkspace(database)
    const { complaints, attachments } = test.workspace
    const people = []
    for (let place = 0; place < hundred; place++) {
      // Each mark stands in no other one.
      const mark = `<${String(place).padStart(3, '0')}>`
      const first = await register(test, { what: `Perkara pertama ${mark}` }, newPerson(mark))
      const { id } = present(first.complainant)
      const second = await register(test, { what: `Perkara kedua ${mark}` }, { kind: 'known', id })
      await complaints.addNote({ id: first.id, text: `Nota ${mark}` })
      await attachments.addPasted({
        owner: { kind: 'complaint', id: second.id },
        ...{ name: `Lampiran ${mark}.txt`, bytes: new TextEncoder().encode(`Surat ${mark}`) },
      })
      people.push({ mark, id })
    }
    // Two entries are one person: each brings both.
    const [one, other] = [present(people[0]), present(people[1])]
    await complaints.joinPeople({ id: other.id, asId: one.id })
    for (const { mark, id } of people) {
      const own = people.filter((each) =>
        [one.id, other.id].includes(id) ? [one, other].includes(each) : each.id === id,
      )
      const request = await complaints.addRequest({
        ...{ complainantId: id, kind: 'access', asked: 'Salinan', receivedOn: day('2026-11-20') },
      })
      await complaints.openAccessFile({ id: request.id })
      const began = performance.now()
      const file = await complaints.accessFile({ id: request.id })
      expect(performance.now() - began).toBeLessThan(10_000)
      expect(file.complaints).toHaveLength(2 * own.length)
      expect(file.disclosures.every(({ automatic }) => automatic)).toBe(true)
      const said = JSON.stringify(file)
      const marks = new Set(said.match(/<\d{3}>/g))
      expect([mark, marks]).toEqual([mark, new Set(own.map((each) => each.mark))])
      for (const each of own) {
        for (const text of ['Perkara pertama', 'Perkara kedua', 'Nota', 'Lampiran']) {
          expect(said).toContain(`${text} ${each.mark}`)
        }
      }
    }
  }, 60_000)

  it('tell what was taken out uncovered among the disclosures, and in the file without why', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const mine = await register(test, {}, newPerson('Rosli bin Hamid'))
    const complainantId = present(mine.complainant).id
    const others = await register(test, {}, newPerson('Orang Lain'))
    const choice = { filter: complaintFilter(), ids: null }
    const reason = 'Audit kes Rosli bin Hamid'
    await complaints.takeOut({ what: 'csv', choice, reason })
    await complaints.takeOut({ what: 'case-file', choice: { ...choice, ids: [others.id] }, reason })
    const { disclosures } = await complaints.rightsOf({ complainantId })
    expect(disclosures).toMatchObject([
      { takeout: 'csv', automatic: true, number: mine.number, basis: 'Audit kes R••• bin H•••' },
    ])
    await expect(
      complaints.removeDisclosure({ id: present(disclosures[0]).id }),
    ).rejects.toMatchObject({ reason: 'complaints.unknown-disclosure' })
    const request = await complaints.addRequest({
      ...{ complainantId, kind: 'access', asked: 'Salinan', receivedOn: day('2026-11-20') },
    })
    const file = await complaints.accessFile({ id: request.id })
    expect(file.disclosures).toMatchObject([{ takeout: 'csv', basis: '' }])
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
