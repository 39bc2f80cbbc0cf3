import { expect, it } from 'vitest'
import { changesOf, untouched, type ManyDraft } from '../../../src/renderer/posts/list/changeMany'

const id = '00000001-0000-4000-8000-000000000000'

it('nothing is changed until something is chosen', () => {
  expect(changesOf(untouched)).toBeNull()
})

it.each([
  [{ ownerId: id }, { ownerId: id }],
  [{ approverId: 'none' }, { approverId: null }],
  [{ category: 'none' }, { category: null }],
  [
    { category: 'info-rakyat', kind: 'text' },
    { category: 'info-rakyat', kind: 'text' },
  ],
  [{ addAccounts: [id] }, { addAccounts: [id] }],
  [
    { approach: 'none', time: '09:30', addHashtags: ['#JKR'] },
    { approach: null, time: '09:30', addHashtags: ['JKR'] },
  ],
  [
    { addThrusts: ['image'], addSegments: ['youth'] },
    { addThrusts: ['image'], addSegments: ['youth'] },
  ],
])('%o changes that alone', (chosen, said) => {
  expect(changesOf({ ...untouched, ...(chosen as Partial<ManyDraft>) })).toEqual({
    ...{ addAccounts: [], removeAccounts: [], addThrusts: [], addSegments: [], addHashtags: [] },
    ...said,
  })
})

it('a hashtag that is none, or too many, change nothing', () => {
  expect(changesOf({ ...untouched, addHashtags: ['dua#tiga'] })).toBeNull()
  const eleven = Array.from({ length: 11 }, (_, place) => `Tanda${place}`)
  expect(changesOf({ ...untouched, addHashtags: eleven })).toBeNull()
})
