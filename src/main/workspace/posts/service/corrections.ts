import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { CorrectionId } from '#contract/postIds'
import type { Correction, postPublication } from '#contract/postPublication'
import type { CommandContext, Contexts } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import {
  correctionColumns,
  findCorrection,
  insertCorrection,
  listCorrections,
  updateCorrection,
} from '../queries/corrections.ts'
import { present, refuseElsewhere } from './saving.ts'

type CorrectionCalls = Pick<
  typeof postPublication,
  'corrections' | 'addCorrection' | 'changeCorrection' | 'removeCorrection' | 'bringBackCorrection'
>

/** What was wrong with a published post and how it was put right openly (Melaka 11, 13.12). */
export const correctionHandlers: SliceHandlers<CorrectionCalls, Contexts> = {
  corrections: ({ db }, { id }) => listCorrections(db, id),

  async addCorrection(context, { postId, correction }) {
    const { writer, newId, clock, actor, record } = context
    const post = await present(context, postId)
    const { status } = post
    if (status !== 'published' && status !== 'archived') {
      throw new WorkspaceError('posts.not-published')
    }
    refuseElsewhere(post, correction.accountId)
    refuseFuture(context, correction.day)
    const id = CorrectionId.parse(newId())
    const columns = correctionColumns(correction)
    await insertCorrection(writer, {
      ...{ id, post_id: postId, ...columns },
      ...{ recorded_by: actor.id, recorded_at: clock.now(), removed_at: null },
    })
    record('post_correction', id, ['post_id', ...Object.keys(columns)])
    return there(context, id)
  },

  async changeCorrection(context, { id, correction }) {
    const { postId, accountId } = await there(context, id)
    if (correction.accountId !== accountId) {
      refuseElsewhere(await present(context, postId), correction.accountId)
    }
    refuseFuture(context, correction.day)
    const columns = correctionColumns(correction)
    await updateCorrection(context.writer, id, columns)
    context.record('post_correction', id, Object.keys(columns))
    return there(context, id)
  },

  async removeCorrection(context, { id }) {
    await there(context, id)
    await updateCorrection(context.writer, id, { removed_at: context.clock.now() })
    context.record('post_correction', id, ['removed_at'])
    return { id }
  },

  async bringBackCorrection(context, { id }) {
    if ((await findCorrection(context.db, id)) === null) {
      throw new WorkspaceError('posts.unknown-correction')
    }
    await updateCorrection(context.writer, id, { removed_at: null })
    context.record('post_correction', id, ['removed_at'])
    return there(context, id)
  },
}

async function there({ db }: CommandContext, id: CorrectionId): Promise<Correction> {
  const found = await findCorrection(db, id)
  if (found === null || found.removed) throw new WorkspaceError('posts.unknown-correction')
  return found.correction
}

function refuseFuture({ clock }: CommandContext, day: string): void {
  if (day > malaysianTime(clock.now()).day) throw new WorkspaceError('posts.day-in-future')
}
