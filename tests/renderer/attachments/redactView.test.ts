import { describe, expect, it } from 'vitest'
import { AttachmentId } from '#contract/attachments'
import { RedactionId } from '#contract/attachmentRedaction'
import { Instant, Sha256 } from '#contract/values'
import {
  attachedPicture,
  originalPicture,
} from '../../../src/renderer/attachments/attachmentsView.ts'
import {
  boxBetween,
  byKey,
  freshBox,
  moved,
  sized,
  stretched,
} from '../../../src/renderer/attachments/redactView.ts'

const size = { width: 1000, height: 400 }
const box = { left: 100, top: 50, width: 200, height: 80 }
const as = (left: number, top: number, width: number, height: number) => ({
  ...{ left, top, width, height },
})

it.each([
  [{ x: 10.4, y: 20.6 }, { x: 30, y: 50 }, as(10, 21, 20, 29)],
  // Drawn backwards, and over the edges.
  [{ x: 30, y: 50 }, { x: 10, y: 20 }, as(10, 20, 20, 30)],
  [{ x: -50, y: -9 }, { x: 5_000, y: 5_000 }, as(0, 0, 1000, 400)],
  // Never less than a pixel, and never beside the picture.
  [{ x: 7, y: 7 }, { x: 7, y: 7 }, as(7, 7, 1, 1)],
  [{ x: 1_200, y: 400 }, { x: 1_300, y: 400 }, as(999, 399, 1, 1)],
])('between %j and %j lies %j', (one, other, meant) => {
  expect(boxBetween(one, other, size)).toEqual(meant)
})

it('is moved as far as the picture goes', () => {
  expect(moved(box, { x: -500, y: 3 }, size)).toEqual(as(0, 53, 200, 80))
  expect(moved(box, { x: 5_000, y: 5_000 }, size)).toEqual(as(800, 320, 200, 80))
})

it('is sized to a pixel at least, and to the edge at most', () => {
  expect(sized(box, { x: -500, y: -500 }, size)).toEqual(as(100, 50, 1, 1))
  expect(sized(box, { x: 5_000, y: 5_000 }, size)).toEqual(as(100, 50, 900, 350))
})

it.each([
  ['nw', { x: 80, y: 40 }, as(80, 40, 220, 90)],
  ['ne', { x: 320, y: 40 }, as(100, 40, 220, 90)],
  ['sw', { x: 80, y: 140 }, as(80, 50, 220, 90)],
  ['se', { x: 320, y: 140 }, as(100, 50, 220, 90)],
  // Past the corner across.
  ['se', { x: 60, y: 20 }, as(60, 20, 40, 30)],
] as const)('its corner %s goes to %j', (corner, to, meant) => {
  expect(stretched(box, corner, to, size)).toEqual(meant)
})

describe('a key', () => {
  const key = (name: string, shiftKey = false, ctrlKey = false) => ({
    ...{ key: name, shiftKey, ctrlKey },
  })
  it.each([
    [key('ArrowRight'), as(104, 50, 200, 80)],
    [key('ArrowUp'), as(100, 46, 200, 80)],
    [key('ArrowLeft', false, true), as(99, 50, 200, 80)],
    [key('ArrowDown', true), as(100, 50, 200, 84)],
    [key('ArrowLeft', true, true), as(100, 50, 199, 80)],
    [key('a'), null],
    [key('Tab'), null],
  ])('%j makes %j', (event, meant) => {
    expect(byKey(box, event, size)).toEqual(meant)
  })
})

it('comes in the middle, and beside those that came there before', () => {
  const first = freshBox(size, [])
  expect(first).toEqual(as(416, 166, 167, 67))
  expect(freshBox(size, [first])).toEqual(as(428, 178, 167, 67))
  expect(freshBox({ width: 1, height: 1 }, [])).toEqual(as(0, 0, 1, 1))
})

it('a redacted picture is shown by its copy, unless the original is asked for', () => {
  const id = AttachmentId.parse('3f0f3b2e-6c6b-4a52-9d5e-0f6f3c1f7a10')
  const redaction = {
    id: RedactionId.parse('8a7c1c5e-2f1d-4c38-8f43-0b7f5d2a9e11'),
    ...{ boxes: [box], byteSize: 5, madeByName: 'Siti' },
    bytesHash: Sha256.parse('a'.repeat(64)),
    madeAt: Instant.parse('2026-11-23T01:00:00.000Z'),
  }
  expect(attachedPicture('preview', { id, redaction: null })).toBe(
    `media://preview/attachment/${id}`,
  )
  expect(attachedPicture('thumbnail', { id, redaction })).toBe(
    `media://thumbnail/redaction/${redaction.id}`,
  )
  expect(originalPicture('preview', { id })).toBe(`media://preview/attachment/${id}`)
})
