import { expect, it } from 'vitest'
import { sharedAreas } from '../../../src/main/workspace/images/repeats/parts/sharedAreas.ts'

// A photo at half its size in the lower right of a poster; one of which a poster shows the middle half
// all over itself; one that hangs over the poster's left edge.
it.each([
  [
    { scaleX: 0.5, scaleY: 0.4, shiftX: 0.5, shiftY: 0.6 },
    { x: 0.5, y: 0.6, width: 0.5, height: 0.4 },
    { x: 0, y: 0, width: 1, height: 1 },
  ],
  [
    { scaleX: 2, scaleY: 2, shiftX: -0.5, shiftY: -0.5 },
    { x: 0, y: 0, width: 1, height: 1 },
    { x: 0.25, y: 0.25, width: 0.5, height: 0.5 },
  ],
  [
    { scaleX: 0.5, scaleY: 0.5, shiftX: -0.25, shiftY: 0.25 },
    { x: 0, y: 0.25, width: 0.25, height: 0.5 },
    { x: 0.5, y: 0, width: 0.5, height: 1 },
  ],
])('placed by %o, both pictures show the same there', (placement, questioned, kept) => {
  expect(sharedAreas(placement)).toEqual([questioned, kept])
})
