import { createHash, randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { CheckId } from '#contract/values'
import { openDatabase } from '../../src/main/workspace/database/open.ts'
import type { Writer } from '../../src/main/workspace/database/schema.ts'
import { dataFolder, readKeyFile } from '../../src/main/workspace/gate/folder.ts'
import { deriveKey, unsealBySecret } from '../../src/main/workspace/gate/keys.ts'
import { openMediaStore, type MediaStore } from '../../src/main/workspace/media/store.ts'

const [folder = '', passphrase = '', rowCount = '', ...waiting] = process.argv.slice(2)

const tags = ['jambatan', 'jalan persekutuan', 'penyelenggaraan', 'cerun'] as const
const programmes = [
  'Majlis Perasmian Jambatan Sungai Pahang',
  'Lawatan kerja tapak projek naik taraf Jalan Persekutuan 3',
  'Taklimat keselamatan jalan raya sempena musim tengkujuh',
] as const

/** What is known of a file before it is checked. */
const unseen = {
  state: 'waiting',
  verdict: null,
  width: null,
  height: null,
  format: null,
  byte_size: null,
  bytes_hash: null,
  measurement: null,
  fingerprint: null,
  findings: '[]',
} as const
/**
 * Run by itself, on the data folder of an application that was closed: writes the rows of its one
 * batch and of its library again under other names until there are `rowCount` of each, thumbnails
 * included. The last files of the batch are those at the paths `waiting`, not checked yet.
 */
const { db, media } = await openFilled()
try {
  await repeatChecks(Number(rowCount))
  await repeatLibrary(Number(rowCount))
} finally {
  await db.destroy()
}

async function openFilled(): Promise<{ db: Writer; media: MediaStore }> {
  const places = dataFolder(folder)
  const keys = readKeyFile(places)
  const dataKey = keys && (await unsealBySecret(keys.passphrase, passphrase))
  if (!dataKey) throw new Error('The workspace is not there')
  const db = await openDatabase({
    file: places.database,
    keyHex: Buffer.from(deriveKey(dataKey, 'database')).toString('hex'),
  })
  return { db, media: openMediaStore(places.media, deriveKey(dataKey, 'media')) }
}

async function repeatChecks(count: number): Promise<void> {
  const rows = await db.selectFrom('image_check').selectAll().orderBy('position').execute()
  const repeats = await db.selectFrom('image_repeat').selectAll().execute()
  await db.transaction().execute(async (write) => {
    for (let position = rows.length; position < count; position++) {
      const row = rows[position % rows.length]
      if (row === undefined) throw new Error('Nothing was checked')
      const id = CheckId.parse(randomUUID())
      const path = waiting[position - (count - waiting.length)]
      const own =
        path === undefined
          ? { name: numbered(row.name, position + 1) }
          : { ...unseen, path, name: basename(path) }
      await write
        .insertInto('image_check')
        .values({ ...row, ...own, id, position, kept_as: null })
        .execute()
      if (path !== undefined) continue
      for (const repeat of repeats.filter(({ check_id }) => check_id === row.id)) {
        const copy = { ...repeat, id: randomUUID(), check_id: id }
        await write.insertInto('image_repeat').values(copy).execute()
      }
      const thumbnail = await media.get('thumbnail', row.id)
      if (thumbnail !== null) await media.put('thumbnail', id, thumbnail)
    }
    if (waiting.length > 0)
      await write.updateTable('image_batch').set({ finished_at: null }).execute()
  })
}

/** The copies are as old as the pictures they were made of, a minute apart each. */
async function repeatLibrary(count: number): Promise<void> {
  const rows = await db.selectFrom('image').selectAll().orderBy('id').execute()
  await db.transaction().execute(async (write) => {
    for (let place = rows.length; place < count; place++) {
      const row = rows[place % rows.length]
      if (row === undefined) throw new Error('Nothing was kept')
      const id = randomUUID()
      const hash = createHash('sha256').update(id).digest('hex')
      const added = new Date(Date.parse(row.added_at) - place * 60_000).toISOString()
      const copy = { ...row, id, name: numbered(row.name, place + 1), bytes_hash: hash }
      await write
        .insertInto('image')
        .values({ ...copy, ...eventOf(place), added_at: added })
        .execute()
      await write
        .insertInto('image_tag')
        .values({ image_id: id, tag: tags[place % tags.length] ?? 'jalan' })
        .execute()
      const thumbnail = await media.get('thumbnail', row.bytes_hash)
      if (thumbnail !== null) await media.put('thumbnail', hash, thumbnail)
    }
  })
}

/** Every third is not described yet. */
function eventOf(place: number) {
  if (place % 3 === 0) return {}
  const day = String(1 + (place % 28)).padStart(2, '0')
  return {
    programme: programmes[place % programmes.length] ?? '',
    programme_date: `2026-10-${day}`,
    programme_time: '9.00 pagi',
    place: 'Pekan, Pahang',
    guests: 'YB Menteri Kerja Raya',
  }
}

/** `Hantaran 1.jpg` becomes `Hantaran 1 (0731).jpg`. */
function numbered(name: string, place: number): string {
  const dot = name.lastIndexOf('.')
  const stem = dot > 0 ? name.slice(0, dot) : name
  return `${stem} (${String(place).padStart(4, '0')})${dot > 0 ? name.slice(dot) : ''}`
}
