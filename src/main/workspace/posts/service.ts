import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { blankContent } from '#contract/postContent'
import type { postedPictures } from '#contract/postedPictures'
import type { Contract } from '#contract/index'
import type { Contexts } from '../context.ts'
import { malaysianTime } from '../days/rules/malaysianTime.ts'
import { approvalHandlers } from './service/approval.ts'
import { broughtHandlers } from './service/brought.ts'
import { bulkHandlers } from './service/bulk.ts'
import { commentHandlers } from './service/comments.ts'
import { correctionHandlers } from './service/corrections.ts'
import { draftHandlers } from './service/drafts.ts'
import { findingHandlers } from './service/findings.ts'
import { duplicateHandlers } from './service/duplicate.ts'
import { holdingHandlers } from './service/holding.ts'
import { importHandlers } from './service/imports.ts'
import { leavingHandlers } from './service/leaving.ts'
import { moveHandlers } from './service/moves.ts'
import { phaseHandlers } from './service/phases.ts'
import { postedPictureHandlers, type PostedParts } from './service/postedPictures.ts'
import { countChoices, countUnplanned, pageOfPosts, unplannedPosts } from './queries/list.ts'
import { findPost } from './queries/rows.ts'
import { tilesBetween } from './queries/tiles.ts'
import { publicationHandlers } from './service/publication.ts'
import { reportHandlers } from './service/reports.ts'
import { resultImportHandlers } from './service/resultImports.ts'
import { resultHandlers } from './service/results.ts'
import { beginDraft } from './service/becoming.ts'
import { addPost, present, refusePlanning, saveContent } from './service/saving.ts'
import { seriesHandlers } from './service/series.ts'
import { statusHandlers } from './service/status.ts'
import { templateHandlers } from './service/templates.ts'
import { listRecounts } from './queries/recounts.ts'
import { todayHandlers } from './service/today.ts'
import { versionHandlers } from './service/versions.ts'
import { viewHandlers } from './service/views.ts'
import { removeDraft } from './queries/drafts.ts'

/** The posts of one open workspace. */
export function openPosts(parts: PostedParts): SliceHandlers<Contract['posts'], Contexts> {
  return { ...postHandlers, ...postedPictureHandlers(parts) }
}

/** Those that need nothing but the database. */
export const postHandlers: SliceHandlers<
  Omit<Contract['posts'], keyof typeof postedPictures>,
  Contexts
> = {
  async get({ db, clock }, { id }) {
    const post = await findPost(db, id, malaysianTime(clock.now()))
    if (post === null) throw new WorkspaceError('posts.unknown')
    return post
  },

  between: ({ db, clock }, { filter, ...period }) =>
    tilesBetween(db, period, filter, malaysianTime(clock.now())),
  async unplanned({ db, clock }, { filter, limit }) {
    const now = malaysianTime(clock.now())
    const tiles = await unplannedPosts(db, filter, now, limit)
    return { total: await countUnplanned(db, filter, now), tiles }
  },
  list: ({ db, clock }, page) => pageOfPosts(db, page, malaysianTime(clock.now())),
  counts: ({ db, clock }, { period, filter, bounds }) =>
    countChoices(db, period, filter, malaysianTime(clock.now()), bounds),

  async add(context, { content, status }) {
    refusePlanning(context, blankContent(content.title, content.kind), content)
    const id = await addPost(context, content, status)
    await removeDraft(context.writer, context.actor.id, null)
    return present(context, id)
  },

  async save(context, { id, base, content }) {
    const before = await present(context, id)
    if (before.version !== base) throw new WorkspaceError('posts.changed-meanwhile')
    refusePlanning(context, before.content, content)
    await saveContent(context, before, content, 'saved')
    await beginDraft(context, before, content)
    await removeDraft(context.writer, context.actor.id, id)
    return present(context, id)
  },

  ...moveHandlers,
  ...duplicateHandlers,
  ...bulkHandlers,
  ...seriesHandlers,
  ...leavingHandlers,
  ...importHandlers,
  ...statusHandlers,
  ...versionHandlers,
  ...draftHandlers,
  ...approvalHandlers,
  ...findingHandlers,
  ...broughtHandlers,
  ...holdingHandlers,
  ...commentHandlers,
  ...publicationHandlers,
  ...correctionHandlers,
  ...resultHandlers,
  ...resultImportHandlers,
  ...phaseHandlers,
  ...reportHandlers,
  ...templateHandlers,
  ...todayHandlers,
  recounts: ({ db }, { id }) => listRecounts(db, id),
  ...viewHandlers,
}
