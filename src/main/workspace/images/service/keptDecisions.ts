import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { imageDecisions } from '#contract/imageDecisions'
import type { LibraryImage } from '#contract/images'
import { CheckId, ImageId, type KeptDecisionId } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import { keptDecision, markForgotten } from '../queries/keptWords.ts'
import { imagesByIds } from '../queries/library.ts'
import { forgetWord, inOrder, rememberWord } from '../queries/pairs.ts'
import { repeatRow, writeDecision, type DecisionRow } from '../queries/repeats.ts'
import { judgeAgain } from './judging.ts'
import { rulesInForce } from './rulesSetting.ts'

type Handlers = SliceHandlers<typeof imageDecisions, Contexts>

/** Words on pairs of pictures, as they stand in the library after their batch is gone. */
export const keptDecisionHandlers: Handlers = {
  async forgetDecision(context, { id }) {
    const { db, writer, clock, record } = context
    const { hashes, image_id, forgotten_at } = await known(context, id)
    if (forgotten_at !== null) throw new WorkspaceError('images.not-undoable')
    const forgotten = await forgetWord(db, writer, hashes)
    if (forgotten !== null) record('image_pair', forgotten, ['outcome'])
    await markForgotten(writer, id, clock.now())
    record('image_decision', id, ['forgotten_at'])
    await sayOfCheck(context, id, {
      ...{ outcome: null, reason: null, decided_by: null, decided_at: null },
    })
    return keptImage(context, image_id)
  },

  async recallDecision(context, { id }) {
    const { db, writer, newId, record } = context
    const row = await known(context, id)
    if (row.forgotten_at === null) throw new WorkspaceError('images.not-undoable')
    const { outcome, reason, decided_by, decided_at } = row
    const word = { outcome, reason, decided_by, decided_at }
    const pair = await rememberWord(db, writer, { id: newId(), ...row.hashes, ...word })
    record('image_pair', pair, ['outcome', 'reason', 'decided_by', 'decided_at'])
    await markForgotten(writer, id, null)
    record('image_decision', id, ['forgotten_at'])
    await sayOfCheck(context, id, word)
    return keptImage(context, row.image_id)
  },
}

async function known({ db }: CommandContext, id: KeptDecisionId) {
  const row = await keptDecision(db, id)
  if (row === null || row.other_hash === null) throw new WorkspaceError('images.unknown')
  return { ...row, hashes: inOrder(row.bytes_hash, row.other_hash) }
}

/** The found repeat it was said of has the decision's id, as long as its batch is there. */
async function sayOfCheck(
  context: CommandContext,
  id: KeptDecisionId,
  word: DecisionRow,
): Promise<void> {
  const repeat = await repeatRow(context.db, id)
  if (repeat === null) return
  await writeDecision(context.writer, id, word)
  context.record('image_repeat', id, ['outcome', 'reason', 'decided_by', 'decided_at'])
  await judgeAgain(context, [CheckId.parse(repeat.check_id)], await rulesInForce(context.db))
}

async function keptImage({ db }: CommandContext, id: string): Promise<LibraryImage> {
  const [image] = await imagesByIds(db, [ImageId.parse(id)])
  if (image === undefined) throw new WorkspaceError('images.unknown')
  return image
}
