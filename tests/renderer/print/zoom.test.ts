import { describe, expect, it } from 'vitest'
import { widthOf, zoomed, zoomSteps, type Zoom } from '../../../src/renderer/print/preview/zoom'

describe('zooming a preview', () => {
  it('goes step by step to either end and no further', () => {
    const walk = (by: 1 | -1, from: Zoom) => {
      const seen: Zoom[] = []
      for (let now = from; seen.at(-1) !== now; now = zoomed(now, by)) seen.push(now)
      return seen
    }
    expect(walk(1, 50)).toEqual([...zoomSteps])
    expect(walk(-1, 200)).toEqual([200, 150, 125, 100, 75, 50])
    expect([zoomed('width', 1), zoomed('width', -1)]).toEqual([125, 75])
  })

  it('fills the width up to a width that reads well, and never shows a page as nothing', () => {
    expect(widthOf('width', 794, 600)).toBe(600)
    expect(widthOf('width', 794, 3_000)).toBe(1_000)
    expect(widthOf(100, 794, 300)).toBe(794)
    expect(widthOf(50, 794, 300)).toBe(397)
    expect(widthOf('width', 794, 0)).toBe(120)
  })
})
