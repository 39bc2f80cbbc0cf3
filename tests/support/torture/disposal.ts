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

/**
 * `tries` complaints are disposed of as approved. Lost is every word of theirs that can still be read
 * in a page of the database, its log or a backup, or in the index of words; every file of theirs
 * that is still there; and every word of those that stay which is not found.
 */
export async function disposal({ tries }: Amount): Promise<Figures> {
  const test = await startTestWorkspace('sqlite', { automaticBackups: true })
  try {
    const gone = await fill(test, tries, 'buang', 0)
    const kept = await fill(test, staying, 'kekal', 50_000)
    const ids = (await test.workspace.complaints.disposalDue({})).cases.map(({ id }) => id)
    const going = ids.slice(0, tries)
    await test.workspace.backups.make({})
    const { hashes } = await filesOf(test, going)
    const began = performance.now()
    await dispose(test, going)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const found = await tracesOf(test, gone)
    const missed = (await missing(test, kept)).length
    const files = hashes.filter((hash) => names(test.folder).some((name) => name.endsWith(hash)))
    const lost = found.length + missed + files.length
    const notes = `${seconds} s, ${gone.length} words sought; ${found.slice(0, 5).join(', ')}`
    return { name: 'disposal of complaints', tries, lost, notes }
  } finally {
    await test.stop()
  }
}

async function fill(
  test: TestWorkspace,
  count: number,
  word: string,
  firstScene: number,
): Promise<string[]> {
  const { complaints, attachments } = test.workspace
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
    if (place % 50 !== 0) continue
    const bytes = new Uint8Array(await encodeScene(firstScene + place))
    const owner = { kind: 'complaint', id } as const
    const { added } = await attachments.addPasted({ owner, name: `${name}.png`, bytes })
    const boxes = [{ left: place % 50, top: 5, width: 60, height: 40 }]
    await attachments.redact({ id: present(added[0]).id, boxes })
  }
  return words
}

async function filesOf(
  test: TestWorkspace,
  ids: readonly string[],
): Promise<{ readonly hashes: readonly string[] }> {
  const rows = await test.rows<{ owner_id: string; bytes_hash: string }>(
    `select owner_id, bytes_hash from attachment union all
      select owner_id, black.bytes_hash from attachment_redaction as black
      join attachment on attachment.id = attachment_id`,
  )
  const among = new Set(ids)
  return {
    hashes: rows.flatMap(({ owner_id, bytes_hash }) => (among.has(owner_id) ? [bytes_hash] : [])),
  }
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
