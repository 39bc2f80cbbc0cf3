import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Complaint } from '#contract/complaints'
import type { Role } from '#contract/roles'
import { Instant, PlainDate } from '#contract/values'
import { readSheetFile } from '../../../src/main/workspace/sheets/sheetFile.ts'
import { cellsOf } from '../../support/cells.ts'
import { complaintFilter, contact, forward, register } from '../../support/complaints.ts'
import { hostilePayloads } from '../../support/hostilePayloads.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

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

describe.each(databases)('what leaves the register of %s', (database) => {
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
    const weight = { severity: 'serious', difficulty: 'complex' } as const
    const link = 'https://www.facebook.com/rosli.hamid/posts/1'
    const of = { ...received('2026-11-02'), kind: 'state-road', link, ...weight }
    const second = await register(test, of, rosli)
    const third = await register(test, received('2026-11-19'))
    await complaints.meetClock({
      ...{ id: second.id, clock: 'respond', how: 'Telefon' },
      at: Instant.parse('2026-11-02T03:00:00.000Z'),
    })
    const sent = await forward(test, second.id, { agency: 'llm', outside: true })
    await complaints.recordOutcome({ id: sent.id, outcome: 'answered', note: '' })
    await complaints.setHold({
      ...{ id: second.id, reason: 'Saman', reviewOn: PlainDate.parse('2027-01-01') },
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
    // Who wrote the public comment stands in its address: covered, only its host leaves.
    const host = 'https://www.facebook.com/'
    expect(paper.entries[0]?.fields.link).toBe(host)
    const file = await complaints.casePaper({ id: second.id, takeoutId: null })
    expect(file.complaint.fields.link).toBe(host)
    expect((await complaints.get({ id: second.id })).fields.link).toBe(link)
    // The same clocks as the case itself shows.
    const { clocks } = await complaints.clocks({ id: second.id })
    expect(paper.entries[0]?.clocks).toEqual(
      clocks.map(({ name, standing, share }) => ({ name, standing, share })),
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
    expect(sheet.rows[0]?.cells).toContain(link)
    expect(sheet.rows[0]?.cells[at('Nama pengadu')]).toBe('Rosli bin Hamid')
    expect(sheet.rows[0]?.cells[at('Tarikh terima')]).toBe('2026-11-02')
    const cell = (heading: string) => sheet.rows[0]?.cells[at(heading)]
    expect(
      [
        ...['Tahap keseriusan', 'Tahap kerumitan', 'Hasil pemajuan', 'Salah saluran'],
        ...['Sebab set had masa', 'Pegangan undang-undang', 'Perhatian terhadap pengadu'],
      ].map(cell),
    ).toEqual([
      ...['Berat', 'Kompleks', 'Dijawab oleh mereka', 'Ya', 'kerana salah saluran', 'Ya', 'Tidak'],
    ])
    expect(cell('Tarikh dimajukan kepada agensi')).toMatch(/^2026-11-23/)
    // What it says comes back in by itself.
    const { guess } = await complaints.readRegisterSheet({
      ...{ name: 'daftar.xlsx', bytes: new Uint8Array(await readFile(path)) },
    })
    const comesBack = ['severity', 'difficulty', 'forwarded', 'agency', 'status'] as const
    expect(comesBack.filter((field) => !guess.includes(field))).toEqual([])
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
          { ...fields, reference: text.slice(0, 90) },
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
})

function takeoutRows() {
  return test.rows('select what, reason, covered, cases from complaint_takeout order by at, id')
}
