import { createHash } from 'node:crypto'
import { blankContent, boundParts, type PostContent } from '#contract/postContent'
import { Sha256, type ImageId } from '#contract/values'

/**
 * What an approval is bound to (ours): the words that go out on each account, the hashtags, the
 * links, and the pictures by their bytes in their order, with the words for who cannot see them.
 * Neither day, people nor notes.
 * @param bytesOf SHA-256 of a library picture's file
 */
export function contentHash(content: PostContent, bytesOf: (image: ImageId) => string): Sha256 {
  const bound = boundParts(content, bytesOf)
  return Sha256.parse(createHash('sha256').update(JSON.stringify(bound)).digest('hex'))
}

/** Of a post that has neither words nor pictures yet: nobody's work. */
export const nothingBound = contentHash(blankContent('', 'text'), () => '')
