import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { boundParts, type PostContent } from '#contract/postContent'
import type { postSeries, SeriesEffect } from '#contract/postSeries'
import type { Post } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import type { Common, Contexts } from '../../../context.ts'
import type { Reader } from '../../../database/schema.ts'
import { malaysianTime } from '../../../days/rules/malaysianTime.ts'
import { removeDraft } from '../../queries/drafts.ts'
import { postsByIds } from '../../queries/rows.ts'
import type { SeriesMember } from '../../queries/series.ts'
import { editedFields, withEdit } from '../../rules/seriesContent.ts'
import { isAsked, isSettled } from '../../rules/seriesStanding.ts'
import { openKnown } from '../known.ts'
import { present, saveContent } from '../saving.ts'
import { openJournal } from './journal.ts'
import { inSeries, noEffect, type InSeries } from './known.ts'
import { splitSeries } from './splitting.ts'

type EditingCalls = Pick<typeof postSeries, 'seriesEdit' | 'saveInSeries'>

/** One edit that others of a series take over, field by field, each as a version of its own. */
export const editingHandlers: SliceHandlers<EditingCalls, Contexts> = {
  async seriesEdit(context, { id, content }) {
    const found = await inSeries(context, id)
    const fields = editedFields(found.post.content, content)
    const effectOf = async (scope: 'after' | 'all') =>
      effectOn(found, await editsFor(context, found, content, scope), scope)
    return { fields, after: await effectOf('after'), all: await effectOf('all') }
  },

  async saveInSeries(context, { id, base, content, scope }) {
    const found = await inSeries(context, id)
    const { post, series } = found
    if (post.version !== base) throw new WorkspaceError('posts.changed-meanwhile')
    const edits = await editsFor(context, found, content, scope)
    const known = await openKnown(context.db)
    const journal = openJournal(context)
    await journal.note([id, ...edits.map((edit) => edit.post.id)])
    await saveContent(context, post, content, 'saved', known)
    for (const edit of edits) {
      await saveContent(context, edit.post, edit.content, 'bulk', known)
    }
    const edited = {
      content: withEdit(post.content, content, series.content),
      written_by: context.actor.id,
    }
    if (scope === 'after') await splitSeries(context, journal, found, edited)
    else await journal.changeSeries({ ...series, ...edited })
    await removeDraft(context.writer, context.actor.id, id)
    const changeId = await journal.close('save')
    return { changeId, effect: effectOn(found, edits, scope), post: await present(context, id) }
  },
}

interface Edit {
  readonly post: Post
  readonly content: PostContent
}

/** What the others take over, without those of which nothing changes. */
async function editsFor(
  { db, clock }: Common & { db: Reader },
  { post, day, members }: InSeries,
  content: PostContent,
  scope: 'after' | 'all',
): Promise<Edit[]> {
  const open = reached(members, day, scope).filter(
    (member) => member.id !== post.id && !member.trashed && !isSettled(member),
  )
  const others = await postsByIds(
    db,
    open.map(({ id }) => id),
    malaysianTime(clock.now()),
  )
  return others.flatMap((other) => {
    const next = withEdit(post.content, content, other.content)
    return JSON.stringify(next) === JSON.stringify(other.content)
      ? []
      : [{ post: other, content: next }]
  })
}

function reached(
  members: readonly SeriesMember[],
  day: PlainDate,
  scope: 'after' | 'all',
): readonly SeriesMember[] {
  return scope === 'all' ? members : members.filter(({ seriesDay }) => seriesDay >= day)
}

function effectOn(
  { post, day, members }: InSeries,
  edits: readonly Edit[],
  scope: 'after' | 'all',
): SeriesEffect {
  const standing = new Map(members.map((member) => [member.id, member]))
  const voided = edits.filter(({ post: other, content }) => {
    const member = standing.get(other.id)
    return member !== undefined && isAsked(member) && isOtherText(other.content, content)
  })
  const kept = reached(members, day, scope).filter(
    (member) => member.id !== post.id && !member.trashed && isSettled(member),
  )
  return { ...noEffect, changed: edits.length, approved: voided.length, kept: kept.length }
}

/** Whether what an approval is bound to changes. */
function isOtherText(before: PostContent, after: PostContent): boolean {
  const [one, other] = [before, after].map((content) =>
    JSON.stringify(boundParts(content, (image) => image)),
  )
  return one !== other
}
