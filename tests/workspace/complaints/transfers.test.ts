import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Attachment } from '#contract/attachments'
import { DisposalId } from '#contract/complaintDisposals'
import type { ComplaintId } from '#contract/complaintFields'
import { contact, proposal, settleLongAgo } from '../../support/complaints.ts'
import { encodeScene } from '../../support/encodedPictures.ts'
import { addPerson, as } from '../../support/postRounds.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let outside: string
beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'arkib-'))
})
afterEach(async () => {
  await test.stop()
  await rm(outside, { recursive: true })
})

const bytesOf = (words: string) => new TextEncoder().encode(words)
const read = (...path: string[]) => readFile(join(outside, ...path), 'utf8')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

async function attach(id: ComplaintId, name: string, bytes: Uint8Array): Promise<Attachment> {
  const owner = { kind: 'complaint', id } as const
  const { added } = await test.workspace.attachments.addPasted({ owner, name, bytes })
  return present(added[0])
}

/** Two cases that are due, the first with a letter and a picture that was redacted. */
async function proposed() {
  const { complaints, attachments } = test.workspace
  const rosli = { kind: 'new', contact: contact('Rosli bin Hamid') } as const
  const one = await settleLongAgo(test, {}, rosli)
  const two = await settleLongAgo(test)
  const picture = new Uint8Array(await encodeScene(3))
  await attach(one, 'Surat aduan.txt', bytesOf('=SUM(A1) Surat pertama'))
  const photo = await attach(one, 'Tapak.png', picture)
  await attachments.redact({ id: photo.id, boxes: [{ left: 9, top: 9, width: 90, height: 90 }] })
  const { id, number } = await complaints.proposeDisposal({ ids: [one, two], ...proposal })
  const numbers = (await complaints.disposal({ id })).numbers.map((each) => String(each.number))
  return { id, number, numbers: numbers as [string, string], ids: [one, two], picture }
}

describe.each(databases)('records for the national archives on %s', (database) => {
  it('leave whole, with lists by which nothing can be lost or changed unseen', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const { id, number, numbers, picture } = await proposed()
    const saved = await complaints.transferDisposal({ id, within: outside })
    const folder = `${number}-pemindahan`
    expect(saved).toMatchObject({ folder, cases: 2, refused: [] })
    expect((await readdir(join(outside, folder))).sort()).toEqual(
      ['bag-info.txt', 'bagit.txt', 'data', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'].sort(),
    )
    expect(await read(folder, 'bagit.txt')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    )
    // Every file of the payload is listed, with the hash of what stands on the disk.
    const listed = (await read(folder, 'manifest-sha256.txt')).trimEnd().split('\n')
    const paths = listed.map((line) => line.slice(66))
    const [first, second] = numbers
    expect(paths).toHaveLength(6)
    expect(paths.filter((path) => path.startsWith(`data/${first}/`))).toHaveLength(3)
    expect(paths).toContain(`data/${second}/kes.json`)
    expect(paths).toContain('data/indeks.csv')
    expect(paths).toContain('data/senarai.json')
    let bytes = 0
    for (const line of listed) {
      const content = await readFile(join(outside, folder, line.slice(66)))
      bytes += content.length
      expect(line.slice(0, 64)).toBe(sha256(content))
    }
    expect(saved.files).toBe(6)
    expect(await read(folder, 'bag-info.txt')).toContain(`Payload-Oxum: ${bytes}.6\n`)
    for (const line of (await read(folder, 'tagmanifest-sha256.txt')).trimEnd().split('\n')) {
      expect(line.slice(0, 64)).toBe(sha256(await read(folder, line.slice(66))))
    }
    // As it was taken in, not as it is shown: the original's very bytes.
    const photo = present(paths.find((path) => path.endsWith('.png')))
    expect(sha256(await readFile(join(outside, folder, photo)))).toBe(sha256(picture))
    // The record itself, uncovered, and the register of it.
    const [row] = await test.rows<{ what: string }>(
      `select what from complaint where number = '${first}'`,
    )
    const record = JSON.parse(await read(folder, 'data', first, 'kes.json')) as {
      complaint: { fields: { what: string }; complainant: { name: string } }
    }
    expect(record.complaint.fields.what).toBe(present(row).what)
    expect(record.complaint.complainant.name).toBe('Rosli bin Hamid')
    const index = await read(folder, 'data', 'indeks.csv')
    for (const each of numbers) expect(index).toContain(each)
    expect(index).toContain('Rosli bin Hamid')
  })

  it('is kept in the logs, and destroys nothing', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const { id, number, ids } = await proposed()
    await complaints.transferDisposal({ id, within: outside })
    expect(await complaints.disposal({ id })).toMatchObject({ state: 'proposed', cases: 2 })
    for (const each of ids) expect(await complaints.get({ id: each })).toBeDefined()
    const takeouts = await test.rows<{ what: string; cases: number | string; reason: string }>(
      'select what, cases, reason from complaint_takeout',
    )
    expect(takeouts.map((each) => ({ ...each, cases: Number(each.cases) }))).toEqual([
      {
        ...{ what: 'transfer', cases: 2 },
        reason: `Pemindahan ${number} kepada Arkib Negara Malaysia`,
      },
    ])
    // That a redacted picture left in full has its reason too.
    expect(await test.rows('select reason from attachment_full_copy')).toHaveLength(1)
    expect(
      await test.rows(`select id from disclosure where to_whom = 'Arkib Negara Malaysia'`),
    ).toHaveLength(1)
    // A second copy stands beside the first.
    const again = await complaints.transferDisposal({ id, within: outside })
    expect(again.folder).toBe(`${number}-pemindahan-2`)
  })

  it('leaves nothing half done, and is refused once there is nothing to hand over', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const { id } = await proposed()
    await expect(
      complaints.transferDisposal({ id, within: join(outside, 'tiada') }),
    ).rejects.toMatchObject({ reason: 'images.fix-not-written' })
    const stopped = complaints.transferDisposal(
      { id, within: outside },
      { signal: AbortSignal.abort() },
    )
    await expect(stopped).rejects.toBeDefined()
    expect(await readdir(outside)).toEqual([])
    await complaints.withdrawDisposal({ id })
    await expect(complaints.transferDisposal({ id, within: outside })).rejects.toMatchObject({
      reason: 'complaints.disposal-state',
    })
    const unknown = DisposalId.parse(crypto.randomUUID())
    await expect(
      complaints.transferDisposal({ id: unknown, within: outside }),
    ).rejects.toMatchObject({ reason: 'complaints.unknown-disposal' })
    const designer = await addPerson(test, 'Devi', 'designer')
    await as(test, designer, async () => {
      await expect(complaints.transferDisposal({ id, within: outside })).rejects.toMatchObject({
        reason: 'people.not-allowed',
      })
    })
  })
})
