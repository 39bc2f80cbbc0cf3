import { cropWindow, fitWithin, fillsWhenScaled } from '#contract/fixGeometry'
import type { PixelBox, Pixels } from '#contract/fixGeometry'
import type { Crop, FixChoices } from '#contract/imageFix'

/** How a picture is laid into a frame; everything in whole pixels. */
export interface Plan {
  /** The part of the upright original that is shown. */
  readonly window: PixelBox
  /** What that part is scaled to. */
  readonly drawn: Pixels
  /** The result, and where the drawn part lies in it. */
  readonly canvas: Pixels
  readonly left: number
  readonly top: number
  /** Pixels drawn for one of the original, along the more enlarged side. */
  readonly enlarged: number
}

/** Where the window lies when nothing speaks for another place. */
export const centred: Crop = { x: 0.5, y: 0.5, zoom: 1 }

/** @param crop only looked at where the frame is filled */
export function planFor(
  picture: Pixels,
  { width, height, way }: Pick<FixChoices, 'width' | 'height' | 'way'>,
  crop: Crop,
): Plan {
  const frame = { width, height }
  if (way === 'fill') {
    const window = cropWindow(picture, frame, crop)
    return laid(window, frame, frame)
  }
  const window = { left: 0, top: 0, ...picture }
  const drawn = fitWithin(picture, frame)
  return laid(window, drawn, way === 'pad' ? frame : drawn)
}

/** Whether edges are added at all: not where the picture has the frame's shape. */
export function hasEdges({ drawn, canvas }: Plan): boolean {
  return drawn.width < canvas.width || drawn.height < canvas.height
}

/** Whether anything is cut off, so that where to cut is a question. */
export function isCut(picture: Pixels, choices: Pick<FixChoices, 'width' | 'height' | 'way'>) {
  return choices.way === 'fill' && !fillsWhenScaled(picture, choices)
}

function laid(window: PixelBox, drawn: Pixels, canvas: Pixels): Plan {
  return {
    window,
    drawn,
    canvas,
    left: Math.floor((canvas.width - drawn.width) / 2),
    top: Math.floor((canvas.height - drawn.height) / 2),
    enlarged: Math.max(drawn.width / window.width, drawn.height / window.height),
  }
}
