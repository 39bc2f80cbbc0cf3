import { describe, expect, it } from 'vitest'
import { ImageId } from '#contract/values'
import {
  besideLayout,
  groupPairs,
  mirroredShare,
  namesOf,
  nextPending,
  outlinesOf,
  outlinesOfPair,
  pairBeside,
  pairsToDecide,
  servedBy,
  shapesDiffer,
} from '../../../src/renderer/images/decideView'
import { aCheck, aDecision, aRepeat } from './build'

// Two templates: 1 with its siblings 2 and 5; 3 with 4. And 6, which repeats a library picture.
const first = aCheck(1)
const third = aCheck(3)
const inLibrary = ImageId.parse('00000000-0000-4000-8000-000000000777')
const checks = [
  first,
  aCheck(2, { repeats: [aRepeat(first)] }),
  third,
  aCheck(4, { repeats: [aRepeat(third)] }),
  aCheck(5, { repeats: [aRepeat(first, { decision: aDecision('repeat') })] }),
  aCheck(6, {
    repeats: [
      {
        ...aRepeat(first),
        of: { where: 'library', imageId: inLibrary, name: 'Lama.png' },
      },
      aRepeat(third, { relation: 'same-bytes' }),
    ],
  }),
]
const pairs = pairsToDecide(checks, null)
const positions = (list: readonly { check: { position: number } }[]) =>
  list.map((pair) => pair.check.position)

describe('pairs to decide', () => {
  it('keep groups together, and leave out what bytes and pixels have decided', () => {
    expect(positions(pairs)).toEqual([2, 5, 4, 6])
    expect(groupPairs(pairs).map(positions)).toEqual([[2, 5], [4], [6]])
  })

  it('take in a pair that was opened only to be looked at', () => {
    const fact = `${checks[5]?.id ?? ''}/${third.id}`
    const keys = pairsToDecide(checks, fact).map((pair) => pair.key)
    expect(keys).toHaveLength(5)
    expect(keys).toContain(fact)
  })

  it('joins chains whose links come in any order into one group', () => {
    const [a, b, c, d] = [aCheck(21), aCheck(22), aCheck(23), aCheck(24)] as const
    const chain = pairsToDecide(
      [
        { ...b, repeats: [aRepeat(a)] },
        { ...d, repeats: [aRepeat(c)] },
        { ...c, repeats: [aRepeat(b)] },
      ],
      null,
    )
    expect(groupPairs(chain)).toHaveLength(1)
  })

  it('are named as the contract wants them', () => {
    expect(namesOf(pairs).map((name) => name.of)).toEqual([first.id, first.id, third.id, inLibrary])
  })
})

describe('one decision', () => {
  const [group = []] = groupPairs(pairs)
  const [open, done] = group

  it('serves the shown pair and the undecided ones of its group', () => {
    if (!open || !done) throw new Error('the group has two pairs')
    expect(positions(servedBy(group, open, true))).toEqual([2])
    expect(positions(servedBy(group, done, true))).toEqual([2, 5])
    expect(positions(servedBy(group, done, false))).toEqual([5])
  })

  it('leads to the next undecided pair, going round', () => {
    const key = (place: number) => pairs[place]?.key ?? ''
    const next = (place: number, served: readonly number[]) =>
      nextPending(pairs, key(place), new Set(served.map(key)))?.check.position
    expect(next(0, [0])).toBe(4)
    expect(next(3, [3])).toBe(2)
    expect(next(0, [0, 2, 3])).toBeUndefined()
  })
})

it('stepping stops at both ends', () => {
  const key = (place: number) => pairs[place]?.key ?? ''
  expect(pairBeside(pairs, key(0), -1)).toBeNull()
  expect(pairBeside(pairs, key(0), 1)?.check.position).toBe(5)
  expect(pairBeside(pairs, key(3), 1)).toBeNull()
  expect(pairBeside(pairs, 'gone', 1)?.check.position).toBe(2)
})

describe('outlines', () => {
  it('draw blocks of one line of text as one rectangle with room around it', () => {
    const blocks = [0.3, 0.34, 0.38].map((x) => ({ x, y: 0.5, width: 0.03, height: 0.02 }))
    const [line, ...others] = outlinesOf([...blocks, { x: 0.8, y: 0.1, width: 0.02, height: 0.02 }])
    expect(others).toHaveLength(1)
    expect(line?.x).toBeCloseTo(0.29, 9)
    expect(line?.width).toBeCloseTo(0.13, 9)
  })

  it('joins two rectangles when a third lies between them', () => {
    const at = (x: number) => ({ x, y: 0, width: 0.02, height: 0.02 })
    expect(outlinesOf([at(0), at(0.08), at(0.04)])).toHaveLength(1)
  })

  it('stay within the picture', () => {
    expect(outlinesOf([{ x: 0, y: 0, width: 1, height: 1 }])).toEqual([
      { x: 0, y: 0, width: 1, height: 1 },
    ])
  })

  it('lie on the other side in a mirror image', () => {
    expect(mirroredShare({ x: 0.1, y: 0.2, width: 0.3, height: 0.4 }).x).toBeCloseTo(0.6, 9)
  })
})

it.each([
  [{ width: 786, height: 600 }, { width: 1200, height: 630 }, 'column'],
  [{ width: 1400, height: 500 }, { width: 1200, height: 630 }, 'row'],
  [{ width: 786, height: 600 }, { width: 630, height: 1200 }, 'row'],
] as const)('in a room of %o two pictures of %o lie in a %s', (room, size, layout) => {
  expect(besideLayout(room, size, size)).toBe(layout)
})

it('shapes within a hundredth count as the same', () => {
  expect(shapesDiffer({ width: 1200, height: 630 }, { width: 600, height: 315 })).toBe(false)
  expect(shapesDiffer({ width: 1200, height: 630 }, { width: 1200, height: 640 })).toBe(true)
})

describe('a pair', () => {
  const area = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 }
  const whole = { x: 0, y: 0, width: 1, height: 0.98 }

  it('of which one is shown within the other has that area outlined, and no whole picture', () => {
    const part = (changed: (typeof area)[]) => aRepeat(first, { relation: 'part', changed })
    expect(outlinesOfPair(part([area, whole]))).toEqual({ checked: [area], other: [] })
    expect(outlinesOfPair(part([whole, area]))).toEqual({ checked: [], other: [area] })
    expect(outlinesOfPair(part([]))).toEqual({ checked: [], other: [] })
  })

  it('that was mirrored has its changes mirrored in the other picture', () => {
    const { checked, other } = outlinesOfPair(
      aRepeat(first, { relation: 'likely', mirrored: true, changed: [area] }),
    )
    expect(checked).toEqual(outlinesOf([area]))
    expect(other).toEqual(outlinesOf([area]).map(mirroredShare))
  })
})
