import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { holdCampaign } from './support/holdCampaign.mjs'

/** `BKK_MOST` makes all of it smaller: a tenth, a hundredth. */
const share = Number(process.env['BKK_MOST'] ?? 1)
const posts = 50_000 * share
const complaints = 100_000 * share
const campaign = 21

/**
 * A compliance campaign of 21 accounts in an encrypted workspace of 50,000 posts of five years, with
 * their publications, versions, approvals, captions and pictures, and 100,000 complaints: all
 * measured controls of the merged checklist, for all accounts at once and for one, by the
 * workspace's own handlers; of the five years and of the last one. Then the campaign itself: its job
 * measures and writes 21 assessments while somebody else asks for a list over and over.
 * @type {import('../bench.mjs').Bench}
 */
export const bench = {
  name: 'compliance-measures',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'compliance-measures-'))
    try {
      const started = performance.now()
      const opened = await openFilled(folder)
      const filled = seconds(started)
      const megabytes = (statSync(join(folder, 'ruang-kerja.db')).size / 1e6).toFixed(0)
      const lines = [
        `${posts} posts, ${complaints} complaints, ${megabytes} MB, filled in ${filled} s`,
        ...(await measure(opened)),
        ...(await holdCampaign(opened)),
        `load of the machine ${loadavg()[0]?.toFixed(1) ?? ''}`,
      ]
      await opened.db.destroy()
      return lines
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** @param {Awaited<ReturnType<typeof openFilled>>} opened */
async function measure({ db, context, accountIds, actor }) {
  const { measureHandlers } =
    await import('../../src/main/workspace/compliance/service/measuring.ts')
  const { listFrameworks } = await import('../../src/main/workspace/compliance/queries/reading.ts')
  const { AssessmentPeriod } = await import('../../src/preload/contract/assessmentSubjects.ts')
  const [merged] = await listFrameworks(context.db)
  const versionId = merged?.versions[0]?.id
  const [first] = accountIds
  if (versionId === undefined || first === undefined) throw new Error('There is no checklist')
  const all = AssessmentPeriod.parse({ from: '2022-01-01', to: '2026-12-31' })
  const year = AssessmentPeriod.parse({ from: '2025-01-01', to: '2025-12-31' })
  /** @param {string} accountId */
  const account = (accountId) =>
    /** @type {const} */ ({ kind: 'account', accountId: /** @type {never} */ (accountId) })
  const subjects = accountIds.map(account)
  const roles = [/** @type {const} */ ('administrator')]
  const asking = { ...context, actor: { ...actor, roles } }
  /** @type {Record<string, () => Promise<unknown>>} */
  const questions = {
    'a bare select of what came out': () =>
      sql`select post.id, title, kind, post_publication.account_id, post_publication.day
        from post_publication join post on post.id = post_id`.execute(db),
    [`${campaign} accounts, five years`]: () =>
      measureHandlers.measureAll(asking, { versionId, subjects, period: all }),
    [`${campaign} accounts, one year`]: () =>
      measureHandlers.measureAll(asking, { versionId, subjects, period: year }),
    'one account, five years': () =>
      measureHandlers.measureAll(asking, { versionId, subjects: [account(first)], period: all }),
    'one account, one year': () =>
      measureHandlers.measureAll(asking, { versionId, subjects: [account(first)], period: year }),
    'bureau, one year': () =>
      measureHandlers.measureAll(asking, {
        ...{ versionId, period: year },
        subjects: [{ kind: 'bureau' }],
      }),
    'items of one control, one year': () =>
      measureHandlers.measuredItems(asking, {
        ...{ versionId, key: 'jkr-first-response', subject: { kind: 'bureau' } },
        ...{ period: year, code: null, offset: 0, limit: 50 },
      }),
  }
  const lines = []
  let bare = NaN
  for (const [name, ask] of Object.entries(questions)) {
    const taken = []
    for (let round = 0; round < 3; round += 1) {
      const begun = performance.now()
      await ask()
      taken.push(performance.now() - begun)
    }
    const median = taken.toSorted((one, other) => one - other)[1] ?? NaN
    if (name.startsWith('a bare')) bare = median
    lines.push(
      `${name.padEnd(32)} ${(median / 1_000).toFixed(2).padStart(6)} s  ` +
        `ratio ${(median / bare).toFixed(1)}`,
    )
  }
  return lines
}

/** @param {number} started */
function seconds(started) {
  return ((performance.now() - started) / 1_000).toFixed(0)
}

/** @param {string} folder */
async function openFilled(folder) {
  const { openDatabase } = await import('../../src/main/workspace/database/open.ts')
  const { readerOf } = await import('../../src/main/workspace/database/schema.ts')
  const { refreshStatistics } = await import('../../src/main/workspace/database/statistics.ts')
  const { systemClock } = await import('../../src/main/workspace/context.ts')
  const { loadShipped } = await import('../../src/main/workspace/shipped.ts')
  const { listAccounts } = await import('../../src/main/workspace/accounts/queries.ts')
  const { listPeople } = await import('../../src/main/workspace/people/queries.ts')
  const { PersonId, PlainDate } = await import('../../src/preload/contract/values.ts')
  const { writePosts } = await import('../../tests/support/postRows.ts')
  const { writeComplaints } = await import('../../tests/support/complaintRows.ts')
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
  // One account more than the campaign has: with it posts spread evenly, one to three accounts each.
  await sql`insert into account (id, channel, handle, handle_key, title, unit, purpose, biography,
      website, official_email, operators, active, place, created_at)
    values (${randomUUID()}, 'facebook', 'jkr', 'jkr', 'JKR', 'JKR', '', '', '', '', '[]', 1, 99,
      ${now})`.execute(db)
  const accounts = await listAccounts(readerOf(db))
  const accountIds = accounts.slice(0, campaign).map(({ id }) => id)
  await writePosts(db, {
    ...{ count: posts, from: PlainDate.parse('2022-01-01'), days: 1_780, personId },
    accountIds: accounts.map(({ id }) => id),
    plan: { today: PlainDate.parse('2026-11-01'), imageIds: [] },
  })
  await db
    .transaction()
    .execute((writer) =>
      writeComplaints(writer, { count: complaints, personId, from: '2022-01-01', days: 1_780 }),
    )
  await behindPosts(db, personId)
  await behindComplaints(db, accountIds)
  // As the workspace does when it opens, and after bulk work.
  await refreshStatistics(db)
  const [actor] = await listPeople(readerOf(db))
  if (actor === undefined) throw new Error('There is nobody')
  const context = { clock: systemClock, newId: randomUUID, db: readerOf(db) }
  return { db, context, accountIds, actor }
}

const id = sql.raw(`lower(hex(randomblob(4)) || '-0000-4000-8000-' || hex(randomblob(6)))`)

/**
 * What was recorded of the posts: where they came out, when they were planned, asked for, made and
 * approved, and the programme that a photo or a video is about.
 * @param {import('../../src/main/workspace/database/schema.ts').Writer} db
 * @param {string} personId
 */
async function behindPosts(db, personId) {
  const programme =
    '{"name":"Hari Terbuka JKR","day":"2025-05-05","time":"09:00","place":"Pekan",' +
    '"state":null,"guests":["YB Menteri"]}'
  const statements = [
    sql`insert into post_publication (id, post_id, account_id, day, url, skipped_reason,
        recorded_by, recorded_at)
      select ${id}, post.id, account_id, post.day, '', '', ${personId}, post.day || 'T04:00:00.000Z'
      from post join post_account on post_id = post.id
      where post.day is not null and status in ('published', 'archived')`,
    sql`update post set requested_on = date(day, '-6 days'), delivered_on = date(day, '-2 days'),
        created_at = date(day, '-9 days') || 'T01:00:00.000Z', programme = ${programme},
        programme_day = date(day, '+3 days'),
        body = title || '. Hari Terbuka JKR di Pekan pada 5 Mei 2025, jam 9.00 pagi #jkr'
      where day is not null`,
    sql`insert into post_version (post_id, number, what, content, content_hash, saved_by, saved_at)
      select id, 1, 'added', json_object('title', title, 'day', day, 'accounts', json('[]'),
        'text', body, 'notes', search_text), content_hash, ${personId}, created_at from post`,
    sql`insert into approval_round (id, post_id, number, version, content_hash, route_name, steps,
        asked_by, asked_at, outcome, ended_at, approved_at)
      select id, id, 1, 1, content_hash, 'Kelulusan', '[]', ${personId}, created_at, 'approved',
        created_at, created_at from post where rowid % 10 > 0`,
    sql`insert into approval_decision (id, round_id, number, step, decision, comment, signer_name,
        signer_post, entered_by, signed_on, at)
      select ${id}, id, 1, 0, 'approve', '', 'Ketua', 'Pengarah', ${personId},
        substr(asked_at, 1, 10), asked_at from approval_round`,
    sql`insert into image (id, name, kind, width, height, format, byte_size, bytes_hash,
        measurement, fingerprint, fingerprint_version, findings, programme, programme_time, place,
        guests, alt_text, source, rights, added_at, added_by, medium, frame)
      select ${id}, 'gambar-' || rowid, case rowid % 2 when 0 then 'poster' else 'photo' end,
        1200, 630, 'png', 1, lower(hex(randomblob(32))), '{}', '', 1, '[]', '', '', '', '', '', '',
        '', '2022-01-01T00:00:00.000Z', ${personId}, 'picture', 'drawn'
      from post where rowid % 5 = 0`,
    sql`insert into post_image (post_id, image_id, place, alt_text)
      select post.id, image.id, 0, 'Gambar' from post
      join image on image.name = 'gambar-' || (post.rowid - post.rowid % 5)`,
  ]
  await db.transaction().execute(async (writer) => {
    for (const statement of statements) await statement.execute(writer)
  })
}

/**
 * When complaints were answered, and on which account they came in.
 * @param {import('../../src/main/workspace/database/schema.ts').Writer} db
 * @param {readonly string[]} accountIds
 */
async function behindComplaints(db, accountIds) {
  await db.transaction().execute(async (writer) => {
    await sql`update complaint set
        responded_at = strftime('%Y-%m-%dT%H:%M:%S.000Z', received_at, '+' || (ordinal % 40) || ' hours'),
        settled_at = case when status in ('new', 'needs-information', 'forwarded', 'in-progress')
          then null else strftime('%Y-%m-%dT%H:%M:%S.000Z', received_at,
            '+' || (ordinal % 200) || ' hours') end`.execute(writer)
    for (const [at, accountId] of accountIds.entries()) {
      await sql`update complaint set account_id = ${accountId}
        where ordinal % ${accountIds.length} = ${at}`.execute(writer)
    }
    await sql`insert into complaint_forwarding (id, complaint_id, agency, outside, language, text,
        at, by_id, stepped, due_at, reminders, outcome_note, outcome_stepped)
      select ${id}, id, 'llm', 0, 'ms', '', received_at, entered_by, 0, received_at, 0, '', 0
      from complaint where kind = 'tolled-highway'`.execute(writer)
  })
}
