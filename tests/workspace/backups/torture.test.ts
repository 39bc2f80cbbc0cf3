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
