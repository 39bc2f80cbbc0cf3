import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Complaint } from '#contract/complaints'
import type { Role } from '#contract/roles'
import { Instant, PlainDate } from '#contract/values'
import { readSheetFile } from '../../../src/main/workspace/sheets/sheetFile.ts'
import { cellsOf } from '../../support/cells.ts'
import { attachAfterPhoto, complaintFilter, contact, register } from '../../support/complaints.ts'
import { hostilePayloads } from '../../support/hostilePayloads.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const friday = Instant.parse('2026-11-20T02:30:00.000Z')
const monday = Instant.parse('2026-11-23T01:00:00.000Z')
const all = { filter: complaintFilter(), ids: null }
const rosli = {
  kind: 'new',
  contact: contact('Rosli bin Hamid', {
    ...{ phone: '+60123456789', email: 'rosli@contoh.my', address: '1 Jalan Raub' },
    identityNumber: '800101-06-5123',
  }),
} as const

async function sitAs(roles: Role[]): Promise<void> {
  const { people, gate } = test.workspace
  const { id } = await people.add({ name: `Orang ${roles.join(' ')}`, post: 'Pegawai', roles })
  await gate.switchPerson({ id })
}

describe.each(databases)('papers on %s', (database) => {
  it('a case file tells all of a case, covered until it is taken out with a reason', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const { id } = await register(
      test,
      { what: 'Lubang; hubungi Rosli bin Hamid 012-3456789' },
      rosli,
    )
    const other = await register(test, {})
    await complaints.addNote({ id, text: 'Rosli bin Hamid menunggu' })
    await complaints.forward({
      ...{ id, agency: 'kkr', outside: false, language: 'ms', text: 'Aduan {nombor}' },
    })
    await complaints.group({ ids: [other.id], masterId: id })
    await complaints.pause({ id, reason: 'Menunggu gambar', expected: null })
    await attachAfterPhoto(test, id)
    test.clock.set(monday)

    const paper = await complaints.casePaper({ id, takeoutId: null })
    expect(JSON.stringify(paper)).not.toMatch(/Rosli|Hamid|0?12-?3456789|rosli@|800101/)
    expect(paper.takeout).toBeNull()
    // What stands on paper is what stands in the rows, counted by the test's own SQL.
    const count = async (query: string) =>
      Number(present((await test.rows<{ n: number | string }>(query))[0]).n)
    expect(paper.timeline).toHaveLength(
      await count(`select count(*) as n from complaint_event where complaint_id = '${id}'`),
    )
    expect(paper.files?.map(({ bytesHash }) => bytesHash)).toEqual(
      (
        await test.rows<{ bytes_hash: string }>(
          `select bytes_hash from attachment where owner_id = '${id}'`,
        )
      ).map((row) => row.bytes_hash),
    )
    expect(paper.photos.map(({ role }) => role)).toEqual(['after'])
    expect(paper.explained.map(({ clock }) => clock.name)).toEqual([
      ...['acknowledge', 'respond', 'progress', 'close'],
    ])
    expect(paper.ties.group?.members.map(({ number }) => number)).toEqual([other.number])
    expect(paper.clocks.pauses.map(({ reason }) => reason)).toEqual(['Menunggu gambar'])
    expect(paper.forwardings.map(({ agency }) => agency)).toEqual(['kkr'])
    // Every entry that names the case or one of its parts, and no other.
    const entries = await test.rows<{ sequence: number; subjects: string }>(
      'select sequence, subjects from audit_entry order by sequence',
    )
    const parts = await Promise.all(
      ['complaint_event', 'complaint_forwarding', 'complaint_pause', 'complaint_photo'].map(
        (table) =>
          test.rows<{ id: string }>(`select id from ${table} where complaint_id = '${id}'`),
      ),
    )
    const files = await test.rows<{ id: string }>(
      `select id from attachment where owner_id = '${id}'`,
    )
    const ids = [id, ...[...parts.flat(), ...files].map((row) => row.id)]
    expect(paper.audit.map(({ sequence }) => sequence)).toEqual(
      entries
        .filter(({ subjects }) => ids.some((each) => subjects.includes(each)))
        .map(({ sequence }) => Number(sequence)),
    )

    const choice = { filter: complaintFilter(), ids: [id] }
    const reason = 'Diminta oleh mahkamah'
    const { id: takeoutId } = await complaints.takeOut({ what: 'case-file', choice, reason })
    const open = await complaints.casePaper({ id, takeoutId })
    expect(open.complaint.complainant).toMatchObject(rosli.contact)
    expect(open.complaint.fields.what).toBe('Lubang; hubungi Rosli bin Hamid 012-3456789')
    expect(open.timeline.map(({ text }) => text)).toContain('Rosli bin Hamid menunggu')
    expect(open.takeout).toMatchObject({ reason, byName: 'Siti Aminah binti Abdullah', cases: 1 })
    expect(open.takeouts).toHaveLength(1)
    expect((await complaints.timeline({ id })).at(-1)).toMatchObject({
      kind: 'revealed',
      text: reason,
    })
    const last = present(
      (
        await test.rows<{ action: string; subjects: string }>(
          'select action, subjects from audit_entry order by sequence desc limit 1',
        )
      )[0],
    )
    expect(last.action).toBe('complaints.takeOut')
    expect(last.subjects).toContain(takeoutId)
    expect(last.subjects).not.toContain('mahkamah')
    // Leave for one case is no leave for another, and ends after an hour.
    const refused = { reason: 'complaints.unknown-takeout' }
    await expect(complaints.casePaper({ id: other.id, takeoutId })).rejects.toMatchObject(refused)
    test.clock.set('2026-11-23T02:00:00.001Z')
    await expect(complaints.casePaper({ id, takeoutId })).rejects.toMatchObject(refused)
  })

  it('nobody takes personal data out but who may, and nobody by another’s leave', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(monday)
    const { complaints } = test.workspace
    const { id } = await register(test, {}, rosli)
    const takeOut = () => complaints.takeOut({ what: 'register', choice: all, reason: 'Mesyuarat' })
    const { id: takeoutId } = await takeOut()
    await expect(
      complaints.takeOut({
        ...{ what: 'register', reason: 'Mesyuarat' },
        choice: { filter: complaintFilter({ kinds: ['policy'] }), ids: null },
      }),
    ).rejects.toMatchObject({ reason: 'complaints.nothing-to-take' })
    const path = join(test.folder, 'daftar.csv')
    const saving = { choice: all, format: 'csv', language: 'ms', path } as const
    await sitAs(['viewer'])
    await expect(takeOut()).rejects.toMatchObject({ reason: 'people.not-allowed' })
    await expect(complaints.exportRegister({ ...saving, takeoutId: null })).rejects.toMatchObject({
      reason: 'people.not-allowed',
    })
    const refused = { reason: 'complaints.unknown-takeout' }
    await expect(complaints.casePaper({ id, takeoutId })).rejects.toMatchObject(refused)
    await expect(complaints.registerPaper({ choice: all, takeoutId })).rejects.toMatchObject(
      refused,
    )
    // They print covered, without the files.
    const paper = await complaints.casePaper({ id, takeoutId: null })
    expect([paper.files, paper.complaint.complainant?.name]).toEqual([null, 'R••• bin H•••'])
    await test.workspace.gate.switchPerson({
      id: present(
        (await test.workspace.people.list({})).find(({ name }) => name.startsWith('Siti')),
      ).id,
    })
    await sitAs(['planner'])
    await expect(complaints.exportRegister({ ...saving, takeoutId })).rejects.toMatchObject(refused)
    await complaints.exportRegister({ ...saving, takeoutId: null })
    expect(await readFile(path, 'utf8')).not.toMatch(/Rosli|60123456789/)
  })

  it('the register of a period has the lines that the rows say, in both ways', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(monday)
    const { complaints } = test.workspace
    const received = (day: string) => ({ receivedAt: Instant.parse(`${day}T02:30:00.000Z`) })
    await register(test, received('2026-10-30'))
    const second = await register(test, { ...received('2026-11-02'), kind: 'state-road' }, rosli)
    const third = await register(test, received('2026-11-19'))
    await complaints.meetClock({
      ...{ id: second.id, clock: 'respond', how: 'Telefon' },
      at: Instant.parse('2026-11-02T03:00:00.000Z'),
    })
    await complaints.forward({
      ...{ id: second.id, agency: 'llm', outside: false, language: 'ms', text: '' },
    })
    await complaints.setStatus({ ids: [third.id], to: 'voided', reason: 'Ujian' })
    const choice = {
      filter: complaintFilter({
        from: PlainDate.parse('2026-11-01'),
        to: PlainDate.parse('2026-11-30'),
      }),
      ids: null,
    }
    const paper = await complaints.registerPaper({ choice, takeoutId: null })
    const rows = await test.rows<{ number: string; status: string; responded_at: string | null }>(
      `select number, status, responded_at from complaint
       where substr(received_at, 1, 7) = '2026-11' order by number`,
    )
    expect(
      paper.entries.map(({ number, status, respondedAt }) => [number, status, respondedAt]),
    ).toEqual(rows.map((row) => [row.number, row.status, row.responded_at]))
    expect(paper.fitting).toBe(rows.length)
    expect(paper.entries[0]).toMatchObject({ agency: 'llm', contact: { name: 'R••• bin H•••' } })
    // The same clocks as the case itself shows.
    const { clocks } = await complaints.clocks({ id: second.id })
    expect(paper.entries[0]?.clocks).toEqual(
      clocks.map(({ name, standing }) => ({ name, standing })),
    )

    const { id: takeoutId } = await complaints.takeOut({ what: 'xlsx', choice, reason: 'Audit' })
    const path = join(test.folder, 'daftar.xlsx')
    const saved = await complaints.exportRegister({
      ...{ choice, format: 'xlsx', language: 'ms', path, takeoutId },
    })
    expect(saved).toEqual({ path, cases: rows.length })
    const sheet = await readSheetFile(await readFile(path))
    const at = (heading: string) => sheet.headings.indexOf(heading)
    expect(sheet.rows.map(({ cells }) => cells[at('No. aduan')])).toEqual(
      rows.map((row) => row.number),
    )
    expect(sheet.rows[0]?.cells[at('Telefon')]).toBe('+60123456789')
    expect(sheet.rows[0]?.cells[at('Nama pengadu')]).toBe('Rosli bin Hamid')
    expect(sheet.rows[0]?.cells[at('Tarikh terima')]).toBe('2026-11-02')
    expect(await takeoutRows()).toEqual([{ what: 'xlsx', reason: 'Audit', covered: 0, cases: 2 }])
    expect(
      await test.rows('select complaint_id from complaint_takeout_case order by complaint_id'),
    ).toEqual([second.id, third.id].toSorted().map((id) => ({ complaint_id: id })))
  })

  it('no cell of an exported register is a formula, and all of it reads back', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(monday)
    const { complaints } = test.workspace
    const texts = [
      ...['=1+1', '+60123456789', '-2', '@jumlah', '＝1', "'petik"],
      ...hostilePayloads,
    ]
    const made: Complaint[] = []
    for (const text of texts) {
      const fields = { what: text, place: text.slice(0, 300), district: text.slice(0, 100) }
      const person = contact(text.slice(0, 200), { phone: text.slice(0, 40), address: text })
      made.push(
        await register(
          test,
          { ...fields, reference: `${text.slice(0, 90)}` },
          { kind: 'new', contact: person },
        ),
      )
    }
    const { id: takeoutId } = await complaints.takeOut({ what: 'csv', choice: all, reason: 'Uji' })
    const save = async (format: 'csv' | 'xlsx') => {
      const path = join(test.folder, `semua.${format}`)
      await complaints.exportRegister({ choice: all, format, language: 'ms', path, takeoutId })
      return readFile(path)
    }
    const csv = await save('csv')
    const calculates = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u
    const cells = cellsOf(csv.toString('utf8').slice(1)).flat()
    // Numbers may begin with a sign; no column here holds one below nought.
    expect(cells.filter((cell) => calculates.test(cell))).toEqual([])
    const kept = await test.rows<Record<string, string>>(
      `select what, place, district, reference, name, phone, address from complaint
       join complainant on complainant.id = complainant_id order by ordinal`,
    )
    for (const bytes of [csv, await save('xlsx')]) {
      const { headings, rows } = await readSheetFile(bytes)
      const columns = {
        ...{ what: 'Aduan', place: 'Tempat', district: 'Daerah', reference: 'Rujukan saluran' },
        ...{ name: 'Nama pengadu', phone: 'Telefon', address: 'Alamat' },
      }
      expect(
        rows.map(({ cells: row }) =>
          Object.fromEntries(
            Object.entries(columns).map(([key, heading]) => [key, row[headings.indexOf(heading)]]),
          ),
        ),
      ).toEqual(kept)
    }
    expect(made).toHaveLength(texts.length)
  })

  it('a handover note has every open case once, under who has it, with what it waits for', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints, people } = test.workspace
    const hafiz = await people.add({
      name: 'Hafiz',
      post: 'Pegawai',
      roles: ['complaints-officer'],
    })
    const [one, two, three] = [
      await register(test, {}, rosli),
      await register(test, { kind: 'policy' }),
      await register(test, {}),
    ]
    await complaints.assign({ ids: [one.id, two.id], personId: hafiz.id })
    await complaints.setStatus({ ids: [two.id], to: 'resolved', reason: 'Dijawab' })
    await complaints.addNote({ id: one.id, text: 'Rosli bin Hamid dihubungi' })
    await complaints.beginAnswer({ id: one.id, kind: 'important', language: 'ms' })
    await complaints.pause({ id: one.id, reason: 'Menunggu kontraktor', expected: null })
    const { dueAt } = await complaints.forward({
      ...{ id: one.id, agency: 'kkr', outside: false, language: 'ms', text: '' },
    })
    const asked = { remark: 'Kunci di laci', receiverId: null }
    const whole = await complaints.handoverPaper({ personId: null, ...asked })
    const open = await test.rows<{ number: string }>(
      `select number from complaint
       where status in ('new', 'needs-information', 'forwarded', 'in-progress') order by number`,
    )
    const numbers = whole.owners.flatMap(({ cases }) => cases.map(({ row }) => row.number))
    expect(numbers.toSorted()).toEqual(open.map(({ number }) => number))
    expect(whole.owners.map(({ personId }) => personId)).toEqual([hafiz.id, null])
    const own = await complaints.handoverPaper({ personId: hafiz.id, ...asked })
    expect(own.owners.map(({ cases }) => cases.map(({ row }) => row.number))).toEqual([
      [one.number],
    ])
    const handed = present(own.owners[0]?.cases[0])
    expect(handed).toMatchObject({
      ...{ pause: { reason: 'Menunggu kontraktor' }, note: { text: 'R••• bin H••• dihubungi' } },
      answers: [{ kind: 'important', status: 'draft' }],
      ...{ forwardings: [{ agency: 'kkr', dueAt }], flagged: false },
    })
    const [kept] = await test.rows<{ next_due: string | null }>(
      `select next_due from complaint where id = '${one.id}'`,
    )
    expect(handed.next?.dueAt ?? null).toBe(kept?.next_due)
    expect([own.remark, three.status]).toEqual(['Kunci di laci', 'new'])
  })

  it('a memo names the late clocks and who must know by now', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints, people } = test.workspace
    await people.add({ name: 'Ketua Satu', post: 'Ketua', roles: ['head'] })
    const { id } = await register(test, {}, rosli)
    expect((await complaints.escalationPaper({ id })).late).toEqual([])
    test.clock.set('2026-12-07T01:00:00.000Z')
    const memo = await complaints.escalationPaper({ id })
    const { clocks } = await complaints.clocks({ id })
    expect(memo.late.map(({ clock }) => clock.name)).toEqual(
      clocks.filter(({ standing }) => standing === 'late').map(({ name }) => name),
    )
    expect(memo.ladder.map(({ role, reached, people: who }) => [role, reached, who])).toEqual([
      ['complaints-officer', true, []],
      ['approver', true, []],
      ['head', true, ['Ketua Satu']],
    ])
    expect(memo.done.map(({ kind }) => kind)).toEqual(['registered'])
    expect(JSON.stringify({ ...memo, names: null })).not.toContain('Rosli')
  })
})

function takeoutRows() {
  return test.rows('select what, reason, covered, cases from complaint_takeout order by at, id')
}
