import { z } from 'zod'
import { command, query } from './call.ts'
import { CheckedImage } from './images.ts'
import { BatchId, CheckId, ImageId } from './values.ts'

/** A photo of the library, as it is shown beside those of a batch. */
export const KeptPhoto = z.object({ id: ImageId, name: z.string() })
export type KeptPhoto = z.infer<typeof KeptPhoto>

/** Photos of a batch that were most likely taken at one event, to be seen side by side. */
export const PhotoEvent = z.object({
  /** By time, and photos without one beside those they look like. */
  checkIds: z.array(CheckId).min(1),
  /** What the library holds of the same event; where it holds something, one photo is a group. */
  kept: z.array(KeptPhoto),
  /** Of the first and the last photo that has a time, by the camera's clock, without zone. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Some of them say where they were taken. */
  placeKnown: z.boolean(),
  /** A choice among them was saved that `unpick` can take back. */
  canUnpick: z.boolean(),
})
export type PhotoEvent = z.infer<typeof PhotoEvent>

/** "Foto berulang" (Melaka 13.6): of several shots of one event a person picks the best. */
export const imageEvents = {
  /**
   * Only photos that were read, and no certain repeats, which are not worth a choice. What nobody
   * said the kind of counts as a photo unless it looks designed: messengers take away what names
   * the camera.
   */
  events: query(z.object({ batchId: BatchId }), z.array(PhotoEvent)),
  /**
   * Notes on the photo checklist of each which of them were picked: the others show a scene that is
   * shown already. Nothing is removed, and both answers can be changed on the checklist.
   */
  pickBest: command(
    z.object({
      /** None where the best are in the library already. */
      best: z.array(CheckId).max(5_000),
      others: z.array(CheckId).max(5_000),
    }),
    z.array(CheckedImage),
  ),
  /**
   * Puts the checklists of the latest choice among these photos back as they were, with who had
   * answered and when; all of them or none. Then the one before it can be taken back.
   * @throws `images.not-undoable` when there is no such choice, or a checklist was answered since
   */
  unpick: command(z.object({ ids: z.array(CheckId).min(1).max(10_000) }), z.array(CheckedImage)),
}
