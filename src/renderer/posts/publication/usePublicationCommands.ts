import type { Publication, PublicationFields } from '#contract/postPublication'
import type { AccountId } from '#contract/accounts'
import type { PostId } from '#contract/postIds'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'

/** What is recorded of a publication, each with its way back. */
export function usePublicationCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const publishing = useCommand('posts', 'publish', { failures: 'here' })
  const skipping = useCommand('posts', 'skipAccount', { failures: 'here' })
  const changing = useCommand('posts', 'changePublication', { failures: 'here' })
  const removing = useCommand('posts', 'removePublication')
  const republishing = useCommand('posts', 'publish')
  const reskipping = useCommand('posts', 'skipAccount')
  const comparing = useCommand('posts', 'comparePublication', { failures: 'here' })
  const uncomparing = useCommand('posts', 'comparePublication')
  const unchanging = useCommand('posts', 'changePublication')

  async function publish(
    id: PostId,
    accountId: AccountId,
    name: string,
    publication: PublicationFields,
  ): Promise<boolean> {
    const done = await publishing.run({ id, accountId, publication })
    if (!done.ok) return false
    const recorded = { id: done.value.id }
    notices.tell(t('posts.out.recorded', { name }), () => void removing.run(recorded))
    return true
  }

  async function skip(
    id: PostId,
    accountId: AccountId,
    name: string,
    reason: string,
  ): Promise<boolean> {
    const done = await skipping.run({ id, accountId, reason })
    if (!done.ok) return false
    const recorded = { id: done.value.id }
    notices.tell(t('posts.out.skipped', { name }), () => void removing.run(recorded))
    return true
  }

  async function change(
    before: Publication,
    name: string,
    publication: PublicationFields,
  ): Promise<boolean> {
    const { id } = before
    const { ok } = await changing.run({ id, publication })
    const undo = () => void unchanging.run({ id, publication: fieldsOf(before) })
    if (ok) notices.tell(t('posts.out.changed', { name }), undo)
    return ok
  }

  async function compare(
    { id, postedText: before }: Publication,
    name: string,
    postedText: string | null,
  ): Promise<boolean> {
    const { ok } = await comparing.run({ id, postedText })
    const undo = () => void uncomparing.run({ id, postedText: before })
    if (ok) notices.tell(t('posts.out.posted.saved', { name }), undo)
    return ok
  }

  async function takeBack(gone: Publication, name: string): Promise<void> {
    const { ok } = await removing.run({ id: gone.id })
    if (!ok) return
    const { postId: id, accountId, skippedReason: reason } = gone
    notices.tell(t('posts.out.takenBack', { name }), () => {
      if (reason !== '') void reskipping.run({ id, accountId, reason })
      else void republishing.run({ id, accountId, publication: fieldsOf(gone) })
    })
  }

  return { publish, skip, change, compare, takeBack, publishing, skipping, changing, comparing }
}

function fieldsOf({ day, time, url, byId }: Publication): PublicationFields {
  return { day, time, url, byId }
}
