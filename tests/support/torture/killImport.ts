import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { lookAt } from './afterwards.ts'
import { startChild } from './child.ts'
import { batchRows, inFolder, newKey, type Amount, type Figures } from './ground.ts'
import { randomBy } from '../random.ts'

/** Rows of one import. */
const wholeImport = 10_000
const longestKillMs = 1_500
const longestOpenMs = 1_000

/** `kill -9` at a random moment of a long import: nothing that was said to be saved is gone. */
export function killImport({ tries, seed }: Amount): Promise<Figures> {
  return inFolder(async (folder) => {
    const random = randomBy(seed)
    let [lost, rows, slowest] = [0, 0, 0]
    const problems = new Set<string>()
    for (let round = 0; round < tries; round++) {
      const [file, keyHex] = [join(folder, `${round}.db`), newKey()]
      const child = startChild('importer.ts', [file, keyHex, '0', String(wholeImport / batchRows)])
      await child.said('ready')
      await wait(random() * longestKillMs)
      child.kill()
      await child.ended
      const said = child.lines.filter((line) => /^\d+$/.test(line)).length
      const found = await lookAt(file, keyHex)
      const isLost = found.batches < said || found.wrong.length > 0
      if (isLost) lost += 1
      if (found.batches < said) problems.add('acknowledged rows are gone')
      for (const each of found.wrong) problems.add(each)
      if (found.openedInMs > longestOpenMs) problems.add('opening took more than a second')
      rows += said * batchRows
      slowest = Math.max(slowest, found.openedInMs)
    }
    const notes = `${rows} rows acknowledged, opened again in ≤ ${Math.round(slowest)} ms`
    return { name: 'kill -9 during an import', tries, lost, notes: told(notes, problems) }
  })
}

export function told(notes: string, problems: ReadonlySet<string>): string {
  return problems.size === 0 ? notes : `${notes}; ${[...problems].join(', ')}`
}
