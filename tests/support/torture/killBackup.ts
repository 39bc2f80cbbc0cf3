import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  filesOf,
  readBackups,
  readManifest,
} from '../../../src/main/workspace/backups/folderOfBackups.ts'
import { checkDatabase } from '../../../src/main/workspace/database/copying.ts'
import { openDatabase } from '../../../src/main/workspace/database/open.ts'
import { startChild } from './child.ts'
import { inFolder, newKey, writeBatch, type Amount, type Figures } from './ground.ts'
import { randomBy } from '../random.ts'
import { told } from './killImport.ts'

const batches = 150
const longestKillMs = 600

/** `kill -9` during a backup: the newest backup that stands opens, is whole, and none is lost. */
export function killBackup({ tries, seed }: Amount): Promise<Figures> {
  return inFolder(async (folder) => {
    const random = randomBy(seed)
    const [file, keyHex] = [join(folder, 'a.db'), newKey()]
    const db = await openDatabase({ file, keyHex })
    for (let batch = 0; batch < batches; batch++) await writeBatch(db, batch)
    await db.destroy()
    const backups = join(folder, 'sandaran')
    const problems = new Set<string>()
    let [lost, made, minute] = [0, 0, 0]
    for (let round = 0; round < tries; round++) {
      const child = startChild('backer.ts', [folder, keyHex, String(minute)])
      await child.said('ready')
      // The first of all stands before anything is killed.
      if (round === 0) await child.said('sandaran-20261123-090000-tangan')
      await wait(random() * longestKillMs)
      child.kill()
      await child.ended
      const said = child.lines.filter((line) => line.startsWith('sandaran-'))
      made += said.length
      minute += said.length + 1
      const problem = await problemOf(backups, keyHex, said.at(-1))
      if (problem === null) continue
      lost += 1
      problems.add(problem)
    }
    const notes = told(`${made} backups made meanwhile`, problems)
    return { name: 'kill -9 during a backup', tries, lost, notes }
  })
}

async function problemOf(
  folder: string,
  keyHex: string,
  said: string | undefined,
): Promise<string | null> {
  const [newest] = await readBackups(folder, '0badcafe')
  if (newest?.state !== 'good') return 'no good backup is left'
  if (said !== undefined && newest.name < said) return 'a backup that was made is gone'
  const { database } = filesOf(folder, newest.name)
  const hash = createHash('sha256').update(readFileSync(database)).digest('hex')
  if ((await readManifest(folder, newest.name))?.sha256 !== hash) return 'another hash'
  const facts = checkDatabase({ file: database, keyHex }, 'integrity_check')
  return facts.audit.entries === batches ? null : 'rows are missing'
}
