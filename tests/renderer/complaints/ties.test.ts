import { describe, expect, it } from 'vitest'
import { ComplaintId, ComplaintNumber } from '#contract/complaintFields'
import type { ComplaintRow } from '#contract/complaints'
import { blankForm } from '../../../src/renderer/complaints/fields/complaintForm'
import { blankPerson } from '../../../src/renderer/complaints/fields/personForm'
import { canGroup, leadOf, stepWithMaster } from '../../../src/renderer/complaints/groups/groupView'
import { keptIntake } from '../../../src/renderer/complaints/intake/intakeForm'
import {
  distance,
  questionFrom,
  reasonWord,
} from '../../../src/renderer/complaints/repeats/repeatView'

type Row = Pick<ComplaintRow, 'id' | 'number' | 'group'>
const idOf = (place: number) => ComplaintId.parse(`00000000-0000-4000-8000-00000000000${place}`)
const numberOf = (place: number) => ComplaintNumber.parse(`ADU-2026-00000${place}`)
/** The complaint of a place in the year, under a master of another place. */
const row = (place: number, master: number | null = null): Row => ({
  ...{ id: idOf(place), number: numberOf(place) },
  group: master === null ? null : { masterId: idOf(master), number: numberOf(master), size: 2 },
})

describe('who leads when complaints are put together', () => {
  it.each<[string, Row[], number | null, boolean]>([
    ['one alone', [row(1)], null, false],
    ['the oldest number', [row(3), row(1), row(2)], 1, true],
    ['whoever leads already', [row(1), row(2, 2)], 2, true],
    ['the master of one of them', [row(1), row(3, 2)], 2, true],
    ['a whole group: nothing to do', [row(2, 2), row(3, 2)], 2, false],
  ])('%s', (_, rows, lead, possible) => {
    expect(leadOf(rows)?.id ?? null).toBe(lead === null ? null : idOf(lead))
    expect(canGroup(rows)).toBe(possible)
  })
})

describe('what a settled master proposes', () => {
  it.each([
    ['new', 'in-progress', null],
    ['new', 'resolved', 'resolved'],
    ['forwarded', 'closed', 'resolved'],
    ['resolved', 'closed', 'closed'],
    ['resolved', 'resolved', null],
    ['closed', 'closed', null],
    ['duplicate', 'closed', null],
  ] as const)('to one that is %s when it is %s: %s', (member, master, step) => {
    expect(stepWithMaster(member, master)).toBe(step)
  })
})

describe('what is asked while somebody types', () => {
  const asked = (form: object, person: object = {}, files = 0) =>
    questionFrom({ ...blankForm('phone'), ...form }, { ...blankPerson(), ...person }, files)

  it('is nothing before there is something to go by', () => {
    expect(asked({})).toBeNull()
    expect(asked({ what: 'Lubang' })).toBeNull()
    expect(asked({ road: 'FT04' })).toBeNull()
    expect(asked({}, { anonymous: true, phone: '012-345 6789' })).toBeNull()
    expect(asked({}, {}, 1)).toMatchObject({ what: '', road: null, person: { id: null } })
  })

  it('is a place, a person or a story', () => {
    expect(asked({ road: 'ft 4 km 12.3' })).toMatchObject({ road: 'FT4', fromMetres: 12_300 })
    expect(asked({}, { phone: '0123456789' })?.person.phone).toBe('0123456789')
    expect(asked({ what: 'Lubang besar di sini' })?.what).toBe('Lubang besar di sini')
    expect(asked({ link: ' https://x.com/a/status/1 ' })?.link).toBe('https://x.com/a/status/1')
    expect(
      asked({ what: 'Lubang besar di sini' }, { anonymous: true, phone: '1' })?.person,
    ).toEqual({ id: null, phone: '', email: '', identityNumber: '' })
  })

  it('says how far, shortly', () => {
    expect([0, 40, 99, 100, 449, 1_000].map(distance)).toEqual([
      ...['0 m', '40 m', '99 m', '0.1 km', '0.4 km', '1 km'],
    ])
    expect(reasonWord({ kind: 'road', metres: 0 }).key).toBe('here')
    expect(reasonWord({ kind: 'words', percent: 60 })).toEqual({
      ...{ key: 'words', values: { percent: 60 } },
    })
  })
})

it('a draft keeps what it is the same as, and survives one that is older', () => {
  const tie = { id: idOf(1), number: 'ADU-2026-000001', as: 'member', masterId: idOf(2) }
  expect(keptIntake({ content: { tie, apart: [idOf(3)] } })).toMatchObject({
    ...{ tie, apart: [idOf(3)] },
  })
  expect(keptIntake({ content: { complaint: { what: 'Lubang' } } })).toMatchObject({
    ...{ tie: null, apart: [] },
  })
})
