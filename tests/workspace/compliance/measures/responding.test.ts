import { afterEach, describe, expect, it } from 'vitest'
import {
  addAccount,
  forwardAt,
  foundOf,
  itemsBehind,
  measure,
  receive,
} from '../../../support/measured.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const inOctober = `received_day between '2026-10-01' and '2026-10-31'
  and status not in ('voided', 'duplicate', 'false')`

/** Complaints of October, those responded to, and those of them within so many hours. */
async function respondedBySql(hours: number) {
  const rows = await test.rows<{ received_at: string; met: string | null }>(
    `select received_at, coalesce(responded_at, settled_at) as met from complaint
     where ${inOctober}`,
  )
  const taken = rows.map(({ received_at, met }) =>
    met === null ? Infinity : (Date.parse(met) - Date.parse(received_at)) / 3_600_000,
  )
  return { counted: taken.length, kept: taken.filter((each) => each <= hours).length }
}

describe.each(databases)('responding on %s', (database) => {
  it('first response within 24 hours, day and night', async () => {
    test = await startTestWorkspace(database)
    const account = await addAccount(test, 'jkr')
    const at = '2026-10-09T10:00:00.000Z'
    // Friday evening to Saturday evening, to the very minute and one beyond.
    await receive(test, at, { responded: '2026-10-10T10:00:00.000Z', accountId: account })
    const late = await receive(test, at, { responded: '2026-10-10T10:01:00.000Z' })
    await receive(test, at, { settled: '2026-10-09T12:00:00.000Z', status: 'closed' })
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
  })

  it('an answer within three working days', async () => {
    test = await startTestWorkspace(database)
    // Three working days after Thursday the 8th end with Tuesday the 13th, at midnight in Malaysia.
    const at = '2026-10-08T02:00:00.000Z'
    await receive(test, at, { settled: '2026-10-13T15:59:00.000Z', status: 'closed' })
    const late = await receive(test, at, { settled: '2026-10-13T16:01:00.000Z', status: 'closed' })
    const open = await receive(test, at, { responded: '2026-10-08T03:00:00.000Z' })
    expect(await measure(test, 'melaka-13-4')).toMatchObject({
      ...{ method: 'answer', counted: 3, kept: 1, verdict: 'not-met' },
      limit: { unit: 'working-days', amount: 3 },
      amounts: { unit: 'working-days', median: 3, worst: 4, of: 2 },
    })
    expect(foundOf(await itemsBehind(test, 'melaka-13-4'))).toMatchObject({
      ...{ [late.number]: 'answered-late', [open.number]: 'not-answered' },
    })
    // A first response alone is no answer; one that was sent is.
    const { people } = test.workspace
    const [person] = await people.list({})
    await test.rows(
      `insert into complaint_answer (id, complaint_id, kind, language, text, status, version,
         begun_at, written_by, writers, changed_at, review_voided, sent_at, sent_by, sent_way,
         sent_url, sent_text, met)
       values ('30000000-0000-4000-8000-000000000001', '${open.id}', null, 'ms', 'Jawapan', 'sent',
         1, '${at}', '${person?.id ?? ''}', '[]', '${at}', 0, '2026-10-12T02:00:00.000Z',
         '${person?.id ?? ''}', 'phone', '', 'Jawapan', '[]')`,
    )
    expect(await measure(test, 'jkr-answer-time')).toMatchObject({
      ...{ counted: 3, kept: 2, amounts: { median: 3, worst: 4, of: 3 } },
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
      ...{ method: 'wrong-door', counted: 3, kept: 2, verdict: 'not-met' },
    })
    await test.rows(`update complaint set wrong_agency = null where id = '${found.id}'`)
    expect(await measure(test, 'jkr-routing-outside')).toMatchObject({ counted: 2, kept: 1 })
  })
})
