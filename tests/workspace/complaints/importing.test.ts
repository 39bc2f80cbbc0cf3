import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ComplaintImportId } from '#contract/complaintImports'
import type { ComplaintId } from '#contract/complaintFields'
import type { RegisterField } from '#contract/complaintImports'
import { complaintFilter, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { registerColumns, registerHeads, registerRows } from '../../support/registerSheet.ts'
import { bytesOf, workbookOf } from '../../support/sheets.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(async () => {
  await test.stop()
})

interface How {
  readonly trial?: boolean
  readonly skipKnown?: boolean
  readonly kind?: string | null
  readonly columns?: (RegisterField | null)[]
}

async function bring(bytes: Uint8Array<ArrayBuffer>, how: How = {}) {
  const { complaints } = test.workspace
  const { guess } = await complaints.readRegisterSheet({ name: 'daftar.xlsx', bytes })
  return complaints.importComplaints({
    ...{ name: 'daftar.xlsx', bytes, columns: how.columns ?? guess, channel: null },
    ...{ kind: how.kind ?? null, skipKnown: how.skipKnown ?? false, trial: how.trial ?? false },
  })
}

const csv = (...lines: string[]) => bytesOf(lines.join('\n'))
const heads = 'Bil,Tarikh,Sumber,Nama,Telefon,Kategori,Butiran,Status,Tarikh jawapan,Tarikh tutup'
const line = (number: string, parts: Partial<Record<'name' | 'phone' | 'rest', string>> = {}) =>
  `${number},3/3/2025 9.00 pagi,Telefon,${parts.name ?? ''},${parts.phone ?? ''},Jalan Negeri,Lubang ${number},${parts.rest ?? ',,'}`

const rowsOf = <T>(what: string, more = '') =>
  test.rows<T>(`select ${what} from complaint ${more} order by ordinal`)
const undo = (id: ComplaintImportId) =>
  test.workspace.complaints.undoRegisterImport({ id, reason: 'Import dibatalkan' })

describe.each(databases)('registers brought in on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
  })

  it('are shown with what their columns seem to hold', async () => {
    const bytes = await workbookOf(registerHeads, registerRows(7))
    const head = await test.workspace.complaints.readRegisterSheet({ name: 'd.xlsx', bytes })
    expect(head).toMatchObject({ rows: 7, guess: registerColumns })
  })

  it('come in whole after the numbers that are there, and go again but keep theirs', async () => {
    await register(test)
    const bytes = await workbookOf(registerHeads, registerRows(60))
    const trial = await bring(bytes, { trial: true })
    // Of 60 rows six have no name; two people each come up once, for there are 400 of them.
    expect(trial).toMatchObject({ rows: 60, complaints: 60, newPeople: 54, importId: null })
    expect(await rowsOf('id')).toHaveLength(1)
    const { importId } = await bring(bytes)
    const rows = await rowsOf<{ number: string; old: string; status: string }>(
      'number, old_reference as old, status',
    )
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 61 }, (_, at) => `ADU-2026-${String(at + 1).padStart(6, '0')}`),
    )
    expect(rows[1]).toMatchObject({ old: 'A-1/2025', status: 'in-progress' })
    expect(rows[5]).toMatchObject({ old: 'A-5/2025', status: 'resolved' })
    expect(rows[7]).toMatchObject({ old: 'A-7/2025', status: 'forwarded' })
    const entries = await test.rows<{ subjects: string }>(
      `select subjects from audit_entry where action = 'complaints.importComplaints'`,
    )
    expect(entries).toHaveLength(1)
    expect(present(entries[0]).subjects).not.toContain('Pengadu')

    const [ended] = await test.rows<{ id: ComplaintId }>(
      `select id from complaint where old_reference = 'A-5/2025'`,
    )
    await test.workspace.complaints.addNote({ id: present(ended).id, text: 'Disemak' })
    const undone = await undo(present(importId))
    expect(undone).toEqual({ voided: 59, kept: ['ADU-2026-000006'] })
    const left = await rowsOf<{ number: string }>('number', `where status <> 'voided'`)
    expect(left.map(({ number }) => number)).toEqual(['ADU-2026-000001', 'ADU-2026-000006'])
    expect(await rowsOf('id')).toHaveLength(61)
    expect(await rowsOf('id', `where status = 'voided' and next_due is not null`)).toEqual([])
    await expect(undo(present(importId))).rejects.toMatchObject({
      reason: 'complaints.import-undone',
    })
    await expect(
      undo(ComplaintImportId.parse('f0000000-0000-4000-8000-000000000000')),
    ).rejects.toMatchObject({ reason: 'complaints.unknown-import' })
    // What went may come in again; the one that stayed is there.
    const again = await bring(bytes, { trial: true })
    expect(again.rejected).toMatchObject([
      { row: 6, field: 'oldReference', problem: 'already-registered', value: 'ADU-2026-000006' },
    ])
    const skipping = await bring(bytes, { skipKnown: true })
    expect(skipping).toMatchObject({ complaints: 59, skipped: 1, newPeople: 0, rejected: [] })
    expect((await rowsOf<{ number: string }>('number')).at(-1)?.number).toBe('ADU-2026-000120')
  })

  it('stay out whole where rows are rejected, each with its reason', async () => {
    const bytes = await workbookOf(
      registerHeads,
      registerRows(100, {
        3: { what: '' },
        20: { received: '31/2/2025' },
        21: { received: '' },
        30: { channel: 'Friendster' },
        41: { kind: 'Kapal terbang' },
        52: { status: 'Entah' },
        53: { status: 'Pendua' },
        60: { closed: '1/1/2024' },
        61: { closed: '1/12/2025' },
        62: { forwarded: '1/12/2025' },
        70: { agency: 'Agensi angkasa' },
        81: { oldReference: 'A-80/2025' },
        90: { phone: '012-3456789' },
        91: { name: '' },
        92: { email: 'bukan emel' },
        93: { received: '1/1/2027', forwarded: '' },
      }),
    )
    const { rejected, importId } = await bring(bytes)
    expect(importId).toBeNull()
    expect(rejected.map(({ row, field, problem, value }) => [row, field, problem, value])).toEqual([
      [4, 'what', 'what-missing', ''],
      [21, 'received', 'not-a-moment', '31/2/2025'],
      [22, 'received', 'received-missing', ''],
      [31, 'channel', 'unknown-channel', 'Friendster'],
      [42, 'kind', 'unknown-kind', 'Kapal terbang'],
      [53, 'status', 'unknown-status', 'Entah'],
      [54, 'status', 'status-not-taken', 'Pendua'],
      [61, 'closed', 'before-received', '1/1/2024'],
      [62, 'closed', 'closed-while-open', '1/12/2025'],
      [63, 'forwarded', 'agency-missing', '1/12/2025'],
      [71, 'agency', 'unknown-agency', 'Agensi angkasa'],
      [82, 'oldReference', 'repeated-in-sheet', '81'],
      [92, 'name', 'name-missing', ''],
      [93, 'email', 'not-an-email', 'bukan emel'],
      [94, 'received', 'in-future', '1/1/2027'],
    ])
    expect(await rowsOf('id')).toEqual([])
    expect(await test.workspace.complaints.registerImports({})).toEqual([])
    const table = await test.workspace.complaints.rejectedComplaintsCsv({
      rejected,
      language: 'ms',
    })
    expect(table.csv.split('\r\n')).toHaveLength(rejected.length + 2)
    expect(table.csv).toContain('81')
  })

  it('measure clocks by the dates of the sheet, and not where a date is missing', async () => {
    await bring(
      csv(
        heads,
        // Standard limits: an answer within 24 hours, settled within three working days (Melaka).
        line('1', { rest: 'Selesai,4/3/2025,6/3/2025' }),
        line('2', { rest: 'Selesai,6/3/2025,7/3/2025' }),
        line('3', { rest: 'Selesai,,6/3/2025' }),
        line('4', { rest: 'Ditutup,4/3/2025,' }),
        line('5', { rest: 'Dalam tindakan,4/3/2025,' }),
      ),
    )
    const ids = await rowsOf<{ id: ComplaintId }>('id')
    const standings = []
    for (const { id } of ids) {
      const { clocks } = await test.workspace.complaints.clocks({ id })
      const of = (name: string) => clocks.find((clock) => clock.name === name)?.standing
      standings.push([of('respond'), of('close')])
    }
    expect(standings).toEqual([
      ['met', 'met'],
      ['met-late', 'met-late'],
      ['unmeasured', 'met'],
      ['met', 'unmeasured'],
      ['met', 'late'],
    ])
    // What is settled waits for nothing; reopened it is given its time again.
    const due = await rowsOf<{ next_due: string | null }>('next_due')
    expect(due.map(({ next_due }) => next_due !== null)).toEqual([false, false, false, false, true])
    const fourth = present(ids[3]).id
    await test.workspace.complaints.setStatus({ ids: [fourth], to: 'in-progress', reason: 'Lagi' })
    const { clocks } = await test.workspace.complaints.clocks({ id: fourth })
    expect(clocks.find(({ name }) => name === 'close')).toMatchObject({ standing: 'running' })
    // The step back finds when it was settled before it came in.
    const first = present(ids[0]).id
    await test.workspace.complaints.setStatus({ ids: [first], to: 'in-progress', reason: 'Lagi' })
    await test.workspace.complaints.undoStep({ ids: [first], to: 'in-progress' })
    const [row] = await rowsOf<{ settled_at: string }>('settled_at')
    expect(row?.settled_at).toBe('2025-03-06T01:00:00.000Z')
  })

  it('are found by their old number, and say that they came from a sheet', async () => {
    await bring(csv(heads, line('KA/77', { rest: 'Selesai,4/3/2025,6/3/2025' })))
    const found = await test.workspace.complaints.find({ text: 'KA/77', filter: complaintFilter() })
    expect(found.found).toMatchObject([{ by: 'reference', row: { number: 'ADU-2026-000001' } }])
    const { id } = present(found.found[0]).row
    expect(await test.workspace.complaints.get({ id })).toMatchObject({
      ...{ oldReference: 'KA/77', imported: true },
    })
    const events = await test.workspace.complaints.timeline({ id })
    expect(events).toMatchObject([{ kind: 'imported', to: 'resolved' }])
    expect(present(events[0]).changes).toEqual([
      { field: 'file', before: null, after: 'daftar.xlsx' },
      { field: 'old_reference', before: null, after: 'KA/77' },
      { field: 'responded_at', before: null, after: '2025-03-04T01:00:00.000Z' },
      { field: 'settled_at', before: null, after: '2025-03-06T01:00:00.000Z' },
    ])
  })

  it('keep one entry for one person, joined where something differs', async () => {
    await bring(
      csv(
        heads,
        line('1', { name: 'Siti Aminah', phone: '012-345 6789' }),
        line('2', { name: 'SITI AMINAH', phone: '+60123456789' }),
        line('3', { name: 'Ahmad', phone: '012-345 6789' }),
        line('4', { name: 'Siti Aminah', phone: '' }),
        line('5'),
      ),
    )
    const of = await rowsOf<{ complainant_id: string | null }>('complainant_id')
    const people = of.map(({ complainant_id }) => complainant_id)
    expect(people[1]).toBe(people[0])
    // Families share a phone; a name alone is many people's.
    expect(new Set(people).size).toBe(4)
    expect(people[4]).toBeNull()
    // What a quoted phone held comes back as it was.
    const kept = await test.rows<{ phone: string }>(`select phone from complainant order by phone`)
    expect(kept.map(({ phone }) => phone)).toEqual(['', '012-345 6789', '012-345 6789'])
  })

  it('tell likely repeats and take them all the same', async () => {
    const sheet = csv(
      heads,
      '1,3/3/2025,Telefon,,,Jalan Negeri,Lubang di Raub,,,',
      '2,3/3/2025,FB,,,Jalan Negeri,  lubang di  RAUB ,,,',
      '3,4/3/2025,FB,,,Jalan Negeri,Lubang di Raub,,,',
    )
    const first = await bring(sheet)
    expect(first.likely).toEqual([{ row: 3, otherRow: 2, number: null }])
    expect(first.importId).not.toBeNull()
    const again = await bring(csv(heads, '9,4/3/2025,FB,,,Jalan Negeri,Lubang di Raub,,,'))
    expect(again.likely).toEqual([{ row: 2, otherRow: null, number: 'ADU-2026-000003' }])
  })

  it('take every encoding and refuse every trap with the number of its row', async () => {
    const rows = [
      'Tarikh,Sumber,Kategori,Butiran',
      '3/3/2025,Telefon,Jalan Negeri,"Café – “lubang”"',
    ]
    const what = async (bytes: Uint8Array<ArrayBuffer>) => {
      const done = await bring(bytes)
      return done.rejected.length > 0
        ? done.rejected
        : (await rowsOf<{ what: string }>('what')).at(-1)
    }
    const text = rows.join('\r\n')
    expect(await what(bytesOf(`\uFEFF${text}`))).toEqual({ what: 'Café – “lubang”' })
    const wide = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
    expect(await what(wide)).toEqual({ what: 'Café – “lubang”' })
    const western = Buffer.from(
      text.replaceAll('–', '\u0096').replaceAll('“', '\u0093').replaceAll('”', '\u0094'),
      'latin1',
    )
    expect(await what(new Uint8Array(western))).toEqual({ what: 'Café – “lubang”' })
    const start = 'Tarikh,Sumber,Kategori,Butiran'
    const good = '3/3/2025,Telefon,Jalan Negeri'
    expect(await what(csv(start, `${good},${'a'.repeat(1_100_000)}`))).toMatchObject([
      { row: 2, field: 'what', problem: 'too-long' },
    ])
    expect(await what(csv(start, `${good},Lubang,lebih`, good))).toMatchObject([
      { row: 2, problem: 'beyond-headings', value: 'lebih' },
      { row: 3, field: 'what', problem: 'what-missing' },
    ])
    expect(await what(csv(start, `${good},Lubang \uFFFD`))).toMatchObject([
      { row: 2, field: 'what', problem: 'damaged' },
    ])
    await expect(what(csv(start, `${good},Lub\0ang`))).rejects.toMatchObject({
      reason: 'sheets.unreadable',
    })
    await expect(what(csv(Array(10_000).fill('x').join(','), 'y'))).rejects.toMatchObject({
      reason: 'sheets.too-wide',
    })
    expect(await what(csv(`__proto__,${start}`, `x,${good},Lubang proto`))).toEqual({
      what: 'Lubang proto',
    })
  })
})
