import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)('what was judged before on %s stands from now on', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, migrationsBefore('0790-standing-verdicts'))
  await sql`insert into person values ('p1', 'Siti', 'Pegawai', 1, '2026-11-20')`.execute(db)
  let ordinal = 0
  const register = async (id: string, status: string, columns: Record<string, string>) => {
    ordinal += 1
    await sql`insert into complaint (id, ordinal, year, serial, number, status, status_at,
        status_reason, reopened, channel, reference, reference_key, link, received_at, received_day,
        kind, what, answers, district, place, entered_at, entered_by, changed_at, version)
      values (${id}, ${ordinal}, 2026, ${ordinal}, ${`ADU-2026-${ordinal}`}, ${status}, '', '', 0,
        'phone', '', '', '', '', '', 'other-agency', 'Lubang', '{}', '', '', '', 'p1', '', 1)`.execute(
      db,
    )
    for (const [column, value] of Object.entries(columns)) {
      await sql`update complaint set ${sql.ref(column)} = ${value} where id = ${id}`.execute(db)
    }
  }
  await register('running', 'new', { due_respond: 'd', due_close: 'd' })
  await register('answered', 'in-progress', { responded_at: 'r', due_respond: 'd' })
  await register('acknowledged', 'new', { acknowledged_at: 'a' })
  await register('settled', 'resolved', { settled_at: 's', due_respond: 'd', due_close: 'd' })
  // Nobody could be told, and what came in settled without a day was never measured.
  await register('untold', 'closed', { settled_at: 's', due_close: 'd' })
  await register('history', 'closed', { responded_at: 'r', due_respond: 'd' })
  const before = (await sql<object>`select * from complaint order by ordinal`.execute(db)).rows

  await migrateToLatest(db)
  const judged = {
    ...{ running: '', answered: 'acknowledge respond', acknowledged: 'acknowledge' },
    ...{ settled: 'respond progress close set', untold: 'progress close set' },
    history: 'acknowledge respond set',
  }
  const after = (await sql<object>`select * from complaint order by ordinal`.execute(db)).rows
  expect(after).toEqual(
    before.map(
      (row, place) =>
        expect.objectContaining({ ...row, judged: Object.values(judged)[place] }) as object,
    ),
  )
  await db.destroy()
})
