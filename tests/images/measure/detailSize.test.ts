import { expect, it } from 'vitest'
import { detailSize } from '../../../src/main/workspace/images/measure/detailSize.ts'
import type { PictureFormat } from '../../../src/main/workspace/images/measure/measurement.ts'

// JPEG's decoder halves, quarters or eighths for nothing, WebP's reduces to any size; everything else
// is decoded whole anyway.
it.each<[PictureFormat, [number, number], [number, number], [number, number]]>([
  ['png', [1200, 630], [549, 288], [1200, 630]],
  ['jpeg', [1200, 630], [549, 288], [1200, 630]],
  ['webp', [2400, 1260], [549, 288], [549, 288]],
  ['webp', [1200, 630], [549, 288], [1200, 630]],
  ['png', [2400, 1260], [549, 288], [1200, 630]],
  ['jpeg', [2400, 1260], [549, 288], [1200, 630]],
  ['jpeg', [1920, 1080], [512, 288], [960, 540]],
  ['png', [1080, 1350], [288, 360], [1080, 1350]],
  ['jpeg', [4000, 3000], [384, 288], [500, 375]],
  ['jpeg', [4032, 3024], [384, 288], [504, 378]],
  ['jpeg', [3024, 4032], [288, 384], [378, 504]],
  ['png', [300, 200], [300, 200], [300, 200]],
  ['png', [1, 200_000], [1, 2048], [1, 200_000]],
])('%s of %j is decoded to %j or more: %j', (format, [w, h], [smallW, smallH], [width, height]) => {
  const small = { width: smallW, height: smallH }
  expect(detailSize({ width: w, height: h }, small, format)).toEqual({ width, height })
})
