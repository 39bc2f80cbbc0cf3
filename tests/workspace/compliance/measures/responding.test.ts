import { afterEach, describe, expect, it } from 'vitest'
import { Instant } from '#contract/values'
import {
  addAccount,
  forwardAt,
  foundOf,
  itemsBehind,
  measure,
  receive,
} from '../../../support/measured.ts'
import { present } from '../../../support/present.ts'
import { plainDay, plainWorkingDays } from '../../../support/plainDays.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const inOctober = `received_day between '2026-10-01' and '2026-10-31'
  and status not in ('voided', 'duplicate', 'false')`

/** Complaints of October, those responded to, and those of them within so many hours. */
async function respondedBySql(hours: number) {
  const rows = await test.rows<{ received_at: string; met: string | null }>(
    `select received_at, responded_at as met from complaint
     where ${inOctober}`,
  )
  const taken = rows.map(({ received_at, met }) =>
    met === null ? Infinity : (Date.parse(met) - Date.parse(received_at)) / 3_600_000,
  )
  return { counted: taken.length, kept: taken.filter((each) => each <= hours).length }
}

/** Complaints of October, and those answered within so many working days: to settle is not to answer. */
async function answeredBySql(limit: number) {
  const rows = await test.rows<{ received_at: string; met: string | null }>(
    `select received_at, coalesce(responded_at,
       case when answered_by_settling = settled_at then settled_at end) as met
     from complaint where ${inOctober}
       and (responded_at is not null or settled_at is null or link <> ''
         or answered_by_settling = settled_at)`,
  )
  const within = ({ received_at, met }: (typeof rows)[number]) =>
    met !== null && plainWorkingDays(plainDay(received_at), plainDay(met)) <= limit
  return { counted: rows.length, kept: rows.filter(within).length }
}

/** Of a kind of JKR's own: answered before it was forwarded, or forwarded first to one of these. */
async function routedBySql(kind: string, agencies: readonly string[]) {
  const rows = await test.rows<{ responded_at: string | null; agency: string | null }>(
    `select responded_at, (select agency from complaint_forwarding f
       where f.complaint_id = complaint.id and removed_at is null) as agency
     from complaint where ${inOctober} and kind = '${kind}'`,
  )
  const kept = rows.filter(({ responded_at, agency }) =>
    agency === null ? responded_at !== null : agencies.includes(agency),
  )
  return { counted: rows.length, kept: kept.length }
}

/** What another agency answers for, and how much of it was answered. */
async function wrongDoorsBySql() {
  const rows = await test.rows<{ responded_at: string | null }>(
    `select responded_at from complaint
     where ${inOctober} and (kind = 'other-agency' or wrong_agency is not null)`,
  )
  const kept = rows.filter(({ responded_at }) => responded_at !== null).length
  return { counted: rows.length, kept }
}

describe.each(databases)('responding on %s', (database) => {
  it('first response within 24 hours, day and night', async () => {
    test = await startTestWorkspace(database)
    const account = await addAccount(test, 'jkr')
    const at = '2026-10-09T10:00:00.000Z'
    // Friday evening to Saturday evening, to the very minute and one beyond.
    await receive(test, at, { responded: '2026-10-10T10:00:00.000Z', accountId: account })
    const late = await receive(test, at, { responded: '2026-10-10T10:01:00.000Z' })
    const noon = '2026-10-09T12:00:00.000Z'
    await receive(test, at, { responded: noon, settled: noon, status: 'closed' })
    await receive(test, at, {})
    await receive(test, at, { status: 'false' })
    await receive(test, '2026-09-30T10:00:00.000Z', {})
    expect(await respondedBySql(24)).toEqual({ counted: 4, kept: 2 })
    const measured = await measure(test, 'kks-f4-24-hours')
    expect(measured).toMatchObject({
      ...(await respondedBySql(24)),
      ...{ method: 'response', verdict: 'not-met', limit: { unit: 'hours', amount: 24 } },
      amounts: { unit: 'hours', median: 24, worst: 24, of: 3 },
    })
    expect(measured.found).toEqual([
      { code: 'responded-late', standing: 'failed', count: 1 },
      { code: 'not-responded', standing: 'failed', count: 1 },
      { code: 'responded-in-time', standing: 'kept', count: 2 },
    ])
    const subject = { kind: 'account', accountId: account } as const
    expect(await measure(test, 'jkr-first-response', { subject })).toMatchObject({
      ...{ counted: 1, kept: 1, verdict: 'met' },
    })
    await test.rows(
      `update complaint set responded_at = '2026-10-10T09:00:00.000Z' where id = '${late.id}'`,
    )
    expect(await measure(test, 'jkr-first-response')).toMatchObject({
      ...{ ...(await respondedBySql(24)), kept: 3, verdict: 'partly' },
    })
    // Acknowledged at once is another moment (KKS F1): nobody was, but for those answered.
    await test.rows(
      `update complaint set acknowledged_at = '2026-10-11T10:00:00.000Z' where id = '${late.id}'`,
    )
    expect(await measure(test, 'kks-f1-first-response')).toMatchObject({ counted: 4, kept: 2 })
  })

  it('waits for what is younger than a day, and cannot tell what a sheet does not say', async () => {
    test = await startTestWorkspace(database)
    const november = { from: '2026-11-01', to: '2026-11-30' } as never
    await receive(test, '2026-11-22T10:00:00.000Z')
    await receive(test, '2026-11-02T10:00:00.000Z', { status: 'closed' })
    const measured = await measure(test, 'jkr-first-response', { period: november })
    expect(measured).toMatchObject({
      ...{ verdict: 'not-measured', why: 'nothing-to-judge', counted: 0, uncounted: 2 },
    })
    test.clock.set('2026-11-23T10:01:00.000Z')
    expect(await measure(test, 'jkr-first-response', { period: november })).toMatchObject({
      ...{ verdict: 'not-met', counted: 1, uncounted: 1 },
    })
    // What is settled is not answered by that, but where there is nobody to be answered.
    const settled = { settled: '2026-11-02T11:00:00.000Z', status: 'closed' } as const
    await receive(test, '2026-11-02T10:00:00.000Z', settled)
    const { id } = await receive(test, '2026-11-02T10:00:00.000Z', settled)
    await test.rows(`update complaint set link = 'https://x.com/1' where id = '${id}'`)
    expect(await measure(test, 'jkr-first-response', { period: november })).toMatchObject({
      ...{ verdict: 'not-met', counted: 2, kept: 0, uncounted: 2 },
    })
  })

  it('an answer within three working days', async () => {
    test = await startTestWorkspace(database)
    // Three working days after Thursday the 8th end with Tuesday the 13th, at midnight in Malaysia.
    const at = '2026-10-08T02:00:00.000Z'
    const settled = '2026-10-13T15:59:00.000Z'
    await receive(test, at, { responded: settled, settled, status: 'closed' })
    const late = await receive(test, at, { responded: '2026-10-13T16:01:00.000Z' })
    const open = await receive(test, at)
    expect(await measure(test, 'melaka-13-4')).toMatchObject({
      ...{ ...(await answeredBySql(3)), method: 'answer', verdict: 'not-met' },
      limit: { unit: 'working-days', amount: 3 },
      amounts: { unit: 'working-days', median: 3, worst: 4, of: 2 },
    })
    expect(await answeredBySql(3)).toEqual({ counted: 3, kept: 1 })
    // Settled in time, and nobody told: one that can be reached waits for its answer still, and one
    // that was settled before that was asked for keeps what it counted for.
    const untold = await receive(test, at, { settled, status: 'closed' })
    await test.rows(`update complaint set link = 'https://x.com/1' where id = '${untold.id}'`)
    const unreachable = await receive(test, at, { settled, status: 'closed' })
    const before = await receive(test, at, { settled, status: 'closed' })
    await test.rows(
      `update complaint set answered_by_settling = settled_at where id = '${before.id}'`,
    )
    expect(await measure(test, 'melaka-13-4')).toMatchObject({
      ...{ ...(await answeredBySql(3)), counted: 5, kept: 2, uncounted: 1 },
    })
    expect(foundOf(await itemsBehind(test, 'melaka-13-4'))).toMatchObject({
      ...{ [untold.number]: 'not-answered', [unreachable.number]: 'moment-unknown' },
      [before.number]: 'answered-in-time',
    })
    expect(foundOf(await itemsBehind(test, 'melaka-13-4'))).toMatchObject({
      ...{ [late.number]: 'answered-late', [open.number]: 'not-answered' },
    })
    // Told by telephone is answered too, once that is recorded.
    await test.workspace.complaints.meetClock({
      ...{ id: open.id, clock: 'respond', how: 'Telefon' },
      at: Instant.parse('2026-10-12T02:00:00.000Z'),
    })
    expect(await measure(test, 'jkr-answer-time')).toMatchObject({
      ...{ ...(await answeredBySql(3)), kept: 3, amounts: { median: 3, worst: 4, of: 4 } },
    })
  })

  it('who answers first: JKR its own kinds, the named agency the others', async () => {
    test = await startTestWorkspace(database)
    const at = '2026-10-08T02:00:00.000Z'
    const tolled = () => receive(test, at, { kind: 'tolled-highway' })
    const [right, wrong, nobody] = [await tolled(), await tolled(), await tolled()]
    await forwardAt(test, right.id, 'llm', '2026-10-08T05:00:00.000Z')
    const sent = await forwardAt(test, wrong.id, 'cidb', '2026-10-08T05:00:00.000Z')
    expect(await measure(test, 'kks-h-tolled-highway')).toMatchObject({
      ...{ method: 'routing', counted: 3, kept: 1, verdict: 'not-met' },
      amounts: { unit: 'hours', median: 3, worst: 3, of: 2 },
    })
    expect(foundOf(await itemsBehind(test, 'kks-h-tolled-highway'))).toEqual({
      ...{ [right.number]: 'sent-to-responder', [wrong.number]: 'sent-elsewhere' },
      [nobody.number]: 'not-sent',
    })
    await test.rows(`update complaint_forwarding set agency = 'llm' where id = '${sent}'`)
    expect(await measure(test, 'jkr-routing-tolled-highway')).toMatchObject({ kept: 2 })

    await receive(test, at, { responded: '2026-10-08T04:00:00.000Z' })
    const passed = await receive(test, at, { responded: '2026-10-09T02:00:00.000Z' })
    await forwardAt(test, passed.id, 'cidb', '2026-10-08T05:00:00.000Z')
    expect(await measure(test, 'kks-h-federal-road')).toMatchObject({ counted: 2, kept: 1 })
    await test.rows(
      `update complaint_forwarding set removed_at = '${at}' where complaint_id = '${passed.id}'`,
    )
    expect(await measure(test, 'kks-h-federal-road')).toMatchObject({ kept: 2, verdict: 'met' })
    for (const key of ['kks-h-state-road', 'kks-h-policy', 'jkr-routing-safety']) {
      expect(await measure(test, key)).toMatchObject({ verdict: 'not-measured', why: 'nothing' })
    }

    // Headquarters is meant, and no state or district; a federal road is any part's of JKR, or KKR's.
    const forwarded: Record<string, Record<string, string>> = {
      'state-road': {},
      'federal-road': {},
    }
    for (const [kind, of] of Object.entries(forwarded)) {
      for (const agency of ['jkr-hq', 'jkr-state', 'jkr-district', 'kkr']) {
        const { id, number } = await receive(test, at, { kind })
        of[agency] = number
        await forwardAt(test, id, agency, '2026-10-08T05:00:00.000Z')
      }
    }
    await receive(test, at, { kind: 'state-road', responded: '2026-10-08T03:00:00.000Z' })
    expect(await routedBySql('state-road', ['jkr-hq'])).toEqual({ counted: 5, kept: 2 })
    const state = { ...(await routedBySql('state-road', ['jkr-hq'])), verdict: 'not-met' }
    expect(await measure(test, 'kks-h-state-road')).toMatchObject(state)
    expect(await measure(test, 'jkr-routing-state-road')).toMatchObject(state)
    expect(foundOf(await itemsBehind(test, 'kks-h-state-road'))).toMatchObject({
      [present(forwarded['state-road'])['jkr-hq'] ?? '']: 'sent-to-responder',
      [present(forwarded['state-road'])['jkr-state'] ?? '']: 'sent-elsewhere',
      [present(forwarded['state-road'])['jkr-district'] ?? '']: 'sent-elsewhere',
    })
    await test.rows(`update complaint_forwarding set agency = 'jkr-hq' where agency = 'jkr-state'
      and complaint_id in (select id from complaint where kind = 'state-road')`)
    expect(await measure(test, 'kks-h-state-road')).toMatchObject({
      ...{ ...(await routedBySql('state-road', ['jkr-hq'])), counted: 5, kept: 3 },
    })
    const anyPart = ['jkr-hq', 'jkr-state', 'jkr-district', 'kkr']
    expect(await measure(test, 'kks-h-federal-road')).toMatchObject({
      ...{ ...(await routedBySql('federal-road', anyPart)), counted: 6, kept: 6 },
    })
  })

  it('wrong doors are answered by whoever received them', async () => {
    test = await startTestWorkspace(database)
    const at = '2026-10-08T02:00:00.000Z'
    const answered = { responded: '2026-10-08T04:00:00.000Z' }
    await receive(test, at, { kind: 'other-agency', ...answered })
    await receive(test, at, { kind: 'other-agency' })
    // The tolled highway has an agency of its own in KKS H; this one was found to be another's.
    await receive(test, at, { kind: 'tolled-highway', ...answered })
    const found = await receive(test, at, answered)
    await test.rows(`update complaint set wrong_agency = 'llm' where id = '${found.id}'`)
    expect(await measure(test, 'kks-h-outside')).toMatchObject({
      ...{ ...(await wrongDoorsBySql()), method: 'wrong-door', verdict: 'not-met' },
    })
    expect(await wrongDoorsBySql()).toEqual({ counted: 3, kept: 2 })
    await test.rows(`update complaint set wrong_agency = null where id = '${found.id}'`)
    expect(await wrongDoorsBySql()).toEqual({ counted: 2, kept: 1 })
    expect(await measure(test, 'jkr-routing-outside')).toMatchObject(await wrongDoorsBySql())
  })
})
