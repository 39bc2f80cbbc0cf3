import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { checkDatabase } from '../../../src/main/workspace/database/copying.ts'
import { openDatabase } from '../../../src/main/workspace/database/open.ts'
import { connectSqlite } from '../../../src/main/workspace/database/sqlite.ts'
import { inFolder, newKey, writeBatch, type Amount, type Figures } from './ground.ts'
import { below, randomBy } from '../random.ts'
import { told } from './killImport.ts'

const pageBytes = 4_096

/**
 * Single bytes flipped (two tries in three) and whole pages of garbage, anywhere in the file: each is
 * noticed, and no reading ever gives another value than the one that was written.
 */
export function flips({ tries, seed }: Amount): Promise<Figures> {
  return inFolder(async (folder) => {
    const random = randomBy(seed)
    const [file, keyHex] = [join(folder, 'a.db'), newKey()]
    const db = await openDatabase({ file, keyHex })
    for (let batch = 0; batch < 4; batch++) await writeBatch(db, batch)
    await db.destroy()
    const true_ = valuesOf(file, keyHex)
    const size = statSync(file).size
    const problems = new Set<string>()
    let [lost, noticed, changed] = [0, 0, 0]
    const handle = openSync(file, 'r+')
    try {
      for (let round = 0; round < tries; round++) {
        const isPage = round % 3 === 2
        const at = isPage ? below(random, size / pageBytes) * pageBytes : below(random, size)
        const before = Buffer.alloc(isPage ? pageBytes : 1)
        readSync(handle, before, 0, before.length, at)
        const spoilt = Buffer.from(before)
        for (const [place, byte] of before.entries()) {
          spoilt[place] = isPage ? below(random, 256) : byte ^ (1 << below(random, 8))
        }
        writeSync(handle, spoilt, 0, spoilt.length, at)
        const isNoticed = refuses(() => checkDatabase({ file, keyHex }, 'quick_check'))
        const shown = valuesIfAny(file, keyHex)
        if (isNoticed) noticed += 1
        if (shown !== null && shown !== true_) changed += 1
        if (!isNoticed || (shown !== null && shown !== true_)) lost += 1
        writeSync(handle, before, 0, before.length, at)
      }
    } finally {
      closeSync(handle)
    }
    if (changed > 0) problems.add(`${changed} changed values were shown`)
    const notes = `${noticed} of ${tries} noticed, ${changed} changed values shown`
    return { name: 'flipped bytes and garbage pages', tries, lost, notes: told(notes, problems) }
  })
}

function refuses(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch {
    // Any refusal will do: nothing was shown.
    return true
  }
}

/** What the file's rows say; null where it is refused. */
function valuesIfAny(file: string, keyHex: string): string | null {
  try {
    return valuesOf(file, keyHex)
  } catch {
    return null
  }
}

function valuesOf(file: string, keyHex: string): string {
  const db = connectSqlite({ file, keyHex, readonly: true })
  try {
    return JSON.stringify([
      db.prepare('select * from person order by id').all(),
      db.prepare('select * from audit_entry order by sequence').all(),
    ])
  } finally {
    db.close()
  }
}
