import type { Reader } from '../../database/schema.ts'
import type { PictureBytes, Pictures } from '../../media/pictures.ts'
import { lookOf } from '../rules/looks.ts'
import { copyIn, redactIn } from '../workers/copyIn.ts'
import { measureIn, previewIn, shownIn, type Asking } from '../workers/ask.ts'
import type { ImagePool } from '../workers/pool.ts'
import { rulesInForce } from './rulesSetting.ts'

/** Pictures that belong to other slices, looked at with the office's limits for all pictures. */
export function picturesForOthers(db: Reader, pool: ImagePool): Pictures {
  const asking = async (signal?: AbortSignal): Promise<Asking> => {
    const { limits } = await rulesInForce(db)
    return { pool, limits, ...(signal !== undefined && { signal }) }
  }
  return {
    async look(picture, signal) {
      const measured = await measureIn(await asking(signal), sourceOf(picture))
      if (measured.kind !== 'measured') return null
      const { measurement, thumbnail, fingerprint } = measured
      const { width, height, personal, blank } = measurement
      const look = blank ? null : lookOf(fingerprint)
      return { width, height, personal, thumbnail: thumbnail?.bytes ?? null, look }
    },

    async draw(picture, width) {
      const drawn = await previewIn(await asking(), sourceOf(picture), picture.hash, width)
      return drawn === null ? null : { bytes: drawn.bytes, contentType: drawn.contentType }
    },

    async copy(picture, format, signal) {
      const decodable = { source: sourceOf(picture), bytesHash: picture.hash }
      const outcome = await copyIn(await asking(signal), decodable, format)
      return outcome.kind === 'failed' ? null : outcome
    },

    async shownIn(picture, screen) {
      const decodable = (one: PictureBytes) => ({ source: sourceOf(one), bytesHash: one.hash })
      return shownIn(await asking(), decodable(picture), decodable(screen))
    },

    async redact(picture, format, boxes, signal) {
      const decodable = { source: sourceOf(picture), bytesHash: picture.hash }
      return redactIn(await asking(signal), decodable, format, boxes)
    },
  }
}

function sourceOf({ bytes, hash }: PictureBytes) {
  return { kind: 'bytes', name: hash, bytes } as const
}
