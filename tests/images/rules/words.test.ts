import { describe, expect, it } from 'vitest'
import { FindingCode, Remedy } from '#contract/findings'
import { findingWords, remedyWords } from '#contract/findingWords'

const all = [
  ...FindingCode.options.map((code) => ({ name: code, words: findingWords[code] })),
  ...Remedy.options.map((code) => ({ name: code, words: remedyWords[code] })),
]

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
}

describe('the sentences of findings and remedies', () => {
  it('are there for every code and for no other', () => {
    expect(Object.keys(findingWords).sort()).toEqual([...FindingCode.options].sort())
    expect(Object.keys(remedyWords).sort()).toEqual([...Remedy.options].sort())
  })

  it.each(all)('$name has whole sentences in both languages', ({ words }) => {
    for (const text of [words.ms, words.en]) {
      expect(text).toMatch(/^[A-Z{][^!]+\.$/)
      expect(text).not.toMatch(/\bkami\b/i)
    }
    expect(words.ms).not.toBe(words.en)
  })

  it.each(all)('$name has the same placeholders in both languages', ({ words }) => {
    expect(placeholders(words.en)).toEqual(placeholders(words.ms))
    const known = ['measured', 'required', 'of']
    expect(placeholders(words.ms).filter((name) => !known.includes(name))).toEqual([])
  })
})
