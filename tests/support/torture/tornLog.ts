import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectSqlite } from '../../../src/main/workspace/database/sqlite.ts'
import { told } from './killImport.ts'
import { inFolder, newKey, type Amount, type Figures } from './ground.ts'
import { below, randomBy } from '../random.ts'

const commits = 40

/**
 * The end of the write-ahead log cut off, zeroed or overwritten anywhere, as a power failure leaves
 * it: what is read is the state after one of the commits, never a part of one.
 */
export function tornLog({ tries, seed }: Amount): Promise<Figures> {
  return inFolder((folder) => {
    const random = randomBy(seed)
    const [whole, keyHex] = [join(folder, 'whole.db'), newKey()]
    const { file: kept, log } = written(whole, keyHex, join(folder, 'kept.db'))
    const problems = new Set<string>()
    let lost = 0
    let shortest = commits
    for (let round = 0; round < tries; round++) {
      const file = join(folder, 'torn.db')
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
      copyFileSync(kept, file)
      writeFileSync(`${file}-wal`, torn(log, random))
      const { state, problem } = stateOf(file, keyHex)
      if (problem !== null) {
        lost += 1
        problems.add(problem)
      }
      shortest = Math.min(shortest, state)
    }
    const notes = `${commits} commits in the log, ${shortest} left at the least`
    return Promise.resolve({ name: 'torn logs', tries, lost, notes: told(notes, problems) })
  })
}

/** Forty commits in the log, each of two rows that belong together; the file as it lies meanwhile. */
function written(file: string, keyHex: string, kept: string): { file: string; log: Buffer } {
  const db = connectSqlite({ file, keyHex })
  db.exec('create table one (n integer primary key, text text); create table other (n integer)')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('wal_autocheckpoint=0')
  const add = db.transaction((n: number) => {
    db.prepare('insert into one values (?, ?)').run(n, `${n} `.repeat(200))
    db.prepare('insert into other values (?)').run(n)
  })
  for (let n = 1; n <= commits; n++) add(n)
  copyFileSync(file, kept)
  const log = readFileSync(`${file}-wal`)
  db.close()
  return { file: kept, log }
}

function torn(log: Buffer, random: () => number): Buffer {
  const at = below(random, log.length)
  const kind = below(random, 3)
  if (kind === 0) return log.subarray(0, at)
  const spoilt = Buffer.from(log)
  for (let place = at; place < spoilt.length; place++) {
    spoilt[place] = kind === 1 ? 0 : below(random, 256)
  }
  return spoilt
}

function stateOf(file: string, keyHex: string): { state: number; problem: string | null } {
  try {
    const db = connectSqlite({ file, keyHex })
    try {
      const ones = db.prepare<[], { n: number; text: string }>('select * from one order by n').all()
      const others = db.prepare<[], { n: number }>('select n from other order by n').all()
      const state = ones.length
      const isPrefix = ones.every(
        ({ n, text }, place) => n === place + 1 && text === `${n} `.repeat(200),
      )
      const isWhole = others.length === state && others.every(({ n }, place) => n === place + 1)
      if (!isPrefix || !isWhole) return { state, problem: 'a part of a commit' }
      const checked = db.pragma('integrity_check', { simple: true })
      return { state, problem: checked === 'ok' ? null : 'integrity_check' }
    } finally {
      db.close()
    }
  } catch {
    return { state: 0, problem: 'did not open' }
  }
}
