import { expect, it } from 'vitest'
import { isSameName } from '../../../src/main/workspace/posts/rules/signer.ts'

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
