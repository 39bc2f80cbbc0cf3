import type { AccountId } from '#contract/accounts'
import type { PostContent } from '#contract/postContent'
import type { PostCheck, PostFinding } from '#contract/postFindings'
import type { Post } from '#contract/posts'
import { content } from './posts.ts'
import { present } from './present.ts'
import type { TestWorkspace } from './workspace.ts'

/** Of the rules that are asked about; a text alone gives rise to others. */
export function only(check: PostCheck, ...rules: PostFinding['rule'][]): PostFinding[] {
  return check.findings.filter(({ rule }) => rules.includes(rule))
}

/** What the rules say of a post, or of a new one, with other parts than it has. */
export function checkIn(
  { workspace }: TestWorkspace,
  post: Post | null,
  parts: Partial<PostContent> = {},
): Promise<PostCheck> {
  return workspace.posts.check({
    id: post?.id ?? null,
    content: { ...(post?.content ?? content('Baharu')), ...parts },
  })
}

/** Accounts on X and Facebook of headquarters, and one of Kelantan, which rests on Friday and Saturday. */
export async function addAccounts({
  workspace: { accounts },
}: TestWorkspace): Promise<Readonly<Record<'facebook' | 'x' | 'kelantan', AccountId>>> {
  const { id, ...fields } = present((await accounts.list({}))[0])
  const addFacebook = (handle: string, state: 'MY-03' | null) =>
    accounts.add({ ...fields, channel: 'facebook', handle, name: handle, state })
  const facebook = (await addFacebook('jkrmalaysia.hq', null)).id
  return { x: id, facebook, kelantan: (await addFacebook('jkrkelantan.hq', 'MY-03')).id }
}
