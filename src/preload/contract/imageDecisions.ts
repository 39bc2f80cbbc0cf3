import { z } from 'zod'
import { command } from './call.ts'
import { LibraryImage } from './images.ts'
import { KeptDecisionId } from './values.ts'

/** Words on pairs, where they stand with a library picture. */
export const imageDecisions = {
  /**
   * Takes a word back that stands with a library picture, also when the batch it was said in is gone:
   * where the two contents meet again, they are judged as if nothing had been said.
   * @throws `images.not-undoable` when it was taken back already
   */
  forgetDecision: command(z.object({ id: KeptDecisionId }), LibraryImage),
  /** Says it again, as it was said then. */
  recallDecision: command(z.object({ id: KeptDecisionId }), LibraryImage),
}
