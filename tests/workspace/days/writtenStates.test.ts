import { describe, expect, it } from 'vitest'
import { writtenStates } from '../../../src/main/workspace/days/rules/sheet/states.ts'

describe('states as offices write them', () => {
  it.each([
    ['Selangor', 'MY-10'],
    ['selangor,  PERAK', 'MY-08 MY-10'],
    ['Kedah dan Perlis', 'MY-02 MY-09'],
    ['N. Sembilan / P. Pinang & KL', 'MY-05 MY-07 MY-14'],
    ['MY-12; Sarawak', 'MY-12 MY-13'],
    ['W.P. Labuan', 'MY-15'],
    ['Wilayah Persekutuan (Kuala Lumpur, Putrajaya)', 'MY-14 MY-15 MY-16'],
    ['Wilayah Persekutuan', 'MY-14 MY-15 MY-16'],
    [
      'Semua negeri kecuali Johor, Kedah, Kelantan, Melaka, Negeri Sembilan, Pahang, Pulau Pinang, Perak',
      'MY-09 MY-10 MY-11 MY-12 MY-13 MY-14 MY-15 MY-16',
    ],
    [
      'Semenanjung except Wilayah Persekutuan',
      'MY-01 MY-02 MY-03 MY-04 MY-05 MY-06 MY-07 MY-08 MY-09 MY-10 MY-11',
    ],
  ])('%s', (text, codes) => {
    expect(writtenStates(text)).toEqual({ states: codes.split(' ') })
  })

  it.each([
    ['Selangor, Singapura', 'Singapura'],
    ['Semua kecuali Atlantis', 'Atlantis'],
  ])('%s is not understood', (text, unknown) => {
    expect(writtenStates(text)).toEqual({ unknown })
  })
})
