import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { diskFull } from '../../support/torture/diskFull.ts'
import { disposal } from '../../support/torture/disposal.ts'
import { flips } from '../../support/torture/flips.ts'
import { killBackup } from '../../support/torture/killBackup.ts'
import { killImport } from '../../support/torture/killImport.ts'
import { tornLog } from '../../support/torture/tornLog.ts'

// The short form of each check, with fixed seeds; `npm run torture` does all of it.
describe('durability', () => {
  it.each([
    ['an import is killed', killImport, 2],
    ['the log is torn', tornLog, 40],
    ['the disk is full', diskFull, 6],
    ['bytes flip and pages turn to garbage', flips, 60],
    ['a backup is killed', killBackup, 2],
    ['complaints are disposed of', disposal, 100],
  ] as const)(
    'loses nothing when %s',
    async (_, check, tries) => {
      const { lost, notes } = await check({ tries, seed: 20_261_122 })
      expect({ lost, notes }).toEqual({ lost: 0, notes })
    },
    120_000,
  )
})

it('is understood by Node itself, which `npm run torture` runs on', async () => {
  const folder = new URL('../../support/torture/', import.meta.url)
  // `importer` and `backer` are processes to be killed: they begin to work when they are loaded.
  const checks = readdirSync(fileURLToPath(folder)).filter(
    (name) => !/^(importer|backer)/.test(name),
  )
  const loading = checks.map(
    (name) => `await import(${JSON.stringify(new URL(name, folder).href)})`,
  )
  const env = { ...process.env, NODE_OPTIONS: '' }
  const args = ['--input-type=module', '--eval', loading.join(';')]
  await promisify(execFile)(process.execPath, args, { env })
}, 60_000)
