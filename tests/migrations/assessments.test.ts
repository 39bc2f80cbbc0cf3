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

it.each(bareDatabases)(
  'what was closed on %s before there was a route stays closed, unapproved and as it was',
  async (_, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0590-assessment-reviews'))
    await sql`insert into person values ('p1', 'Siti', 'Pegawai', 1, '2026-11-20')`.execute(db)
    await sql`insert into framework (id, place, created_at) values ('f1', 0, '')`.execute(db)
    await sql`insert into framework_version (id, framework_id, state, number, title_ms, title_en, source,
    hash, created_at) values ('v1', 'f1', 'published', 1, 'Semakan', 'Check', '', 'abc', '')`.execute(
      db,
    )
    const start = (id: string, closed: string | null) =>
      sql`insert into assessment (id, version_id, hash, subject_kind, period_from, period_to, scopes,
    started_at, started_by, closed_at, closed_by) values (${id}, 'v1', 'abc', 'bureau', '2026-01-01',
    '2026-06-30', '[]', '2026-07-01', 'p1', ${closed}, ${closed === null ? null : 'p1'})`.execute(
        db,
      )
    await start('a1', null)
    await start('a2', '2026-07-15')
    const before = (await sql<object>`select * from assessment order by id`.execute(db)).rows

    await migrateToLatest(db)
    const after = await sql<object>`select * from assessment order by id`.execute(db)
    expect(after.rows).toMatchObject(before)
    expect(after.rows).toMatchObject([
      { id: 'a1', stage: 'open', revision: 1, closed_at: null },
      { id: 'a2', stage: 'closed', revision: 1, closed_at: '2026-07-15' },
    ])
    expect((await sql`select * from assessment_snapshot`.execute(db)).rows).toEqual([])
    // A step has its place once, an issue one snapshot.
    const step = (id: string, place: number) =>
      sql`insert into assessment_step (id, assessment_id, place, revision, deed, by_id, by_name, by_post,
    at, remark, warnings) values (${id}, 'a1', ${place}, 1, 'prepared', 'p1', '', '', '', '', '[]')`.execute(
        db,
      )
    await step('s1', 0)
    await step('s2', 1)
    await expect(step('s3', 1)).rejects.toThrow()
    const keep = (id: string, revision: number) =>
      sql`insert into assessment_snapshot (id, assessment_id, revision, body, hash, at, by_id)
    values (${id}, 'a1', ${revision}, '{}', 'abc', '', 'p1')`.execute(db)
    await keep('k1', 1)
    await keep('k2', 2)
    await expect(keep('k3', 2)).rejects.toThrow()
    await db.destroy()
  },
)

it.each(bareDatabases)(
  'who answered by hand on %s is known from the audit log, each of them once',
  async (_, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0810-assessment-answerers'))
    for (const id of ['p1', 'p2', 'p3']) {
      await sql`insert into person (id, name, post, active, created_at)
        values (${id}, 'Siti', 'Pegawai', 1, '2026-11-20')`.execute(db)
    }
    await sql`insert into framework (id, place, created_at) values ('f1', 0, '')`.execute(db)
    await sql`insert into framework_version (id, framework_id, state, number, title_ms, title_en, source,
    hash, created_at) values ('v1', 'f1', 'published', 1, 'Semakan', 'Check', '', 'abc', '')`.execute(
      db,
    )
    await sql`insert into assessment (id, version_id, hash, subject_kind, period_from, period_to, scopes,
    started_at, started_by) values ('a1', 'v1', 'abc', 'bureau', '', '', '[]', '', 'p1')`.execute(
      db,
    )
    for (const key of ['k1', 'k2']) {
      await sql`insert into assessment_answer (id, assessment_id, control_key, progress, note, version,
      changed_at, changed_by) values (${`n-${key}`}, 'a1', ${key}, 'done', '', 1, '', 'p1')`.execute(
        db,
      )
    }
    const log = (sequence: number, person: string, call: string, answer: string) => {
      const subject = { table: 'assessment_answer', id: answer, fields: ['result'] }
      return sql`insert into audit_entry (sequence, at, person_id, action, subjects, previous_hash, hash)
        values (${sequence}, ${`2026-11-2${sequence}`}, ${person}, ${call},
          ${JSON.stringify([{ ...subject, table: 'assessment_measure' }, subject])}, '', '')`.execute(
        db,
      )
    }
    await log(1, 'p1', 'compliance.measureAssessment', 'n-k1')
    await log(2, 'p2', 'compliance.answerControl', 'n-k1')
    await log(3, 'p3', 'compliance.answerControl', 'n-k1')
    await log(4, 'p2', 'compliance.answerControl', 'n-k1')
    await log(5, 'p2', 'compliance.answerControl', 'gone')
    await log(6, 'p1', 'compliance.carryOver', 'n-k2')

    await migrateToLatest(db)
    const rows = await sql<object>`select assessment_id, control_key, person_id, at
      from assessment_answerer order by person_id`.execute(db)
    expect(rows.rows).toEqual([
      { assessment_id: 'a1', control_key: 'k1', person_id: 'p2', at: '2026-11-22' },
      { assessment_id: 'a1', control_key: 'k1', person_id: 'p3', at: '2026-11-23' },
    ])
    await db.destroy()
  },
)
