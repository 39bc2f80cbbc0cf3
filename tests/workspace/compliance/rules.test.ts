import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Control } from '#contract/frameworks'
import { compareControls } from '../../../src/main/workspace/compliance/rules/compare.ts'
import {
  arranged,
  hashOf,
  neighbour,
} from '../../../src/main/workspace/compliance/rules/content.ts'

function control(key: string, changes: Partial<Control> = {}): Control {
  const pair = (text: string) => ({ ms: `${text} ${key}`, en: `${text} in English ${key}` })
  return {
    ...{ key, parent: null, clause: 'ours', section: { ms: 'Satu', en: 'One' } },
    ...{ question: pair('Soalan'), evidence: pair('Bukti'), weight: 1, scope: 'unit' as const },
    ...{ measurement: null, note: null, standsFor: [], supersedes: [], retired: null, ...changes },
  }
}

const two = { section: { ms: 'Dua', en: 'Two' } }

describe('arranged', () => {
  it('keeps sections together, and under a heading what belongs to it', () => {
    const mixed = [
      control('a'),
      control('b', two),
      control('a1', { parent: 'a' }),
      control('c'),
      control('a2', { parent: 'a' }),
    ]
    expect(arranged(mixed).map(({ key }) => key)).toEqual(['a', 'a1', 'a2', 'c', 'b'])
  })
})

describe('neighbour', () => {
  const all = [control('a'), control('a1', { parent: 'a' }), control('b'), control('c', two)]
  it.each([
    ['a', 1, 'b'],
    ['b', -1, 'a'],
    ['a', -1, null],
    ['b', 1, null],
    ['a1', 1, null],
    ['c', -1, null],
  ] as const)('of %s in direction %i is %s', (key, by, expected) => {
    expect(neighbour(all, key, by)?.key ?? null).toBe(expected)
  })
})

describe('hashOf', () => {
  const content = { title: { ms: 'Semakan', en: 'Check' }, source: 'KKS K', controls: [] }

  it('is the SHA-256 of the canonical JSON', () => {
    const text = '{"controls":[],"source":"KKS K","title":{"en":"Check","ms":"Semakan"}}'
    expect(hashOf(content)).toBe(createHash('sha256').update(text).digest('hex'))
  })

  it('does not depend on the order of keys, but on every word and the order of controls', () => {
    const [a, b] = [control('a'), control('b')]
    const mixed = Object.fromEntries(Object.entries(a).reverse()) as unknown as Control
    const of = (...controls: Control[]) => hashOf({ ...content, controls })
    expect(of(mixed, b)).toBe(of(a, b))
    expect(of(b, a)).not.toBe(of(a, b))
    expect(of({ ...a, retired: 'Lapuk' }, b)).not.toBe(of(a, b))
    expect(hashOf({ ...content, title: { ms: 'Semakan', en: 'Checks' } })).not.toBe(hashOf(content))
  })
})

describe('compareControls', () => {
  const retired = { retired: 'Lapuk' }
  it.each([
    ['same', control('a'), control('a'), []],
    ['changed', control('a'), control('a', { clause: 'KKS K', weight: 3 }), ['clause', 'weight']],
    ['changed', control('a'), control('a', two), ['section']],
    ['new', null, control('a'), []],
    ['retired', control('a'), null, []],
    ['retired', control('a'), control('a', retired), []],
    ['retired', null, control('a', retired), []],
    ['same', control('a', retired), control('a', retired), []],
    ['brought-back', control('a', retired), control('a'), []],
  ] as const)('%s', (change, before, after, parts) => {
    const found = compareControls(before ? [before] : [], after ? [after] : [])
    expect(found).toEqual([{ key: 'a', change, parts, before, after }])
  })

  it('follows the later version, then names what it no longer has', () => {
    const found = compareControls([control('x'), control('a')], [control('b'), control('a')])
    expect(found.map(({ key, change }) => [key, change])).toEqual([
      ['b', 'new'],
      ['a', 'same'],
      ['x', 'retired'],
    ])
  })
})
