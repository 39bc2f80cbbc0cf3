import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Sha256 } from '#contract/values'
import { keptList, withMore } from '../../../src/main/workspace/images/engine/keptList.ts'
import type { LibraryPicture } from '../../../src/main/workspace/images/engine/library.ts'
import { fingerprintBytes } from '../../../src/main/workspace/images/repeats/fingerprint.ts'
import { partBytes } from '../../../src/main/workspace/images/repeats/parts/parts.ts'
import { present } from '../../support/present.ts'

/** Parts on a grid, so that a picture found by itself spans all of it. */
function gridOfParts(): Uint8Array {
  const parts = new Uint8Array(16 * partBytes)
  for (let at = 0; at < 16; at++) {
    parts.set(randomBytes(8), at * partBytes)
    parts.set([20 + 60 * (at % 4), 10 + 30 * Math.floor(at / 4), 0], at * partBytes + 8)
  }
  return parts
}

function picture(id: string, designed = false): LibraryPicture {
  return {
    ...{ id, name: `${id}.jpg`, width: 1200, height: 630, pages: 1, transparent: false, designed },
    bytesHash: Sha256.parse(randomBytes(32).toString('hex')),
    fingerprint: new Uint8Array(randomBytes(fingerprintBytes)),
    parts: gridOfParts(),
  }
}

const video = (id: string): LibraryPicture => ({
  ...picture(id),
  ...{ fingerprint: new Uint8Array(), parts: null },
})

/** What a list answers of a picture, by each of the ways to ask. */
function answers(list: readonly LibraryPicture[], of: LibraryPicture) {
  const kept = keptList(list)
  const parts = of.parts === null ? [] : kept.nearParts(of.designed, of.parts, of)
  return {
    byId: kept.byId(of.id)?.name ?? null,
    byBytes: kept.byBytes(of.bytesHash)?.id ?? null,
    near: of.fingerprint.length === 0 ? [] : kept.near(of.fingerprint).map(({ id }) => id),
    parts: parts.map(({ id }) => id),
  }
}

const first = [picture('a'), video('b'), picture('c', true), picture('d')]
const second = [video('e'), picture('f'), picture('g', true)]
const third = [picture('h', true)]

describe('a library that grows', () => {
  it.each([
    ['after it was asked of parts', true],
    ['before', false],
  ])('answers as one that was read anew, %s', (_, isAsked) => {
    const base = [...first]
    const [before] = base
    expect(answers(base, present(before)).near).toEqual(['a'])
    if (isAsked) expect(answers(base, present(base[2])).parts).toEqual(['c'])
    const grown = withMore(withMore(base, second), third)
    const anew = [...first, ...second, ...third]
    expect(grown).toEqual(anew)
    for (const one of anew) {
      const answer = answers(grown, one)
      expect(answer).toEqual(answers([...anew], one))
      expect(answer.byId).toBe(one.name)
      expect(answer.byBytes).toBe(one.id)
    }
  })

  it('shows whoever began before no more than was there', () => {
    const base = [...first]
    keptList(base)
    const longer = withMore(base, second)
    for (const one of second) {
      expect(answers(base, one)).toEqual({ byId: null, byBytes: null, near: [], parts: [] })
    }
    for (const one of first) expect(answers(base, one)).toEqual(answers(longer, one))
  })

  it('grows twice from the same list without mixing the two', () => {
    const base = [...first]
    keptList(base)
    const [one, other] = [withMore(base, second), withMore(base, third)]
    expect(answers(one, present(third[0])).byId).toBeNull()
    expect(answers(other, present(second[1])).near).toEqual([])
    expect(answers(other, present(third[0])).parts).toEqual(['h'])
  })

  it('is made of what it was added to, not anew', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => picture(`m${String(at)}`, at % 2 === 0))
    const time = (action: () => unknown) => {
      const started = performance.now()
      action()
      return performance.now() - started
    }
    const asked = picture('x')
    const anew = time(() => answers(many, asked))
    let list: readonly LibraryPicture[] = many
    const added = Array.from({ length: 5 }, (_, at) =>
      time(() => {
        list = withMore(list, [picture(`n${String(at)}`)])
        return answers(list, asked)
      }),
    )
    expect(Math.min(...added)).toBeLessThan(anew / 3)
  })
})
