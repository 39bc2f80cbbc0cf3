import { ImageId, PlainDate } from '#contract/values'
import { listAccounts } from '../../src/main/workspace/accounts/queries.ts'
import { listCycles } from '../../src/main/workspace/cycles/queries.ts'
import { openDatabase } from '../../src/main/workspace/database/open.ts'
import { readerOf } from '../../src/main/workspace/database/schema.ts'
import { dataFolder, readKeyFile } from '../../src/main/workspace/gate/folder.ts'
import { deriveKey, unsealBySecret } from '../../src/main/workspace/gate/keys.ts'
import { listPeople } from '../../src/main/workspace/people/queries.ts'
import { writePosts } from './postRows.ts'
import { present } from './present.ts'

const [folder = '', passphrase = '', count = '', from = '', days = '', today] =
  process.argv.slice(2)

/**
 * Run by itself, on the data folder of an application that was closed: writes `count` posts over
 * `days` days from a day on; with today's date as a plan that is followed, with the library's pictures
 * on it.
 */
const places = dataFolder(folder)
const keys = readKeyFile(places)
const dataKey = keys && (await unsealBySecret(keys.passphrase, passphrase))
if (!dataKey) throw new Error('The workspace is not there')
const db = await openDatabase({
  file: places.database,
  keyHex: Buffer.from(deriveKey(dataKey, 'database')).toString('hex'),
})
try {
  const [person] = await listPeople(readerOf(db))
  const accounts = await listAccounts(readerOf(db))
  const cycles = await listCycles(readerOf(db))
  // The states' accounts all stand on one network.
  const used = today ? accounts.filter(({ state }) => state === null) : accounts
  const pictures = await readerOf(db).selectFrom('image').select('id').orderBy('id').execute()
  await writePosts(db, {
    ...{ count: Number(count), from: PlainDate.parse(from), days: Number(days) },
    ...{ personId: present(person).id, accountIds: used.map(({ id }) => id) },
    phases: cycles.flatMap((cycle) => cycle.phases),
    ...(today && {
      plan: {
        today: PlainDate.parse(today),
        imageIds: pictures.map(({ id }) => ImageId.parse(id)),
      },
    }),
  })
} finally {
  await db.destroy()
}
