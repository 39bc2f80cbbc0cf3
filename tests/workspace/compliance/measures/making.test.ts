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
import { day } from '../../../support/posts.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const programme = (on: string): NonNullable<PostContent['programme']> => ({
  ...{ name: 'Hari Terbuka', day: day(on), time: null, place: '', state: null, guests: [] },
})

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
    expect(measured).toMatchObject({
      ...{ method: 'lead-time', counted: 3, kept: 2, uncounted: 1, verdict: 'not-met' },
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
    expect(await measure(test, 'jkr-lead-time')).toMatchObject({ kept: 3, verdict: 'met' })

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
    expect(await measure(test, 'japen-infographic')).toMatchObject({
      ...{ method: 'production', counted: 3, kept: 1, uncounted: 1, verdict: 'not-met' },
      limit: { unit: 'working-days', amount: 1 },
      amounts: { unit: 'working-days', median: 1, worst: 2, of: 2 },
    })
    expect(foundOf(await itemsBehind(test, 'japen-infographic'))).toEqual({
      ...{ Isnin: 'made-in-time', Selasa: 'made-late', 'Belum siap': 'not-made' },
      'Tanpa hari siap': 'ready-unknown',
    })
    // Five working days after Monday the 12th is Monday the 19th.
    expect(await measure(test, 'jkr-production-video')).toMatchObject({
      ...{ counted: 1, kept: 1, verdict: 'met', limit: { unit: 'working-days', amount: 5 } },
    })
    await test.rows(`update post set delivered_on = '2026-10-20' where title = 'Video'`)
    expect(await measure(test, 'jkr-production-video')).toMatchObject({
      ...{ kept: 0, verdict: 'not-met' },
    })
    await test.rows(`update post set delivered_on = '2026-10-23' where id = '${onTime}'`)
    expect(await measure(test, 'japen-infographic')).toMatchObject({
      ...{ kept: 0, amounts: { worst: 5 } },
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
