import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Attachment } from '#contract/attachments'
import type { Complaint } from '#contract/complaints'
import { PlainDate } from '#contract/values'
import { contact, register } from '../../support/complaints.ts'
import { encodeScene } from '../../support/encodedPictures.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let outside: string
beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'luar-'))
})
afterEach(async () => {
  await test.stop()
  await rm(outside, { recursive: true })
})

async function attach(id: Complaint['id'], name: string, bytes: Uint8Array): Promise<Attachment> {
  const owner = { kind: 'complaint', id } as const
  const { added } = await test.workspace.attachments.addPasted({ owner, name, bytes })
  return present(added[0])
}

const text = (words: string) => new TextEncoder().encode(words)

/** Somebody with two cases and three files, somebody else with one; and what the first asks. */
async function twoPeople() {
  const { complaints } = test.workspace
  const first = await register(test, {}, { kind: 'new', contact: contact('Rosli bin Hamid') })
  const { id: complainantId } = present(first.complainant)
  const second = await register(test, {}, { kind: 'known', id: complainantId })
  const other = await register(test, {}, { kind: 'new', contact: contact('Lim Mei Ling') })
  const letter = await attach(first.id, 'Surat: jalan/rosak.txt', text('Surat pertama'))
  await attach(second.id, 'Surat.txt', text('Surat kedua'))
  const photo = await attach(second.id, 'Tapak.png', new Uint8Array(await encodeScene(3)))
  await attach(other.id, 'Surat Lim.txt', text('Bukan untuk Rosli'))
  const request = await complaints.addRequest({
    ...{ complainantId, kind: 'access', asked: 'Salinan semua' },
    receivedOn: PlainDate.parse('2026-11-20'),
  })
  return { first, second, letter, photo, request, complainantId }
}

const taken = () =>
  test.rows<{ action: string; subjects: string }>(
    `select action, subjects from audit_entry where action = 'complaints.saveAccessFiles'`,
  )

describe.each(databases)('the files of an access file on %s', (database) => {
  it('leave in one new folder, all of that person and none of another', async () => {
    test = await startTestWorkspace(database)
    const { complaints, attachments } = test.workspace
    const { first, second, photo, request, complainantId } = await twoPeople()
    const box = { left: 100, top: 80, width: 300, height: 200 }
    await attachments.redact({ id: photo.id, boxes: [box] })
    const saved = await complaints.saveAccessFiles({ id: request.id, within: outside })
    const folder = `${request.number}-lampiran`
    expect(saved).toEqual({ folder, saved: 3, refused: [] })
    const names = (await readdir(join(outside, folder))).sort()
    const [one, two] = [first.number.toLowerCase(), second.number.toLowerCase()]
    expect(names).toHaveLength(3)
    for (const name of names) expect(name).toMatch(/^adu-2026-00000[12]-[a-z0-9-]+\.(txt|png)$/)
    const texts = names.filter((name) => name.endsWith('.txt'))
    expect(texts.map((name) => name.slice(0, one.length))).toEqual([one, two])
    const read = (name: string) => readFile(join(outside, folder, name), 'utf8')
    expect(await Promise.all(texts.map(read))).toEqual(['Surat pertama', 'Surat kedua'])
    // What leaves is the copy with its boxes, never what they cover.
    const path = join(outside, 'satu.png')
    await attachments.saveCopy({ id: photo.id, path })
    const picture = names.find((name) => name.endsWith('.png')) ?? ''
    expect(await readFile(join(outside, folder, picture))).toEqual(await readFile(path))

    // It is a disclosure of each case, and what is there already is not touched.
    const { disclosures } = await complaints.rightsOf({ complainantId })
    expect(disclosures.map(({ complaintId, what }) => [complaintId, what]).sort()).toEqual(
      [first.id, second.id].map((id) => [id, 'Lampiran kes']).sort(),
    )
    expect(await taken()).toHaveLength(4)
    const again = await complaints.saveAccessFiles({ id: request.id, within: outside })
    expect(again.folder).toBe(`${folder}-2`)
  })

  it('name what is damaged, and leave nothing half there', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const { first, letter, request } = await twoPeople()
    await rm(
      join(test.folder, 'media', 'attachment', letter.bytesHash.slice(0, 2), letter.bytesHash),
    )
    const saved = await complaints.saveAccessFiles({ id: request.id, within: outside })
    expect(saved).toMatchObject({ saved: 2, refused: [{ number: first.number }] })

    await rm(join(outside, saved.folder), { recursive: true })
    const calledOff = new AbortController()
    const cancelled = complaints.saveAccessFiles(
      { id: request.id, within: outside },
      { signal: calledOff.signal, onProgress: ({ done }) => done === 1 && calledOff.abort() },
    )
    await expect(cancelled).rejects.toMatchObject({ reason: 'call.cancelled' })
    await expect.poll(() => readdir(outside)).toEqual([])
    const gone = complaints.saveAccessFiles({ id: request.id, within: join(outside, 'tiada') })
    await expect(gone).rejects.toMatchObject({ reason: 'images.fix-not-written' })
  })

  it('are said to be none where there are none', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const { complainant } = await register(
      test,
      {},
      { kind: 'new', contact: contact('Rosli bin Hamid') },
    )
    const { id } = await complaints.addRequest({
      ...{ complainantId: present(complainant).id, kind: 'access', asked: 'Salinan semua' },
      receivedOn: PlainDate.parse('2026-11-20'),
    })
    await expect(complaints.saveAccessFiles({ id, within: outside })).rejects.toMatchObject({
      reason: 'complaints.no-access-files',
    })
    expect(await readdir(outside)).toEqual([])
  })
})
