import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import { ClockTime, PlainDate } from '#contract/values'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { firstSlot } from '../../src/main/workspace/posts/rules/slots.ts'
import { content } from '../support/posts.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

interface Given {
  readonly id: string
  readonly own: readonly [day: string | null, time: string | null]
  readonly accounts: readonly (readonly [day: string | null, time: string | null])[]
  /** Where it comes out first. */
  readonly first: readonly [day: string | null, time: string | null]
}

const given: readonly Given[] = [
  { id: 'bare', own: ['2026-11-01', '09:00'], accounts: [], first: ['2026-11-01', '09:00'] },
  { id: 'open', own: [null, null], accounts: [[null, null]], first: [null, null] },
  {
    ...{ id: 'shared', own: ['2026-11-01', '09:00'] },
    ...{ accounts: [[null, null]], first: ['2026-11-01', '09:00'] },
  },
  {
    ...{ id: 'later', own: ['2026-11-01', '09:00'] },
    accounts: [
      ['2026-12-01', null],
      ['2026-12-01', '21:00'],
      ['2026-12-02', '07:00'],
    ],
    first: ['2026-12-01', '21:00'],
  },
  {
    ...{ id: 'earlier', own: ['2026-11-10', '09:00'] },
    accounts: [
      [null, null],
      ['2026-11-09', null],
    ],
    first: ['2026-11-09', null],
  },
  {
    ...{ id: 'own time', own: ['2026-11-10', '09:00'] },
    accounts: [
      [null, null],
      [null, '08:00'],
    ],
    first: ['2026-11-10', '08:00'],
  },
  {
    ...{ id: 'without a day', own: [null, null] },
    accounts: [
      [null, null],
      ['2026-11-05', '10:00'],
    ],
    first: ['2026-11-05', '10:00'],
  },
]

it.each(given)('a post whose slots are $id comes out first where the rule says', (post) => {
  const at = ([day, time]: Given['own']) => ({
    day: day === null ? null : PlainDate.parse(day),
    time: time === null ? null : ClockTime.parse(time),
  })
  const accounts = post.accounts.map((slot, place) => ({
    accountId: AccountId.parse(`a0000000-0000-4000-8000-00000000000${String(place)}`),
    ...{ text: null, ...at(slot) },
  }))
  const { day, time } = firstSlot(content('Tip', { ...at(post.own), accounts }))
  expect([day, time]).toEqual(post.first)
})

it.each(bareDatabases)('first slots are worked out for the posts of %s', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, migrationsBefore('0270-first-slots'))
  await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
  for (const number of [0, 1, 2]) {
    const id = `a${String(number)}`
    await sql`insert into account (id, channel, handle, handle_key, title, unit, purpose, biography,
      website, official_email, operators, active, place, created_at) values
      (${id}, 'x', ${id}, ${id}, 'Akaun', '', '', '', '', '', '[]', 1, ${number}, '')`.execute(db)
  }
  for (const { id, own, accounts } of given) {
    await sql`insert into post (id, title, brief, kind, thrusts, segments, body, hashtags, links,
      notes, day, time, status, status_at, status_reason, missing, incomplete, search_text, version,
      content_hash, created_by, created_at, changed_at, status_changes)
    values (${id}, 'Tip', '', 'text', '[]', '[]', '', '[]', '[]', '', ${own[0]}, ${own[1]}, 'draft',
      '', '', '[]', 0, '', 1, 'a', 'p1', '', '', 0)`.execute(db)
    for (const [place, [day, time]] of accounts.entries()) {
      await sql`insert into post_account (post_id, account_id, place, day, time)
        values (${id}, ${`a${String(place)}`}, ${place}, ${day}, ${time})`.execute(db)
    }
  }
  await migrateToLatest(db)
  const { rows } = await sql<{
    id: string
    first_day: string | null
    first_time: string | null
  }>`select id, first_day, first_time from post`.execute(db)
  const found = new Map(rows.map(({ id, ...first }) => [id, Object.values(first)]))
  expect(found).toEqual(new Map(given.map(({ id, first }) => [id, first])))
  await db.destroy()
})
