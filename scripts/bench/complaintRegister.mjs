import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'

/**
 * So many complaints are in the register, one after the other in the same file; `BKK_MOST` leaves out
 * what is larger.
 */
const sizes = [10_000, 100_000, 1_000_000].filter(
  (size) => size <= Number(process.env['BKK_MOST'] ?? 1_000_000),
)
const rounds = 20
/** So long one thing is asked again and again, in milliseconds. */
const mostMs = 30_000
/** No officer has more: a million handed over at once would measure nothing that anybody does. */
const mostHandedOver = 100_000

/**
 * What somebody types: numbers, references, roads, plates, common, rare and short words, beginnings
 * of words, names, phones, and words that are common each but stand together nowhere.
 */
const questions = [
  ...['ADU-2024-000123', '123', 'R-5000', 'FT04', 'FT04 km 12', 'ft 200', 'WAA 1234', 'lubang'],
  ...['berlubang', 'lubang masjid', 'lubang raub sekolah', 'lub', 'l', 'km', 'km 12', 'a'],
  ...['jambatan retak tawau', 'siti', 'siti nurul rahman', '0123456789', 'rujukan penduduk'],
  ...[
    'rujukan penduduk arau balai lee',
    'tidakada',
    'lubang tidakada',
    'pokok tumbang jejambat arau',
  ],
]

/**
 * The register's own handlers in an encrypted workspace of ten thousand, a hundred thousand and a
 * million complaints: taking one in, finding, a page of the list, the counts of the filters, the
 * figures of the overview and of the charter.
 * @type {import('../bench.mjs').Bench}
 */
export const bench = {
  name: 'complaint-register',
  run: async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'complaint-register-'))
    /** @type {string[]} */
    const lines = []
    // A million take the better part of an hour: what is known is said at once, should it be ended.
    const tell = (/** @type {string} */ line) => {
      lines.push(line)
      context.say(line)
    }
    try {
      const opened = await openRegister(folder)
      tell(`questions: ${questions.join(' | ')}`)
      let filled = 0
      for (const size of sizes) {
        const started = performance.now()
        await opened.fill(size - filled, filled)
        const seconds = ((performance.now() - started) / 1_000).toFixed(0)
        filled = size
        const megabytes = (statSync(join(folder, 'ruang-kerja.db')).size / 1e6).toFixed(0)
        tell(`${size} complaints, ${megabytes} MB, filled in ${seconds} s`)
        for (const line of await measure(opened)) tell(`  ${line}`)
      }
      tell(await verifying(opened.db))
      await opened.db.destroy()
      tell(`load of the machine ${loadavg()[0]?.toFixed(1) ?? ''}`)
      tell('goal: finding within 100 ms at the 95th percentile among 1000000')
      return lines
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** @param {Awaited<ReturnType<typeof openRegister>>} opened */
async function measure({ db, reader, takeIn }) {
  const { complaintHandlers } = await import('../../src/main/workspace/complaints/service.ts')
  const { ComplaintFilter } = await import('../../src/preload/contract/complaints.ts')
  const { FigureQuestion } = await import('../../src/preload/contract/complaintOverview.ts')
  const { PlainDate } = await import('../../src/preload/contract/values.ts')
  const { RepeatQuestion } = await import('../../src/preload/contract/complaintRepeats.ts')
  const filter = ComplaintFilter.parse({})
  const stillOpen = ComplaintFilter.parse({ open: true })
  const nearlyUsed = ComplaintFilter.parse({ used90: true })
  const byDue = { order: /** @type {const} */ ('due'), descending: false }
  const everywhere = { states: [], kinds: [] }
  // What somebody who tells of a hole has typed: a common story at a common place, by phone.
  const asked = RepeatQuestion.parse({
    what: 'Jalan berlubang besar dekat masjid Raub, lampu isyarat rosak dan longkang tersumbat',
    ...{ kind: 'federal-road', subKind: null, district: 'Raub', place: 'masjid Raub' },
    ...{ road: 'FT1', fromMetres: 120_000, toMetres: null },
    person: { id: null, phone: '012-345 6789', email: '', identityNumber: '' },
  })
  // A year in the middle, and everything there is.
  const figures = (/** @type {string} */ from, /** @type {string} */ to) =>
    FigureQuestion.parse({ from, to })
  const year = figures('2003-01-01', '2003-12-31')
  const allYears = figures('2000-01-01', '2030-12-31')
  const page = { order: /** @type {const} */ ('number'), descending: true, limit: 200 }
  const { total } = await complaintHandlers.list(reader, { ...page, filter, offset: 0 })

  /** @type {Record<string, (round: number) => Promise<unknown>>} */
  const subjects = {
    'a bare select of 200 rows': () =>
      sql`select * from complaint order by ordinal desc limit 200`.execute(db),
    'taking one in': () => takeIn(),
    'list, first page of all': () => complaintHandlers.list(reader, { ...page, filter, offset: 0 }),
    'list, first page of open': () =>
      complaintHandlers.list(reader, { ...page, filter: stillOpen, offset: 0 }),
    'list, nine tenths used': () =>
      complaintHandlers.list(reader, { ...page, ...byDue, filter: nearlyUsed, offset: 0 }),
    warnings: () => complaintHandlers.warnings(reader, {}),
    'list, a page anywhere': (round) =>
      complaintHandlers.list(reader, { ...page, filter, offset: (round * 7_919) % total }),
    'possible repeats': () => complaintHandlers.repeats(reader, { asked, photos: [] }),
    'counts of all': () => complaintHandlers.counts(reader, { filter }),
    'counts of open': () => complaintHandlers.counts(reader, { filter: stillOpen }),
    'overview of a year': () => complaintHandlers.overview(reader, year),
    'overview of all years': () => complaintHandlers.overview(reader, allYears),
    'charter of a year': () => complaintHandlers.charterReport(reader, year),
    'charter of all years': () => complaintHandlers.charterReport(reader, allYears),
    'yearly set': () =>
      complaintHandlers.yearReport(reader, { ...everywhere, year: 2003, zeros: true }),
    'meeting pack': () =>
      complaintHandlers.meetingPack(reader, {
        ...everywhere,
        since: PlainDate.parse('2003-06-01'),
      }),
    'handover of one officer': () =>
      complaintHandlers.handoverPaper(reader, {
        ...{ personId: reader.actor.id, remark: '', receiverId: null },
      }),
    'register paper, 3000 lines': () =>
      complaintHandlers.registerPaper(reader, { choice: { filter, ids: null }, takeoutId: null }),
    'what recurs': () => complaintHandlers.recurrences(reader, { states: [], kinds: [] }),
  }
  const lines = []
  let bare = NaN
  for (const [name, ask] of Object.entries(subjects)) {
    if (name.startsWith('handover') && total > mostHandedOver) continue
    // What is printed takes long, and is printed seldom.
    const times = await timesOf(ask, /^(yearly|meeting|handover|register)/.test(name) ? 3 : rounds)
    if (name.startsWith('a bare')) bare = at(times, 0.5)
    const ratio = (at(times, 0.5) / bare).toFixed(2)
    lines.push(`${told(name, times)}  ratio ${ratio}`)
  }
  const found = []
  const medians = []
  for (const text of questions) {
    const times = await timesOf(() => complaintHandlers.find(reader, { text, filter }), rounds)
    found.push(...times)
    medians.push({ text, ms: at(times, 0.5) })
  }
  lines.push(
    `${told(`finding, ${questions.length} questions`, found)}  ratio ${(at(found, 0.5) / bare).toFixed(2)}`,
    `slowest questions: ${slowestOf(medians)}`,
  )
  return lines
}

/**
 * How long the audit log's chain takes to be read and recomputed, by ten thousand entries.
 * @param {Awaited<ReturnType<typeof openRegister>>['db']} db
 */
async function verifying(db) {
  const { appendEntry, verifyChain } = await import('../../src/main/workspace/audit.ts')
  const { auditChain } = await import('../../src/main/workspace/office/queries.ts')
  const { systemClock } = await import('../../src/main/workspace/context.ts')
  const { readerOf } = await import('../../src/main/workspace/database/schema.ts')
  const key = randomBytes(32)
  await db.transaction().execute(async (writer) => {
    for (let entry = 0; entry < 10_000; entry += 1) {
      await appendEntry(writer, key, {
        ...{ at: systemClock.now(), personId: null, action: 'complaints.setStatus' },
        subjects: [{ table: 'complaint', id: randomUUID(), fields: ['status', 'status_reason'] }],
      })
    }
  })
  const times = await timesOf(async () => verifyChain(await auditChain(readerOf(db)), key), rounds)
  return `${told('audit log, 10000 entries', times)}  goal 1000 ms`
}

/** @param {{ text: string, ms: number }[]} medians */
function slowestOf(medians) {
  return medians
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, 5)
    .map(({ text, ms }) => `${text} ${ms.toFixed(1)} ms`)
    .join(' | ')
}

/**
 * @param {(round: number) => Promise<unknown>} ask
 * @param {number} times
 */
async function timesOf(ask, times) {
  const taken = []
  const begun = performance.now()
  for (let round = -2; round < times; round += 1) {
    // What takes seconds is told well enough by three of them.
    if (taken.length >= 3 && performance.now() - begun > mostMs) break
    const started = performance.now()
    await ask(Math.abs(round))
    if (round >= 0) taken.push(performance.now() - started)
  }
  return taken
}

/**
 * @param {string} name
 * @param {number[]} times
 */
function told(name, times) {
  return (
    `${name.padEnd(28)} median ${at(times, 0.5).toFixed(1).padStart(7)} ms  ` +
    `95th percentile ${at(times, 0.95).toFixed(1).padStart(7)} ms`
  )
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
async function openRegister(folder) {
  const { openDatabase } = await import('../../src/main/workspace/database/open.ts')
  const { readerOf } = await import('../../src/main/workspace/database/schema.ts')
  const { refreshStatistics } = await import('../../src/main/workspace/database/statistics.ts')
  const { systemClock } = await import('../../src/main/workspace/context.ts')
  const { loadShipped } = await import('../../src/main/workspace/shipped.ts')
  const { complaintHandlers } = await import('../../src/main/workspace/complaints/service.ts')
  const { listPeople } = await import('../../src/main/workspace/people/queries.ts')
  const { PersonId } = await import('../../src/preload/contract/values.ts')
  const { writeComplaints } = await import('../../tests/support/complaintRows.ts')
  const { complaintFields, contact } = await import('../../tests/support/complaints.ts')
  const db = await openDatabase({
    file: join(folder, 'ruang-kerja.db'),
    keyHex: randomBytes(32).toString('hex'),
  })
  const personId = PersonId.parse(randomUUID())
  const now = systemClock.now()
  await db
    .insertInto('person')
    .values({ id: personId, name: 'Siti', post: 'Pegawai', active: 1, created_at: now })
    .execute()
  await loadShipped(db, { newId: randomUUID, at: now })
  const [actor] = await listPeople(readerOf(db))
  if (actor === undefined) throw new Error('There is nobody')
  const common = { clock: systemClock, newId: randomUUID, actor }
  const takeIn = () =>
    db.transaction().execute((writer) =>
      complaintHandlers.add(
        {
          ...{ ...common, db: readerOf(writer), writer },
          record: () => undefined,
          afterCommit: () => undefined,
        },
        {
          fields: complaintFields({ what: 'Lubang besar di lorong kiri dekat masjid' }),
          complainant: { kind: 'new', contact: contact('Nurul Izzah') },
          filesId: null,
        },
      ),
    )
  let kept = 0
  return {
    db,
    reader: { ...common, db: readerOf(db) },
    takeIn,
    /**
     * @param {number} count
     * @param {number} filled
     */
    async fill(count, filled) {
      // Each filling has years of its own, so that numbers go on without a gap.
      const from = `${2000 + kept * 8}-01-01`
      kept += 1
      const { last } = await db
        .selectFrom('complaint')
        .select((e) => e.fn.coalesce(e.fn.max('ordinal'), e.lit(0)).as('last'))
        .executeTakeFirstOrThrow()
      await db.transaction().execute((writer) =>
        writeComplaints(writer, {
          ...{ count, personId, from, days: 2_900, seed: filled + 1, after: last },
        }),
      )
      // As the workspace does when it opens, and after a bulk import.
      await refreshStatistics(db)
    },
  }
}
