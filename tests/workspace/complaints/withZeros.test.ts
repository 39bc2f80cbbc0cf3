import { describe, expect, it } from 'vitest'
import { withZeros } from '../../../src/main/workspace/complaints/rules/withZeros.ts'

describe('a row for everything that could have had one', () => {
  it.each([
    ['nothing had any', [], ['a', 'b'], ['a 0', 'b 0']],
    ['what had some keeps its place', [{ key: 'b', count: 3 }], ['a', 'b'], ['b 3', 'a 0']],
    ['what is no longer offered stays', [{ key: 'old', count: 1 }], ['a'], ['old 1', 'a 0']],
    ['nobody said which', [{ key: null, count: 2 }], ['a'], ['null 2', 'a 0']],
    ['all had some', [{ key: 'a', count: 1 }], ['a'], ['a 1']],
  ])('%s', (_, tallies, keys, rows) => {
    expect(withZeros(tallies, keys).map(({ key, count }) => `${key} ${count}`)).toEqual(rows)
  })
})
