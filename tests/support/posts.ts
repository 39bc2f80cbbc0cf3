import { blankContent, type PostContent } from '#contract/postContent'
import { PostFilter, type Post } from '#contract/posts'
import type { AccountId } from '#contract/accounts'
import { ClockTime, PlainDate } from '#contract/values'
import type { TestWorkspace } from './workspace.ts'

export function day(text: string): PlainDate {
  return PlainDate.parse(text)
}

export function time(text: string): ClockTime {
  return ClockTime.parse(text)
}

export const november = { from: day('2026-11-01'), to: day('2026-11-30') }
/** Leaves nothing out. */
export const everything = PostFilter.parse({})

/** A text of this title, with whatever else is given. */
export function content(title: string, parts: Partial<PostContent> = {}): PostContent {
  return { ...blankContent(title, 'text'), ...parts }
}

/** A post on an account, as the post has it but for what is given. */
export function on(
  accountId: AccountId,
  parts: { readonly day?: string; readonly time?: string; readonly text?: string } = {},
) {
  return {
    accountId,
    text: parts.text ?? null,
    day: parts.day === undefined ? null : day(parts.day),
    time: parts.time === undefined ? null : time(parts.time),
  }
}

/** Brings a post in, as a draft if nothing else is said. */
export function addTo(
  { workspace }: TestWorkspace,
  title: string,
  parts: Partial<PostContent> = {},
  status: 'idea' | 'draft' = 'draft',
): Promise<Post> {
  return workspace.posts.add({ content: content(title, parts), status })
}

/** Titles of the tiles of a period, in their order. */
export async function titlesOf(
  { workspace }: TestWorkspace,
  filter: Partial<PostFilter> = {},
  period = november,
): Promise<string[]> {
  const tiles = await workspace.posts.between({ ...period, filter: { ...everything, ...filter } })
  return tiles.map(({ title }) => title)
}
