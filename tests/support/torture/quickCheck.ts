import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runInThread } from '../../../src/main/hosts/databaseWorkers.ts'
import { connectSqlite } from '../../../src/main/workspace/database/sqlite.ts'
import { openDatabase } from '../../../src/main/workspace/database/open.ts'
import { inFolder, newKey, type Amount, type Figures } from './ground.ts'

const longestStallMs = 100

/**
 * The check after an unclean stop, of a database of `tries` megabytes: it runs beside the work. What
 * is counted as lost is a check that fails, or one during which the thread that answers the pages
 * stood still for longer than 100 ms and three times longer than it does by itself.
 */
export function quickCheck({ tries }: Amount): Promise<Figures> {
  return inFolder(async (folder) => {
    const [file, keyHex] = [join(folder, 'a.db'), newKey()]
    await (await openDatabase({ file, keyHex })).destroy()
    fill(file, keyHex, tries * 1_000_000)
    const idle = await longestStall(() => wait(2_000))
    const began = performance.now()
    const failures: unknown[] = []
    const busy = await longestStall(async () => {
      const task = { kind: 'check', source: { file, keyHex }, quick: true } as const
      await runInThread(task).catch((error: unknown) => failures.push(error))
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const isStalled = busy > Math.max(longestStallMs, 3 * idle)
    const size = Math.round(statSync(file).size / 1_000_000)
    const notes = `${size} MB in ${seconds} s, longest stall ${Math.round(busy)} ms, ${Math.round(idle)} ms without`
    return {
      name: 'quick check beside the work',
      tries: 1,
      lost: failures.length === 0 && !isStalled ? 0 : 1,
      notes,
    }
  })
}

function fill(file: string, keyHex: string, bytes: number): void {
  const db = connectSqlite({ file, keyHex })
  const add = db.prepare("insert into person values (?, 'Orang', ?, 1, 'x')")
  const text = 'x'.repeat(3_000)
  db.transaction(() => {
    for (let row = 0; row * 4_000 < bytes; row++) add.run(String(row), text)
  })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let [last, longest] = [performance.now(), 0]
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 5)
  await work()
  clearInterval(timer)
  return longest
}
