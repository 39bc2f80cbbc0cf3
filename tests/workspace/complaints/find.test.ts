import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Complaint } from '#contract/complaints'
import { RoadCode } from '#contract/roads'
import { complaintFilter, contact, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const ft4 = RoadCode.parse('FT4')
const c5 = RoadCode.parse('C5')

describe.each(databases)('finding complaints on %s', (database) => {
  let test: TestWorkspace
  let made: Readonly<Record<'hole' | 'far' | 'plate' | 'sispaa' | 'state' | 'name', Complaint>>
  beforeAll(async () => {
    test = await startTestWorkspace(database)
    const stretch = { road: ft4, fromMetres: 12_300, toMetres: null }
    made = {
      hole: await register(test, {
        ...{ what: 'Jalan berlubang dekat masjid', ...stretch, district: 'Raub' },
      }),
      far: await register(test, { what: 'Lubang', road: ft4, fromMetres: 80_000 }),
      plate: await register(test, { what: 'Lori WXY 1234 menumpahkan pasir' }),
      sispaa: await register(test, {
        channel: 'sispaa',
        reference: 'KKR.100-6/2/1',
        what: 'Bising',
      }),
      state: await register(test, {
        ...{
          kind: 'state-road',
          what: 'Semak samun',
          road: c5,
          fromMetres: 3_000,
          toMetres: 9_000,
        },
      }),
      name: await register(
        test,
        { what: 'Lampu jalan padam' },
        { kind: 'new', contact: contact('Nurul Izzah', { phone: '019-876 5432' }) },
      ),
    }
  })
  afterAll(() => test.stop())

  const ask = async (text: string, parts: Parameters<typeof complaintFilter>[0] = {}) => {
    const { found } = await test.workspace.complaints.find({ text, filter: complaintFilter(parts) })
    const names = new Map(Object.entries(made).map(([name, { id }]) => [id, name]))
    return found.map(({ row, by }) => `${names.get(row.id) ?? '?'} ${by}`)
  }

  it.each([
    ['ADU-2026-000003', ['plate number']],
    ['adu 2026 3', ['plate number']],
    ['KKR 100-6/2/1', ['sispaa reference']],
    ['FT04', ['far road', 'hole road']],
    ['ft 4 km 12', ['hole road']],
    ['F.T. 004 km 11,4', ['hole road']],
    ['C5 km 8.5', ['state road']],
    ['C5 km 11', []],
    ['wxy1234', ['plate plate']],
    ['WXY 1234', ['plate plate']],
    ['lubang', ['far words', 'hole words']],
    ['berlub', ['hole words']],
    ['masjid raub', ['hole words']],
    ['masjid bentong', []],
    ['nurul', ['name words']],
    ['0198765432', ['name words']],
    ['km', ['state words', 'far words', 'hole words']],
    // One or two letters alone are told by the rows themselves, without what stands behind prefixes.
    ['lu', ['far words']],
    ['Ft', ['far words', 'hole words']],
    ['zz', []],
    ['"lubang* OR', []],
    ['  ', []],
  ])('%j finds %j', async (text, expected) => {
    expect(await ask(text)).toEqual(expected)
  })

  it('takes a bare number for the place in a year first', async () => {
    expect((await ask('3'))[0]).toBe('plate number')
  })

  it('stays within the filter', async () => {
    expect(await ask('lubang', { channels: ['sispaa'] })).toEqual([])
    expect(await ask('FT04', { kinds: ['state-road'] })).toEqual([])
    expect(await ask('bising', { channels: ['sispaa'] })).toEqual(['sispaa words'])
  })

  it('marks what was looked for', async () => {
    const { found } = await test.workspace.complaints.find({
      ...{ text: 'lubang', filter: complaintFilter() },
    })
    const line = present(found.find(({ row }) => row.id === made.far.id)).line
    expect(line).toEqual([{ text: 'Lubang', hit: true }])
  })

  it('lists, orders and counts as SQL of its own does', async () => {
    const { complaints } = test.workspace
    const page = await complaints.list({
      filter: complaintFilter({ kinds: ['federal-road'] }),
      ...{ order: 'number', descending: true, offset: 1, limit: 2 },
    })
    const expected = await test.rows<{ number: string }>(
      `select number from complaint where kind = 'federal-road' order by number desc limit 2 offset 1`,
    )
    expect(page.rows.map(({ number }) => number)).toEqual(expected.map(({ number }) => number))
    expect(page.total).toBe(5)
    const counts = await complaints.counts({ filter: complaintFilter({ kinds: ['state-road'] }) })
    expect(counts).toMatchObject({
      ...{ total: 1, open: 1, urgent: 0, unassigned: 1, wrongDoor: 0 },
      // Its own choice is left out of the count of kinds.
      ...{ kinds: { 'federal-road': 5, 'state-road': 1 }, channels: { phone: 1 } },
    })
  })

  it('follows a text that changes', async () => {
    const { complaints } = test.workspace
    const before = await register(test, { what: 'Pokok tumbang' })
    const { fields } = await complaints.get({ id: before.id })
    await complaints.change({
      ...{ id: before.id, base: before.version, fields: { ...fields, what: 'Tiang condong' } },
    })
    expect(await ask('pokok')).toEqual([])
    expect(await ask('tiang')).toHaveLength(1)
  })

  it('says where it was found, and shows of it what is not covered', async () => {
    const { complaints } = test.workspace
    const long = `${'Laporan penduduk kampung tentang jalan. '.repeat(8)}Akhirnya cerun runtuh di situ.`
    const person = contact('Ng Chee Keong', {
      ...{ email: 'cheekeong@contoh.my', address: '12 Lorong Mawar', phone: '012-345 6789' },
    })
    const { id } = await register(
      test,
      {
        ...{ what: `${long} Hubungi 019-222 3333.`, district: 'Gerik', place: 'Kilometer akhir' },
        ...{ subKind: 'pothole', answers: { lane: 'Lorong kecemasan sebelah bukit' } },
      },
      { kind: 'new', contact: person },
    )
    const told = async (text: string) => {
      const { found } = await complaints.find({ text, filter: complaintFilter() })
      const each = present(found.find(({ row }) => row.id === id))
      const hits = each.line.filter(({ hit }) => hit).map((part) => part.text)
      return { hits, inside: each.inside, line: each.line.map((part) => part.text).join('') }
    }
    // Behind what a list shows of a text.
    const cerun = await told('cerun')
    expect(cerun).toMatchObject({ hits: ['cerun'], inside: [] })
    expect(cerun.line).toMatch(/^….*Akhirnya cerun runtuh/)
    expect(await told('kecemasan')).toMatchObject({ hits: ['kecemasan'], inside: ['answers'] })
    expect(await told('gerik')).toMatchObject({ hits: ['Gerik'], inside: ['district'] })
    // Of a person only that it stands there.
    expect(await told('keong')).toMatchObject({ hits: [], inside: ['name'] })
    expect(await told('mawar')).toMatchObject({ hits: [], inside: ['address'] })
    expect(await told('contoh')).toMatchObject({ hits: [], inside: ['email'] })
    expect(await told('0123456789')).toMatchObject({ hits: [], inside: ['phone'] })
    expect(await told('0192223333')).toMatchObject({ hits: [], inside: ['covered'] })
    expect(await told('cerun keong')).toMatchObject({ hits: ['cerun'], inside: ['name'] })
    for (const text of ['keong', 'mawar', 'contoh', '0192223333']) {
      const { line } = await told(text)
      expect(line).not.toMatch(/keong|mawar|contoh|222 ?3333/i)
    }
    // A short name is found by its column, however old the complaint is.
    await test.rows(`update complaint set ordinal = ordinal + 6000 where id <> '${id}'`)
    const brief = await complaints.find({ text: 'Ng', filter: complaintFilter() })
    expect(brief.found.map(({ row }) => row.id)).toEqual([id])
    expect(brief.newestRead).toBe(5_000)
    await test.rows(`update complaint set ordinal = ordinal - 6000 where id <> '${id}'`)
    expect(await complaints.find({ text: 'Ng', filter: complaintFilter() })).toMatchObject({
      newestRead: null,
    })
    await complaints.setStatus({ ids: [id], to: 'voided', reason: 'Ujian' })
  })
})
