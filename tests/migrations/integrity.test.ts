import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

const any = JSON.stringify([{ name: 'Pelulus', need: 'any', people: [] }])
const both = JSON.stringify([{ name: 'Pelulus', need: 'all', people: ['p1', 'p2'] }])

it.each(bareDatabases)(
  'rounds on %s say when they ended approved, and wait alone',
  async (_, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0250-integrity'))
    for (const id of ['p1', 'p2']) {
      await sql`insert into person values (${id}, ${id}, 'Pegawai', 1, '2026-11-20')`.execute(db)
    }
    const post = (id: string) =>
      sql`insert into post (id, title, brief, kind, thrusts, segments, body, hashtags, links, notes,
      status, status_at, status_reason, missing, incomplete, search_text, version, content_hash,
      created_by, created_at, changed_at)
      values (${id}, 'Satu', '', 'text', '[]', '[]', '', '[]', '[]', '', 'draft', '2026', '', '[]',
      0, '', 1, 'h', 'p1', '2026', '2026')`.execute(db)
    const round = (
      id: string,
      postId: string,
      number: number,
      outcome: string | null,
      steps = any,
    ) =>
      sql`insert into approval_round (id, post_id, number, version, content_hash, route_name, steps,
      asked_by, asked_at, step, outcome, ended_at)
      values (${id}, ${postId}, ${number}, 1, 'h', 'Laluan', ${steps}, 'p1', '2026-11-20',
      ${outcome === null ? 0 : null}, ${outcome}, ${outcome === null ? null : '2026-11-25'})`.execute(
        db,
      )
    const said = (id: string, number: number, who: string, decision = 'approve') =>
      sql`insert into approval_decision (id, round_id, number, step, decision, comment, person_id,
      entered_by, at) values (${`${id}${number}`}, ${id}, ${number}, 0, ${decision}, '', ${who},
      ${who}, ${`2026-11-2${number}`})`.execute(db)

    for (const id of ['a', 'b']) await post(id)
    await round('holds', 'a', 1, 'approved')
    await round('voided', 'a', 2, 'voided')
    await said('voided', 1, 'p2')
    await round('silent', 'a', 3, 'voided')
    await round('half', 'a', 4, 'voided', both)
    await said('half', 1, 'p1')
    await round('whole', 'a', 5, 'withdrawn', both)
    await said('whole', 1, 'p1')
    await said('whole', 2, 'p2')
    await round('changes', 'a', 6, 'voided')
    await said('changes', 1, 'p2', 'changes')
    // One asking named the post twice.
    await round('once', 'b', 1, null)
    await round('twice', 'b', 2, null)

    await migrateToLatest(db)
    const { rows } = await sql<object>`select id, outcome, approved_at from approval_round
    order by post_id, number`.execute(db)
    expect(rows).toEqual([
      { id: 'holds', outcome: 'approved', approved_at: '2026-11-25' },
      { id: 'voided', outcome: 'voided', approved_at: '2026-11-21' },
      { id: 'silent', outcome: 'voided', approved_at: null },
      { id: 'half', outcome: 'voided', approved_at: null },
      { id: 'whole', outcome: 'withdrawn', approved_at: '2026-11-22' },
      { id: 'changes', outcome: 'voided', approved_at: null },
      { id: 'once', outcome: 'withdrawn', approved_at: null },
      { id: 'twice', outcome: null, approved_at: null },
    ])
    expect((await sql`select status_changes from post order by id`.execute(db)).rows).toEqual([
      { status_changes: 0 },
      { status_changes: 0 },
    ])
    await round('ended', 'b', 3, 'approved')
    await expect(round('third', 'b', 4, null)).rejects.toThrow()
    await db.destroy()
  },
)
