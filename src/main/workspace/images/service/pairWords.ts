import { CheckId } from '#contract/values'
import type { CommandContext } from '../../context.ts'
import { forgetWord, hashesOfRepeat, rememberedFor, rememberWord } from '../queries/pairs.ts'
import { writeDecision, type DecisionRow } from '../queries/repeats.ts'
import type { ImageRepeatRow } from '../tables.ts'
import { judgeAgain } from './judging.ts'
import { rulesInForce } from './rulesSetting.ts'

/**
 * What a person says of a pair holds for these two contents from now on, and no longer when it is
 * taken back. Nothing else is learnt from it: other pairs are judged as before.
 */
export async function rememberPair(
  context: CommandContext,
  repeat: ImageRepeatRow,
  { outcome, reason, decided_by, decided_at }: DecisionRow,
): Promise<void> {
  const { db, writer, newId, record } = context
  const hashes = await hashesOfRepeat(db, repeat.id)
  if (hashes === null) return
  if (outcome === null || decided_by === null || decided_at === null) {
    const forgotten = await forgetWord(db, writer, hashes)
    if (forgotten !== null) record('image_pair', forgotten, ['outcome'])
    return
  }
  const row = { id: newId(), ...hashes, outcome, reason: reason ?? '', decided_by, decided_at }
  const id = await rememberWord(db, writer, row)
  record('image_pair', id, ['outcome', 'reason', 'decided_by', 'decided_at'])
}

/** Says again of newly found pairs what was said of the same two contents before. */
export async function applyRemembered(
  context: CommandContext,
  ids: readonly CheckId[],
): Promise<void> {
  const { db, writer, record } = context
  const remembered = await rememberedFor(db, ids)
  for (const { id, word } of remembered) {
    await writeDecision(writer, id, word)
    record('image_repeat', id, ['outcome', 'reason', 'decided_by', 'decided_at'])
  }
  const decided = [...new Set(remembered.map(({ checkId }) => CheckId.parse(checkId)))]
  if (decided.length > 0) await judgeAgain(context, decided, await rulesInForce(db))
}
