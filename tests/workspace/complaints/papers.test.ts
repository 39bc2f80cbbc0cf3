import { afterEach, describe, expect, it } from 'vitest'
import readXlsxFile from 'read-excel-file/node'
import { Instant, PlainDate } from '#contract/values'
import {
  attachAfterPhoto,
  complaintFilter,
  contact,
  forward,
  register,
} from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const friday = Instant.parse('2026-11-20T02:30:00.000Z')
const monday = Instant.parse('2026-11-23T01:00:00.000Z')
const rosli = {
  kind: 'new',
  contact: contact('Rosli bin Hamid', {
    ...{ phone: '+60123456789', email: 'rosli@contoh.my', address: '1 Jalan Raub' },
    identityNumber: '800101-06-5123',
  }),
} as const

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
    await forward(test, id, { text: 'Aduan {nombor}' })
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
        .map(({ sequence }) => sequence),
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
    const decided = {
      ...{ complaintId: one.id, metOn: PlainDate.parse('2026-11-18'), personId: null },
      ...{ text: 'Tampal sementara', dueOn: PlainDate.parse('2026-12-01') },
    }
    await complaints.addDecision(decided)
    await complaints.addDecision({ ...decided, complaintId: three.id, text: 'Bukan kes Hafiz' })
    await complaints.addDecision({
      ...{ ...decided, complaintId: three.id, text: 'Hafiz melawat tapak', personId: hafiz.id },
    })
    const { dueAt } = await forward(test, one.id)
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
    // The same as a workbook: the cases, what meetings decided, and the drafts that wait.
    const { bytes } = await complaints.handoverXlsx({ personId: hafiz.id, language: 'ms' })
    const sheets = await readXlsxFile(Buffer.from(bytes))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Serah tugas', 'Keputusan', 'Draf menunggu'])
    const [list, decisions, drafts] = sheets.map(({ data }) => data)
    const column = (data: typeof list, heading: string) => {
      const [heads, ...rows] = present(data)
      return rows.map((row) => row[present(heads).indexOf(heading)])
    }
    expect(column(list, 'Nombor')).toEqual([one.number])
    expect(column(list, 'Jawapan belum dihantar')[0]).toMatch(/\(Draf, Siti Aminah/)
    expect(column(list, 'Keputusan belum dilaksanakan')).toEqual([
      '2026-11-18 · Tampal sementara · 2026-12-01',
    ])
    expect(column(list, 'Nota terakhir')[0]).toContain('R••• bin H••• dihubungi')
    const bySql = await test.rows<{ text: string }>(
      `select text from complaint_decision where done_at is null and removed_at is null
         and (complaint_id = '${one.id}' or person_id = '${hafiz.id}')`,
    )
    expect(column(decisions, 'Keputusan').toSorted()).toEqual(
      bySql.map(({ text }) => text).toSorted(),
    )
    expect(own.decisions.map(({ text }) => text).toSorted()).toEqual(
      bySql.map(({ text }) => text).toSorted(),
    )
    expect(whole.decisions).toHaveLength(3)
    expect(column(drafts, 'Nombor')).toEqual([one.number])
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
