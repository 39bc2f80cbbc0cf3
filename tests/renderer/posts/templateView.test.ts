import { describe, expect, it } from 'vitest'
import { PostTemplate } from '#contract/postTemplates'
import { blankContent } from '#contract/postContent'
import {
  asksForProgramme,
  draftOf,
  draftOfOffset,
  fieldsOf,
  isSoundCount,
  offeredTemplates,
  offsetOf,
  unknownIn,
} from '../../../src/renderer/posts/templates/templateView.ts'

function template(parts: Record<string, unknown> = {}): PostTemplate {
  return PostTemplate.parse({
    ...{ id: '00000000-0000-4000-8000-000000000001', name: 'Satu', clause: '' },
    ...{ phaseNumber: null, slot: null, time: null, requested: null, delivered: null },
    content: { ...blankContent('Tajuk', 'text'), segments: ['media'] },
    ...parts,
  })
}

describe('days counted from the programme', () => {
  it.each([
    [null, { way: 'none', count: 0 }],
    [
      { days: -5, unit: 'working' },
      { way: 'working-before', count: 5 },
    ],
    [
      { days: 3, unit: 'calendar' },
      { way: 'calendar-after', count: 3 },
    ],
    [
      { days: 0, unit: 'calendar' },
      { way: 'calendar-before', count: 0 },
    ],
  ] as const)('%o are chosen as %o, and back', (offset, chosen) => {
    expect(draftOfOffset(offset)).toEqual(chosen)
    expect(offsetOf(chosen)).toEqual(offset)
  })

  it.each([
    [Number.NaN, false],
    [-1, false],
    [0, true],
    [365, true],
    [366, false],
    [1.5, false],
  ])('a count of %d is sound: %s', (count, sound) => {
    expect(isSoundCount({ way: 'working-before', count })).toBe(sound)
    expect(isSoundCount({ way: 'none', count })).toBe(true)
  })
})

describe('a template that is typed', () => {
  it('holds the whole of its content, and gives all of it back', () => {
    const content = {
      ...blankContent('Tajuk', 'text'),
      ...{ segments: ['media'], thrusts: ['image'], approach: 'image-raising' },
      links: ['https://www.jkr.gov.my'],
    }
    const before = template({ content })
    expect(fieldsOf(draftOf(before))?.content).toEqual(before.content)
    const typed = { ...draftOf(before), title: 'Lain', approach: null, links: [] }
    expect(fieldsOf(typed)?.content).toEqual({
      ...before.content,
      ...{ title: 'Lain', approach: null, links: [] },
    })
  })

  it('is unsound without a name or a title, or with a count that is none', () => {
    const sound = draftOf(template())
    expect(fieldsOf(sound)).not.toBeNull()
    expect(fieldsOf({ ...sound, name: ' ' })).toBeNull()
    expect(fieldsOf({ ...sound, title: '' })).toBeNull()
    const slot = { way: 'working-after', count: Number.NaN } as const
    expect(fieldsOf({ ...sound, slot })).toBeNull()
  })

  it('says what nothing could fill', () => {
    const typed = { ...draftOf(template()), text: '{{day}} {{hari}}' }
    expect(unknownIn(typed)).toEqual(['{{hari}}'])
  })
})

it('templates of the day’s phase are offered first', () => {
  const all = [template({ name: 'A' }), template({ name: 'B', phaseNumber: 2 })]
  expect(offeredTemplates(all, 2).map(({ name }) => name)).toEqual(['B', 'A'])
  expect(offeredTemplates(all, 3).map(({ name }) => name)).toEqual(['A', 'B'])
  expect(offeredTemplates(all, null).map(({ name }) => name)).toEqual(['A', 'B'])
})

it('within a phase and after it, templates of the category are offered first', () => {
  const of = (category: string) => ({ ...blankContent('Tajuk', 'text'), category })
  const all = [
    template({ name: 'A', content: of('info-jkr') }),
    template({ name: 'B', content: of('edukatif') }),
    template({ name: 'C', content: of('info-jkr'), phaseNumber: 2 }),
    template({ name: 'D', content: of('edukatif'), phaseNumber: 2 }),
  ]
  const names = (phase: number | null, category: string | null) =>
    offeredTemplates(all, phase, category)
      .map(({ name }) => name)
      .join('')
  expect(names(2, 'edukatif')).toBe('DCBA')
  expect(names(2, null)).toBe('CDAB')
  expect(names(null, 'edukatif')).toBe('BDAC')
  expect(names(1, 'feel-good')).toBe('ABCD')
})

it('a programme is asked for by a placeholder of it or by days counted from it', () => {
  const text = (words: string) => ({ ...blankContent('Tajuk', 'text'), text: words })
  expect(asksForProgramme(template())).toBe(false)
  expect(asksForProgramme(template({ content: text('{{day}}') }))).toBe(false)
  expect(asksForProgramme(template({ content: text('{{programme.place}}') }))).toBe(true)
  expect(asksForProgramme(template({ slot: { days: -1, unit: 'working' } }))).toBe(true)
})
