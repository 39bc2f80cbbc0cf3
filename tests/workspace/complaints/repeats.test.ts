import { afterEach, describe, expect, it } from 'vitest'
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
    ...{ what: '', kind: null, subKind: null, district: '', place: '' },
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
})
