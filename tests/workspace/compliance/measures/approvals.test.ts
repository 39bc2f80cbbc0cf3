import { afterEach, describe, expect, it } from 'vitest'
import {
  addAccount,
  addPostAt,
  approveAt,
  comeOut,
  foundOf,
  itemsBehind,
  measure,
  publish,
} from '../../../support/measured.ts'
import { present } from '../../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

/** Corrections of October, and those with an apology. */
async function correctedBySql() {
  const rows = await test.rows<{ apology: string }>(
    `select apology from post_correction where removed_at is null and day like '2026-10-%'`,
  )
  return { counted: rows.length, kept: rows.filter(({ apology }) => apology !== '').length }
}

describe.each(databases)('approvals and corrections on %s', (database) => {
  it('somebody other than the author approved before it came out', async () => {
    test = await startTestWorkspace(database)
    const account = await addAccount(test, 'jkr')
    const siti = present((await test.workspace.people.list({}))[0]).id
    const { id: ali } = await test.workspace.people.add({ name: 'Ali', post: 'Ketua' })
    const out = (title: string) => publish(test, title, account, '2026-10-13')
    await approveAt(test, await out('Diluluskan'), ali, '2026-10-12T01:00:00.000Z')
    const own = await approveAt(test, await out('Sendiri'), siti, '2026-10-12T01:00:00.000Z')
    const after = await approveAt(test, await out('Selepas'), ali, '2026-10-14T01:00:00.000Z')
    await out('Tiada')
    const late = await addPostAt(test, '2026-10-20T01:00:00.000Z', 'Dimasukkan', [account])
    await comeOut(test, late, account, '2026-10-13')
    const bySql = async () => {
      const [row] = await test.rows<{ kept: number | string }>(
        `select count(distinct r.post_id) as kept from approval_round r
           join approval_decision d on d.round_id = r.id and d.removed_at is null
           join post_publication p on p.post_id = r.post_id
         where r.outcome = 'approved' and substr(r.approved_at, 1, 10) <= p.day
           and d.person_id <> (select saved_by from post_version v
             where v.post_id = r.post_id and v.number = 1)`,
      )
      return Number(row?.kept)
    }
    expect(await measure(test, 'melaka-11-f')).toMatchObject({
      ...{ method: 'four-eyes', counted: 4, kept: await bySql(), uncounted: 1 },
      verdict: 'not-met',
    })
    expect(await bySql()).toBe(1)
    expect(foundOf(await itemsBehind(test, 'jkr-checked-before'))).toEqual({
      ...{ Diluluskan: 'approved-by-other', Sendiri: 'approved-by-author' },
      ...{ Selepas: 'approved-afterwards', Tiada: 'never-approved' },
      Dimasukkan: 'came-in-afterwards',
    })
    await test.rows(`update approval_decision set person_id = '${ali}' where round_id = '${own}'`)
    await test.rows(
      `update approval_round set approved_at = '2026-10-13T10:00:00.000Z' where id = '${after}'`,
    )
    expect(await bySql()).toBe(3)
    expect(await measure(test, 'jkr-checked-before')).toMatchObject({ kept: 3, verdict: 'partly' })
    // With a time of day, the hour counts: out at noon, approved at six in the evening.
    await test.rows(
      `update post_publication set time = '12:00' where post_id =
         (select post_id from approval_round where id = '${after}')`,
    )
    expect(await measure(test, 'jkr-checked-before')).toMatchObject({ kept: 2 })
    const subject = { kind: 'operator', personId: ali } as const
    expect(await measure(test, 'jkr-checked-before', { subject })).toMatchObject({
      ...{ verdict: 'not-measured', why: 'nothing' },
    })
  })

  it('mistakes are put right with an apology', async () => {
    test = await startTestWorkspace(database)
    const account = await addAccount(test, 'jkr')
    expect(await measure(test, 'jkr-corrections')).toMatchObject({
      ...{ verdict: 'not-measured', why: 'nothing', counted: 0 },
    })
    const correct = async (title: string, apology: string, correctedOn: string) => {
      const id = await publish(test, title, account, '2026-10-13')
      await test.rows(`update post set status = 'published' where id = '${id}'`)
      await test.workspace.posts.addCorrection({
        postId: id,
        correction: {
          ...{ accountId: account, wrong: 'Tarikh', posted: 'Tarikh betul', apology, url: '' },
          ...{ day: correctedOn, time: null },
        },
      })
    }
    await correct('Maaf', 'Kami mohon maaf.', '2026-10-14')
    await correct('Tanpa maaf', '', '2026-10-16')
    await correct('November', '', '2026-11-01')
    expect(await measure(test, 'melaka-13-12')).toMatchObject({
      ...{ ...(await correctedBySql()), method: 'corrections', verdict: 'not-met' },
      amounts: { unit: 'calendar-days', median: 1, worst: 3, of: 2 },
    })
    expect(await correctedBySql()).toEqual({ counted: 2, kept: 1 })
    // Melaka 11(h) asks for the apology where it is fitting.
    expect(await measure(test, 'melaka-11-h')).toMatchObject({ counted: 2, kept: 2 })
    await test.rows(
      `update post_correction set apology = 'Kami mohon maaf.' where day = '2026-10-16'`,
    )
    expect(await measure(test, 'jkr-corrections')).toMatchObject({
      ...{ ...(await correctedBySql()), kept: 2, verdict: 'met' },
    })
    await test.rows(`update post_correction set removed_at = '2026-11-01T00:00:00.000Z'`)
    expect(await measure(test, 'jkr-corrections')).toMatchObject({ verdict: 'not-measured' })
  })
})
