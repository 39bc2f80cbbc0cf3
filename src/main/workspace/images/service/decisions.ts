import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { images } from '#contract/images'
import type { CheckId, ImageId } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import { checkRow, checksByIds, updateCheck } from '../queries/checks.ts'
import { findPair, writeDecision, type DecisionRow } from '../queries/repeats.ts'
import type { ImageCheckRow, ImageRepeatRow } from '../tables.ts'
import { judgeAgain } from './judging.ts'
import { rememberPair } from './pairWords.ts'
import { rulesInForce } from './rulesSetting.ts'
import { takeReviewBack, tellException, tellLibrary } from './tellLibrary.ts'

type Handlers = Pick<
  SliceHandlers<typeof images, Contexts>,
  'setKind' | 'decideRepeat' | 'undecideRepeat' | 'override' | 'reviewPhoto'
>

/** What a person says of a checked picture. */
export const decisionHandlers: Handlers = {
  async setKind(context, { ids, kind }) {
    for (const id of ids) {
      await knownCheck(context, id)
      await updateCheck(context.writer, id, { kind, kind_guessed: 0 })
      context.record('image_check', id, ['kind'])
    }
    return judgeAgain(context, ids, await rulesInForce(context.db))
  },

  decideRepeat(context, { pairs, outcome, reason }) {
    return forPairs(context, pairs, (pair) => {
      // Equal bytes or pixels are a fact; a picture wanted twice all the same is an exception.
      const fact = pair.relation === 'same-bytes' || pair.relation === 'same-pixels'
      if (fact && outcome === 'different') throw new WorkspaceError('images.not-a-repeat')
      return {
        outcome,
        reason,
        decided_by: context.actor.id,
        decided_at: context.clock.now(),
      }
    })
  },

  undecideRepeat(context, { pairs }) {
    return forPairs(context, pairs, () => ({
      outcome: null,
      reason: null,
      decided_by: null,
      decided_at: null,
    }))
  },

  async override(context, { id, reason }) {
    const before = await knownCheck(context, id)
    await updateCheck(context.writer, id, {
      override_reason: reason,
      override_by: reason === null ? null : context.actor.id,
      override_at: reason === null ? null : context.clock.now(),
    })
    context.record('image_check', id, ['override_reason', 'override_by', 'override_at'])
    const check = await onlyCheck(context, id)
    await tellException(context, check, before.override_reason)
    return check
  },

  async reviewPhoto(context, { id, answers }) {
    await knownCheck(context, id)
    await updateCheck(context.writer, id, {
      review: answers === null ? null : JSON.stringify(answers),
      reviewed_by: answers === null ? null : context.actor.id,
      reviewed_at: answers === null ? null : context.clock.now(),
    })
    context.record('image_check', id, ['review', 'reviewed_by', 'reviewed_at'])
    const check = await onlyCheck(context, id)
    await (answers === null ? takeReviewBack : tellLibrary)(context, check)
    return check
  },
}

interface Pair {
  readonly checkId: CheckId
  readonly of: CheckId | ImageId
}

async function forPairs(
  context: CommandContext,
  pairs: readonly Pair[],
  decide: (pair: ImageRepeatRow) => DecisionRow,
) {
  for (const { checkId, of } of pairs) {
    const pair = await findPair(context.db, checkId, of)
    if (pair === null) throw new WorkspaceError('images.not-a-repeat')
    const decision = decide(pair)
    await writeDecision(context.writer, pair.id, decision)
    await rememberPair(context, pair, decision)
    context.record('image_repeat', pair.id, ['outcome', 'reason', 'decided_by', 'decided_at'])
  }
  const ids = [...new Set(pairs.map((pair) => pair.checkId))]
  const judged = await judgeAgain(context, ids, await rulesInForce(context.db))
  for (const check of judged) await tellLibrary(context, check)
  return judged
}

async function knownCheck({ db }: CommandContext, id: CheckId): Promise<ImageCheckRow> {
  const row = await checkRow(db, id)
  if (row === null) throw new WorkspaceError('images.unknown-check')
  return row
}

async function onlyCheck({ db }: CommandContext, id: CheckId) {
  const [check] = await checksByIds(db, [id])
  if (check === undefined) throw new WorkspaceError('images.unknown-check')
  return check
}
