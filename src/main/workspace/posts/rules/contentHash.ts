import { createHash } from 'node:crypto'
import type { PostContent } from '#contract/postContent'
import { Sha256, type ImageId } from '#contract/values'

/**
 * What an approval is bound to (ours): the words that go out on each account, the hashtags, the
 * links, and the pictures by their bytes in their order, with the words for who cannot see them.
 * Neither day, people nor notes.
 * @param bytesOf SHA-256 of a library picture's file
 */
export function contentHash(content: PostContent, bytesOf: (image: ImageId) => string): Sha256 {
  const { text, hashtags, links, images, accounts } = content
  const own = accounts.flatMap((each) => (each.text === null ? [] : [[each.accountId, each.text]]))
  const bound = {
    text,
    hashtags,
    links,
    images: images.map(({ imageId, altText }) => [bytesOf(imageId), altText]),
    accounts: own.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  }
  return Sha256.parse(createHash('sha256').update(JSON.stringify(bound)).digest('hex'))
}
