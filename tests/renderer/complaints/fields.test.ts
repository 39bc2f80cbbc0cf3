import { describe, expect, it } from 'vitest'
import { ComplainantId, ComplaintFields } from '#contract/complaintFields'
import { ComplaintChannel, ComplaintKind, ComplaintSubKind } from '#contract/reference'
import { readRoad } from '#contract/roads'
import { ClockTime, Instant, PlainDate } from '#contract/values'
import { shippedLists } from '../../../src/main/workspace/reference/shipped.ts'
import {
  blankForm,
  formOf,
  readForm,
  withChange,
  type ComplaintForm,
  type FieldLists,
  type FormProblems,
} from '../../../src/renderer/complaints/fields/complaintForm'
import {
  blankPerson,
  personOf,
  readPerson,
  searchedPerson,
  type PersonForm,
} from '../../../src/renderer/complaints/fields/personForm'
import {
  blankIntake,
  isBegun,
  keptIntake,
} from '../../../src/renderer/complaints/intake/intakeForm'
import { kindOfRoad, questionsOf, subKindsOf } from '../../../src/renderer/complaints/kindView'
import { complaintFields } from '../../support/complaints.ts'

const shipped = shippedLists()
const kinds = shipped['complaint-kinds'].items.map((item) => ComplaintKind.parse(item))
const subKinds = shipped['complaint-sub-kinds'].items.map((item) => ComplaintSubKind.parse(item))
const channels = shipped['complaint-channels'].items.map((item) => ComplaintChannel.parse(item))
const lists: FieldLists = { kinds, subKinds, channels }
const now = Date.parse('2026-11-22T10:00:30.500Z')

const edited = (part: Partial<ComplaintForm>, from = blankForm('phone')): ComplaintForm =>
  withChange(from, part, lists)

describe('the kind of a road (KKS H)', () => {
  it.each([
    ['FT4', 'federal-road'],
    ['A15', 'state-road'],
    ['SA5', 'state-road'],
    ['E1', 'tolled-highway'],
  ])('of %s is %s', (road, kind) => {
    expect(kindOfRoad(readRoad(road), kinds)?.key).toBe(kind)
  })

  it('is not known without a road', () => {
    expect(kindOfRoad(null, kinds)).toBeNull()
  })

  it('sub-kinds and questions go by it', () => {
    const under = subKindsOf('federal-road', subKinds).map(({ key }) => key)
    expect(under).toContain('pothole')
    expect(subKindsOf('policy', subKinds).map(({ key }) => key)).not.toContain('pothole')
    expect(questionsOf('pothole', subKinds).map(({ key }) => key)).toEqual([
      ...['lane', 'size', 'damage'],
    ])
    expect(questionsOf(null, subKinds)).toEqual([])
  })
})

describe('a change in the fields', () => {
  it('of the road proposes kind and state, and takes the proposal back', () => {
    const onState = edited({ road: 'A15 km 3' })
    expect([onState.kind, onState.state]).toEqual(['state-road', 'MY-08'])
    const onFederal = edited({ road: 'FT04' }, onState)
    expect([onFederal.kind, onFederal.state]).toEqual(['federal-road', ''])
    expect(edited({ road: '' }, onFederal).kind).toBe('')
  })

  it('of the road leaves what a person chose', () => {
    const chosen = edited({ kind: 'policy' }, edited({ state: 'MY-06' }))
    const after = edited({ road: 'A15' }, chosen)
    expect([after.kind, after.state]).toEqual(['policy', 'MY-06'])
  })

  it('of the kind drops a sub-kind that is not under it', () => {
    const pothole = edited({ subKind: 'pothole' }, edited({ kind: 'federal-road' }))
    expect(edited({ kind: 'state-road' }, pothole).subKind).toBe('pothole')
    expect(edited({ kind: 'policy' }, pothole).subKind).toBe('')
  })

  it('of the channel drops the account of another network', () => {
    const account = '6f1c2a34-58f1-4f0e-9c3a-0d8f5a1b2c3d'
    const onFacebook = edited({ accountId: account }, blankForm('facebook'))
    expect(onFacebook.accountId).toBe(account)
    expect(edited({ channel: 'x' }, onFacebook).accountId).toBe('')
  })
})

describe('what the fields say', () => {
  const sound = edited({ what: ' Lubang besar ', road: 'ft 4 12.3-14' })

  it('is the complaint, received now', () => {
    const { fields, problems } = readForm(sound, now, lists)
    expect(problems).toEqual({})
    expect(fields).toEqual(
      complaintFields({
        what: 'Lubang besar',
        road: readRoad('FT4'),
        ...{ fromMetres: 12_300, toMetres: 14_000 },
        receivedAt: Instant.parse('2026-11-22T10:00:30.500Z'),
      }),
    )
  })

  it.each<[string, Partial<ComplaintForm>, FormProblems]>([
    ['nothing', { what: ' ' }, { what: 'whatMissing' }],
    ['no channel', { channel: '' }, { channel: 'channelMissing' }],
    ['no road but words', { road: 'dekat pasar' }, { road: 'roadWrong', kind: 'kindMissing' }],
    ['a kilometre of no road', { road: 'km 12' }, { road: 'roadWrong', kind: 'kindMissing' }],
    ['half a link', { link: 'facebook' }, { link: 'linkWrong' }],
    ['a day without a time', { day: PlainDate.parse('2026-11-22') }, { day: 'receivedHalf' }],
    [
      'a time to come',
      { day: PlainDate.parse('2026-11-22'), time: ClockTime.parse('18:01') },
      { day: 'receivedLater' },
    ],
  ])('with %s is told', (_, part, problems) => {
    const read = readForm(edited(part, sound), now, lists)
    expect(read).toEqual({ problems, fields: null })
  })

  it('is by the clock of Malaysia', () => {
    const at = { day: PlainDate.parse('2026-11-22'), time: ClockTime.parse('18:00') }
    expect(readForm(edited(at, sound), now, lists).fields?.receivedAt).toBe(
      '2026-11-22T10:00:00.000Z',
    )
  })

  it('answers only what is asked of its sub-kind', () => {
    const form = edited(
      { subKind: 'pothole', answers: { lane: ' kiri ', size: '', other: 'x' } },
      sound,
    )
    expect(readForm(form, now, lists).fields?.answers).toEqual({ lane: 'kiri' })
  })

  it('of what is registered is the same again, to the very moment', () => {
    const kept = complaintFields({
      ...{ road: readRoad('A15'), fromMetres: 3_050, state: 'MY-08', urgent: 'pothole' },
      ...{ subKind: 'pothole', kind: 'state-road', answers: { damage: 'yes' } },
      receivedAt: Instant.parse('2026-11-20T02:30:41.123Z'),
    })
    const read = readForm(formOf(kept), now, lists, kept.receivedAt)
    expect(read.fields).toEqual(ComplaintFields.parse(kept))
  })
})

describe('who complains', () => {
  const id = ComplainantId.parse('3f1c2a34-58f1-4f0e-9c3a-0d8f5a1b2c3d')
  const person = (part: Partial<PersonForm>): PersonForm => ({ ...blankPerson(), ...part })

  it.each<[string, Partial<PersonForm>, unknown]>([
    ['nobody who gave a name', { anonymous: true, name: 'Ali' }, { kind: 'anonymous' }],
    ['somebody of the register', { knownId: id, name: 'Al' }, { kind: 'known', id }],
    ['nobody yet', {}, null],
    ['somebody with half an address', { name: 'Ali', email: 'ali@' }, null],
  ])('is %s', (_, part, choice) => {
    expect(readPerson(person(part)).choice).toEqual(choice)
  })

  it('is somebody new with what they told', () => {
    const contact = {
      ...{ name: 'Ali bin Abu', phone: '012', email: '', address: '', identityNumber: '' },
    }
    expect(readPerson(personOf(contact)).choice).toEqual({ kind: 'new', contact })
  })

  it.each<[string, Partial<PersonForm>]>([
    ['', { name: 'A' }],
    ['Al', { name: ' Al ' }],
    ['Al', { name: 'Al', phone: '012-34' }],
    ['012-345 6789', { name: 'Al', phone: '012-345 6789' }],
    ['', { name: 'Ali', anonymous: true }],
    ['', { name: 'Ali', knownId: id }],
  ])('is searched by %j of %j', (text, part) => {
    expect(searchedPerson(person(part))).toBe(text)
  })
})

describe('half-typed intake', () => {
  it('is begun once something besides the channel is there', () => {
    const blank = blankIntake('phone')
    expect(isBegun(blank)).toBe(false)
    expect(isBegun({ ...blank, person: { ...blank.person, phone: '0' } })).toBe(true)
    expect(isBegun({ ...blank, complaint: { ...blank.complaint, urgent: 'pothole' } })).toBe(true)
  })

  it('is what was kept, less what no longer fits', () => {
    // The folder for its files is new with every intake that has none.
    const blank = { ...blankIntake(''), filesId: expect.any(String) as string }
    expect(keptIntake({ content: {} })).toEqual(blank)
    expect(keptIntake({ content: { complaint: 'old', person: [1] } })).toEqual(blank)
    const content = {
      complaint: { what: 'Lampu padam', day: '22.11.2026', state: 'Perak', later: true },
      person: { name: 'Ali', knownId: 'somebody' },
    }
    const kept = keptIntake({ content })
    expect(kept.complaint).toEqual({ ...blank.complaint, what: 'Lampu padam' })
    expect(kept.person).toEqual({ ...blank.person, name: 'Ali' })
  })
})
