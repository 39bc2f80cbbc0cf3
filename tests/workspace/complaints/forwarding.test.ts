import { afterEach, describe, expect, it } from 'vitest'
import { Instant } from '#contract/values'
import { complaintFilter, forward, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const at = (there: string): Instant =>
  Instant.parse(new Date(`${there.replace(' ', 'T')}:00.000+08:00`).toISOString())
const friday = at('2026-11-20 10:30')
const letter = { language: 'ms', text: 'Aduan {nombor} dimajukan kepada {agensi}.' } as const

describe.each(databases)('forwarding on %s', (database) => {
  it('gives a complaint to another with a clock of its own, which the list shows', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const { id, number } = await register(test)
    await expect(forward(test, id, { agency: 'nobody', ...letter })).rejects.toMatchObject({
      reason: 'complaints.unknown-agency',
    })
    await expect(forward(test, id, { agency: 'llm', text: '{hari}' })).rejects.toMatchObject({
      reason: 'complaints.answer-open',
    })
    const sent = await forward(test, id, { agency: 'jkr-hq', ...letter })
    // Three working days in Kuala Lumpur: Monday, Tuesday, Wednesday.
    expect(sent.dueAt).toBe(at('2026-11-26 00:00'))
    expect((await complaints.get({ id })).status).toBe('forwarded')
    expect(await complaints.takeForwarding({ id: sent.id })).toEqual({
      text: `Aduan ${number} dimajukan kepada JKR Ibu Pejabat.`,
    })
    // To one more while it is there: no step, another clock.
    const other = await forward(test, id, letter)
    expect(other.dueAt).toBe(at('2026-12-05 00:00'))
    const { printId } = await complaints.printForwarding({ id: other.id })
    expect(await complaints.letter({ printId })).toMatchObject({
      ...{ number: `${number}/1`, to: ['Kementerian Kerja Raya'] },
    })
    // Everything of its own is met: what is left is to ask what became of it.
    await complaints.meetClock({ id, clock: 'respond', at: friday, how: 'Telefon' })
    await complaints.recordOutcome({ id: sent.id, outcome: 'answered', note: 'Telah dibaiki' })
    await complaints.setStatus({ ids: [id], to: 'resolved', reason: 'Dibaiki' })
    test.clock.set(at('2026-12-05 00:01'))
    const late = async () =>
      (await complaints.counts({ filter: complaintFilter({ late: true }) })).late
    expect(await late()).toBe(1)
    const remind = (text: string) => complaints.remindAgency({ id: other.id, language: 'ms', text })
    await expect(remind('{hari}')).rejects.toMatchObject({ reason: 'complaints.answer-open' })
    const asked = await remind('')
    expect([asked.reminders, asked.dueAt]).toEqual([1, at('2026-12-20 00:00')])
    expect([asked.reminded, await late()]).toEqual([[], 0])
    // Written, it has a letter of its own, and stands in the timeline as it left.
    const { reminders, reminded } = await remind('Mohon status aduan {nombor}, {agensi}.')
    const words = `Mohon status aduan ${number}, Kementerian Kerja Raya.`
    expect([reminders, reminded.map(({ text }) => text)]).toEqual([2, [words]])
    const { id: reminder } = present(reminded[0])
    expect(await complaints.takeReminder({ id: reminder })).toEqual({ text: words })
    const printed = await complaints.printReminder({ id: reminder })
    expect(await complaints.letter({ printId: printed.printId })).toMatchObject({
      ...{ kind: 'reminder', number: `${number}/2`, to: ['Kementerian Kerja Raya'], text: words },
    })
    const told = (await complaints.timeline({ id })).filter(({ kind }) => kind === 'reminded')
    expect(told.map(({ text }) => text)).toEqual(['', words])
    await complaints.recordOutcome({ id: other.id, outcome: 'no-answer', note: '' })
    await expect(
      complaints.recordOutcome({ id: other.id, outcome: 'answered', note: '' }),
    ).rejects.toMatchObject({ reason: 'complaints.outcome-known' })
    const back = await complaints.takeBackOutcome({ id: other.id })
    expect(back.outcome).toBeNull()
  })

  it('of what is outside the jurisdiction marks the wrong door, and where it should have gone', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const { id } = await register(test)
    const wrongDoors = async () =>
      (await complaints.counts({ filter: complaintFilter() })).wrongDoor
    expect(await wrongDoors()).toBe(0)
    const sent = await forward(test, id, { agency: 'local-authority', outside: true, ...letter })
    const { status, statusReason } = await complaints.get({ id })
    expect([status, statusReason]).toEqual(['outside-jurisdiction', 'Pihak berkuasa tempatan'])
    expect(sent.dueAt).toBe(at('2026-12-05 00:00'))
    expect(await wrongDoors()).toBe(1)
    expect((await complaints.clocks({ id })).set).toBe('no-wrong-door')
    // Returned: it is the office's after all, and for a reason.
    await expect(
      complaints.recordOutcome({ id: sent.id, outcome: 'returned', note: '' }),
    ).rejects.toMatchObject({ reason: 'complaints.reason-missing' })
    const note = 'Jalan ini jalan persekutuan'
    await complaints.recordOutcome({ id: sent.id, outcome: 'returned', note })
    expect(await complaints.get({ id })).toMatchObject({ status: 'in-progress', reopened: 1 })
    expect(await wrongDoors()).toBe(0)
    await complaints.takeBackOutcome({ id: sent.id })
    const again = await complaints.get({ id })
    expect(again).toMatchObject({ status: 'outside-jurisdiction', reopened: 0 })
    expect(await wrongDoors()).toBe(1)
    await complaints.unforward({ ids: [sent.id] })
    expect((await complaints.get({ id })).status).toBe('new')
    expect(await wrongDoors()).toBe(0)
    expect(await complaints.forwardings({ id })).toEqual([])
    expect((await complaints.timeline({ id })).map(({ kind }) => kind)).toEqual([
      ...['registered', 'status', 'forwarded-to', 'outcome', 'status', 'outcome-taken-back'],
      ...['step-undone', 'unforwarded', 'step-undone'],
    ])
  })

  it('stays where somebody moved it meanwhile, and with others who have it still', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const { id } = await register(test)
    const to = (agency: string) => forward(test, id, { agency })
    const [first, second] = [await to('kkr'), await to('llm')]
    await complaints.unforward({ ids: [first.id] })
    expect((await complaints.get({ id })).status).toBe('forwarded')
    await complaints.recordOutcome({ id: second.id, outcome: 'returned', note: 'Bukan kami' })
    await complaints.setStatus({ ids: [id], to: 'needs-information', reason: 'Di mana?' })
    await complaints.takeBackOutcome({ id: second.id })
    expect((await complaints.get({ id })).status).toBe('needs-information')
    await complaints.unforward({ ids: [second.id] })
    expect((await complaints.get({ id })).status).toBe('needs-information')
  })

  it('takes many at once, all or none, each with its own letter and way back', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const many = [await register(test), await register(test), await register(test)]
    const ids = many.map(({ id }) => id)
    const closed = await register(test)
    await complaints.setStatus({ ids: [closed.id], to: 'voided', reason: 'Ujian' })
    const rows = () => test.rows('select id, status from complaint order by ordinal')
    const before = await rows()
    const to = { agency: 'kkr', outside: false, ...letter }
    await expect(complaints.forward({ ids: [...ids, closed.id], ...to })).rejects.toMatchObject({
      ...{ reason: 'complaints.not-from-here', details: { number: closed.number } },
    })
    expect(await rows()).toEqual(before)

    const sent = await complaints.forward({ ids, ...to })
    expect(sent.map(({ complaintId }) => complaintId)).toEqual(ids)
    for (const [place, { id }] of sent.entries()) {
      const { text } = await complaints.takeForwarding({ id })
      expect(text).toContain(present(many[place]).number)
      expect((await complaints.get({ id: present(ids[place]) })).status).toBe('forwarded')
    }
    await complaints.unforward({ ids: sent.map(({ id }) => id) })
    expect(await rows()).toEqual(before)
  })
})
