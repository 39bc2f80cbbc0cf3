import { afterEach, describe, expect, it } from 'vitest'
import type { PostContent } from '#contract/postContent'
import {
  addAccount,
  addPostAt,
  comeOut,
  foundOf,
  itemsBehind,
  measure,
} from '../../../support/measured.ts'
import { plainDay, plainWorkingDays } from '../../../support/plainDays.ts'
import { day } from '../../../support/posts.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const programme = (on: string): NonNullable<PostContent['programme']> => ({
  ...{ name: 'Hari Terbuka', day: day(on), time: null, place: '', state: null, guests: [] },
})

interface Figures {
  readonly counted: number
  readonly kept: number
}

/** Posts that announce a programme of October, planned so many working days before it or earlier. */
async function plannedBySql(limit: number): Promise<Figures> {
  const rows = await test.rows<Record<'saved_at' | 'day' | 'programme_day', string> & State>(
    `select v.saved_at, p.day, p.programme_day, a.state from post p
       join post_version v on v.post_id = p.id and v.number = 1
       join post_account x on x.post_id = p.id join account a on a.id = x.account_id
     where p.programme_day like '2026-10-%' and p.day < p.programme_day`,
  )
  const taken = rows
    .map((row) => ({ ...row, planned: plainDay(row.saved_at) }))
    .filter(({ planned, day: slot }) => planned <= slot)
    .map((row) => plainWorkingDays(row.planned, row.programme_day, row.state))
  return { counted: taken.length, kept: taken.filter((count) => count >= limit).length }
}

interface State {
  readonly state: string | null
}

/** Work of a kind asked for in October, and how much of it was ready within so many working days. */
async function madeBySql(kind: string, limit: number): Promise<Figures> {
  const rows = await test.rows<{ requested_on: string; delivered_on: string | null }>(
    `select requested_on, delivered_on from post where kind = '${kind}'
       and requested_on like '2026-10-%' and (delivered_on is not null or not exists
         (select 1 from post_publication where post_id = post.id))`,
  )
  const within = ({ requested_on, delivered_on }: (typeof rows)[number]) =>
    delivered_on !== null && plainWorkingDays(requested_on, delivered_on) <= limit
  return { counted: rows.length, kept: rows.filter(within).length }
}

// October 2026 has no holiday in Kuala Lumpur and Kelantan; the 12th is a Monday.
describe.each(databases)('making on %s', (database) => {
  it('lead time: five working days before the programme, by state', async () => {
    test = await startTestWorkspace(database)
    const central = await addAccount(test, 'jkr')
    const kelantan = await addAccount(test, 'jkrkelantan', { state: 'MY-03' })
    const announce = (at: string, title: string, account = central) =>
      addPostAt(test, at, title, [account], {
        ...{ day: day('2026-10-21'), programme: programme('2026-10-22') },
      })
    // Five working days before Thursday the 22nd is Thursday the 15th.
    await announce('2026-10-15T01:00:00.000Z', 'Pada hari akhir')
    const late = await announce('2026-10-16T01:00:00.000Z', 'Lewat sehari')
    // In Kelantan Friday and Saturday are off: from the 15th there are 18, 19, 20, 21, 22.
    await announce('2026-10-15T01:00:00.000Z', 'Kelantan', kelantan)
    await announce('2026-11-01T01:00:00.000Z', 'Direkod kemudian')
    // It comes out on the day itself: that announces nothing.
    await addPostAt(test, '2026-10-20T01:00:00.000Z', 'Laporan', [central], {
      ...{ day: day('2026-10-22'), programme: programme('2026-10-22') },
    })
    const measured = await measure(test, 'kks-f3-lead-time')
    expect(await plannedBySql(5)).toEqual({ counted: 3, kept: 2 })
    expect(measured).toMatchObject({
      ...{ ...(await plannedBySql(5)), method: 'lead-time', uncounted: 1, verdict: 'not-met' },
      limit: { unit: 'working-days', amount: 5 },
      amounts: { unit: 'working-days', worst: 4, median: 5, of: 3 },
    })
    expect(foundOf(await itemsBehind(test, 'kks-f3-lead-time'))).toEqual({
      ...{ 'Pada hari akhir': 'planned-in-time', 'Lewat sehari': 'planned-late' },
      ...{ Kelantan: 'planned-in-time', 'Direkod kemudian': 'recorded-after' },
    })
    await test.rows(
      `update post_version set saved_at = '2026-10-14T01:00:00.000Z' where post_id = '${late}'`,
    )
    expect(await measure(test, 'jkr-lead-time')).toMatchObject({
      ...{ ...(await plannedBySql(5)), kept: 3, verdict: 'met' },
    })

    // The office may ask for none.
    const settings = await test.workspace.planning.settings({})
    await test.workspace.planning.changeSettings({ ...settings, leadWorkingDays: 0 })
    expect(await measure(test, 'jkr-lead-time')).toMatchObject({
      ...{ verdict: 'not-measured', why: 'rule-off' },
    })
  })

  it('production time: each kind within its own working days', async () => {
    test = await startTestWorkspace(database)
    const account = await addAccount(test, 'jkr')
    const made = (title: string, parts: Partial<PostContent>) =>
      addPostAt(test, '2026-10-01T01:00:00.000Z', title, [account], parts)
    const asked = (from: string, to: string | null, kind: PostContent['kind'] = 'infographic') => ({
      ...{ kind, requestedOn: day(from), deliveredOn: to === null ? null : day(to) },
    })
    // An infographic has one working day (JaPen, piagam 1); the 16th is a Friday.
    const onTime = await made('Isnin', asked('2026-10-16', '2026-10-19'))
    await made('Selasa', asked('2026-10-16', '2026-10-20'))
    await made('Belum siap', asked('2026-10-16', null))
    await made('Video', asked('2026-10-12', '2026-10-19', 'video-scp'))
    await made('September', asked('2026-09-16', '2026-09-30'))
    const out = await made('Tanpa hari siap', asked('2026-10-16', null))
    await comeOut(test, out, account, '2026-10-20')
    expect(await madeBySql('infographic', 1)).toEqual({ counted: 3, kept: 1 })
    expect(await measure(test, 'japen-infographic')).toMatchObject({
      ...{ ...(await madeBySql('infographic', 1)), method: 'production', uncounted: 1 },
      verdict: 'not-met',
      limit: { unit: 'working-days', amount: 1 },
      amounts: { unit: 'working-days', median: 1, worst: 2, of: 2 },
    })
    expect(foundOf(await itemsBehind(test, 'japen-infographic'))).toEqual({
      ...{ Isnin: 'made-in-time', Selasa: 'made-late', 'Belum siap': 'not-made' },
      'Tanpa hari siap': 'ready-unknown',
    })
    // Five working days after Monday the 12th is Monday the 19th.
    expect(await measure(test, 'jkr-production-video')).toMatchObject({
      ...{ ...(await madeBySql('video-scp', 5)), kept: 1 },
      ...{ verdict: 'met', limit: { unit: 'working-days', amount: 5 } },
    })
    await test.rows(`update post set delivered_on = '2026-10-20' where title = 'Video'`)
    expect(await measure(test, 'jkr-production-video')).toMatchObject({
      ...{ ...(await madeBySql('video-scp', 5)), kept: 0, verdict: 'not-met' },
    })
    await test.rows(`update post set delivered_on = '2026-10-23' where id = '${onTime}'`)
    expect(await measure(test, 'japen-infographic')).toMatchObject({
      ...{ ...(await madeBySql('infographic', 1)), kept: 0, amounts: { worst: 5 } },
    })
    expect(await measure(test, 'japen-vox-pop')).toMatchObject({
      ...{ verdict: 'not-measured', why: 'nothing' },
    })
  })

  it('upload: a working day after it was ready, or the day it was planned for', async () => {
    test = await startTestWorkspace(database)
    const account = await addAccount(test, 'jkr')
    const ready = async (title: string, onDay: string | null, out: string | null) => {
      const id = await addPostAt(test, '2026-10-01T01:00:00.000Z', title, [account], {
        ...{ deliveredOn: day('2026-10-16'), day: onDay === null ? null : day(onDay) },
      })
      if (out !== null) await comeOut(test, id, account, out)
    }
    await ready('Isnin', '2026-10-16', '2026-10-19')
    await ready('Selasa', '2026-10-16', '2026-10-20')
    await ready('Dirancang kemudian', '2026-10-28', '2026-10-28')
    await ready('Terlepas', '2026-10-28', null)
    await ready('Tanpa hari', null, null)
    expect(await measure(test, 'jkr-production-upload')).toMatchObject({
      ...{ method: 'upload', counted: 4, kept: 2, uncounted: 1, verdict: 'not-met' },
    })
    expect(foundOf(await itemsBehind(test, 'jkr-production-upload'))).toEqual({
      ...{ Isnin: 'uploaded-in-time', Selasa: 'uploaded-late', Terlepas: 'not-uploaded' },
      ...{ 'Dirancang kemudian': 'uploaded-in-time', 'Tanpa hari': 'upload-waiting' },
    })
    await test.rows(`update post_publication set day = '2026-10-19' where day = '2026-10-20'`)
    await test.rows(
      `update post set trashed_at = '2026-11-01T00:00:00.000Z' where title = 'Terlepas'`,
    )
    expect(await measure(test, 'japen-upload')).toMatchObject({
      ...{ counted: 3, kept: 3, verdict: 'met' },
    })
  })
})
