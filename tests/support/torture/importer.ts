import { openDatabase } from '../../../src/main/workspace/database/open.ts'
import { writeBatch } from './ground.ts'

// Run by itself: brings batches in until it is killed or done, and says of each, once it is saved,
// which it was. `full` stands for a disk that has no more room.
const [file = '', keyHex = '', first = '0', batches = '0'] = process.argv.slice(2)
const db = await openDatabase({ file, keyHex })
process.stdout.write('ready\n')
try {
  for (let batch = Number(first); batch < Number(first) + Number(batches); batch++) {
    await writeBatch(db, batch)
    process.stdout.write(`${batch}\n`)
  }
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  process.stdout.write(`full ${code}\n`)
}
