import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { DisposalId } from '#contract/complaintDisposals'
import type { ComplaintId } from '#contract/complaintFields'
import { Instant, PlainDate } from '#contract/values'
import {
  attachAfterPhoto,
  complaintFields,
  complaintFilter,
  contact,
  forward,
  meetChecks,
  proposal,
  register,
  settleLongAgo,
} from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const approval = { reference: 'ANM.600-7/1', referenceOn: PlainDate.parse('2026-11-20') }
const reviewOn = PlainDate.parse('2027-05-01')

describe.each(databases)('retention and disposal on %s', (database) => {
  it('shows what is due by its kind, and says what keeps a case', async () => {
    await startSeated()
    const { complaints } = test.workspace
    const old = await settleLongAgo(test)
    const held = await settleLongAgo(test)
    const kept = await settleLongAgo(test, { kind: 'policy' })
    const recent = await register(test)
    await complaints.setStatus({ ids: [recent.id], to: 'false', reason: 'Tiada' })
    await register(test)
    await complaints.setHold({ id: held, reason: 'Saman 12/2026', reviewOn })
    await complaints.changeRetention({ kind: 'policy', years: null, schedule: 'JPR 4.2' })
    expect(await due()).toEqual([
      [old, null, '2023-05-10'],
      [held, 'held', '2023-05-10'],
    ])
    await complaints.changeRetention({ kind: 'policy', years: 10, schedule: 'JPR 4.2' })
    expect(await due()).toContainEqual([kept, null, '2026-05-10'])
    await complaints.changeRetention({ kind: 'policy', years: 11, schedule: 'JPR 4.2' })
    expect((await due()).map(([id]) => id)).not.toContain(kept)
    // On its very day in Malaysia, and not an hour before.
    test.clock.set(Instant.parse('2027-05-09T15:59:00.000Z'))
    expect((await due()).map(([id]) => id)).not.toContain(kept)
    test.clock.set(Instant.parse('2027-05-09T16:00:00.000Z'))
    expect(await due()).toContainEqual([kept, null, '2027-05-10'])
  })

  it('refuses what is not due, held, proposed already or pointed to', async () => {
    await startSeated()
    const { complaints } = test.workspace
    const propose = (...ids: ComplaintId[]) => complaints.proposeDisposal({ ids, ...proposal })
    const open = await register(test)
    await expect(propose(open.id)).rejects.toMatchObject({
      reason: 'complaints.not-due',
      details: { number: open.number },
    })
    const held = await settleLongAgo(test)
    await complaints.setHold({ id: held, reason: 'Audit', reviewOn })
    const well = await settleLongAgo(test)
    await expect(propose(well, held)).rejects.toMatchObject({ reason: 'complaints.disposal-held' })
    const repeated = await settleLongAgo(test)
    const again = await register(test)
    await complaints.markRepeat({ ids: [again.id], ofId: repeated, reason: 'Sama' })
    await expect(propose(repeated)).rejects.toMatchObject({ reason: 'complaints.disposal-tied' })
    const { id } = await propose(well)
    await expect(propose(well)).rejects.toMatchObject({ reason: 'complaints.disposal-proposed' })
    await complaints.withdrawDisposal({ id })
    await expect(complaints.withdrawDisposal({ id })).rejects.toMatchObject({
      reason: 'complaints.disposal-state',
    })
    // Withdrawn numbers are not given again.
    expect((await propose(well)).number).toBe('PL-2026-002')
  })

  it('is approved by another person with a reference, and refused without', async () => {
    await startSeated()
    const { complaints } = test.workspace
    const { id } = await complaints.proposeDisposal({
      ...{ ids: [await settleLongAgo(test)], ...proposal },
    })
    const execute = () => complaints.executeDisposal({ id })
    await expect(execute()).rejects.toMatchObject({ reason: 'complaints.disposal-unapproved' })
    await expect(complaints.approveDisposal({ id, ...approval })).rejects.toMatchObject({
      reason: 'complaints.own-disposal',
    })
    await sitDown('complaints-officer')
    await expect(complaints.approveDisposal({ id, ...approval })).rejects.toMatchObject({
      reason: 'people.not-allowed',
    })
    await sitDown('head')
    await expect(
      complaints.approveDisposal({ id, ...approval, reference: ' ' }),
    ).rejects.toMatchObject({ code: 'invalid' })
    const approved = await complaints.approveDisposal({ id, ...approval })
    expect(approved).toMatchObject({ state: 'approved', reference: 'ANM.600-7/1' })
    await expect(complaints.certifyDisposal({ id, on: reviewOn })).rejects.toMatchObject({
      reason: 'complaints.disposal-not-cleared',
    })
  })

  it('is not executed once a court asks for a case, or it is taken up again', async () => {
    await startSeated()
    const { complaints } = test.workspace
    const [one, other] = [await settleLongAgo(test), await settleLongAgo(test)]
    const id = await approved(one, other)
    const hold = await complaints.setHold({ id: other, reason: 'Perintah mahkamah', reviewOn })
    await expect(complaints.executeDisposal({ id })).rejects.toMatchObject({
      reason: 'complaints.disposal-held',
    })
    expect(await count('complaint')).toBe(2)
    await complaints.endHold({ id: hold.id, reason: 'Selesai' })
    await sitDown('administrator')
    await complaints.setStatus({ ids: [one], to: 'in-progress', reason: 'Dibuka semula' })
    await expect(complaints.executeDisposal({ id })).rejects.toMatchObject({
      reason: 'complaints.not-due',
    })
    expect(await count('complaint')).toBe(2)
  })

  it('takes all of it and nothing else, keeps the numbers and tells no value', async () => {
    await startSeated()
    const { complaints } = test.workspace
    const chosen = (name: string) => ({ kind: 'new', contact: contact(name) }) as const
    const stays = await register(test, {}, chosen('Zainal Kekal'))
    const shared = present(stays.complainant).id
    const gone = await fullCase('Rosnah Pergi')
    const ofShared = await settleLongAgo(test, {}, { kind: 'known', id: shared })
    const personId = present((await complaints.get({ id: gone })).complainant).id
    const numbers = (await complaints.disposalDue({})).cases.map(({ number }) => number)
    const files = await test.rows<{ bytes_hash: string }>('select bytes_hash from attachment')
    const copies = await test.rows<{ bytes_hash: string }>(
      'select bytes_hash from attachment_redaction',
    )
    expect(copies).toHaveLength(1)
    const id = await approved(gone, ofShared)
    const done = await complaints.executeDisposal({ id })
    expect(done).toMatchObject({ state: 'cleared', certificateDue: '2026-12-23', cases: 2 })
    expect(done.counts).toMatchObject({ complaints: 2, people: 1, files: files.length })
    expect(files.length).toBeGreaterThan(0)
    for (const { bytes_hash: hash } of [...files, ...copies]) {
      const place = join(test.folder, 'media', 'attachment', hash.slice(0, 2), hash)
      expect(existsSync(place)).toBe(false)
    }
    expect(await tablesThatTellOf([gone, ofShared, personId])).toEqual([
      'audit_entry',
      'disposal_case',
    ])
    expect(await tablesThatTellOf(['Rosnah Pergi', 'lubang-rahsia'])).toEqual([])
    expect((await complaints.get({ id: stays.id })).complainant?.id).toBe(shared)
    expect((await complaints.find({ text: 'lubang-rahsia', filter: {} })).found).toEqual([])
    for (const number of numbers) {
      expect(await complaints.byNumber({ number })).toBeNull()
      expect(await complaints.disposedNumber({ number })).toEqual({
        ...{ number, disposal: done.number, on: '2026-11-23' },
      })
    }
    // The register goes on behind them.
    await sitDown('administrator')
    expect((await register(test)).number).toBe('ADU-2026-000005')
    const certified = await complaints.certifyDisposal({ id, on: PlainDate.parse('2026-12-01') })
    expect(certified.state).toBe('certified')
  })

  /** A case with something in every table that tells of one. */
  async function fullCase(name: string): Promise<ComplaintId> {
    const { complaints } = test.workspace
    const what = `Aduan ${name} tentang lubang-rahsia`
    const { id, complainant } = await register(test, complaintFields({ what }), {
      kind: 'new',
      contact: contact(name, { phone: '012-3456789' }),
    })
    await complaints.askFlag({
      ...{ complainantId: present(complainant).id, reason: name, reviewOn },
    })
    await complaints.addNote({ id, text: name })
    const choice = { filter: complaintFilter(), ids: [id] }
    await complaints.takeOut({ what: 'case-file', choice, reason: `Diminta ${name}` })
    await complaints.pause({ id, reason: name, expected: null })
    const answer = await complaints.beginAnswer({ id, kind: null, language: 'ms' })
    await complaints.writeAnswer({ id: answer.id, base: 1, text: `Tuan ${name}` })
    await complaints.printAnswer({ id: answer.id })
    await forward(test, id, { text: `Aduan ${name}` })
    await complaints.setStatus({ ids: [id], to: 'resolved', reason: name })
    await meetChecks(test, id)
    await complaints.recordSatisfaction({
      ...{ id, score: 2, unsolved: false, way: 'phone', note: name },
    })
    const other = await settleLongAgo(test)
    await complaints.tellApart({ id, otherIds: [other] })
    await attachAfterPhoto(test, id).catch(() => undefined)
    const { attachments } = test.workspace
    const [photo] = await attachments.list({ owner: { kind: 'complaint', id } })
    const boxes = [{ left: 3, top: 4, width: 30, height: 20 }]
    await attachments.redact({ id: present(photo).id, boxes })
    const path = join(test.folder, 'penuh.png')
    await attachments.saveCopy({ id: present(photo).id, path, fullFor: `Diminta ${name}` })
    await rm(path)
    const hold = await complaints.setHold({ id, reason: name, reviewOn })
    await complaints.endHold({ id: hold.id, reason: name })
    await test.rows(
      `update complaint set status_at = '2016-05-10T02:00:00.000Z' where id = '${id}'`,
    )
    // The other one was only needed to be told apart from.
    await test.rows(`update complaint set status = 'new' where id = '${other}'`)
    return id
  }

  async function approved(...ids: ComplaintId[]): Promise<DisposalId> {
    const { complaints } = test.workspace
    const { id } = await complaints.proposeDisposal({ ids, ...proposal })
    await sitDown('head')
    await complaints.approveDisposal({ id, ...approval })
    return id
  }

  /** People are added by an administrator, before another one sits down. */
  async function startSeated(): Promise<void> {
    test = await startTestWorkspace(database)
    for (const role of ['head', 'complaints-officer', 'administrator'] as const) {
      await test.workspace.people.add({ name: `Seorang ${role}`, post: 'Pegawai', roles: [role] })
    }
  }

  async function sitDown(role: 'head' | 'complaints-officer' | 'administrator'): Promise<void> {
    const { people, gate } = test.workspace
    const person = (await people.list({})).find(({ name }) => name === `Seorang ${role}`)
    await gate.switchPerson({ id: present(person).id })
  }

  async function due(): Promise<[ComplaintId, string | null, string][]> {
    const { cases } = await test.workspace.complaints.disposalDue({})
    return cases.map(({ id, blocked, dueOn }) => [id, blocked, dueOn])
  }

  async function count(table: string): Promise<number> {
    return Number((await test.rows<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n)
  }

  /** Every table in a row of which one of the texts stands. */
  async function tablesThatTellOf(texts: readonly string[]): Promise<string[]> {
    const tables = await test.rows<{ name: string }>(
      database === 'sqlite'
        ? `select name from sqlite_master where type = 'table' and sql not like '%virtual%'
             and name not like 'complaint_words%' and name not like 'sqlite_%' order by name`
        : `select table_name as name from information_schema.tables
             where table_schema = 'public' order by table_name`,
    )
    const telling: string[] = []
    for (const { name } of tables) {
      const rows = JSON.stringify(await test.rows(`select * from "${name}"`))
      if (texts.some((text) => rows.includes(text))) telling.push(name)
    }
    return telling
  }
})
