import type { Subject } from '#contract/complaintOverview'
import type { PostContent } from '#contract/postContent'
import { roadName } from '#contract/roads'
import type { StateCode } from '#contract/states'
import { textKey } from './keys.ts'

/** What of a post tells where it is about. */
export type PlacedPost = Pick<PostContent, 'title' | 'brief' | 'text' | 'hashtags' | 'programme'>

/**
 * Why a planned post is about the place of a subject (ours): it names the district or the road in
 * its title, text, hashtags or programme; or it comes out on a state's own account, or tells of a
 * programme there. Null: it is not.
 * @param states of its accounts and its programme
 * @param state where the subject is; null where nobody knows
 */
export function placeMatch(
  post: PlacedPost,
  states: readonly StateCode[],
  subject: Subject,
  state: StateCode | null,
): 'place' | 'state' | null {
  const { title, brief, text, hashtags, programme } = post
  const parts = [title, brief, text, ...hashtags, programme?.name ?? '', programme?.place ?? '']
  const words = ` ${parts.map(plainWords).join(' ')} `
  const names = namesOf(subject).map(plainWords)
  if (names.some((name) => name !== '' && words.includes(` ${name} `))) return 'place'
  return state !== null && states.includes(state) ? 'state' : null
}

function namesOf(subject: Subject): string[] {
  if (subject.about === 'district') return [subject.district]
  if (subject.about === 'stretch') return [roadName(subject.road), subject.road]
  return []
}

/** Letters and digits, one blank between words. */
function plainWords(text: string): string {
  return textKey(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
