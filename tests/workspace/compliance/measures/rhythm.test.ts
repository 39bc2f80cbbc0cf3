import { afterEach, describe, expect, it } from 'vitest'
import { addAccount, itemsBehind, measure, publish } from '../../../support/measured.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

/** Account-days with posts of a channel, and how many of them have from `min` to `max`. */
async function bySql(channel: string, min: number, max: number) {
  const rows = await test.rows<{ n: number | string }>(
    `select count(*) as n from post_publication join account on account.id = account_id
     where channel = '${channel}' and removed_at is null and skipped_reason = ''
       and day between '2026-10-01' and '2026-10-31' group by account_id, day`,
  )
  const counts = rows.map(({ n }) => Number(n))
  return {
    counted: counts.length,
    kept: counts.filter((count) => min <= count && count <= max).length,
  }
}

/** Whole weeks of October 2026 from that of the first post on, and those in which one came out. */
async function weeksBySql() {
  const rows = await test.rows<{ day: string }>(
    `select day from post_publication where removed_at is null order by day`,
  )
  const weeks = [
    ['2026-10-05', '2026-10-11'],
    ['2026-10-12', '2026-10-18'],
    ['2026-10-19', '2026-10-25'],
  ].filter(([, sunday = '']) => sunday >= (rows[0]?.day ?? '9'))
  const fresh = weeks.filter(([monday = '', sunday = '']) =>
    rows.some(({ day }) => monday <= day && day <= sunday),
  )
  return { counted: weeks.length, kept: fresh.length }
}

describe.each(databases)('rhythm on %s', (database) => {
  it('counts the posts of each day with any, by account and channel', async () => {
    test = await startTestWorkspace(database)
    const facebook = await addAccount(test, 'jkr')
    const other = await addAccount(test, 'jkrperak', { unit: 'JKR Perak' })
    const x = await addAccount(test, 'jkrx', { channel: 'x' })
    // Facebook wants 2–3 a day: two days within, one under, one over; September is not asked about.
    const days = ['01', '01', '02', '02', '02', '03', '04', '04', '04', '04']
    for (const [at, day] of days.entries()) {
      await publish(test, `Hantaran ${at}`, facebook, `2026-10-${day}`)
    }
    await publish(test, 'Dahulu', facebook, '2026-09-30')
    await publish(test, 'Perak', other, '2026-10-02')
    await publish(test, 'X', x, '2026-10-02')

    const measured = await measure(test, 'kks-e-facebook')
    expect(await bySql('facebook', 2, 3)).toEqual({ counted: 5, kept: 2 })
    expect(measured).toMatchObject({
      ...(await bySql('facebook', 2, 3)),
      ...{ verdict: 'not-met', guide: true, method: 'rhythm', why: null },
      limit: { unit: 'posts-a-day', min: 2, max: 3 },
      amounts: { unit: 'posts', median: 2, worst: 4, of: 5 },
    })
    expect(measured.found).toEqual([
      { code: 'rhythm-under', standing: 'failed', count: 2 },
      { code: 'rhythm-over', standing: 'failed', count: 1 },
      { code: 'rhythm-within', standing: 'kept', count: 2 },
    ])
    const own = await measure(test, 'kks-e-facebook', {
      subject: { kind: 'account', accountId: facebook },
    })
    expect(own).toMatchObject({ counted: 4, kept: 2 })
    const perak = { kind: 'unit', unit: 'JKR Perak' } as const
    expect(await measure(test, 'jkr-rhythm-facebook', { subject: perak })).toMatchObject({
      ...{ counted: 1, kept: 0, verdict: 'not-met' },
    })
    expect(await measure(test, 'kks-e-twitter')).toMatchObject(await bySql('x', 5, 10))

    // One more post on the third of October, and one less on the fourth.
    await publish(test, 'Satu lagi', facebook, '2026-10-03')
    await test.rows(
      `update post_publication set removed_at = '2026-11-01T00:00:00.000Z' where id =
         (select min(id) from post_publication where day = '2026-10-04')`,
    )
    expect(await bySql('facebook', 2, 3)).toEqual({ counted: 5, kept: 4 })
    const after = await measure(test, 'kks-e-facebook')
    expect(after).toMatchObject({ counted: 5, kept: 4, verdict: 'partly' })
    const [failed] = await itemsBehind(test, 'kks-e-facebook')
    expect(failed).toMatchObject({
      ...{ code: 'rhythm-under', day: '2026-10-02', params: { count: 1, min: 2, max: 3 } },
      place: { kind: 'account', handle: 'jkrperak' },
    })
  })

  it('is not measured without posts, for another channel, or where nobody has accounts', async () => {
    test = await startTestWorkspace(database)
    const x = await addAccount(test, 'jkrx', { channel: 'x' })
    const subject = { kind: 'account', accountId: x } as const
    expect(await measure(test, 'jkr-rhythm-facebook', { subject })).toMatchObject({
      ...{ verdict: 'not-measured', why: 'other-channel' },
    })
    expect(await measure(test, 'jkr-rhythm-x', { subject })).toMatchObject({
      ...{ verdict: 'not-measured', why: 'nothing', counted: 0 },
    })
    const nobody = { kind: 'unit', unit: 'JKR Tiada' } as const
    expect(await measure(test, 'jkr-rhythm-x', { subject: nobody })).toMatchObject({
      why: 'no-account',
    })
  })

  it('asks every whole week for a post, from the first one on', async () => {
    test = await startTestWorkspace(database)
    const account = await addAccount(test, 'jkr')
    // Whole weeks of October 2026 begin on the 5th, 12th and 19th; the 26th ends in November.
    await publish(test, 'Pertama', account, '2026-10-14')
    const only = await measure(test, 'kks-j-4')
    expect(await weeksBySql()).toEqual({ counted: 2, kept: 1 })
    expect(only).toMatchObject({
      ...{ ...(await weeksBySql()), method: 'fresh-weeks', verdict: 'not-met' },
    })
    expect((await itemsBehind(test, 'kks-j-4')).map(({ day, code }) => [day, code])).toEqual([
      ['2026-10-19', 'week-without-posts'],
      ['2026-10-12', 'week-with-posts'],
    ])
    await publish(test, 'Kedua', account, '2026-10-25')
    expect(await measure(test, 'jkr-up-to-date')).toMatchObject({
      ...{ ...(await weeksBySql()), kept: 2, verdict: 'met' },
    })
    // With a post before October all three weeks count.
    await publish(test, 'Terdahulu', account, '2026-09-20')
    expect(await measure(test, 'jkr-up-to-date')).toMatchObject({
      ...{ ...(await weeksBySql()), counted: 3, kept: 2, verdict: 'not-met' },
    })
  })
})
