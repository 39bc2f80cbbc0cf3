import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  defaultPlanningSettings,
  NoteFields,
  NoteId,
  TermId,
  type NoteFields as Fields,
} from '#contract/planning'
import { PlainDate } from '#contract/values'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const day = (text: string) => PlainDate.parse(text)
const nobody = '00000000-0000-4000-8000-000000000000'

function note(startsOn: string, endsOn: string, title = 'Nota'): Fields {
  return {
    ...{ title, text: '', startsOn: day(startsOn), endsOn: day(endsOn), kind: 'note' },
    ...{ reason: null, effect: null, states: [] },
  }
}

function blackout(startsOn: string, endsOn: string): Fields {
  return {
    ...note(startsOn, endsOn, 'Berkabung'),
    kind: 'blackout',
    reason: 'mourning',
    effect: 'hold',
  }
}

describe('what a note may say', () => {
  it.each([
    ['a note', note('2026-11-24', '2026-11-24'), true],
    ['a blackout', blackout('2026-11-24', '2026-11-26'), true],
    ['an end before its beginning', note('2026-11-25', '2026-11-24'), false],
    [
      'a blackout without a reason',
      { ...blackout('2026-11-24', '2026-11-24'), reason: null },
      false,
    ],
    [
      'a blackout without an effect',
      { ...blackout('2026-11-24', '2026-11-24'), effect: null },
      false,
    ],
    ['a note with an effect', { ...note('2026-11-24', '2026-11-24'), effect: 'warn' }, false],
    ['no title', note('2026-11-24', '2026-11-24', ' '), false],
  ])('%s', (_, fields, sound) => {
    expect(NoteFields.safeParse(fields).success).toBe(sound)
  })
})

describe.each(databases)('planning on %s', (database) => {
  let test: TestWorkspace
  beforeEach(async () => {
    test = await startTestWorkspace(database)
  })
  afterEach(() => test.stop())
  const planning = () => test.workspace.planning
  const titles = async (from: string, to: string) =>
    (await planning().notes({ from: day(from), to: day(to) })).map(({ title }) => title)

  it('finds the notes that touch the days asked about, both ends with them', async () => {
    await planning().addNote(note('2026-11-20', '2026-11-23', 'sebelum'))
    await planning().addNote(note('2026-11-24', '2026-11-24', 'hari'))
    await planning().addNote(note('2026-11-01', '2026-12-31', 'panjang'))
    await planning().addNote(note('2026-11-26', '2026-11-27', 'selepas'))
    expect(await titles('2026-11-24', '2026-11-25')).toEqual(['panjang', 'hari'])
    expect(await titles('2026-11-23', '2026-11-26')).toEqual([
      ...['panjang', 'sebelum', 'hari', 'selepas'],
    ])
    expect(await titles('2027-01-01', '2027-01-31')).toEqual([])
  })

  it('changes, removes and restores a note', async () => {
    const added = await planning().addNote({
      ...blackout('2026-11-24', '2026-11-26'),
      states: ['MY-08', 'MY-01', 'MY-08'],
    })
    expect(added.states).toEqual(['MY-01', 'MY-08'])
    const { id } = added
    const changed = await planning().changeNote({ id, fields: note('2026-12-01', '2026-12-02') })
    expect(changed).toEqual({ id, ...note('2026-12-01', '2026-12-02') })
    expect(await titles('2026-11-01', '2026-11-30')).toEqual([])
    await planning().removeNote({ id })
    expect(await titles('2026-12-01', '2026-12-31')).toEqual([])
    await expect(planning().removeNote({ id })).rejects.toMatchObject({
      reason: 'planning.unknown-note',
    })
    expect(await planning().removedNotes({})).toEqual([{ ...changed, removedAt: test.clock.now() }])
    expect(await planning().restoreNote({ id })).toEqual(changed)
    expect(await planning().removedNotes({})).toEqual([])
    await expect(planning().restoreNote({ id })).rejects.toMatchObject({
      reason: 'planning.not-removed',
    })
    const fields = note('2026-12-01', '2026-12-02')
    await expect(planning().changeNote({ id: NoteId.parse(nobody), fields })).rejects.toMatchObject(
      { reason: 'planning.unknown-note' },
    )
  })

  it('holds everything once at a time, with who, when and why', async () => {
    expect(await planning().holdState({})).toEqual({ open: null, past: [] })
    await expect(planning().resume({ note: '' })).rejects.toMatchObject({
      reason: 'planning.not-held',
    })
    await expect(planning().holdAll({ reason: ' ' })).rejects.toMatchObject({ code: 'invalid' })

    const held = await planning().holdAll({ reason: 'Banjir besar di Kelantan' })
    expect(held).toMatchObject({
      ...{ reason: 'Banjir besar di Kelantan', since: '2026-11-23T01:00:00.000Z' },
      ...{ byName: 'Siti Aminah binti Abdullah', resumedAt: null, resumedByName: null },
    })
    await expect(planning().holdAll({ reason: 'Lagi' })).rejects.toMatchObject({
      reason: 'planning.already-held',
    })
    expect(await planning().holdState({})).toEqual({ open: held, past: [] })

    const head = await test.workspace.people.add({ name: 'Ketua', post: 'Ketua', roles: ['head'] })
    await test.workspace.gate.switchPerson({ id: head.id })
    test.clock.set('2026-11-24T02:30:00.000Z')
    const resumed = await planning().resume({ note: 'Banjir surut' })
    expect(resumed).toEqual({
      ...held,
      ...{ resumedAt: '2026-11-24T02:30:00.000Z', resumedById: head.id, resumedByName: 'Ketua' },
      resumeNote: 'Banjir surut',
    })
    const second = await planning().holdAll({ reason: 'Berkabung' })
    expect(await planning().holdState({})).toEqual({ open: second, past: [resumed] })
    test.clock.set('2026-11-25T02:30:00.000Z')
    await planning().resume({ note: '' })
    expect((await planning().holdState({})).past.map(({ reason }) => reason)).toEqual([
      'Berkabung',
      'Banjir besar di Kelantan',
    ])
  })

  it('keeps sensitive terms, none twice', async () => {
    const term = await planning().addTerm({ term: 'Mangsa', why: 'Sebab', suggestion: 'penduduk' })
    const other = await planning().addTerm({ term: 'gagal  siap', why: '', suggestion: '' })
    await expect(
      planning().addTerm({ term: 'mangsa', why: '', suggestion: '' }),
    ).rejects.toMatchObject({ reason: 'planning.term-taken' })
    await expect(planning().changeTerm({ ...other, term: 'MANGSA' })).rejects.toMatchObject({
      reason: 'planning.term-taken',
    })
    const changed = await planning().changeTerm({ ...term, why: 'Menyinggung' })
    expect(await planning().terms({})).toEqual([other, changed])
    await planning().removeTerm({ id: term.id })
    expect(await planning().terms({})).toEqual([other])
    expect(await planning().removedTerms({})).toEqual([{ ...changed, removedAt: test.clock.now() }])
    const again = await planning().addTerm({ term: 'mangsa', why: '', suggestion: '' })
    await expect(planning().restoreTerm({ id: term.id })).rejects.toMatchObject({
      reason: 'planning.term-taken',
    })
    await planning().removeTerm({ id: again.id })
    expect(await planning().restoreTerm({ id: term.id })).toEqual(changed)
    await expect(planning().restoreTerm({ id: term.id })).rejects.toMatchObject({
      reason: 'planning.not-removed',
    })
    await expect(planning().removeTerm({ id: TermId.parse(nobody) })).rejects.toMatchObject({
      reason: 'planning.unknown-term',
    })
    await expect(planning().addTerm({ term: '!?', why: '', suggestion: '' })).rejects.toMatchObject(
      { code: 'invalid' },
    )
  })

  it('starts with the settings of the sources and keeps those of the office', async () => {
    // KKS F, teras 3: five working days; JaPen's upload day is off; the others are ours.
    expect(await planning().settings({})).toEqual({
      ...{ leadWorkingDays: 5, minutesApart: 60, uploadTakesADay: false },
      ...{ mostHashtags: 5, approveWorkingDays: 1, weekStartsOn: 'monday' },
    })
    const wanted = { ...defaultPlanningSettings, leadWorkingDays: 0, uploadTakesADay: true }
    await planning().changeSettings(wanted)
    expect(await planning().settings({})).toEqual(wanted)
    await expect(planning().changeSettings({ ...wanted, mostHashtags: 31 })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})
