import type { Post } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { openDeadlines } from './deadlineBook.ts'

/** The last day on which an approval is in time for the first slot; null where there is none. */
export async function approveBy(db: Reader, { content }: Post): Promise<PlainDate | null> {
  return (await openDeadlines(db)).deadlinesOf(content)?.approveBy ?? null
}
