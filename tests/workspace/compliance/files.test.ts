import { describe, expect, it } from 'vitest'
import { Measurement } from '#contract/frameworks'
import { shippedFrameworks } from '../../../src/main/workspace/compliance/load.ts'
import { arranged, isHeading } from '../../../src/main/workspace/compliance/rules/content.ts'
import { present } from '../../support/present.ts'

const files = shippedFrameworks()
const controlsOf = (id: string) => present(files.find((file) => file.id === id)).controls
const [jkr, kks, melaka, japen] = ['jkr', 'kks', 'melaka', 'japen'].map(controlsOf) as [
  ReturnType<typeof controlsOf>,
  ReturnType<typeof controlsOf>,
  ReturnType<typeof controlsOf>,
  ReturnType<typeof controlsOf>,
]
const sources = [...melaka, ...kks, ...japen]
const answered = sources.filter((control) => !isHeading(control, sources))

// Counted in the sources themselves.
it.each([
  ['5', 5],
  ['6', 3],
  ['7', 10],
  ['8', 5],
  ['9', 1],
  ['10', 6],
  ['11', 8],
  ['13', 15],
])('Melaka %s has %i controls', (clause, count) => {
  const own = melaka.filter((each) => new RegExp(`^Melaka ${clause}(\\D|$)`).test(each.clause))
  expect(own.filter(({ parent }) => parent === null)).toHaveLength(count)
})

it.each([
  ['melaka-13-5', 6],
  ['melaka-13-6', 5],
])('%s has %i sub-items', (heading, count) => {
  expect(melaka.filter(({ parent }) => parent === heading)).toHaveLength(count)
})

it.each([
  ['E', 2],
  ['F', 3],
  ['H', 6],
  ['J', 16],
  ['K', 4],
])('KKS %s has %i controls', (part, count) => {
  expect(kks.filter(({ clause }) => clause.startsWith(`KKS ${part}`))).toHaveLength(count)
})

it('what of KKS E, F, H and of the JaPen charter can be measured, names its measurement', () => {
  const own = [...kks.filter(({ clause }) => /^KKS [EFH]/.test(clause)), ...japen]
  expect(own.filter(({ measurement }) => measurement === null)).toEqual([])
  expect(japen).toHaveLength(6)
})

describe.each(files.map((file) => [file.id, file] as const))('%s.json', (_, { controls, id }) => {
  it('calls no control and asks no question twice', () => {
    for (const values of [
      controls.map(({ key }) => key),
      controls.map(({ question }) => question.ms),
      controls.map(({ question }) => question.en),
    ]) {
      expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([])
    }
    expect(controls.filter(({ key }) => !key.startsWith(`${id}-`))).toEqual([])
  })

  it('asks yes-or-no questions in both languages, each with other words', () => {
    for (const { key, question, evidence, section } of controls) {
      expect(question.ms, key).toMatch(/^Adakah .+\?$/)
      expect(question.en, key).toMatch(/^(Do|Does|Is|Are|Has|Have) .+\?$/)
      expect(evidence.ms, key).toMatch(/\.$/)
      expect(evidence.en, key).toMatch(/\.$/)
      for (const pair of [question, evidence, section]) expect(pair.ms).not.toBe(pair.en)
    }
  })

  it('gives a heading no weight, and all others one', () => {
    for (const control of controls) {
      expect(control.weight === 0, control.key).toBe(isHeading(control, controls))
    }
  })

  it('stands in the order in which it is read', () => {
    expect(arranged(controls)).toEqual(controls)
  })
})

describe('the merged checklist', () => {
  const stands = jkr.flatMap(({ standsFor }) => standsFor)
  const superseded = jkr.flatMap(({ supersedes }) => supersedes)

  it('stands for every control of the sources once, or says that it does not hold', () => {
    expect([...stands, ...superseded].sort()).toEqual(answered.map(({ key }) => key).sort())
  })

  it('says why, wherever one does not hold', () => {
    expect(superseded).toEqual(['melaka-13-11'])
    for (const { supersedes, note } of jkr) if (supersedes.length > 0) expect(note).not.toBeNull()
    // Links to related agencies: KKS F3 and Melaka 13.10 hold against Melaka 13.11.
    const links = present(jkr.find(({ supersedes }) => supersedes.includes('melaka-13-11')))
    expect(links.standsFor).toEqual(['melaka-13-10'])
    expect(links.note?.ms).toMatch(/13\.11.*KKS F3.*13\.10/)
  })

  it.each(['melaka-13-13', 'melaka-13-14'])('tells what stands for %s at JKR', (key) => {
    const own = present(jkr.find(({ standsFor }) => standsFor.includes(key)))
    expect(own.note?.ms).toContain(present(melaka.find((each) => each.key === key)).clause)
    expect(own.question.ms).not.toContain('Negeri Melaka')
  })

  it('cites the clauses it stands for, and is measured as they are', () => {
    const byKey = new Map(sources.map((control) => [control.key, control]))
    for (const control of jkr) {
      const own = control.standsFor.map((key) => present(byKey.get(key)))
      expect(control.clause).toBe(own.map(({ clause }) => clause).join('; '))
      expect(control.weight).toBe(Math.max(...own.map(({ weight }) => weight)))
      expect([...own.map(({ measurement }) => measurement), null]).toContain(control.measurement)
    }
  })

  it('speaks of no other government than the one it is for', () => {
    const texts = jkr.flatMap(({ question, evidence }) => [question, evidence])
    expect(texts.filter(({ ms, en }) => `${ms} ${en}`.includes('Melaka'))).toEqual([])
  })

  it('uses every measurement there is', () => {
    const used = new Set(jkr.map(({ measurement }) => measurement))
    expect(Measurement.options.filter((each) => !used.has(each))).toEqual([])
  })
})

// The figures of the sources, typed again from them.
it.each([
  ['melaka-13-5-e', ['1200 × 630', '600 × 315']],
  ['melaka-13-4', ['(3) hari bekerja']],
  ['melaka-13-13', ['Versi 2.3', '7.32.2']],
  ['melaka-10-a', ['1972']],
  ['melaka-10-b', ['1998']],
  ['melaka-10-c', ['2010']],
  ['melaka-10-d', ['17 Julai 2009']],
  ['melaka-10-e', ['19 November 2009']],
  ['melaka-10-f', ['8 April 2011']],
  ['melaka-11-a', ['1993']],
  ['kks-e-facebook', ['2–3']],
  ['kks-e-twitter', ['5–10']],
  ['kks-f3-lead-time', ['lima (5) hari bekerja']],
  ['kks-f4-24-hours', ['24 jam']],
  ['japen-infographic', ['satu (1) hari bekerja']],
  ['japen-video-mcp', ['tiga (3) hari bekerja']],
  ['japen-videographic', ['dua (2) hari bekerja']],
  ['japen-video', ['lima (5) hari bekerja']],
  ['japen-vox-pop', ['dua (2) hari bekerja']],
  ['japen-upload', ['satu (1) hari bekerja']],
])('%s keeps the figures of its source', (key, figures) => {
  const control = present(sources.find((each) => each.key === key))
  const text = control.question.ms.replace(/(dua hingga tiga|lima hingga sepuluh) \((.+?)\)/, '$2')
  for (const figure of figures) expect(text).toContain(figure)
})
