import { describe, expect, it } from 'vitest'
import { ControlFields, type Control } from '#contract/frameworks'
import {
  canMove,
  draftOf,
  emptyDraft,
  fieldsOf,
  gapsOf,
  sectionsOf,
} from '../../../src/renderer/compliance/checklistView'
import { present } from '../../support/present.ts'

function control(key: string, changes: Partial<Control> = {}): Control {
  const pair = (text: string) => ({ ms: `${text} ${key}`, en: `${text} in English ${key}` })
  return {
    ...{ key, parent: null, clause: 'KKS K', section: { ms: 'Satu', en: 'One' } },
    ...{ question: pair('Soalan'), evidence: pair('Bukti'), weight: 1, scope: 'unit' as const },
    ...{ measurement: null, note: null, standsFor: [], supersedes: [], retired: null, ...changes },
  }
}

const two = { section: { ms: 'Dua', en: 'Two' } }
const all = [
  control('a', { weight: 0 }),
  control('a1', { parent: 'a' }),
  control('b', { retired: 'Lapuk' }),
  control('c', two),
]

describe('sections', () => {
  it('count what is asked: neither headings nor what was retired', () => {
    const counted = sectionsOf(all).map(({ title, asked }) => [title.en, asked])
    expect(counted).toEqual([
      ['One', 1],
      ['Two', 1],
    ])
  })

  it.each([
    ['a', 1, true],
    ['a', -1, false],
    ['a1', 1, false],
    ['b', -1, true],
    ['c', -1, false],
  ] as const)('%s may move by %i: %s', (key, by, expected) => {
    expect(canMove(all, present(all.find((each) => each.key === key)), by)).toBe(expected)
  })
})

describe('the form of a control', () => {
  it('gives back what it was filled with', () => {
    const full = control('a', { measurement: 'rhythm', note: { ms: 'Nota', en: 'Note' } })
    for (const each of [full, control('b')]) {
      expect(fieldsOf(draftOf(each))).toEqual(ControlFields.parse(each))
    }
  })

  it('says what is missing, and asks for a note in both languages or neither', () => {
    const empty = emptyDraft({ ms: 'Satu', en: 'One' })
    expect(gapsOf(empty)).toEqual([
      ...['clause', 'questionMs', 'questionEn', 'evidenceMs', 'evidenceEn'],
    ])
    expect(fieldsOf(empty)).toBeNull()
    const half = { ...draftOf(control('a')), noteMs: 'Nota' }
    expect(gapsOf(half)).toEqual(['note'])
    expect(gapsOf({ ...half, noteEn: 'Note' })).toEqual([])
  })
})
