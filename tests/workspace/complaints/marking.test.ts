import { describe, expect, it } from 'vitest'
import { markedLine } from '../../../src/main/workspace/complaints/rules/marking.ts'
import { searchWords } from '../../../src/main/workspace/complaints/rules/words.ts'

describe('what was looked for is marked', () => {
  it.each([
    ['lubang', 'Lubang di lubangnya', ['Lubang', 'lubangnya']],
    ['lub', 'Lubang besar', ['Lubang']],
    ['l', 'Lubang besar', ['Lubang']],
    // A kilometre is no beginning of a plate or a phone number.
    ['ft04 km 12', 'FT04 km 12.3, kereta WXY 1234, kmph', ['FT04', 'km', '12']],
    ['km 12', 'Telefon 1234', []],
    ['wxy 123', 'Kereta WXY 1234', ['WXY', '1234']],
    ['ámanah', 'Taman Amanah', ['Amanah']],
    // What stands behind a prefix is what was looked for.
    ['lubang', 'Jalan berlubang', ['berlubang']],
    ['potong', 'Tolong memotong pokok', ['memotong']],
  ])('%j in %j: %j', (asked, text, hits) => {
    const parts = markedLine(text, searchWords(asked)) ?? []
    expect(parts.filter(({ hit }) => hit).map((part) => part.text)).toEqual(hits)
    expect(hits.length === 0 ? text : parts.map((part) => part.text).join('')).toBe(text)
  })
})
