import { makeBackup, type BackupSource } from '../../../src/main/workspace/backups/make.ts'
import { doDatabaseTask } from '../../../src/main/workspace/backups/task.ts'
import type { Instant } from '#contract/values'

// Run by itself: makes backups one after another until it is killed, and says of each, once it is
// made, what it is called.
const [folder = '', keyHex = '', first = '0'] = process.argv.slice(2)
const source: BackupSource = {
  ...{ runTask: doDatabaseTask, database: `${folder}/a.db`, media: `${folder}/media` },
  ...{ backups: `${folder}/sandaran`, keyHex, workspace: '0badcafe', appVersion: '0.0.0' },
}
process.stdout.write('ready\n')
for (let minute = Number(first); minute < Number(first) + 500; minute++) {
  const at = new Date(Date.UTC(2026, 10, 23, 1, minute)).toISOString() as Instant
  const { name } = await makeBackup(source, { at, reason: 'manual' })
  process.stdout.write(`${name}\n`)
}
