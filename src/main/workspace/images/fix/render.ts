import type { Crop, FixChoices } from '#contract/imageFix'
import type { Sharp } from 'sharp'
import { openSharp } from '../../media/sharp.ts'
import { edgeColourOf, fromHex, toHex } from './edgeColour.ts'
import type { Raster, Rgb } from './edgeColour.ts'
import { hasEdges } from './plan.ts'
import type { Plan } from './plan.ts'

/** What stands behind see-through parts of a picture that becomes a JPEG. */
const paper: Rgb = [255, 255, 255]

export interface Rendered {
  readonly raster: Raster
  readonly edgeColour: string | null
  /** See-through parts were laid on a colour. */
  readonly flattened: boolean
}

/** The window's pixels at the size they are drawn in: upright, 8-bit sRGB. */
export async function drawWindow(upright: Sharp, { window, drawn }: Plan): Promise<Raster> {
  const { data, info } = await upright
    .extract(window)
    .resize({ ...drawn, fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 }
}

/** Lays the drawn window into the frame, with edges where the plan leaves room. */
export async function lay(
  drawn: Raster,
  plan: Plan,
  { backdrop, format }: Pick<FixChoices, 'backdrop' | 'format'>,
): Promise<Rendered> {
  const clear = drawn.channels === 4 && isSeeThrough(drawn)
  if (!hasEdges(plan)) {
    const onPaper = clear && format === 'jpeg'
    const raster = clear && !onPaper ? drawn : await on(paper, drawn)
    return { raster, edgeColour: null, flattened: onPaper }
  }
  const colour = backdrop.kind === 'colour' ? fromHex(backdrop.colour) : edgeColourOf(drawn, plan)
  const onColour = clear ? await on(backdrop.kind === 'blur' ? paper : colour, drawn) : drawn
  const { width, height } = plan.canvas
  const canvas =
    backdrop.kind === 'blur'
      ? openSharp()(...rawOf(await blurred(onColour, plan)))
      : openSharp()({
          create: { width, height, channels: 3, background: toHex(colour) },
        })
  const [input, options] = rawOf(onColour)
  const data = await canvas
    .composite([{ input, ...options, left: plan.left, top: plan.top }])
    .removeAlpha()
    .raw()
    .toBuffer()
  return {
    raster: { data, width, height, channels: 3 },
    edgeColour: backdrop.kind === 'blur' ? null : toHex(colour),
    flattened: clear,
  }
}

/** One eighth of the size is enough to blur on: nothing of the detail would be left anyway. */
const blurScale = 8
/** Standard deviation there; 32 pixels of the result. */
const blurSigma = 4

/** The picture itself, filling the frame and far out of focus. */
async function blurred(drawn: Raster, { canvas }: Plan): Promise<Raster> {
  const small = {
    width: Math.ceil(canvas.width / blurScale),
    height: Math.ceil(canvas.height / blurScale),
  }
  const soft = await openSharp()(...rawOf(drawn))
    .removeAlpha()
    .resize({ ...small, fit: 'cover' })
    .blur(blurSigma)
    .raw()
    .toBuffer()
  const data = await openSharp()(soft, { raw: { ...small, channels: 3 } })
    .resize({ ...canvas, fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer()
  return { data, ...canvas, channels: 3 }
}

/** Without see-through parts, which show the colour. */
async function on([r, g, b]: Rgb, raster: Raster): Promise<Raster> {
  if (raster.channels === 3) return raster
  const data = await openSharp()(...rawOf(raster))
    .flatten({ background: { r, g, b } })
    .raw()
    .toBuffer()
  return { ...raster, data, channels: 3 }
}

function isSeeThrough({ data }: Raster): boolean {
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < 255) return true
  return false
}

function rawOf({
  data,
  width,
  height,
  channels,
}: Raster): [Buffer, { raw: { width: number; height: number; channels: 3 | 4 } }] {
  return [data, { raw: { width, height, channels } }]
}

/** The longest side of the copy that attention is sought on. */
const glanceSide = 480

/** Where the window catches what draws the eye most: skin, colour, edges. The whole room is used. */
export async function attentionIn(
  upright: Sharp,
  picture: { readonly width: number; readonly height: number },
  frame: { readonly width: number; readonly height: number },
): Promise<Crop> {
  const shrink = Math.min(1, glanceSide / Math.max(picture.width, picture.height))
  const cover = Math.max(frame.width / picture.width, frame.height / picture.height)
  const small = (side: number) => Math.max(1, Math.round((side * shrink) / cover))
  const { info } = await upright
    .resize({
      width: small(frame.width),
      height: small(frame.height),
      fit: 'cover',
      position: 'attention',
    })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const room = {
    x: Math.round(picture.width * shrink) - small(frame.width),
    y: Math.round(picture.height * shrink) - small(frame.height),
  }
  return {
    x: share(info.cropOffsetLeft, room.x),
    y: share(info.cropOffsetTop, room.y),
    zoom: 1,
  }
}

function share(offset: number | undefined, room: number): number {
  if (room < 1 || offset === undefined) return 0.5
  return Math.min(1, Math.max(0, Math.abs(offset) / room))
}
