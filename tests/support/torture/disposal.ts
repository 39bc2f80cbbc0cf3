import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainDate } from '#contract/values'
import { connectSqlite } from '../../../src/main/workspace/database/sqlite.ts'
import { databaseKey, KeyFile, unsealBySecret } from '../../../src/main/workspace/gate/keys.ts'
import { complaintFields, contact, proposal, settleLongAgo } from '../complaints.ts'
import { encodeScene } from '../encodedPictures.ts'
import { plainPages } from '../plainPages.ts'
import { present } from '../present.ts'
import { startTestWorkspace, testPassphrase, type TestWorkspace } from '../workspace.ts'
import type { Amount, Figures } from './ground.ts'

/** How many stay, so that the search is known to find what is there. */
const staying = 5
/** Of those that go every so many has a photo; of those that stay each. */
const photoEvery = 5
/** A photo that is attached to one that goes and to one that stays. */
const sharedScene = 90_000

/**
 * `tries` complaints are disposed of as approved. Lost is every word of theirs that can still be read
 * in a page of the database, its log or a backup, or in the index of words; every file of theirs
 * that is still there, redacted copies that were replaced or taken back among them; and every word
 * and file of those that stay which is not found, in the store and in the backup.
 */
export async function disposal({ tries }: Amount): Promise<Figures> {
  const test = await startTestWorkspace('sqlite', { automaticBackups: true })
  try {
    const gone = await fill(test, tries, 'buang', { firstScene: 0, every: photoEvery })
    const kept = await fill(test, staying, 'kekal', { firstScene: 50_000, every: 1 })
    const ids = (await test.workspace.complaints.disposalDue({})).cases.map(({ id }) => id)
    const going = ids.slice(0, tries)
    await test.workspace.backups.make({})
    const [theirs, others] = [await filesOf(test, going), await filesOf(test, ids.slice(tries))]
    const doomed = theirs.files.filter((hash) => !others.files.includes(hash))
    const began = performance.now()
    await dispose(test, going)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const found = await tracesOf(test, gone)
    const missed = await missing(test, kept)
    const left = doomed.filter((hash) => holds(test.folder, hash))
    const rows = await test.rows('select id from attachment_redaction')
    const orphans = Math.abs(rows.length - others.copies)
    const stores = ['media', 'sandaran/media'].map((store) =>
      join(test.folder, store, 'attachment'),
    )
    const torn = others.files.filter((hash) => stores.some((store) => !holds(store, hash)))
    const lost = found.length + missed.length + left.length + orphans + torn.length
    const notes = [
      `${seconds} s`,
      `${gone.length} words sought`,
      `${doomed.length} files of theirs sought, ${theirs.copies} redacted copies among them`,
      `${others.files.length} files that stay, ${others.copies} redacted copies among them`,
      ...found.slice(0, 5),
    ]
    return { name: 'disposal of complaints', tries, lost, notes: notes.join(', ') }
  } finally {
    await test.stop()
  }
}

async function fill(
  test: TestWorkspace,
  count: number,
  word: string,
  { firstScene, every }: { readonly firstScene: number; readonly every: number },
): Promise<string[]> {
  const { complaints } = test.workspace
  const words: string[] = []
  for (let place = 0; place < count; place++) {
    const [name, what, note, phone] = ['nama', 'aduan', 'nota', '01'].map(
      (kind) => `${kind}${word}${String(place).padStart(5, '0')}x`,
    )
    words.push(present(name), present(what), present(note), present(phone))
    const id = await settleLongAgo(test, complaintFields({ what: `Lubang ${what} dekat pasar` }), {
      kind: 'new',
      contact: contact(`Encik ${name}`, { email: `${phone}@contoh.my` }),
    })
    await complaints.addNote({ id, text: `Telah ${note} disemak` })
    if (place % every !== 0) continue
    await addPhoto(test, id, { scene: firstScene + place, manner: (place / every) % 4, place })
    if (place === 0) await addPhoto(test, id, { scene: sharedScene, manner: 0, place })
  }
  return words
}

/** A photo that is blacked out once, again and again, and taken back, or not at all. */
async function addPhoto(
  { workspace: { attachments } }: TestWorkspace,
  id: string,
  { scene, manner, place }: Readonly<Record<'scene' | 'manner' | 'place', number>>,
): Promise<void> {
  const bytes = new Uint8Array(await encodeScene(scene))
  const owner = { kind: 'complaint', id } as const
  const { added } = await attachments.addPasted({ owner, name: `foto-${scene}.png`, bytes })
  const { id: attachmentId } = present(added[0])
  const box = { left: place % 50, top: 5, width: 60, height: 40 }
  if (manner === 3) return
  await attachments.redact({ id: attachmentId, boxes: [box] })
  if (manner === 1) {
    await attachments.redact({ id: attachmentId, boxes: [{ ...box, width: 90 }] })
  }
  if (manner === 2) await attachments.removeRedaction({ id: attachmentId })
}

/** Hashes of the files of some complaints: originals and redacted copies, standing or not. */
async function filesOf(
  test: TestWorkspace,
  ids: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly copies: number }> {
  const rows = await test.rows<{ owner_id: string; bytes_hash: string; copy: number }>(
    `select owner_id, bytes_hash, 0 as copy from attachment union all
      select owner_id, black.bytes_hash, 1 as copy from attachment_redaction as black
      join attachment on attachment.id = attachment_id`,
  )
  const among = new Set(ids)
  const own = rows.filter(({ owner_id }) => among.has(owner_id))
  return {
    files: [...new Set(own.map(({ bytes_hash }) => bytes_hash))],
    copies: own.filter(({ copy }) => copy === 1).length,
  }
}

/** Whether a folder has a file of these bytes, whatever stands before their hash. */
function holds(folder: string, hash: string): boolean {
  return names(folder).some((name) => name.endsWith(hash))
}

async function dispose(test: TestWorkspace, ids: Parameters<typeof proposed>[1]): Promise<void> {
  const { complaints, people, gate } = test.workspace
  const id = await proposed(test, ids)
  const head = await people.add({ name: 'Ketua', post: 'Ketua', roles: ['head'] })
  await gate.switchPerson({ id: head.id })
  const approval = { reference: 'ANM.600-1', referenceOn: PlainDate.parse('2026-11-20') }
  await complaints.approveDisposal({ id, ...approval })
  await complaints.executeDisposal({ id })
}

async function proposed(
  { workspace }: TestWorkspace,
  ids: Parameters<TestWorkspace['workspace']['complaints']['proposeDisposal']>[0]['ids'],
) {
  return (await workspace.complaints.proposeDisposal({ ids, ...proposal })).id
}

async function keyOf(folder: string): Promise<string> {
  const keys = KeyFile.parse(JSON.parse(readFileSync(join(folder, 'kunci.json'), 'utf8')))
  return databaseKey(present(await unsealBySecret(keys.passphrase, testPassphrase)))
}

/** Words that stand in a page of a database or its log, of a backup, or in the index of words. */
async function tracesOf({ folder }: TestWorkspace, words: readonly string[]): Promise<string[]> {
  const keyHex = await keyOf(folder)
  const databases = [
    join(folder, 'ruang-kerja.db'),
    ...names(join(folder, 'sandaran'))
      .filter((name) => name.endsWith('.db'))
      .map((name) => join(folder, 'sandaran', name)),
  ]
  return databases.flatMap((file) => {
    const plain = plainPages(file, keyHex)
    const indexed = vocabulary(file, keyHex)
    return words.filter((word) => plain.includes(word) || indexed.has(word))
  })
}

async function missing({ folder }: TestWorkspace, words: readonly string[]): Promise<string[]> {
  const plain = plainPages(join(folder, 'ruang-kerja.db'), await keyOf(folder))
  return words.filter((word) => !plain.includes(word))
}

function vocabulary(file: string, keyHex: string): Set<string> {
  const db = connectSqlite({ file, keyHex, readonly: true })
  try {
    db.exec('create virtual table temp.terms using fts5vocab(main, complaint_words, row)')
    const terms = db.prepare<[], { term: string }>('select term from temp.terms').all()
    return new Set(terms.map(({ term }) => term))
  } finally {
    db.close()
  }
}

function names(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String)
}
