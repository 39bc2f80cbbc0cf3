import { describe, expect, it } from 'vitest'
import { ComplainantId } from '#contract/complaintFields'
import { ComplaintStatus } from '#contract/complaintStatus'
import { Instant } from '#contract/values'
import type { RegisterField } from '#contract/complaintImports'
import { complaintWords } from '../../../src/renderer/complaints/words.ts'
import { statuses } from '../../../src/main/workspace/complaints/rules/sheet/names.ts'
import { openPeople } from '../../../src/main/workspace/complaints/rules/sheet/people.ts'
import { readRegisterRow } from '../../../src/main/workspace/complaints/rules/sheet/row.ts'
import type { RegisterVocabulary } from '../../../src/main/workspace/complaints/rules/sheet/vocabulary.ts'
import { namedBy } from '../../../src/main/workspace/sheets/names.ts'
import { writtenMoment } from '../../../src/main/workspace/sheets/writtenMoment.ts'
import { contact } from '../../support/complaints.ts'

const named = (...keys: string[]) => namedBy(keys.map((key) => ({ value: key, names: [key] })))

const known: RegisterVocabulary = {
  channels: named('phone', 'facebook'),
  kinds: named('federal-road', 'state-road', 'policy'),
  subKinds: (kind) => (kind === 'policy' ? named() : named('pothole')),
  states: namedBy([{ value: 'MY-06', names: ['Pahang'] }]),
  agencies: named('KKR'),
  accounts: namedBy([]),
  networkOf: () => null,
  networkOfChannel: () => null,
  channelOf: () => null,
  isUnique: () => false,
  kindOf: (road) => (road === 'federal' ? 'federal-road' : 'state-road'),
  ...{ channel: 'phone', kind: 'policy', now: Instant.parse('2026-11-23T01:00:00.000Z') },
}

/** A row with these cells beside what every row needs. */
function read(cells: Partial<Record<RegisterField, string>>, with_ = known) {
  const all = { what: 'Lubang', received: '3/3/2025 9:00', ...cells }
  const columns = Object.keys(all) as RegisterField[]
  return readRegisterRow(Object.values(all), { columns, headings: columns, row: 2 }, with_)
}

function coming(cells: Partial<Record<RegisterField, string>>) {
  const found = read(cells)
  if ('rejected' in found) throw new Error(JSON.stringify(found.rejected))
  return found.coming
}

describe('a moment as people write it', () => {
  it.each([
    ['24/11/2026', '2026-11-24', null],
    ['24/11/2026 14:30', '2026-11-24', '14:30'],
    ['24/11/2026 2.30 petang', '2026-11-24', '14:30'],
    ['24-11-2026 9 pagi', '2026-11-24', '09:00'],
    ['2026-11-24T14:30:05', '2026-11-24', '14:30'],
    ['24 Nov 2026', '2026-11-24', null],
    ['24 Nov 2026 9.05 am', '2026-11-24', '09:05'],
    ['Selasa, 24/11/2026', '2026-11-24', null],
    ['46350', '2026-11-24', null],
    ['46350.5', '2026-11-24', '12:00'],
  ])('%s', (text, day, time) => {
    expect(writtenMoment(text)).toEqual({ day, time })
  })

  it.each(['semalam', '31/4/2026', '24/11/2026 14.30 pagi', ''])('%s is none', (text) => {
    expect(writtenMoment(text)).toBeNull()
  })
})

describe('where it is', () => {
  it.each([
    [{ road: 'FT 08', kilometre: '12.5' }, 'FT8', 12_500, null, ''],
    [{ road: 'F.T. 8', kilometre: 'KM 12 - 14' }, 'FT8', 12_000, 14_000, ''],
    [{ road: 'FT08 km 12' }, 'FT8', 12_000, null, ''],
    [{ road: 'Jalan Raub-Lipis (FT08)' }, 'FT8', null, null, 'Jalan Raub-Lipis (FT08)'],
    [
      { road: 'Jalan Besar', kilometre: '3', place: 'Pasar' },
      null,
      null,
      null,
      'Pasar, Jalan Besar, km 3',
    ],
    [{ kilometre: 'dekat jambatan' }, null, null, null, 'dekat jambatan'],
    [{ road: 'C5', kilometre: '-' }, 'C5', null, null, ''],
  ])('%j', (cells, road, fromMetres, toMetres, place) => {
    expect(coming(cells).fields).toMatchObject({ road, fromMetres, toMetres, place })
  })

  it('tells the state and the kind where the row does not', () => {
    expect(coming({ road: 'C5' }).fields).toMatchObject({ state: 'MY-06', kind: 'state-road' })
    expect(coming({ road: 'C5', kind: 'policy' }).fields).toMatchObject({ kind: 'policy' })
    expect(coming({}).fields).toMatchObject({ state: null, kind: 'policy', channel: 'phone' })
  })
})

describe('where it stands', () => {
  const at = (day: number, hours = 1) => `2025-03-0${day}T0${hours}:00:00.000Z`
  it.each([
    [{}, 'new', null, null],
    [{ answered: '4/3/2025' }, 'in-progress', at(4), null],
    [{ agency: 'KKR' }, 'forwarded', null, null],
    [{ closed: '5/3/2025' }, 'closed', null, at(5)],
    [{ status: 'Selesai', closed: '5/3/2025 10:00' }, 'resolved', null, at(5, 2)],
    [{ status: 'KIV' }, 'needs-information', null, null],
    // Of the day on which it came in only the day is told.
    [{ answered: '3/3/2025' }, 'in-progress', at(3), null],
    [{ answered: '-', closed: 'Tiada' }, 'new', null, null],
  ])('%j', (cells, status, respondedAt, settledAt) => {
    expect(coming(cells)).toMatchObject({ status, respondedAt, settledAt })
  })

  it('forwards on the day of the sheet, or on the day it came in', () => {
    expect(coming({ agency: 'KKR', forwarded: '4/3/2025' }).forwarding?.at).toBe(at(4))
    expect(coming({ agency: 'KKR' }).forwarding?.at).toBe(at(3))
  })

  it.each([
    [{ closed: '2/3/2025' }, 'before-received'],
    [{ answered: '3/3/2025 8:00' }, 'before-received'],
    [{ closed: '24/11/2026' }, 'in-future'],
    [{ status: 'Baru', closed: '5/3/2025' }, 'closed-while-open'],
    [{ status: 'Batal' }, 'status-not-taken'],
    [{ what: 'Nama •••' }, 'has-covers'],
    [{ anonymous: 'ya', name: 'Siti' }, 'named-anonymous'],
    [{ anonymous: 'entah' }, 'not-yes-no'],
    [{ phone: '012-3456789' }, 'name-missing'],
    [{ subKind: 'pothole' }, 'unknown-sub-kind'],
    [{ district: 'x'.repeat(101) }, 'too-long'],
    [{ link: 'facebook' }, 'not-a-link'],
    [{ severity: 'teruk' }, 'unknown-severity'],
  ])('%j is rejected: %s', (cells, problem) => {
    expect(read(cells)).toMatchObject({ rejected: [{ row: 2, problem }] })
  })

  it('knows the words of the register itself, in both languages', () => {
    for (const status of ComplaintStatus.options) {
      expect(statuses.find(complaintWords.ms.status[status])).toBe(status)
      expect(statuses.find(complaintWords.en.status[status])).toBe(status)
    }
  })
})

describe('who complained', () => {
  const id = (place: number) =>
    ComplainantId.parse(`00000000-0000-4000-8000-00000000000${String(place)}`)
  function entriesOf(...contacts: ReturnType<typeof contact>[]) {
    let made = 0
    const registered = {
      id: id(9),
      contact: contact('Wong', { phone: '03-26968000' }),
      sameAs: null,
    }
    const people = openPeople([registered], () => id((made += 1)))
    return { ids: contacts.map((each) => people.entryOf(each)), added: people.added }
  }

  it('is one entry where number and name say so', () => {
    const { ids, added } = entriesOf(
      contact('Siti Aminah', { phone: '012-345 6789' }),
      contact('siti  aminah', { phone: '+60 12-3456789', email: 'siti@example.my' }),
      contact('Siti Aminah', { email: 'SITI@example.my' }),
      contact('S. Aminah', { identityNumber: '800101-06-5566' }),
      contact('Siti Aminah', { identityNumber: '800101065566' }),
    )
    expect(ids).toEqual([id(1), id(1), id(1), id(2), id(3)])
    // What two rows told stands together; another name under the same identity card is joined.
    expect(added[0]?.contact).toMatchObject({ phone: '012-345 6789', email: 'siti@example.my' })
    expect(added[2]).toMatchObject({ id: id(3), sameAs: id(2) })
  })

  it('is somebody of the register, joined where something is new', () => {
    const { ids, added } = entriesOf(
      contact('Wong', { phone: '0326968000' }),
      contact('Wong', { phone: '0326968000', address: 'Jalan Ipoh' }),
      contact('Lim', { phone: '0326968000' }),
      contact('Wong'),
    )
    expect(ids).toEqual([id(9), id(1), id(2), id(3)])
    expect(added.map(({ sameAs }) => sameAs)).toEqual([id(9), null, null])
  })
})
