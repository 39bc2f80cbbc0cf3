import { expect, it } from 'vitest'
import { PersonId } from '#contract/values'
import { isSameName, mayOutsiderSign } from '../../../src/main/workspace/posts/rules/signer.ts'

it.each([
  ['Siti Aminah binti Abdullah', 'PUAN SITI AMINAH BT. ABDULLAH', true],
  ["Dato' Ir. Halim bin Osman", 'Halim Osman', true],
  ['Ramesh a/l Kumar', 'ramesh  kumar', true],
  ['Lim Mei Ling', 'Lim Mei-Ling', true],
  ['Siti Aminah binti Abdullah', 'Siti Aminah binti Ahmad', false],
  ['Halim bin Osman', 'Osman bin Halim', false],
  ['Dr.', 'Puan', false],
])('%s and %s are of one person: %s', (one, other, same) => {
  expect(isSameName(one, other)).toBe(same)
})

const [lim, halim] = ['a', 'b'].map((sign) =>
  PersonId.parse(`${sign.repeat(8)}-0000-4000-8000-000000000000`),
) as [PersonId, PersonId]
const listed = [
  { id: lim, name: 'Lim Mei Ling', active: true },
  { id: halim, name: 'Ir. Halim bin Osman', active: false },
]

it.each([
  ['nobody named', [], false, 'Zainal', true],
  ['others named', [lim], false, 'Zainal', false],
  ['others named, anybody at all', [lim], false, null, false],
  ['others named, open', [lim], true, 'Zainal', true],
  ['named and here', [lim], false, 'Lim Mei Ling', false],
  ['named and gone', [lim, halim], false, 'Halim Osman', true],
  ['named and gone, anybody at all', [lim, halim], false, null, true],
  ['gone and not named', [lim], false, 'Halim Osman', false],
  ['somebody else than who is gone', [halim], false, 'Zainal', false],
] as const)('may somebody outside sign: %s', (_, people, outsiders, signer, may) => {
  const step = { name: 'Ketua', need: 'any' as const, people: [...people], outsiders }
  expect(mayOutsiderSign(step, signer, listed)).toBe(may)
})
