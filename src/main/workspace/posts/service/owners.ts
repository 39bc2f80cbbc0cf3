import { WorkspaceError } from '#contract/errors'
import { PostId, PublicationId } from '#contract/postIds'
import type { OwnerGuards } from '../../attachments/rules/owner.ts'
import { postOfDecision, postOfPublication, postTrash } from '../queries/owners.ts'

/**
 * What files may be attached to. They are no part of what an approval is bound to, so a post takes
 * them in every status; a decision takes the scan of the sheet it was signed on, a publication what
 * was seen on the account.
 */
export const postOwners: Pick<OwnerGuards, 'post' | 'approval-decision' | 'publication'> = {
  post: {
    async refuseChange(db, id) {
      const found = await postTrash(db, PostId.parse(id))
      if (found === null) throw new WorkspaceError('posts.unknown')
      if (found.trashedAt !== null) throw new WorkspaceError('posts.in-trash')
    },
  },
  'approval-decision': {
    async refuseChange(db, id) {
      const decision = await postOfDecision(db, id)
      if (decision === null) throw new WorkspaceError('posts.unknown-decision')
      if (!decision.isOnPaper) throw new WorkspaceError('posts.not-on-paper')
      if (decision.trashedAt !== null) throw new WorkspaceError('posts.in-trash')
    },
  },
  publication: {
    async refuseChange(db, id) {
      const publication = await postOfPublication(db, PublicationId.parse(id))
      if (publication === null) throw new WorkspaceError('posts.unknown-publication')
      if (publication.isSkipped) throw new WorkspaceError('posts.account-skipped')
      if (publication.trashedAt !== null) throw new WorkspaceError('posts.in-trash')
    },
  },
}
