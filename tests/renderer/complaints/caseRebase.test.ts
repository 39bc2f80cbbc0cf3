import { describe, expect, it } from 'vitest'
import { ComplainantId, type ComplaintFields, type Contact } from '#contract/complaintFields'
import { Instant } from '#contract/values'
import {
  rebaseCase,
  typingOf,
  type CaseTyping,
  type CaseUnit,
  type CaseVersion,
  type Side,
} from '../../../src/renderer/complaints/case/meanwhile/caseRebase'
import type { ComplaintForm } from '../../../src/renderer/complaints/fields/complaintForm'
import { blankPerson } from '../../../src/renderer/complaints/fields/personForm'
import { complaintFields, contact } from '../../support/complaints.ts'

const someone = (digit: number) =>
  ComplainantId.parse(`00000000-0000-4000-8000-00000000000${digit}`)

function saved(
  fields: Partial<ComplaintFields> = {},
  person: Contact | null = contact('Siti', { phone: '012' }),
  complainantId = person === null ? null : someone(1),
): CaseVersion {
  return {
    ...{ version: 1, changedAt: '2026-11-20T02:30:00.000Z', complainantId },
    ...{ fields: complaintFields(fields), contact: person },
  }
}

const base = saved({ subKind: 'pothole', answers: { size: 'kecil', lane: 'kiri' } })

/** What somebody typed over the base. */
function typed(form: Partial<ComplaintForm>, person: Partial<CaseTyping['person']> = {}) {
  const start = typingOf(base)
  return {
    ...start,
    complaint: { ...start.complaint, ...form },
    person: { ...start.person, ...person },
  }
}

/** The same complaint as others saved it. */
function others(fields: Partial<ComplaintFields>, person = base.contact): CaseVersion {
  return { ...base, version: 2, fields: { ...base.fields, ...fields }, contact: person }
}

describe('typing over what others saved meanwhile', () => {
  it.each<
    [string, Partial<ComplaintForm>, Partial<ComplaintFields>, CaseUnit[], CaseUnit[], object]
  >([
    ['nothing of either', {}, {}, [], [], {}],
    ['only mine', { district: 'Raub' }, {}, [], [], { district: 'Raub' }],
    ['only theirs', {}, { district: 'Bentong' }, [], ['district'], { district: 'Bentong' }],
    [
      'different fields of each',
      { district: 'Raub' },
      { place: 'Pasar' },
      ...([[], ['place']] as [CaseUnit[], CaseUnit[]]),
      { district: 'Raub', place: 'Pasar' },
    ],
    [
      'the same in both',
      { district: 'Raub' },
      { district: 'Raub' },
      ...([[], []] as [CaseUnit[], CaseUnit[]]),
      { district: 'Raub' },
    ],
    [
      'both, differently',
      { district: 'Raub', what: 'A' },
      { district: 'Bentong', what: 'B' },
      ...([['what', 'district'], []] as [CaseUnit[], CaseUnit[]]),
      { district: 'Raub', what: 'A' },
    ],
    [
      'typed back by me',
      { district: '' },
      { district: 'Bentong' },
      ...([[], ['district']] as [CaseUnit[], CaseUnit[]]),
      { district: 'Bentong' },
    ],
    [
      'kind and sub-kind as one',
      { subKind: 'flooding' },
      { kind: 'state-road', subKind: null },
      ...([['kind'], []] as [CaseUnit[], CaseUnit[]]),
      { kind: 'federal-road', subKind: 'flooding' },
    ],
    [
      'answers one by one',
      { answers: { size: 'besar', lane: 'kiri' } },
      { answers: { size: 'sederhana', lane: 'kanan' } },
      ...([['answers.size'], ['answers.lane']] as [CaseUnit[], CaseUnit[]]),
      { answers: { size: 'besar', lane: 'kanan' } },
    ],
    [
      'an answer that only I took out',
      { answers: { size: 'kecil' } },
      {},
      ...([[], []] as [CaseUnit[], CaseUnit[]]),
      { answers: { size: 'kecil' } },
    ],
  ])('%s', (_, mine, theirs, both, taken, shown) => {
    const rebased = rebaseCase(typed(mine), base, others(theirs))
    expect(rebased.both).toEqual(both)
    expect(rebased.taken).toEqual(taken)
    expect(rebased.typing.complaint).toMatchObject(shown)
  })

  it('takes from each side what is chosen, and loses nothing of the other fields', () => {
    const mine = typed({ district: 'Raub', what: 'A', place: 'Simpang' }, { phone: '019' })
    const theirs = others(
      { district: 'Bentong', what: 'B', link: 'https://x.com/1' },
      contact('Siti', { phone: '013', email: 'siti@example.com' }),
    )
    const choices: Partial<Record<CaseUnit, Side>> = { district: 'theirs', phone: 'theirs' }
    const { both, taken, typing } = rebaseCase(mine, base, theirs, choices)
    expect(both).toEqual(['what', 'district', 'phone'])
    expect(taken).toEqual(['link', 'email'])
    expect(typing.complaint).toMatchObject({
      ...{ district: 'Bentong', what: 'A', place: 'Simpang', link: 'https://x.com/1' },
    })
    expect(typing.person).toMatchObject({ phone: '013', email: 'siti@example.com', name: 'Siti' })
    // Saved now, it is what the next typing begins from: nothing is left to choose.
    const settled = rebaseCase(typing, theirs, theirs)
    expect([settled.both, settled.taken]).toEqual([[], []])
  })

  it('the moment of receipt is chosen as one', () => {
    const theirs = others({ receivedAt: Instant.parse('2026-11-19T00:00:00.000Z') })
    const mine = typed({ time: typingOf(saved()).complaint.time })
    expect(rebaseCase(mine, base, theirs).taken).toEqual(['receivedAt'])
  })
})

describe('who complained', () => {
  const ali = (): CaseVersion => ({
    ...others({}, contact('Ali', { phone: '017' })),
    complainantId: someone(2),
  })

  it('is theirs where I touched nothing of it', () => {
    const { both, taken, typing } = rebaseCase(typed({ district: 'Raub' }), base, ali())
    expect([both, taken]).toEqual([[], ['person']])
    expect([typing.person.name, typing.isOther]).toEqual(['Ali', false])
  })

  it('is chosen whole where they named another and I corrected the one before', () => {
    const mine = typed({}, { phone: '019' })
    expect(rebaseCase(mine, base, ali()).both).toEqual(['person'])
    // My correction does not go over the details of the other person.
    const kept = rebaseCase(mine, base, ali(), { person: 'mine' }).typing
    expect([kept.person.name, kept.person.phone, kept.isOther]).toEqual(['Siti', '019', true])
    const left = rebaseCase(mine, base, ali(), { person: 'theirs' }).typing
    expect([left.person.name, left.person.phone, left.isOther]).toEqual(['Ali', '017', false])
  })

  it('is mine where I named somebody else and they only corrected', () => {
    const mine = { ...typed({}), person: { ...blankPerson(), name: 'Ah Kow' }, isOther: true }
    const theirs = others({}, contact('Siti', { phone: '013' }))
    const { both, typing } = rebaseCase(mine, base, theirs)
    expect(both).toEqual(['person'])
    expect([typing.person.name, typing.isOther]).toEqual(['Ah Kow', true])
  })

  it('of an anonymous complaint is a person by whoever named one', () => {
    const nobody = saved({}, null)
    const named = { ...saved({}, contact('Ali')), version: 2 }
    expect(rebaseCase(typingOf(nobody), nobody, named).typing.person.name).toBe('Ali')
    const mine = { ...typingOf(nobody), person: { ...blankPerson(), name: 'Siti' } }
    expect(rebaseCase(mine, nobody, { ...nobody, version: 2 }).typing.person.name).toBe('Siti')
    expect(rebaseCase(mine, nobody, named).both).toEqual(['person'])
  })
})
