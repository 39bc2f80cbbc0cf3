import { z } from 'zod'
import { command, query } from './call.ts'
import { CheckedImage } from './images.ts'
import { BatchId, CheckId } from './values.ts'

/** Photos of a batch that were most likely taken at one event, to be seen side by side. */
export const PhotoEvent = z.object({
  /** By time, and photos without one beside those they look like. */
  checkIds: z.array(CheckId).min(2),
  /** Of the first and the last photo that has a time, by the camera's clock, without zone. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Some of them say where they were taken. */
  placeKnown: z.boolean(),
})
export type PhotoEvent = z.infer<typeof PhotoEvent>

/** "Foto berulang" (Melaka 13.6): of several shots of one event a person picks the best. */
export const imageEvents = {
  /** Only photos that were read, and no certain repeats, which are not worth a choice. */
  events: query(z.object({ batchId: BatchId }), z.array(PhotoEvent)),
  /**
   * Notes on the photo checklist of each which of them were picked: the others show a scene that is
   * shown already. Nothing is removed, and both answers can be changed on the checklist.
   */
  pickBest: command(
    z.object({
      best: z.array(CheckId).min(1).max(5_000),
      others: z.array(CheckId).max(5_000),
    }),
    z.array(CheckedImage),
  ),
  /**
   * Puts the checklists of the last choice back as they were, with who had answered and when; all of
   * them or none.
   * @throws `images.not-undoable` when it was another choice, or a checklist was answered since
   */
  unpick: command(z.object({ ids: z.array(CheckId).min(1).max(10_000) }), z.array(CheckedImage)),
}
