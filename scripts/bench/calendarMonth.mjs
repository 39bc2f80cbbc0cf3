import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'

const posts = 50_000
const years = 5
const rounds = 200

/**
 * What the calendar asks in an encrypted workspace of 50,000 posts over five years, by the
 * workspace's own handlers: a month's grid, its counts and rhythm, a year, a cycle's phases,
 * pages of the list, one account of them, and today's board; the month also against a bare select
 * of the same rows in the same rounds.
 * @type {import('../bench.mjs').Bench}
 */
export const bench = {
  name: 'calendar-month',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'calendar-month-'))
    try {
      const opened = await openFilled(folder)
      const lines = await measure(opened)
      await opened.db.destroy()
      return lines
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** @param {Awaited<ReturnType<typeof openFilled>>} opened */
async function measure({ db, context, actor }) {
  const { postHandlers } = await import('../../src/main/workspace/posts/service.ts')
  const { PostFilter } = await import('../../src/preload/contract/posts.ts')
  const { addMonths, monthGrid, monthOf } = await import('../../src/renderer/posts/calendarDays.ts')
  const { PlainDate } = await import('../../src/preload/contract/values.ts')
  const { listCycles } = await import('../../src/main/workspace/cycles/queries.ts')
  const { listAccounts } = await import('../../src/main/workspace/accounts/queries.ts')
  const [cycle] = await listCycles(context.db)
  if (cycle === undefined) throw new Error('There is no cycle')
  const cycleId = cycle.id
  const filter = PostFilter.parse({})
  const [account] = await listAccounts(context.db)
  if (account === undefined) throw new Error('There is no account')
  const ofAccount = { ...filter, accountIds: [account.id] }
  const first = PlainDate.parse('2024-01-15')
  const month = (/** @type {number} */ round) => addMonths(first, round % (12 * years))
  const list = { filter, trashed: false, order: /** @type {const} */ ('day'), descending: false }

  /** @type {Record<string, (round: number) => Promise<{ length: number }>>} */
  const subjects = {
    'month, bare select': async (round) => {
      const { from, to } = monthGrid(month(round), 'monday')
      const { rows } = await sql`
        select post.id, title, post.day, post.time, phase_id, kind, category, status, missing,
          owner_id, programme_day, version, account_id, post_account.day as own_day
        from post left join post_account on post_account.post_id = post.id
        where post.day >= ${from} and post.day <= ${to} and trashed_at is null
        order by post.day`.execute(db)
      return rows
    },
    'month, posts.between': (round) =>
      postHandlers.between(context, { ...monthGrid(month(round), 'monday'), filter }),
    'month, filtered': (round) =>
      postHandlers.between(context, {
        ...monthGrid(month(round), 'monday'),
        filter: { ...filter, statuses: ['draft', 'in-review'], incomplete: true },
      }),
    'month, one account': (round) =>
      postHandlers.between(context, { ...monthGrid(month(round), 'monday'), filter: ofAccount }),
    'counts of a month': async (round) =>
      Object.keys(
        await postHandlers.counts(context, { period: monthOf(month(round)), bounds: null, filter }),
      ),
    'counts of all': async () =>
      Object.keys(await postHandlers.counts(context, { period: null, bounds: null, filter })),
    'counts, one account': async () =>
      Object.keys(
        await postHandlers.counts(context, { period: null, bounds: null, filter: ofAccount }),
      ),
    'phases of a cycle': async () => {
      const { phases } = await postHandlers.phaseSummary(context, { cycleId, filter })
      return phases.flatMap(({ weeks }) => weeks)
    },
    'days of a year': (round) =>
      postHandlers.year(context, { year: 2024 + (round % years), filter }),
    'rhythm of a month': (round) =>
      postHandlers.accountDays(context, monthGrid(month(round), 'monday')),
    'list, a page anywhere': async (round) => {
      const offset = (round * 7_919) % posts
      const page = { ...list, period: null, offset, limit: 200 }
      return (await postHandlers.list(context, page)).tiles
    },
    'list, one account': async (round) => {
      const offset = (round * 7_919) % (posts / 5)
      const page = { ...list, filter: ofAccount, period: null, offset, limit: 200 }
      return (await postHandlers.list(context, page)).tiles
    },
    "today's board": async () => (await postHandlers.today({ ...context, actor }, {})).groups,
    'list by title': async (round) => {
      const offset = (round * 7_919) % posts
      const page = { ...list, order: /** @type {const} */ ('title'), period: null }
      return (await postHandlers.list(context, { ...page, offset, limit: 200 })).tiles
    },
  }

  /** @type {Map<string, { times: number[], rows: number }>} */
  const measured = new Map(Object.keys(subjects).map((name) => [name, { times: [], rows: 0 }]))
  for (let round = -5; round < rounds; round += 1) {
    for (const [name, ask] of Object.entries(subjects)) {
      const slow = !name.startsWith('month')
      if (slow && round % 10 !== 0) continue
      const started = performance.now()
      const { length } = await ask(Math.abs(round))
      const took = performance.now() - started
      const known = measured.get(name)
      if (round < 0 || known === undefined) continue
      known.times.push(took)
      known.rows += length
    }
  }
  const bare = at(measured.get('month, bare select')?.times ?? [], 0.5)
  return [
    ...[...measured].map(([name, { times, rows }]) => {
      const median = at(times, 0.5)
      const ratio = name.startsWith('month') ? `  ratio ${(median / bare).toFixed(2)}` : ''
      return (
        `${name.padEnd(24)} median ${median.toFixed(1).padStart(6)} ms  ` +
        `95th percentile ${at(times, 0.95).toFixed(1).padStart(6)} ms  ` +
        `${String(Math.round(rows / times.length)).padStart(5)} rows${ratio}`
      )
    }),
    `load of the machine ${loadavg()[0]?.toFixed(1) ?? ''}`,
    `goal: a month within 10 ms, among ${posts} posts over ${years} years`,
  ]
}

/**
 * @param {number[]} times
 * @param {number} share
 */
function at(times, share) {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}

/** @param {string} folder */
async function openFilled(folder) {
  const { openDatabase } = await import('../../src/main/workspace/database/open.ts')
  const { readerOf } = await import('../../src/main/workspace/database/schema.ts')
  const { refreshStatistics } = await import('../../src/main/workspace/database/statistics.ts')
  const { systemClock } = await import('../../src/main/workspace/context.ts')
  const { loadShipped } = await import('../../src/main/workspace/shipped.ts')
  const { listAccounts } = await import('../../src/main/workspace/accounts/queries.ts')
  const { PersonId, PlainDate } = await import('../../src/preload/contract/values.ts')
  const { writePosts } = await import('../../tests/support/postRows.ts')
  const db = await openDatabase({
    file: join(folder, 'ruang-kerja.db'),
    keyHex: randomBytes(32).toString('hex'),
  })
  const personId = PersonId.parse(randomUUID())
  const at = systemClock.now()
  await db
    .insertInto('person')
    .values({ id: personId, name: 'Siti', post: 'Perancang', active: 1, created_at: at })
    .execute()
  await loadShipped(db, { newId: randomUUID, at })
  const { listCycles } = await import('../../src/main/workspace/cycles/queries.ts')
  const accounts = await listAccounts(readerOf(db))
  const cycles = await listCycles(readerOf(db))
  await writePosts(db, {
    ...{ count: posts, from: PlainDate.parse('2024-01-01'), days: 365 * years + 1 },
    ...{ personId, accountIds: accounts.map(({ id }) => id) },
    phases: cycles.flatMap((cycle) => cycle.phases),
  })
  // As the workspace does when it opens, and after bulk work.
  await refreshStatistics(db)
  const context = { db: readerOf(db), clock: systemClock, newId: randomUUID, actor: null }
  const { listPeople } = await import('../../src/main/workspace/people/queries.ts')
  const [person] = await listPeople(readerOf(db))
  if (person === undefined) throw new Error('There is nobody')
  /** @type {import('../../src/preload/contract/people.ts').Person} */
  const actor = { ...person, roles: ['planner'] }
  return { db, context, actor }
}
