import { expect, it } from 'vitest'
import { changesOf, untouched } from '../../../src/renderer/posts/list/changeMany'

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
])('%o changes that alone', (chosen, said) => {
  expect(changesOf({ ...untouched, ...chosen })).toEqual({
    ...{ addAccounts: [], removeAccounts: [], ...said },
  })
})
