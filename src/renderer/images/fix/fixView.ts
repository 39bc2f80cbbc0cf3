import {
  fixBytes,
  fixSides,
  type Crop,
  type FixChannel,
  type FixChoices,
  type FixOf,
  type FixPreset,
} from '#contract/imageFix'
import { cropWindow, fillsWhenScaled, zoomAtMost, type Pixels } from '#contract/fixGeometry'
import { takenBy } from '#contract/fixChannels'
import { namedPresets } from '#contract/fixPresets'
import type { ImageKind } from '#contract/findings'
import type { CheckedImage, LibraryImage } from '#contract/images'
import type { BatchId, CheckId } from '#contract/values'
import { isWithin } from '../bounds'

/** A picture that something is to be made from, as the screen needs it. */
export interface FixSource extends Pixels {
  readonly of: FixOf
  /** Of the row or picture; unique in a set. */
  readonly key: string
  readonly name: string
  readonly kind: ImageKind
}

/** What came into the check; `checkId` null where it was several. */
export interface Made {
  readonly batchId: BatchId
  readonly checkId: CheckId | null
}

/** Null for what was not looked at yet, or could not be read. */
export function sourceOfCheck(check: CheckedImage): FixSource | null {
  const { id, name, kind, width, height, hasThumbnail } = check
  if (!hasThumbnail || width === null || height === null || check.medium !== 'picture') return null
  return { of: { where: 'check', checkId: id }, key: id, name, kind, width, height }
}

export function sourceOfImage({ id, name, kind, width, height }: LibraryImage): FixSource {
  return { of: { where: 'library', imageId: id }, key: id, name, kind, width, height }
}

/** The size offered for a kind of picture: the first that is checked by its rules. */
export function presetFor(presets: readonly FixPreset[], kind: ImageKind): FixPreset | null {
  return presets.find((preset) => preset.kind === kind) ?? presets[0] ?? null
}

/** The words that name a preset of ours; null for one that the office named. */
export function presetKey(id: string): (typeof namedPresets)[number] | null {
  return namedPresets.find((known) => known === id) ?? null
}

/** @param channel what its channel takes; null where it is for none, or that takes anything */
export function choicesOf(preset: FixPreset, channel: FixChannel | null = null): FixChoices {
  const { width, height, way, backdrop } = preset
  return { width, height, way, backdrop, ...takenBy(preset, channel) }
}

/** Whether the workspace would take these choices. */
export function isSoundChoice({ width, height, maxBytes }: FixChoices): boolean {
  return isSide(width) && isSide(height) && isLimit(maxBytes)
}

export function isSide(pixels: number): boolean {
  return Number.isInteger(pixels) && isWithin(fixSides, pixels)
}

export function isLimit(bytes: number | null): boolean {
  return bytes === null || (Number.isInteger(bytes) && isWithin(fixBytes, bytes))
}

/** Whether there is anything to cut or to pad. */
export function needsShape(source: Pixels, choices: Pixels): boolean {
  return !fillsWhenScaled(source, choices)
}

/** Where the window lies on the picture, as shares of it. */
export function windowOn(source: Pixels, frame: Pixels, crop: Crop) {
  const { left, top, width, height } = cropWindow(source, frame, crop)
  return {
    x: left / source.width,
    y: top / source.height,
    width: width / source.width,
    height: height / source.height,
  }
}

/** Moves the window by shares of the picture; it stops at the edges. */
export function movedBy(
  source: Pixels,
  frame: Pixels,
  crop: Crop,
  by: { x: number; y: number },
): Crop {
  const { width, height } = windowOn(source, frame, crop)
  return { ...crop, x: slid(crop.x, by.x, 1 - width), y: slid(crop.y, by.y, 1 - height) }
}

/** Of a place between 0 and 1 within `room`, which is a share of the picture. */
function slid(place: number, by: number, room: number): number {
  return room < 1e-9 ? place : clamp(place + by / room, 0, 1)
}

/** Makes the window larger or smaller; what was in its middle stays there as far as it can. */
export function zoomedTo(source: Pixels, frame: Pixels, crop: Crop, wanted: number): Crop {
  const zoom = clamp(wanted, 1, zoomAtMost)
  const [before, after] = [
    windowOn(source, frame, crop),
    windowOn(source, frame, { ...crop, zoom }),
  ]
  const place = (middle: number, size: number, old: number) =>
    size > 1 - 1e-9 ? old : clamp((middle - size / 2) / (1 - size), 0, 1)
  return {
    zoom,
    x: place(before.x + before.width / 2, after.width, crop.x),
    y: place(before.y + before.height / 2, after.height, crop.y),
  }
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What a key does to the window: 1 % of the picture at a time, 10 % with Shift. Null: nothing. */
export function cropAfterKey(
  source: Pixels,
  frame: Pixels,
  crop: Crop,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): Crop | null {
  const step = steps[key]
  const share = shiftKey ? 0.1 : 0.01
  if (step) return movedBy(source, frame, crop, { x: step[0] * share, y: step[1] * share })
  if (key === '+' || key === '=') return zoomedTo(source, frame, crop, crop.zoom + 0.1)
  if (key === '-' || key === '−') return zoomedTo(source, frame, crop, crop.zoom - 0.1)
  if (key === 'Home') return { ...crop, x: 0, y: 0 }
  if (key === 'End') return { ...crop, x: 1, y: 1 }
  return null
}

export function sizeText({ width, height }: Pixels): string {
  return `${width}×${height}`
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value))
}
