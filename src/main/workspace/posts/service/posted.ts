import { WorkspaceError } from '#contract/errors'
import { outgoingText } from '#contract/outgoingText'
import { asCompared, isAsApproved } from '#contract/postedText'
import type { PublicationId } from '#contract/postIds'
import type { Publication } from '#contract/postPublication'
import type { DifferencePart } from '#contract/postVersions'
import type { Common, CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { findPublication, updatePublication } from '../queries/publications.ts'
import { wordsBetween } from '../rules/difference.ts'
import { present } from './saving.ts'

interface One {
  readonly id: PublicationId
}

/**
 * Keeps what somebody saw on the account. What is out there is not changed by it: a difference is
 * put right openly (Melaka 11), and that is a correction of its own.
 */
export async function comparePublication(
  context: CommandContext,
  { id, postedText }: One & { readonly postedText: string | null },
): Promise<Publication> {
  const { writer, clock, actor, record } = context
  const { postId } = await outPublication(context.db, id)
  await present(context, postId)
  const changes = {
    posted_text: postedText,
    compared_by: postedText === null ? null : actor.id,
    compared_at: postedText === null ? null : clock.now(),
  }
  await updatePublication(writer, id, changes)
  record('post_publication', id, Object.keys(changes))
  return outPublication(context.db, id)
}

/** What stands in the post is what was approved: since its first record it cannot be changed. */
export async function publicationDifference(
  context: Common & { readonly db: Reader },
  { id }: One,
): Promise<{ asApproved: boolean; parts: DifferencePart[] } | null> {
  const { postId, accountId, postedText } = await outPublication(context.db, id)
  if (postedText === null) return null
  const { content } = await present(context, postId)
  const own = content.accounts.find((each) => each.accountId === accountId)?.text ?? null
  const approved = outgoingText(own ?? content.text, content.hashtags, content.links)
  return {
    asApproved: isAsApproved(approved, postedText),
    parts: wordsBetween(asCompared(approved), asCompared(postedText)),
  }
}

/**
 * A publication of what came out.
 * @throws WorkspaceError `posts.unknown-publication`, `posts.account-skipped`
 */
export async function outPublication(db: Reader, id: PublicationId): Promise<Publication> {
  const publication = await findPublication(db, id)
  if (publication === null) throw new WorkspaceError('posts.unknown-publication')
  if (publication.skippedReason !== '') throw new WorkspaceError('posts.account-skipped')
  return publication
}
