import { join } from 'node:path'
import { sql } from 'kysely'
import { WorkspaceError } from '#contract/errors'
import { explain } from '../../../src/main/workspace/database/explain.ts'
import { openDatabase } from '../../../src/main/workspace/database/open.ts'
import { lookAt } from './afterwards.ts'
import { startChild } from './child.ts'
import { inFolder, newKey, writeBatch, type Amount, type Figures } from './ground.ts'
import { below, randomBy } from '../random.ts'
import { told } from './killImport.ts'

/**
 * A disk without room at different points: what was saved stays, the person is told so in words, and
 * saving goes on when there is room again. Two in three by SQLite's own limit of pages, one in three
 * by the system's limit of a file.
 */
export function diskFull({ tries, seed }: Amount): Promise<Figures> {
  return inFolder(async (folder) => {
    const random = randomBy(seed)
    const problems = new Set<string>()
    const codes = new Set<string>()
    let lost = 0
    for (let round = 0; round < tries; round++) {
      const [file, keyHex] = [join(folder, `${round}.db`), newKey()]
      const { saved, code } =
        round % 3 === 2
          ? await fillByFileLimit(file, keyHex, random)
          : await fillByPages(file, keyHex, random)
      codes.add(code)
      const before = problems.size
      if (!/^SQLITE_(FULL|IOERR_WRITE|IOERR_SHMSIZE)/.test(code)) problems.add(`told ${code}`)
      const found = await lookAt(file, keyHex)
      for (const each of found.wrong) problems.add(each)
      if (found.batches < saved) problems.add('saved rows are gone')
      await goOn(file, keyHex, found.batches)
      const later = await lookAt(file, keyHex)
      if (later.batches !== found.batches + 1) problems.add('saving did not go on')
      if (problems.size > before) lost += 1
    }
    const notes = [...codes].toSorted().join(', ')
    return { name: 'disk full', tries, lost, notes: told(notes, problems) }
  })
}

async function goOn(file: string, keyHex: string, batch: number): Promise<void> {
  const db = await openDatabase({ file, keyHex })
  await writeBatch(db, batch)
  await db.destroy()
}

async function fillByPages(file: string, keyHex: string, random: () => number) {
  const db = await openDatabase({ file, keyHex })
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  const most = (rows[0]?.page_count ?? 0) + 5 + below(random, 120)
  await sql.raw(`pragma max_page_count=${most}`).execute(db)
  let saved = 0
  try {
    for (;;) {
      await writeBatch(db, saved)
      saved += 1
    }
  } catch (error) {
    const told = explain(error)
    if (!(told instanceof WorkspaceError) || told.reason !== 'database.full') throw error
    return { saved, code: codeOf(error) }
  } finally {
    await db.destroy()
  }
}

async function fillByFileLimit(file: string, keyHex: string, random: () => number) {
  // Large enough for the schema, in blocks of 512 bytes.
  const blocks = 6_000 + below(random, 3_000)
  const child = startChild('importer.ts', [file, keyHex, '0', '2000'], blocks)
  await child.ended
  const saved = child.lines.filter((line) => /^\d+$/.test(line)).length
  const code = child.lines.find((line) => line.startsWith('full '))?.slice(5) ?? 'nothing'
  return { saved, code }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
