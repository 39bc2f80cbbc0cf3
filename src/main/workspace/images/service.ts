import type { SliceHandlers } from '#contract/call'
import type { Contract } from '#contract/index'
import { CheckId, ImageId } from '#contract/values'
import type { Contexts } from '../context.ts'
import type { Reader } from '../database/schema.ts'
import type { Pictures } from '../media/pictures.ts'
import type { Media, MediaRequest } from '../media/request.ts'
import type { MediaStore } from '../media/store.ts'
import { createBatchRunner } from './service/batchRunner.ts'
import { checkingHandlers } from './service/checking.ts'
import { copyHandlers } from './service/copies.ts'
import { decisionHandlers } from './service/decisions.ts'
import { eventHandlers } from './service/events.ts'
import { fixHandlers } from './service/fixing.ts'
import { frameHandlers } from './service/frames.ts'
import { keepHandler } from './service/keeping.ts'
import { keptDecisionHandlers } from './service/keptDecisions.ts'
import { forgetOldMeasurements } from './service/measureCache.ts'
import { libraryHandlers } from './service/library.ts'
import { openLibraryOnHand } from './service/libraryIndex.ts'
import { metadataHandlers } from './service/metadata.ts'
import { picturesForOthers } from './service/forOthers.ts'
import { readPicture } from './service/pictures.ts'
import { reportHandlers } from './service/reports.ts'
import type { StartImageWorker } from './workers/line.ts'
import { openImagePool } from './workers/pool.ts'

export interface ImageParts {
  readonly db: Reader
  readonly media: MediaStore
  readonly startImageWorker: StartImageWorker
  /** One line per unforeseen failure of a worker; names no file. */
  readonly log: (message: string) => void
}

/** A picture of this slice. */
export type PictureRequest = MediaRequest & { readonly of: 'check' | 'image' }

export interface Images {
  readonly handlers: SliceHandlers<Contract['images'], Contexts>
  readMedia(request: PictureRequest): Promise<Media | null>
  /** For slices that have pictures of their own. */
  readonly pictures: Pictures
  close(): Promise<void>
}

/** The image slice of one open workspace, with the processes that decode for it. */
export function openImages({ db, media, startImageWorker, log }: ImageParts): Images {
  const pool = openImagePool({ start: startImageWorker, log })
  forgetOldMeasurements(media).catch((error: unknown) => log(String(error)))
  const library = openLibraryOnHand(media)
  const runner = createBatchRunner(pool, media, library)
  const checking = checkingHandlers(runner, media)
  return {
    handlers: {
      ...checking,
      ...decisionHandlers,
      ...eventHandlers,
      ...libraryHandlers,
      ...keptDecisionHandlers,
      ...metadataHandlers,
      ...reportHandlers(checking),
      ...frameHandlers(pool, media),
      ...copyHandlers({ pool, media }),
      ...fixHandlers({ pool, media, runner }),
      keep: keepHandler(pool, media, library),
    },
    readMedia: ({ size, of, id }) => {
      const known = (of === 'check' ? CheckId : ImageId).safeParse(id)
      return known.success ? readPicture({ db, media, pool }, size, of, id) : Promise.resolve(null)
    },
    pictures: picturesForOthers(db, pool),
    close() {
      pool.close()
      return Promise.resolve()
    },
  }
}
