import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { goalLine, share } from './support/goals.mjs'

/** Rows of one sheet, as many as come in at once. */
const rowsOfSheet = 50_000
const seconds = 10
const megabytes = 512
/** One complaint at the counter is taken in within so many milliseconds. */
const intakeMilliseconds = 50
const rounds = 20

/**
 * The register an office kept before comes into an encrypted workspace: 50 000 rows of separated
 * values, checked and then brought in; and one complaint is taken in at ten thousand and a hundred
 * thousand. The memory is the most this process held: it is to run by itself.
 * @type {import('../bench.mjs').Bench}
 */
export const bench = {
  name: 'complaint-import',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'complaint-import-'))
    try {
      const { registerCsv, registerHeads, registerRows } =
        await import('../../tests/support/registerSheet.ts')
      const opened = await openWorkspace(folder)
      const bytes = new TextEncoder().encode(registerCsv(registerHeads, registerRows(rowsOfSheet)))
      const trial = await timed(() => opened.bring(bytes, true))
      const done = await timed(() => opened.bring(bytes, false))
      const held = process.resourceUsage().maxRSS / 1_024
      const undone = await timed(() => opened.undo(done.value.importId))
      const lines = [
        `${rowsOfSheet} rows, ${(bytes.byteLength / 1e6).toFixed(1)} MB, ${done.value.newPeople} people`,
        goalLine('checked, s', trial.ms / 1_000, seconds, 'at most'),
        goalLine('checked and brought in, s', done.ms / 1_000, seconds, 'at most'),
        goalLine('most memory, MB', held, megabytes, 'at most'),
        `taken out again in ${(undone.ms / 1_000).toFixed(1)} s`,
      ]
      await opened.db.destroy()
      const register = await openWorkspace(mkdtempSync(join(folder, 'register-')))
      for (const [size, added] of /** @type {const} */ ([
        [10_000, 10_000],
        [100_000, 90_000],
      ])) {
        await register.fill(added, size - added)
        const times = []
        for (let round = -2; round < rounds; round += 1) {
          const { ms } = await timed(register.takeIn)
          if (round >= 0) times.push(ms)
        }
        const name = `one taken in among ${size}, 95th percentile`
        lines.push(goalLine(name, share(times, 0.95), intakeMilliseconds, 'ms'))
      }
      await register.db.destroy()
      lines.push(`load of the machine ${loadavg()[0]?.toFixed(1) ?? ''}`)
      return lines
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/**
 * @template T
 * @param {() => Promise<T>} work
 */
async function timed(work) {
  const started = performance.now()
  const value = await work()
  return { value, ms: performance.now() - started }
}

/** @param {string} folder */
async function openWorkspace(folder) {
  const { openDatabase } = await import('../../src/main/workspace/database/open.ts')
  const { readerOf } = await import('../../src/main/workspace/database/schema.ts')
  const { refreshStatistics } = await import('../../src/main/workspace/database/statistics.ts')
  const { systemClock } = await import('../../src/main/workspace/context.ts')
  const { loadShipped } = await import('../../src/main/workspace/shipped.ts')
  const { complaintHandlers } = await import('../../src/main/workspace/complaints/service.ts')
  const { listPeople } = await import('../../src/main/workspace/people/queries.ts')
  const { ComplaintImportId } = await import('../../src/preload/contract/complaintImports.ts')
  const { PersonId } = await import('../../src/preload/contract/values.ts')
  const { writeComplaints } = await import('../../tests/support/complaintRows.ts')
  const { complaintFields, contact } = await import('../../tests/support/complaints.ts')
  const { registerColumns } = await import('../../tests/support/registerSheet.ts')
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
  const idle = { record: () => undefined, afterCommit: () => undefined }
  /**
   * @template T
   * @param {(context: import('../../src/main/workspace/context.ts').CommandContext) => Promise<T>} change
   */
  const write = (change) =>
    db
      .transaction()
      .execute((writer) => change({ ...common, db: readerOf(writer), writer, ...idle }))
  const { signal } = new AbortController()
  const job = { ...common, db: readerOf(db), signal, write, report: () => undefined }

  return {
    db,
    /**
     * @param {Uint8Array<ArrayBuffer>} bytes
     * @param {boolean} trial
     */
    async bring(bytes, trial) {
      const found = await complaintHandlers.importComplaints(job, {
        ...{ name: 'daftar.csv', bytes, columns: [...registerColumns], channel: null, kind: null },
        ...{ skipKnown: false, trial },
      })
      if (found.rejected.length > 0) throw new Error(JSON.stringify(found.rejected[0]))
      return found
    },
    /** @param {string | null} id */
    async undo(id) {
      const importId = ComplaintImportId.parse(id)
      return write((context) =>
        complaintHandlers.undoRegisterImport(context, {
          ...{ id: importId, reason: 'Import dibatalkan' },
        }),
      )
    },
    takeIn: () =>
      write((context) =>
        complaintHandlers.add(context, {
          fields: complaintFields({ what: 'Lubang besar di lorong kiri dekat masjid' }),
          complainant: { kind: 'new', contact: contact('Nurul Izzah') },
          filesId: null,
        }),
      ),
    /**
     * @param {number} count
     * @param {number} filled
     */
    async fill(count, filled) {
      const from = `${2000 + (filled === 0 ? 0 : 8)}-01-01`
      const { last } = await db
        .selectFrom('complaint')
        .select((e) => e.fn.coalesce(e.fn.max('ordinal'), e.lit(0)).as('last'))
        .executeTakeFirstOrThrow()
      await db.transaction().execute((writer) =>
        writeComplaints(writer, {
          ...{ count, personId, from, days: 2_900, seed: filled + 1, after: last },
        }),
      )
      // As the workspace does when it opens, and after bulk work.
      await refreshStatistics(db)
    },
  }
}
