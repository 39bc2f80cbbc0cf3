import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BackupReason } from '#contract/backups'
import { WorkspaceError } from '#contract/errors'
import { Instant } from '#contract/values'
import { readBackups } from '../../../src/main/workspace/backups/folderOfBackups.ts'
import { makeBackup, type BackupSource } from '../../../src/main/workspace/backups/make.ts'
import { latestVersion } from '../../../src/main/workspace/database/migrate.ts'
import { below, randomBy } from '../../support/random.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulasi-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('400 days of an office leave no unchecked backup and never an empty folder', async () => {
  const random = randomBy(400)
  const backups = join(folder, 'sandaran')
  /** Names of copies that were proved. Every twentieth copy does not hold. */
  const proved = new Set<string>()
  let [copies, refused] = [0, 0]
  const source: BackupSource = {
    ...{ database: join(folder, 'a.db'), media: join(folder, 'media'), backups },
    ...{ keyHex: '', workspace: '0badcafe', appVersion: '0.0.0' },
    runTask(task) {
      if (task.kind !== 'copy') throw new Error('Nothing else is asked')
      copies += 1
      writeFileSync(task.to, 'x')
      if (below(random, 20) === 0) return Promise.reject(new WorkspaceError('backups.not-made'))
      proved.add(task.to.replace('.baharu', ''))
      const audit = { entries: copies, head: '0'.repeat(64) }
      return Promise.resolve({
        ...{ schemaVersion: latestVersion, audit, rows: {}, bytes: 1, media: [] },
        sha256: '0'.repeat(64),
      })
    },
  }
  const make = async (midnight: number, hour: number, reason: BackupReason): Promise<void> => {
    const at = Instant.parse(new Date(midnight + hour * 3_600_000).toISOString())
    await makeBackup(source, { at, reason }).catch(() => (refused += 1))
    const stand = readdirSync(backups).filter((name) => name.endsWith('.db'))
    expect(stand.filter((name) => !proved.has(join(backups, name)))).toEqual([])
    const [newest] = await readBackups(backups, '0badcafe')
    expect(newest?.state).toBe('good')
    // The newest that was proved is never the one that goes.
    expect(join(backups, `${newest?.name ?? ''}.db`)).toBe([...proved].at(-1))
  }
  for (let day = 0; day < 400; day++) {
    const midnight = Date.UTC(2026, 0, 1) + day * 86_400_000
    if ([0, 6].includes(new Date(midnight).getUTCDay())) continue
    await make(midnight, 1, 'daily')
    if (day % 30 === 5) await make(midnight, 4, 'bulk')
    await make(midnight, 9, 'close')
  }
  expect(copies).toBeGreaterThan(500)
  expect(refused).toBeGreaterThan(10)
  expect(readdirSync(backups).filter((name) => name.endsWith('.db')).length).toBeLessThanOrEqual(33)
  // Of what did not hold nothing is left, and of each that stands three files.
  expect(readdirSync(backups).filter((name) => name.endsWith('.baharu'))).toEqual([])
}, 120_000)
