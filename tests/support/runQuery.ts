import { sql } from 'kysely'
import { openDatabase, openForReading } from '../../src/main/workspace/database/open.ts'
import { dataFolder, readKeyFile } from '../../src/main/workspace/gate/folder.ts'
import { deriveKey, unsealBySecret } from '../../src/main/workspace/gate/keys.ts'

/**
 * Run by itself, beside a running application: one query on its database, the rows as JSON on the
 * standard output. `change` writes, behind the application's back.
 */
const [folder = '', passphrase = '', purpose = 'read', query = ''] = process.argv.slice(2)

const places = dataFolder(folder)
const keys = readKeyFile(places)
const dataKey = keys && (await unsealBySecret(keys.passphrase, passphrase))
if (!dataKey) throw new Error('The workspace does not open with this passphrase')
const options = {
  file: places.database,
  keyHex: Buffer.from(deriveKey(dataKey, 'database')).toString('hex'),
}
const db = purpose === 'change' ? await openDatabase(options) : openForReading(options)
try {
  process.stdout.write(JSON.stringify((await sql.raw(query).execute(db)).rows))
} finally {
  await db.destroy()
}
