import { describe, expect, it } from 'vitest'
import { cropWindow } from '#contract/fixGeometry'
import { defaultFixPresets, namedPresets } from '#contract/fixPresets'
import { FixPresets } from '#contract/imageFix'
import { messages } from '../../../src/renderer/words/messages'
import {
  choicesOf,
  cropAfterKey,
  isSoundChoice,
  movedBy,
  needsShape,
  presetFor,
  sourceOfCheck,
  windowOn,
  zoomedTo,
} from '../../../src/renderer/images/fix/fixView'
import {
  isFromSource,
  isSoundPreset,
  mannerOf,
  manners,
  partsOf,
  samePresets,
} from '../../../src/renderer/images/fix/presetsView'
import { aCheck } from './build'

const square = { width: 2000, height: 2000 }
const poster = { width: 1200, height: 630 }
const middle = { x: 0.5, y: 0.5, zoom: 1 }
const preset = defaultFixPresets[0]
if (!preset) throw new Error('There is no size')

describe('the window', () => {
  it('lies where the pixels are that will be cut out', () => {
    // 1050 of 2000 rows, a quarter of the 950 left above it.
    expect(windowOn(square, poster, { ...middle, y: 0.25 })).toEqual({
      x: 0,
      y: 238 / 2000,
      width: 1,
      height: 0.525,
    })
  })

  it('follows the mouse by as much as it moved, and stops at the edges', () => {
    const moved = movedBy(square, poster, middle, { x: 0.3, y: 0.1 })
    // Ten per cent of the picture are 200 of the 950 rows there is room for.
    expect(moved).toEqual({ x: 0.5, y: 0.5 + 200 / 950, zoom: 1 })
    expect(movedBy(square, poster, moved, { x: 0, y: 2 }).y).toBe(1)
    expect(movedBy(square, poster, moved, { x: 0, y: -2 }).y).toBe(0)
  })

  it.each([
    ['ArrowDown', false, 20],
    ['ArrowDown', true, 200],
    ['ArrowUp', false, -20],
    ['ArrowUp', true, -200],
  ])('moves by key: %s, Shift %s, by %i rows', (key, shiftKey, rows) => {
    const from = cropWindow(square, poster, middle)
    const crop = cropAfterKey(square, poster, middle, { key, shiftKey })
    expect(crop).not.toBeNull()
    expect(cropWindow(square, poster, crop ?? middle).top).toBe(from.top + rows)
  })

  it('goes into the corners, and leaves other keys alone', () => {
    const press = (key: string) => cropAfterKey(square, poster, middle, { key, shiftKey: false })
    expect(press('Home')).toMatchObject({ x: 0, y: 0 })
    expect(press('End')).toMatchObject({ x: 1, y: 1 })
    for (const key of ['Enter', 'Tab', 'Escape', 'a']) expect(press(key)).toBeNull()
  })

  it('keeps its middle when it is made smaller, as far as there is room', () => {
    const close = zoomedTo(square, poster, { x: 0, y: 0.8, zoom: 1 }, 2)
    const [before, after] = [
      windowOn(square, poster, { x: 0, y: 0.8, zoom: 1 }),
      windowOn(square, poster, close),
    ]
    expect(after.width).toBeCloseTo(0.5, 2)
    expect(after.x + after.width / 2).toBeCloseTo(before.x + before.width / 2, 2)
    expect(after.y + after.height / 2).toBeCloseTo(before.y + before.height / 2, 2)
    expect(zoomedTo(square, poster, middle, 99).zoom).toBe(4)
    expect(zoomedTo(square, poster, middle, 0).zoom).toBe(1)
  })
})

describe('what is offered', () => {
  it('is the size for the kind of picture', () => {
    const offered = (kind: 'poster' | 'avatar' | 'header' | 'photo') => {
      const found = presetFor(defaultFixPresets, kind)
      return found && [found.width, found.height]
    }
    expect(offered('poster')).toEqual([1200, 630])
    expect(offered('avatar')).toEqual([400, 400])
    expect(offered('photo')).toEqual([1200, 800])
    expect(presetFor([preset], 'avatar')).toBe(preset)
    expect(presetFor([], 'avatar')).toBeNull()
  })

  it('is nothing for what was not or could not be looked at', () => {
    expect(sourceOfCheck(aCheck(1, { hasThumbnail: false }))).toBeNull()
    expect(sourceOfCheck(aCheck(1, { width: null }))).toBeNull()
    expect(sourceOfCheck(aCheck(1))).toMatchObject({ width: 1200, height: 630 })
  })

  it('asks for a shape only where there is something to cut or to fill', () => {
    expect(needsShape(square, poster)).toBe(true)
    expect(needsShape({ width: 2400, height: 1260 }, poster)).toBe(false)
  })

  it('is refused on the page where the workspace would refuse it', () => {
    const choices = choicesOf(preset)
    expect(isSoundChoice(choices)).toBe(true)
    for (const part of [
      { width: 15 },
      { width: 8001 },
      { height: 630.5 },
      { height: Number.NaN },
      { maxBytes: 4999 },
    ]) {
      expect(isSoundChoice({ ...choices, ...part }), JSON.stringify(part)).toBe(false)
    }
    expect(isSoundChoice({ ...choices, maxBytes: null })).toBe(true)
  })
})

describe('the sizes of the office', () => {
  it('start as the contract takes them, each with a name in both languages', () => {
    expect(FixPresets.parse(defaultFixPresets)).toEqual(defaultFixPresets)
    for (const id of namedPresets) {
      expect(defaultFixPresets.some((one) => one.id === id && one.name === null)).toBe(true)
      for (const language of ['ms', 'en'] as const) {
        expect(messages[language].images.fix.presetNames[id]).not.toBe('')
      }
    }
  })

  it('name their source only where there is one', () => {
    expect(defaultFixPresets.filter(isFromSource).map(({ id }) => id)).toEqual(['poster'])
    expect(isFromSource({ ...preset, height: 628 })).toBe(false)
  })

  it('say way and edges in one choice', () => {
    for (const manner of manners) {
      expect(mannerOf({ ...preset, ...partsOf(manner, preset.backdrop) })).toBe(manner)
    }
    const own = { ...preset, backdrop: { kind: 'colour', colour: '#0b3d91' } } as const
    expect(mannerOf(own)).toBe('pad-own')
    expect({ ...own, ...partsOf('pad-own', own.backdrop) }).toEqual(own)
  })

  it('can be saved only with a name, and when something changed', () => {
    expect(isSoundPreset({ ...preset, name: '  ' })).toBe(false)
    expect(isSoundPreset({ ...preset, name: 'Papan iklan' })).toBe(true)
    expect(samePresets(defaultFixPresets, defaultFixPresets)).toBe(true)
    expect(samePresets([{ ...preset, backdrop: { kind: 'edge' } }], [preset])).toBe(false)
  })
})
