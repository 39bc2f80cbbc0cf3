import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

const image = (id: string) => sql`
  insert into image (id, name, kind, width, height, format, byte_size, bytes_hash, measurement,
    fingerprint, fingerprint_version, findings, programme, programme_time, place, guests, alt_text,
    source, rights, added_at, added_by)
  values (${id}, 'a.png', 'photo', 10, 10, 'png', 9, ${`hash-${id}`}, '{}', 'AA==', 1, '[]', '', '',
    '', '', '', '', '', '2026-11-20', 'p1')`
const pair = (id: string, first: string, second: string, at: string) => sql`
  insert into image_pair (id, first_hash, second_hash, outcome, reason, decided_by, decided_at)
  values (${id}, ${`hash-${first}`}, ${`hash-${second}`}, 'different', 'Edisi lain', 'p1', ${at})`
const decision = (id: string, of: string, at: string) => sql`
  insert into image_decision (id, image_id, name, outcome, reason, decided_by, decided_at)
  values (${id}, ${of}, 'b.png', 'different', 'Edisi lain', 'p1', ${at})`

describe.each(bareDatabases)('decisions kept before they could be taken back, on %s', (_, open) => {
  it('know the other picture where only one word fits, and nothing else changes', async () => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0330-image-choices'))
    await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
    for (const id of ['i1', 'i2', 'i3']) await image(id).execute(db)
    // On the first of November one word was said of i1, as the second of the pair.
    await pair('w1', 'other', 'i1', '2026-11-01').execute(db)
    await decision('d1', 'i1', '2026-11-01').execute(db)
    // Of i2 two words were said in one go: which of them d2 speaks of nobody knows.
    await pair('w2', 'i2', 'x', '2026-11-02').execute(db)
    await pair('w3', 'i2', 'y', '2026-11-02').execute(db)
    await decision('d2', 'i2', '2026-11-02').execute(db)
    // The word on i3 was said anew later, which d3 does not speak of.
    await pair('w4', 'i3', 'z', '2026-11-04').execute(db)
    await decision('d3', 'i3', '2026-11-03').execute(db)
    const kept = () =>
      sql`select id, image_id, name, outcome, reason, decided_by, decided_at
        from image_decision order by id`.execute(db)
    const pairs = () => sql`select * from image_pair order by id`.execute(db)
    const before = [(await kept()).rows, (await pairs()).rows]

    await migrateToLatest(db)
    expect([(await kept()).rows, (await pairs()).rows]).toEqual(before)
    const added =
      await sql`select id, other_hash, forgotten_at from image_decision order by id`.execute(db)
    expect(added.rows).toEqual([
      { id: 'd1', other_hash: 'hash-other', forgotten_at: null },
      { id: 'd2', other_hash: null, forgotten_at: null },
      { id: 'd3', other_hash: null, forgotten_at: null },
    ])
    await db.destroy()
  })

  it('comes with choices that go when what they were about goes', async () => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0330-image-choices'))
    await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
    await sql`insert into image_batch (id, started_at, started_by)
      values ('b1', '2026-11-20', 'p1')`.execute(db)
    await sql`
      insert into image_check (id, batch_id, position, name, state, kind, kind_guessed, findings,
        medium, frame)
      values ('c1', 'b1', 0, 'a.png', 'checked', 'photo', 1, '[]', 'picture', 'not-yet')`.execute(
      db,
    )
    await migrateToLatest(db)
    await sql`insert into image_choice (id, number, check_id, before, after)
      values ('k1', 1, 'c1', '{}', '{}')`.execute(db)
    await expect(
      sql`insert into image_choice (id, number, check_id, before, after)
        values ('k2', 1, 'nobody', '{}', '{}')`.execute(db),
    ).rejects.toThrow()
    await sql`delete from image_check`.execute(db)
    expect((await sql`select id from image_choice`.execute(db)).rows).toEqual([])
    await db.destroy()
  })
})
