import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)(
  'imports and weights come to the complaints of %s, which stay as they are',
  async (_, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0450-complaint-imports'))
    await sql`insert into person values ('p1', 'Siti', 'Pegawai', 1, '2026-11-20')`.execute(db)
    // Settled without an answer, and settled after one.
    for (const [id, ordinal, responded] of [['c1', 1, null] as const, ['c2', 2, 'r'] as const]) {
      await sql`insert into complaint (id, ordinal, year, serial, number, status, status_at,
          status_reason, reopened, channel, reference, reference_key, link, received_at,
          received_day, kind, what, answers, district, place, entered_at, entered_by, changed_at,
          version, settled_at, responded_at)
        values (${id}, ${ordinal}, 2026, ${ordinal}, ${id}, 'closed', '', '', 0, 'phone', '', '',
          '', '', '', 'other-agency', 'Lubang', '{}', '', '', '', 'p1', '', 1, 's', ${responded})
        `.execute(db)
    }
    const rows = sql<{ responded_at: string | null }>`select * from complaint order by ordinal`
    const before = (await rows.execute(db)).rows

    await migrateToLatest(db)
    const after = (await rows.execute(db)).rows
    expect(after).toEqual(
      before.map(
        (row) =>
          expect.objectContaining({
            ...row,
            ...{ old_reference: '', old_reference_key: '', import_id: null },
            ...{ severity: null, difficulty: null },
            // What was settled unanswered goes on counting as it did (0670).
            answered_by_settling: row.responded_at === null ? 's' : null,
          }) as object,
      ),
    )
    // An import that is there, and no other.
    await sql`insert into complaint_import values ('i1', 'daftar.csv', 1, 'p1', '2026', null)`.execute(
      db,
    )
    await sql`update complaint set import_id = 'i1'`.execute(db)
    await expect(sql`update complaint set import_id = 'none'`.execute(db)).rejects.toThrow()
    await db.destroy()
  },
)
