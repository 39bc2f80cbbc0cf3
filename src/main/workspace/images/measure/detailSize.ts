import { shownWidth } from '../quality/detail.ts'
import type { PictureFormat } from './measurement.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Most pixels of a detail: a portrait poster of 1080×1350 still has its own. */
const mostPixels = 1_500_000
/** JPEGs up to this size are decoded so far that small writing can be seen. */
const largePosters = 4_000_000
const widthForText = 900
/** By how much a JPEG can be reduced while it is decoded, which saves most of the work. */
const reductions = [8, 4, 2, 1]

/**
 * The size at which a picture is decoded: as large as its quality is measured at where that costs
 * little, and never smaller than `small`. Large JPEGs and WebPs come reduced for `small`.
 * @param size after EXIF rotation
 */
export function detailSize(size: Size, small: Size, format: PictureFormat): Size {
  const { width, height } = size
  // WebP's decoder reduces too, to any size; decoding a large one whole takes twice the time.
  if (format === 'webp' && width * height > mostPixels) return small
  const reduction = format === 'jpeg' ? jpegReduction(size, small) : 1
  const scale = Math.min(
    1 / reduction,
    shownWidth / width,
    Math.sqrt(mostPixels / (width * height)),
  )
  return {
    width: Math.max(small.width, Math.floor(width * scale)),
    height: Math.max(small.height, Math.floor(height * scale)),
  }
}

function jpegReduction({ width, height }: Size, small: Size): number {
  const enough = reductions.find(
    (by) => Math.floor(width / by) >= small.width && Math.floor(height / by) >= small.height,
  )
  const readable = reductions.find((by) => width / by >= widthForText)
  return width * height > largePosters ? (enough ?? 1) : Math.min(enough ?? 1, readable ?? 1)
}
