import { afterEach, describe, expect, it } from 'vitest'
import { ComplaintId } from '#contract/complaintFields'
import { Instant, PersonId } from '#contract/values'
import {
  complaintFields,
  complaintFilter,
  contact,
  register,
  meetChecks,
} from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const siti = contact('Siti Aminah binti Rahman', {
  ...{ phone: '012-345 6789', email: 'sar88@example.com', identityNumber: '880101-14-5678' },
  address: 'No. 7, Jalan Mawar, 27600 Raub',
})

describe.each(databases)('the register on %s', (database) => {
  it('numbers complaints by year without gaps, also when one fails or is voided', async () => {
    test = await startTestWorkspace(database)
    const first = await register(test)
    await expect(register(test, { kind: 'no-such-kind' })).rejects.toMatchObject({
      reason: 'complaints.unknown-kind',
    })
    const second = await register(test)
    await test.workspace.complaints.setStatus({
      ...{ ids: [second.id], to: 'voided', reason: 'Salah taip' },
    })
    const third = await register(test)
    // A quarter to eight in the evening, UTC: already the first of January in Malaysia.
    test.clock.set('2026-12-31T19:45:00.000Z')
    const next = await register(test)
    expect([first, second, third, next].map(({ number }) => number)).toEqual([
      ...['ADU-2026-000001', 'ADU-2026-000002', 'ADU-2026-000003', 'ADU-2027-000001'],
    ])
    const { complaints } = test.workspace
    expect(await complaints.byNumber({ number: 'adu 2026 3' })).toBe(third.id)
    expect(await complaints.byNumber({ number: 'ADU-2026-000009' })).toBeNull()
    const voided = await complaints.get({ id: second.id })
    expect([voided.number, voided.status]).toEqual(['ADU-2026-000002', 'voided'])
  })

  it('covers who somebody is, in the text as well, until it is revealed for the record', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const what = 'Saya Siti Aminah binti Rahman, 012-345 6789, jatuh di FT04. IC 880101-14-5678.'
    const made = await register(test, { what }, { kind: 'new', contact: siti })
    expect(made.complainant).toMatchObject({
      ...{ name: 'S••• A••• binti R•••', phone: '••• 6789', email: 's•••@example.com' },
      ...{ address: '•••', identityNumber: '••• 5678', complaints: 1 },
    })
    expect(made.fields.what).toBe('Saya S••• A••• binti R•••, •••, jatuh di FT04. IC •••.')
    const page = await complaints.list({
      ...{ filter: complaintFilter(), order: 'number', descending: true, offset: 0, limit: 10 },
    })
    const found = await complaints.find({ text: 'siti aminah', filter: complaintFilter() })
    const shown = JSON.stringify([page, found, await complaints.timeline({ id: made.id })])
    expect(found.found).toHaveLength(1)
    for (const secret of ['Rahman', '345 6789', '880101-14', 'sar88', 'Mawar']) {
      expect(shown.includes(secret), secret).toBe(false)
    }

    const open = await complaints.reveal({ id: made.id })
    expect(open).toEqual({ contact: siti, fields: { ...complaintFields({ what }) } })
    const events = await complaints.timeline({ id: made.id })
    expect(events.map(({ kind }) => kind)).toEqual(['registered', 'revealed'])
    const [entry] = await test.workspace.office.auditLog({ before: null, limit: 1 })
    expect(present(entry).action).toBe('complaints.reveal')
  })

  it('keeps one person for many complaints, and corrects them in all', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const one = await register(test, {}, { kind: 'new', contact: siti })
    const id = present(one.complainant).id
    const other = await register(test, { what: 'Lampu isyarat rosak' }, { kind: 'known', id })
    expect(present(other.complainant).complaints).toBe(2)
    for (const text of ['siti am', '+6012-3456789', '880101145678', 'SAR88@example.com']) {
      expect((await complaints.people({ text })).map((each) => each.id)).toEqual([id])
    }
    expect(await complaints.people({ text: 'aminah' })).toEqual([])
    await complaints.changeContact({ id: one.id, contact: { ...siti, name: 'Siti Hajar' } })
    const find = async (text: string) =>
      (await complaints.find({ text, filter: complaintFilter() })).found.map(({ row }) => row.id)
    expect(await find('hajar')).toEqual([other.id, one.id])
    expect(await find('aminah')).toEqual([])
    await complaints.changeComplainant({
      ...{ id: other.id, base: other.version, complainant: { kind: 'anonymous' } },
    })
    expect(await find('hajar')).toEqual([one.id])
  })

  it('does not write over a contact that another changed after it was seen', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const { id } = await register(test, {}, { kind: 'new', contact: siti })
    const byOne = { ...siti, phone: '03-1111 1111' }
    await complaints.changeContact({ id, contact: byOne, was: siti })
    const byOther = { ...siti, email: 'lain@example.com' }
    await expect(
      complaints.changeContact({ id, contact: byOther, was: siti }),
    ).rejects.toMatchObject({ reason: 'complaints.changed-meanwhile' })
    expect((await complaints.reveal({ id })).contact).toEqual(byOne)
    await complaints.changeContact({ id, contact: { ...byOther, phone: byOne.phone }, was: byOne })
    expect((await complaints.reveal({ id })).contact).toEqual({
      ...byOne,
      email: 'lain@example.com',
    })
  })

  it('refuses what is not offered, not yet, or another’s', async () => {
    test = await startTestWorkspace(database)
    const [x] = (await test.workspace.accounts.list({})).filter(({ channel }) => channel === 'x')
    const accountId = present(x).id
    const cases = [
      [{ channel: 'pigeon' }, 'unknown-channel'],
      [{ channel: 'facebook', accountId }, 'unknown-account'],
      [{ accountId }, 'unknown-account'],
      [{ subKind: 'no-such' }, 'unknown-sub-kind'],
      // Potholes are of roads, not of policies.
      [{ kind: 'policy', subKind: 'pothole' }, 'unknown-sub-kind'],
      [{ subKind: 'pothole', answers: { colour: 'merah' } }, 'unknown-question'],
      [{ urgent: 'no-such' }, 'unknown-urgent-kind'],
      [{ receivedAt: Instant.parse('2026-11-23T01:00:00.001Z') }, 'received-later'],
      [{ what: 'Telefon •••' }, 'covered-text'],
    ] as const
    for (const [parts, reason] of cases) {
      await expect(register(test, parts), reason).rejects.toMatchObject({
        reason: `complaints.${reason}`,
      })
    }
    await register(test, { channel: 'x', accountId })
    const unknown = ComplaintId.parse(crypto.randomUUID())
    await expect(test.workspace.complaints.get({ id: unknown })).rejects.toMatchObject({
      reason: 'complaints.unknown',
    })
  })

  it('knows a reference of SISPAA once, whatever signs it is typed with', async () => {
    test = await startTestWorkspace(database)
    const first = await register(test, { channel: 'sispaa', reference: 'KKR.100-6/2/1' })
    await expect(
      register(test, { channel: 'sispaa', reference: 'kkr 100 6 2 1' }),
    ).rejects.toMatchObject({
      ...{ reason: 'complaints.reference-taken', details: { number: first.number } },
    })
    // Voided, it was never made.
    const { complaints } = test.workspace
    await complaints.setStatus({ ids: [first.id], to: 'voided', reason: 'Salah' })
    await register(test, { channel: 'sispaa', reference: 'KKR.100-6/2/1' })
  })

  it('tells what was changed from and to, and writes over nothing newer', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const made = await register(test, { subKind: 'pothole', answers: { size: 'Kecil' } })
    const fields = complaintFields({
      ...{ subKind: 'pothole', answers: { size: 'Sebesar tayar' }, district: 'Raub' },
    })
    const changed = await complaints.change({ id: made.id, base: made.version, fields })
    expect(changed.version).toBe(2)
    await expect(
      complaints.change({ id: made.id, base: made.version, fields }),
    ).rejects.toMatchObject({ reason: 'complaints.changed-meanwhile' })
    const [, event] = await complaints.timeline({ id: made.id })
    expect(present(event).changes).toEqual([
      { field: 'district', before: null, after: 'Raub' },
      { field: 'answers.size', before: 'Kecil', after: 'Sebesar tayar' },
    ])
    // Nothing changed: nothing is told.
    await complaints.change({ id: made.id, base: 2, fields })
    expect(await complaints.timeline({ id: made.id })).toHaveLength(2)
  })

  it('takes steps and assigns many at once, all or none', async () => {
    test = await startTestWorkspace(database)
    const { complaints, people } = test.workspace
    const [one, two] = [await register(test), await register(test)]
    const ids = [one.id, two.id]
    await complaints.setStatus({ ids: [two.id], to: 'resolved', reason: 'Ditampal' })
    await expect(
      complaints.setStatus({ ids, to: 'needs-information', reason: 'Di mana?' }),
    ).rejects.toMatchObject({
      ...{ reason: 'complaints.not-from-here', details: { number: two.number } },
    })
    expect((await complaints.get({ id: one.id })).status).toBe('new')
    await expect(
      complaints.setStatus({ ids, to: 'in-progress', reason: '' }),
    ).rejects.toMatchObject({ reason: 'complaints.reason-missing' })
    const { before } = await complaints.setStatus({ ids, to: 'in-progress', reason: 'Belum siap' })
    expect(before.map(({ status }) => status)).toEqual(['new', 'resolved'])
    const again = await Promise.all(ids.map((id) => complaints.get({ id })))
    expect(again.map(({ reopened }) => reopened)).toEqual([0, 1])

    const [me] = await people.list({})
    const officer = await people.add({ name: 'Faizal', post: 'Pegawai' })
    await expect(complaints.assign({ ids, personId: officer.id })).rejects.toMatchObject({
      reason: 'complaints.unknown-person',
    })
    await complaints.assign({ ids: [one.id], personId: present(me).id })
    const given = await complaints.assign({ ids, personId: null })
    expect(given.before.map(({ personId }) => personId)).toEqual([
      ...[PersonId.parse(present(me).id), null],
    ])
  })

  it('closes nothing whose needed questions are open', async () => {
    test = await startTestWorkspace(database)
    const { complaints, reference } = test.workspace
    const lists = await reference.lists({})
    const subKind = present(
      lists['complaint-sub-kinds'].find(({ item }) => item.questions.some((q) => q.needed)),
    ).item
    const needed = subKind.questions.filter((question) => question.needed).map(({ key }) => key)
    const kind = present(subKind.kinds[0])
    const made = await register(test, { kind, subKind: subKind.key })
    await complaints.setStatus({ ids: [made.id], to: 'resolved', reason: 'Siap' })
    const close = () => complaints.setStatus({ ids: [made.id], to: 'closed', reason: '' })
    await expect(close()).rejects.toMatchObject({ reason: 'complaints.questions-open' })
    const answers = Object.fromEntries(needed.map((key) => [key, 'Ya']))
    await complaints.change({
      ...{ id: made.id, base: 2 },
      fields: complaintFields({ kind, subKind: subKind.key, answers }),
    })
    await expect(close()).rejects.toMatchObject({ reason: 'complaints.closing-open' })
    await meetChecks(test, made.id)
    await close()
    expect((await complaints.get({ id: made.id })).status).toBe('closed')
  })

  it('keeps notes, takes them out and brings them back', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const { id } = await register(test)
    const note = await complaints.addNote({ id, text: 'Pengadu telefon 012-345 6789 semula' })
    expect(note.text).toBe('Pengadu telefon ••• semula')
    expect(await complaints.removeNote({ eventId: note.id })).toMatchObject({
      removed: true,
      text: '',
    })
    await expect(complaints.removeNote({ eventId: note.id })).rejects.toMatchObject({
      reason: 'complaints.unknown-note',
    })
    expect(await complaints.bringBackNote({ eventId: note.id })).toMatchObject({ removed: false })
    const [registered] = await complaints.timeline({ id })
    await expect(complaints.removeNote({ eventId: present(registered).id })).rejects.toMatchObject({
      reason: 'complaints.unknown-note',
    })
  })

  it('keeps half-typed intake until it is registered', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    await complaints.keepDraft({ content: { what: 'Lub' } })
    await complaints.keepDraft({ content: { what: 'Lubang' } })
    expect((await complaints.draft({}))?.content).toEqual({ what: 'Lubang' })
    await register(test)
    expect(await complaints.draft({})).toBeNull()
  })
})
