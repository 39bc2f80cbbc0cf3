import type { MissingPart } from './posts.ts'
import type { PostContent, PostKind } from './postContent.ts'

/** Kinds that are nothing without a picture or a video from the library; only a text may do so. */
export function needsPicture(kind: PostKind): boolean {
  return kind !== 'text'
}

/** The parts of a content that somebody may forget. */
type Weighed = Pick<
  PostContent,
  'text' | 'images' | 'accounts' | 'kind' | 'category' | 'phaseId' | 'ownerId' | 'day'
>

/**
 * What a post still lacks before it can be made ready (ours; pictures and their words: Melaka 13.5).
 * The workspace keeps it with every save; the window says it while somebody types.
 */
export function missingParts(content: Weighed): MissingPart[] {
  const { text, images, accounts } = content
  const lacks: Readonly<Record<MissingPart, boolean>> = {
    text: text.trim() === '' && !isToldEverywhere(accounts),
    image: needsPicture(content.kind) && images.length === 0,
    'alt-text': images.some(({ altText }) => altText.trim() === ''),
    category: content.category === null,
    phase: content.phaseId === null,
    account: accounts.length === 0,
    owner: content.ownerId === null,
    day: content.day === null,
  }
  return allParts.filter((part) => lacks[part])
}

/** In the order in which they are shown. */
const allParts: readonly MissingPart[] = [
  'text',
  'image',
  'alt-text',
  'category',
  'phase',
  'account',
  'owner',
  'day',
]

/** Each account has a text of its own: no master text is needed. */
function isToldEverywhere(accounts: PostContent['accounts']): boolean {
  return accounts.length > 0 && accounts.every(({ text }) => text !== null && text.trim() !== '')
}
