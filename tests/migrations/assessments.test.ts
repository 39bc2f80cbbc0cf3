import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)(
  'assessments of %s rest on the checklists that are there',
  async (_, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0510-assessments'))
    await sql`insert into person values ('p1', 'Siti', 'Pegawai', 1, '2026-11-20')`.execute(db)
    await sql`insert into framework (id, place, created_at) values ('f1', 0, '')`.execute(db)
    await sql`insert into framework_version (id, framework_id, state, number, title_ms, title_en, source,
    hash, created_at) values ('v1', 'f1', 'published', 1, 'Semakan', 'Check', '', 'abc', '')`.execute(
      db,
    )
    const before = (await sql<object>`select * from framework_version`.execute(db)).rows

    await migrateToLatest(db)
    expect((await sql`select * from framework_version`.execute(db)).rows).toMatchObject(before)
    const start = (id: string, version: string) =>
      sql`insert into assessment (id, version_id, hash, subject_kind, period_from, period_to, scopes,
    started_at, started_by) values (${id}, ${version}, 'abc', 'bureau', '', '', '[]', '', 'p1')`.execute(
        db,
      )
    await start('a1', 'v1')
    await expect(start('a2', 'nothing')).rejects.toThrow()
    // A control is answered once.
    const answer = (id: string, assessment: string) =>
      sql`insert into assessment_answer (id, assessment_id, control_key, progress, note, version,
    changed_at, changed_by) values (${id}, ${assessment}, 'k1', 'done', '', 1, '', 'p1')`.execute(
        db,
      )
    await answer('n1', 'a1')
    await expect(answer('n2', 'a1')).rejects.toThrow()
    await expect(answer('n3', 'nothing')).rejects.toThrow()
    // A piece of evidence stands at a control once, and at others too.
    await sql`insert into evidence (id, kind, added_at, added_by) values ('e1', 'file', '', 'p1')`.execute(
      db,
    )
    const use = (id: string, key: string) =>
      sql`insert into evidence_use (id, evidence_id, assessment_id, control_key, added_at, added_by)
    values (${id}, 'e1', 'a1', ${key}, '', 'p1')`.execute(db)
    await use('u1', 'k1')
    await use('u2', 'k2')
    await expect(use('u3', 'k1')).rejects.toThrow()
    await sql`insert into assessment_finding (id, assessment_id, control_key, severity, finding, version,
    raised_at, raised_by) values ('d1', 'a1', 'k1', 'major', 'Lewat', 1, '', 'p1')`.execute(db)
    const act = (id: string, finding: string) =>
      sql`insert into corrective_action (id, finding_id, what, owner_id, due, progress, version, added_at)
    values (${id}, ${finding}, 'Semak', 'p1', '', 'open', 1, '')`.execute(db)
    await act('c1', 'd1')
    await expect(act('c2', 'nothing')).rejects.toThrow()
    await db.destroy()
  },
)
