import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { AttachmentOwner } from '#contract/attachments'
import type { RepeatQuestion } from '#contract/complaintRepeats'
import { RoadCode } from '#contract/roads'
import { contact, register } from '../../support/complaints.ts'
import { open, scene } from '../../support/pictures.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const ft4 = RoadCode.parse('FT4')

/** What somebody has typed so far. */
function question(parts: Partial<RepeatQuestion> = {}): RepeatQuestion {
  return {
    ...{ what: '', link: '', kind: null, subKind: null, district: '', place: '' },
    ...{ road: null, fromMetres: null, toMetres: null },
    person: { id: null, phone: '', email: '', identityNumber: '' },
    ...parts,
  }
}

describe.each(databases)('possible repeats on %s', (database) => {
  const ask = async (parts: Partial<RepeatQuestion>) => {
    const found = await test.workspace.complaints.repeats({ asked: question(parts) })
    return found.map(({ row, reasons }) => `${row.number.slice(-1)} ${kinds(reasons)}`)
  }
  const kinds = (reasons: readonly { kind: string }[]) => reasons.map(({ kind }) => kind).join('+')

  it('are found by place, person, words and subject, and say why', async () => {
    test = await startTestWorkspace(database)
    const siti = contact('Siti Aminah', { phone: '012-345 6789', email: 'siti@example.com' })
    await register(
      test,
      { what: 'Lubang besar di lorong kiri dekat masjid', road: ft4, fromMetres: 12_300 },
      { kind: 'new', contact: siti },
    )
    await register(test, { what: 'Lampu isyarat tidak menyala di simpang Kapar' })
    await register(test, { what: 'Pokok tumbang', road: ft4, fromMetres: 80_000 })

    expect(await ask({ road: ft4, fromMetres: 12_700, kind: 'federal-road' })).toEqual(['1 road'])
    expect(await ask({ road: ft4, fromMetres: 40_000 })).toEqual([])
    expect(await ask({ what: 'Simpang Kapar lampu isyarat mati' })).toEqual(['2 words'])
    expect(await ask({ what: 'Big pothole in the left lane near the mosque' })).toEqual(['1 words'])
    const phone = { id: null, phone: '+60 12 345 6789', email: '', identityNumber: '' }
    expect(await ask({ person: phone })).toEqual(['1 person'])
    expect(await ask({ person: { ...phone, phone: '', email: 'SITI@example.com' } })).toEqual([
      '1 person',
    ])
    expect(
      await ask({ person: phone, road: ft4, fromMetres: 12_300, what: 'Lubang besar masjid' }),
    ).toEqual(['1 words+road+person'])
    expect(await ask({})).toEqual([])
  })

  it('covers who complained, and leaves out what was settled long ago', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const place = { road: ft4, fromMetres: 12_300 }
    const first = await register(test, place, { kind: 'new', contact: contact('Siti Aminah') })
    const other = await register(test, place)
    const voided = await register(test, place)
    await complaints.setStatus({ ids: [voided.id], to: 'voided', reason: 'Salah taip' })
    await complaints.setStatus({ ids: [other.id], to: 'resolved', reason: 'Ditampal' })
    const shown = await complaints.repeats({ asked: question(place) })
    expect(shown.map(({ row }) => row.id)).toEqual([other.id, first.id])
    expect(JSON.stringify(shown)).not.toContain('Aminah')
    const settled = Date.parse(test.clock.now())
    test.clock.set(new Date(settled + 90 * 86_400_000).toISOString())
    expect(await ask(place)).toHaveLength(2)
    test.clock.set(new Date(settled + 90 * 86_400_000 + 1).toISOString())
    expect(await ask(place)).toEqual(['1 road'])
  })

  it('know a public comment again, however it was copied and whenever it was answered', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const link = 'https://www.facebook.com/jkrmalaysia/posts/77?comment_id=5'
    const copied = 'https://M.facebook.com/jkrmalaysia/posts/77/?utm_source=x&comment_id=5&fbclid=a'
    const first = await register(test, { what: 'Lampu', link })
    const other = await register(test, { what: 'Cerun', link: link.replace('=5', '=6') })
    expect(await ask({ link: copied })).toEqual(['1 link'])
    expect(await ask({ link: 'https://facebook' })).toEqual([])
    expect(await ask({ link: 'https://www.facebook.com/' })).toEqual([])
    await complaints.setStatus({ ids: [first.id], to: 'resolved', reason: 'Dijawab' })
    test.clock.set(new Date(Date.parse(test.clock.now()) + 400 * 86_400_000).toISOString())
    expect(await ask({ link: copied })).toEqual(['1 link'])
    // In the case that has it twice; a duplicate leads to where the work goes on.
    const again = await register(test, { what: 'Longkang', link: copied })
    const { possible } = await complaints.repeatsOf({ id: again.id })
    expect(possible.map(({ row }) => row.id)).toEqual([first.id])
    await complaints.setStatus({ ids: [first.id], to: 'in-progress', reason: 'Rosak lagi' })
    await complaints.markRepeat({ ids: [first.id], ofId: other.id, reason: 'Sama' })
    expect(
      (await complaints.repeatsOf({ id: again.id })).possible.map(({ row }) => row.id),
    ).toEqual([other.id])
    // Corrected, it is another comment's.
    const { fields, version } = await complaints.get({ id: again.id })
    await complaints.change({ id: again.id, base: version, fields: { ...fields, link: '' } })
    expect(await ask({ link: copied })).toEqual(['2 link'])
  })

  it('remembers who told two apart, until it is taken back', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const place = { road: ft4, fromMetres: 12_300 }
    const [one, other] = [await register(test, place), await register(test, place)]
    const shown = async (id: typeof one.id) => {
      const { possible, apart } = await complaints.repeatsOf({ id })
      return [possible.map(({ row }) => row.id), apart.map((each) => each.id)]
    }
    expect(await shown(one.id)).toEqual([[other.id], []])
    const [told] = await complaints.tellApart({ id: one.id, otherIds: [other.id] })
    expect(present(told)).toMatchObject({ id: other.id, number: other.number })
    expect(present(told).byName).not.toBe('')
    // Told once, of both, however often.
    await complaints.tellApart({ id: other.id, otherIds: [one.id] })
    expect(await test.rows('select * from complaint_apart')).toHaveLength(1)
    expect(await shown(one.id)).toEqual([[], [other.id]])
    expect(await shown(other.id)).toEqual([[], [one.id]])
    await complaints.takeBackApart({ id: other.id, otherId: one.id })
    expect(await shown(one.id)).toEqual([[other.id], []])
    await expect(complaints.takeBackApart({ id: other.id, otherId: one.id })).rejects.toMatchObject(
      { reason: 'complaints.not-apart' },
    )
  })

  it('knows a photo again that was saved anew and made smaller', async () => {
    test = await startTestWorkspace(database)
    const { complaints, attachments } = test.workspace
    const [one, same, other] = [
      await register(test, { what: 'Lubang' }),
      await register(test, { what: 'Bahaya' }),
      await register(test, { what: 'Gelap' }),
    ]
    const size = { width: 900, height: 600 }
    const photo = await scene(11, size)
    const attach = async (id: typeof one.id, bytes: Uint8Array) => {
      const owner = { kind: 'complaint' as const, id }
      const { refused } = await attachments.addPasted({ owner, name: 'foto.jpg', bytes })
      expect(refused).toEqual([])
    }
    await attach(one.id, await open(photo).jpeg({ quality: 92 }).toBuffer())
    await attach(same.id, await open(photo).resize(640).jpeg({ quality: 50 }).toBuffer())
    await attach(
      other.id,
      await open(await scene(12, size))
        .jpeg()
        .toBuffer(),
    )
    const shown = async (id: typeof one.id) => {
      const { possible } = await complaints.repeatsOf({ id })
      return possible.map(({ row, reasons }) => [row.id, kinds(reasons)])
    }
    expect(await shown(one.id)).toEqual([[same.id, 'photo']])
    expect(await shown(same.id)).toEqual([[one.id, 'photo']])
    expect(await shown(other.id)).toEqual([])
  }, 60_000)

  it('knows a photo that is dropped at intake from earlier complaints, both side by side', async () => {
    test = await startTestWorkspace(database)
    const { complaints, attachments } = test.workspace
    const photo = await scene(11, { width: 900, height: 600 })
    const attach = async (owner: AttachmentOwner, bytes: Uint8Array) => {
      const { added } = await attachments.addPasted({ owner, name: 'foto.jpg', bytes })
      return present(added[0]).id
    }
    const large = await open(photo).jpeg({ quality: 92 }).toBuffer()
    const small = await open(photo).resize(640).jpeg({ quality: 50 }).toBuffer()
    const [old, voided, original, again] = [
      await register(test, { what: 'Lubang' }, { kind: 'new', contact: contact('Siti Aminah') }),
      await register(test, { what: 'Silap' }),
      await register(test, { what: 'Pokok', road: ft4, fromMetres: 1_000 }),
      await register(test, { what: 'Gelap' }),
    ]
    const theirs = await attach({ kind: 'complaint', id: old.id }, large)
    await attach({ kind: 'complaint', id: voided.id }, large)
    const ofRepeat = await attach({ kind: 'complaint', id: again.id }, large)
    const box = { left: 10, top: 10, width: 90, height: 60 }
    const { attachment } = await attachments.redact({ id: theirs, boxes: [box] })
    await complaints.setStatus({ ids: [voided.id], to: 'voided', reason: 'Salah taip' })
    await complaints.setStatus({ ids: [old.id], to: 'resolved', reason: 'Ditampal' })
    await complaints.markRepeat({ ids: [again.id], ofId: original.id, reason: '' })
    // Long after a quarter of a year: whoever sends an old photo is to be asked why.
    test.clock.set(new Date(Date.parse(test.clock.now()) + 400 * 86_400_000).toISOString())

    const draft = { kind: 'complaint-draft' as const, id: randomUUID() }
    const own = await attach(draft, small)
    const found = await complaints.repeats({ asked: question(), photos: [own] })
    expect(found.map(({ row, reasons, photos }) => [row.id, kinds(reasons), photos])).toEqual([
      [
        ...[original.id, 'photo'],
        [{ own: { id: own, redaction: null }, other: { id: ofRepeat, redaction: null } }],
      ],
      [
        ...[old.id, 'photo'],
        [
          {
            own: { id: own, redaction: null },
            other: { id: theirs, redaction: { id: present(attachment.redaction).id } },
          },
        ],
      ],
    ])
    expect(JSON.stringify(found)).not.toContain('Aminah')

    // A photo of another kind of owner, one that was taken off, and one that nobody else has.
    expect(await complaints.repeats({ asked: question(), photos: [theirs] })).toEqual([])
    const other = await open(await scene(12, { width: 900, height: 600 }))
      .jpeg()
      .toBuffer()
    const alone = await attach(draft, other)
    expect(await complaints.repeats({ asked: question(), photos: [alone] })).toEqual([])
    await attachments.remove({ id: own })
    expect(await complaints.repeats({ asked: question(), photos: [own] })).toEqual([])

    // Who may not see what citizens send is told that a photo is the same, and shown none.
    const viewer = await test.workspace.people.add({
      name: 'Nor',
      post: 'Pemerhati',
      roles: ['viewer'],
    })
    const another = await register(test, { what: 'Lubang lagi' })
    await attach({ kind: 'complaint', id: another.id }, small)
    const shown = async () =>
      (await complaints.repeatsOf({ id: another.id })).possible.map(({ reasons, photos }) => [
        ...[kinds(reasons), photos.length],
      ])
    expect(await shown()).toEqual([
      ['photo', 1],
      ['photo', 1],
    ])
    await test.workspace.gate.switchPerson({ id: viewer.id })
    expect(await shown()).toEqual([
      ['photo', 0],
      ['photo', 0],
    ])
  }, 60_000)
})
