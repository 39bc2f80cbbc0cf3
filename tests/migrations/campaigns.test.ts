import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)(
  'measured answers and campaigns of %s leave the assessments that are there',
  async (_, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0560-assessment-measures'))
    await sql`insert into person values ('p1', 'Siti', 'Pegawai', 1, '2026-11-20')`.execute(db)
    await sql`insert into framework (id, place, created_at) values ('f1', 0, '')`.execute(db)
    await sql`insert into framework_version (id, framework_id, state, number, title_ms, title_en,
      source, hash, created_at) values ('v1', 'f1', 'published', 1, 'Semakan', 'Check', '', 'abc', '')`.execute(
      db,
    )
    await sql`insert into assessment (id, version_id, hash, subject_kind, period_from, period_to,
      scopes, started_at, started_by) values ('a1', 'v1', 'abc', 'bureau', '', '', '[]', '', 'p1')`.execute(
      db,
    )
    await sql`insert into assessment_answer (id, assessment_id, control_key, result, progress, note,
      version, changed_at, changed_by) values ('n1', 'a1', 'k1', 'met', 'done', 'Ya', 1, '', 'p1')`.execute(
      db,
    )
    const [assessments, answers] = [
      (await sql<object>`select * from assessment`.execute(db)).rows,
      (await sql<object>`select * from assessment_answer`.execute(db)).rows,
    ]

    await migrateToLatest(db)
    expect((await sql`select * from assessment`.execute(db)).rows).toMatchObject(assessments)
    expect((await sql`select * from assessment_answer`.execute(db)).rows).toMatchObject(answers)
    // A control is measured once for an assessment.
    const measure = (id: string, assessment: string) =>
      sql`insert into assessment_measure (id, assessment_id, control_key, verdict, measured, at, by_id,
        reason) values (${id}, ${assessment}, 'k1', 'met', '{}', '', 'p1', '')`.execute(db)
    await measure('m1', 'a1')
    await expect(measure('m2', 'a1')).rejects.toThrow()
    await expect(measure('m3', 'nothing')).rejects.toThrow()
    await sql`insert into campaign (id, name, recurrence, responsible_id, subjects, scopes, started_at,
      started_by) values ('c1', 'Kempen', 'month', 'p1', '{}', '[]', '', 'p1')`.execute(db)
    const round = (id: string, number: number, version = 'v1') =>
      sql`insert into campaign_round (id, campaign_id, number, version_id, period_from, period_to, due,
        started_at, started_by) values (${id}, 'c1', ${number}, ${version}, '', '', '', '', 'p1')`.execute(
        db,
      )
    await round('r1', 1)
    await expect(round('r2', 1)).rejects.toThrow()
    await expect(round('r3', 2, 'nothing')).rejects.toThrow()
    await round('r4', 2)
    // An assessment belongs to one round.
    const tie = (id: string, of: string) =>
      sql`insert into campaign_assessment (id, round_id, assessment_id, place)
        values (${id}, ${of}, 'a1', 0)`.execute(db)
    await tie('t1', 'r1')
    await expect(tie('t2', 'r4')).rejects.toThrow()
    // What measuring a round again changed hangs on the round.
    const measuring = (id: string, of: string) =>
      sql`insert into campaign_measuring (id, round_id, before, at, by_id)
        values (${id}, ${of}, '[]', '', 'p1')`.execute(db)
    await measuring('g1', 'r1')
    await expect(measuring('g2', 'nothing')).rejects.toThrow()
    await db.destroy()
  },
)
