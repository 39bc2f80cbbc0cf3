import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blankContent } from '#contract/postContent'
import { PlainDate } from '#contract/values'
import {
  complaintFields,
  complaintFilter,
  contact,
  forward,
  register,
  settleLongAgo,
} from '../support/complaints.ts'
import { encodeScene } from '../support/encodedPictures.ts'
import { open, scene } from '../support/pictures.ts'
import { present } from '../support/present.ts'
import { startTestWorkspace, testPassphrase, type TestWorkspace } from '../support/workspace.ts'
import { fillRecords } from './personalRecords.ts'
import { personalStrings, tracesBelow, tracesIn, type PersonalStrings } from './personalStrings.ts'

const small = { width: 600, height: 315 }
const tooSmall = { width: 320, height: 200 }

let test: TestWorkspace
let outside: string
beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'luar-'))
})
afterEach(async () => {
  await test.stop()
  await rm(outside, { recursive: true, force: true })
})

describe('personal data at rest', () => {
  it('stands readable in no file of the data folder and in no line of the log', async () => {
    test = await startTestWorkspace('sqlite')
    const texts = personalStrings()
    await fillWorkspace(texts)
    expect(texts.all.length).toBeGreaterThanOrEqual(200)
    expect(new Set(texts.all).size).toBe(texts.all.length)
    await failUnforeseen(texts)

    const pin = '730519264815'
    await test.workspace.gate.setPin({ current: null, pin })
    const secrets = [...texts.all, testPassphrase, pin, 'Siti Aminah binti Abdullah']
    const wal = join(test.folder, 'ruang-kerja.db-wal')
    expect((await stat(wal)).size).toBeGreaterThan(0)
    const running = await tracesBelow(test.folder, secrets)
    expect(running.files).toEqual(
      expect.arrayContaining([
        ...['kunci.json', 'pemilik.lock', 'ruang-kerja.db'],
        ...['ruang-kerja.db-shm', 'ruang-kerja.db-wal'],
        ...['original', 'sketch', 'thumbnail', 'attachment'].map(
          (area) => expect.stringContaining(join('media', area)) as string,
        ),
      ]),
    )
    expect(running.found).toEqual([])

    await test.running.stop()
    expect(existsSync(wal)).toBe(false)
    const stopped = await tracesBelow(test.folder, secrets)
    expect(stopped.files).toContain('ruang-kerja.db')
    expect(stopped.found).toEqual([])

    expect(test.log).toHaveLength(1)
    const lines = Buffer.from(test.log.map((entry) => JSON.stringify(entry)).join('\n'))
    expect(tracesIn(lines, [...secrets, outside])).toEqual([])
  }, 120_000)

  it('would be found: the search sees both encodings, in files and in their names', async () => {
    test = await startTestWorkspace('sqlite', { created: false })
    const texts = personalStrings()
    const [one, other, third] = ['Nama', 'Tempat', 'Fail'].map((kind) => texts.next(kind))
    const noise = Buffer.alloc(100_000, 7)
    await writeFile(join(outside, 'a'), Buffer.concat([noise, Buffer.from(present(one)), noise]))
    await writeFile(join(outside, 'b'), Buffer.from(`-${present(other)}-`, 'utf16le'))
    await mkdir(join(outside, 'dalam'))
    await writeFile(join(outside, 'dalam', `${present(third)}.db`), '')
    const { found } = await tracesBelow(outside, texts.all)
    expect(found.toSorted()).toEqual([
      `a: ${present(one)} (utf8)`,
      `b: ${present(other)} (utf16le)`,
      `${join('dalam', present(third))}.db: ${present(third)} (its name)`,
    ])
  })
})

/** Types a text of its own into everything a person can type into, and drops files named so. */
async function fillWorkspace(texts: PersonalStrings): Promise<void> {
  const { people, office, days, images, accounts, reference } = test.workspace
  const { posts, cycles, planning, attachments, complaints } = test.workspace
  await office.change({
    unitName: texts.next('Unit'),
    letterhead: Array.from({ length: 6 }, () => texts.next('Kepala surat')),
    logo: null,
    language: 'ms',
  })
  for (let count = 0; count < 40; count++) {
    const person = await people.add({ name: texts.next('Nama'), post: texts.next('Jawatan') })
    if (count % 10 === 0) await people.change({ ...person, post: texts.next('Jawatan baharu') })
  }

  await days.addHoliday({
    date: PlainDate.parse('2026-12-04'),
    name: texts.next('Cuti'),
    nameEn: texts.next('Holiday'),
    kind: 'special',
    states: ['MY-14'],
    reference: texts.next('Rujukan'),
  })
  for (let count = 0; count < 5; count++) {
    await accounts.add({
      ...{ channel: 'facebook', handle: `akaun-${count}` },
      ...{ name: texts.next('Nama akaun'), unit: texts.next('Unit'), state: null },
      ...{ purpose: texts.next('Tujuan'), quota: null, textLimit: null },
      ...{ biography: texts.next('Biografi'), avatarId: null, headerId: null },
      ...{ website: '', officialEmail: '', operators: [] },
    })
    const fields = { ms: texts.next('Segmen'), en: texts.next('Segment') }
    await reference.add({ list: 'segments', fields })
    const day = PlainDate.parse('2026-12-05')
    await planning.addNote({
      ...{ title: texts.next('Nota'), text: texts.next('Butiran'), kind: 'note', states: [] },
      ...{ startsOn: day, endsOn: day, reason: null, effect: null },
    })
    const [term, why] = [texts.next('Istilah'), texts.next('Sebab')]
    await planning.addTerm({ term, why, suggestion: texts.next('Ganti') })
    await planning.holdAll({ reason: texts.next('Gantung') })
    await planning.resume({ note: texts.next('Sambung') })
  }

  for (let count = 0; count < 5; count++) {
    const programme = {
      ...{ name: texts.next('Program'), day: null, time: null, place: texts.next('Tempat') },
      ...{ state: null, guests: [texts.next('Tetamu')] },
    }
    const post = await posts.add({
      content: {
        ...blankContent(texts.next('Hantaran'), 'text'),
        ...{ brief: texts.next('Taklimat'), text: texts.next('Teks'), notes: texts.next('Nota') },
        programme,
      },
      status: 'draft',
    })
    await posts.keepDraft({
      ...{ postId: post.id, baseVersion: 1, content: { text: texts.next('Separuh taip') } },
    })
    const { added } = await attachments.addPasted({
      owner: { kind: 'post', id: post.id },
      name: `${texts.next('Lampiran')}.txt`,
      bytes: new TextEncoder().encode(texts.next('Isi lampiran')),
    })
    const { id } = present(added[0])
    await attachments.change({ id, title: texts.next('Tajuk'), note: texts.next('Nota') })
    await posts.setStatus({ ids: [post.id], to: 'on-hold', reason: texts.next('Sebab') })
  }
  for (let count = 0; count < 10; count++) {
    const { id } = await complaints.add({
      fields: complaintFields({
        ...{
          what: texts.next('Aduan'),
          place: texts.next('Tempat'),
          district: texts.next('Daerah'),
        },
        reference: texts.next('Rujukan'),
      }),
      complainant: {
        kind: 'new',
        contact: contact(texts.next('Pengadu'), {
          address: texts.next('Alamat'),
        }),
      },
    })
    await complaints.addNote({ id, text: texts.next('Nota') })
    const answer = await complaints.beginAnswer({ id, kind: null, language: 'ms' })
    const text = `Tuan {nama}, ${texts.next('Jawapan')}`
    await complaints.writeAnswer({ id: answer.id, base: 1, text })
    await complaints.takeAnswer({ id: answer.id })
    await complaints.letter(await complaints.printAnswer({ id: answer.id }))
    const at = (await complaints.get({ id })).enteredAt
    const url = `https://example.com/${texts.next('Pautan').replaceAll(' ', '-')}`
    await complaints.sendAnswer({ id: answer.id, base: 2, at, way: 'facebook', url })
    const sent = await forward(test, id, { text: texts.next('Surat') })
    const note = texts.next('Hasil')
    await complaints.recordOutcome({ id: sent.id, outcome: 'returned', note })
    await complaints.setStatus({ ids: [id], to: 'false', reason: texts.next('Sebab') })
    await complaints.recordSatisfaction({
      ...{ id, score: 2, unsolved: false, way: 'phone', note: texts.next('Kepuasan') },
    })
    await complaints.reveal({ id })
    await fillRecords(test, texts, id)
  }
  await complaints.changeRetention({ kind: 'policy', years: 3, schedule: texts.next('Jadual') })
  await complaints.proposeDisposal({
    ids: [await settleLongAgo(test, { what: texts.next('Aduan lama') })],
    ...{ series: texts.next('Siri'), security: 'restricted', location: texts.next('Bilik') },
    reason: texts.next('Sebab'),
  })
  const twice = [await register(test), await register(test)]
  const [original, repeat] = twice.map(({ id }) => id)
  await complaints.markRepeat({
    ...{ ids: [present(repeat)], ofId: present(original), reason: texts.next('Pendua') },
  })
  await complaints.saveView({
    name: texts.next('Paparan'),
    definition: {
      filter: complaintFilter(),
      ...{ order: 'due', descending: false, text: texts.next('Carian') },
    },
  })
  await complaints.keepDraft({ content: { what: texts.next('Separuh taip') } })

  for (let count = 0; count < 5; count++) {
    await posts.addTemplate({
      ...{ name: texts.next('Templat'), phaseNumber: null, time: null },
      ...{ slot: null, requested: null, delivered: null },
      content: { ...blankContent(texts.next('Tajuk'), 'text'), text: texts.next('Teks') },
    })
  }
  const cycle = await cycles.add({
    ...{ name: texts.next('Kitaran'), nameEn: texts.next('Cycle'), note: texts.next('Nota') },
    ...{ startsOn: PlainDate.parse('2027-01-01'), endsOn: PlainDate.parse('2027-12-31') },
  })
  for (const phase of cycle.phases) {
    await cycles.changePhase({
      ...phase,
      ...{ name: texts.next('Fasa'), nameEn: texts.next('Phase') },
      objective: texts.next('Objektif'),
    })
  }

  const drop = join(outside, texts.next('Folder'))
  await mkdir(drop)
  for (let seed = 1; seed <= 6; seed++) {
    await writeFile(join(drop, `${texts.next('Gambar')}.png`), await encodeScene(seed, small))
  }
  const again = await open(await scene(1, small))
    .jpeg({ quality: 85 })
    .toBuffer()
  await writeFile(join(drop, `${texts.next('Ulangan')}.jpg`), again)
  for (let seed = 11; seed <= 15; seed++) {
    await writeFile(join(drop, `${texts.next('Kecil')}.png`), await encodeScene(seed, tooSmall))
  }
  await writeFile(join(drop, `${texts.next('Nota')}.jpg`), 'bukan imej')
  const { batchId } = await images.checkFiles({ paths: [drop], kind: 'poster' })
  await images.checkPasted({
    name: texts.next('Tampalan'),
    bytes: new Uint8Array(await encodeScene(21, small)),
  })

  const checks = await images.checks({ batchId })
  for (const { id, repeats, verdict } of checks) {
    const pairs = repeats.map(({ of }) => ({
      checkId: id,
      of: of.where === 'batch' ? of.checkId : of.imageId,
    }))
    if (pairs.length > 0) {
      await images.decideRepeat({ pairs, outcome: 'repeat', reason: texts.next('Sebab') })
    } else if (verdict === 'reject') {
      await images.override({ id, reason: texts.next('Pengecualian') })
    }
  }
  const { kept } = await images.keep({ ids: checks.map(({ id }) => id) })
  expect(kept.length).toBeGreaterThanOrEqual(10)
  for (const { imageId } of kept) {
    await images.describe({
      ids: [imageId],
      name: texts.next('Nama imej'),
      caption: {
        programme: texts.next('Program'),
        date: null,
        time: texts.next('Masa'),
        place: texts.next('Tempat'),
        guests: texts.next('Tetamu'),
      },
      altText: texts.next('Huraian'),
      source: texts.next('Sumber'),
      rights: texts.next('Hak'),
      tags: [texts.next('Tag'), texts.next('Tag')],
    })
  }
}

/** Has the database itself refuse a person, so that the failure is written down. */
async function failUnforeseen(texts: PersonalStrings): Promise<void> {
  await test.rows('alter table person rename column post to jawatan')
  const person = { name: texts.next('Nama'), post: texts.next('Jawatan') }
  await expect(test.workspace.people.add(person)).rejects.toMatchObject({ reason: 'unexpected' })
  await test.rows('alter table person rename column jawatan to post')
}
