import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../src/main/workspace/complaints/rules/words.ts'

describe('the words a complaint is found by', () => {
  it.each([
    ['Jalan berlubang', ['jalan', 'berlubang', 'lubang']],
    ['menyapu sampah', ['menyapu', 'sampah', 'sapu']],
    ['pemotong rumput', ['pemotong', 'rumput', 'potong']],
    ['penutupan', ['penutupan', 'tutupan']],
    ['FT 04 km 12.3', ['ft', '04', 'km', '12', '3', 'ft04']],
    ['FT04', ['ft04', 'ft4']],
    ['kereta WXY 1234', ['kereta', 'wxy', '1234', 'wxy1234']],
    ['012-345 6789', ['012', '345', '6789', '0123456789']],
    ['IC 840512-10-5231', ['ic', '840512', '10', '5231', '840512105231']],
    ['Café Ámanah', ['cafe', 'amanah']],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(expect.arrayContaining(words))
  })

  it('are each there once', () => {
    const words = wordsOf('Lubang lubang LUBANG berlubang')
    expect(words).toHaveLength(new Set(words).size)
  })
})
