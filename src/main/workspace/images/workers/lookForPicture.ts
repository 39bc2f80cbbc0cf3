import type { Shown } from '#contract/postedPictures'
import { openSharp } from '../../media/sharp.ts'
import { inTurn } from '../measure/inTurn.ts'
import { mega } from '../measure/measurement.ts'
import { readSource } from '../measure/read.ts'
import { shownIn } from '../repeats/shown.ts'
import type { Decodable, ImageTask } from './tasks.ts'

/**
 * Looks for a picture in a screenshot; one at a time, since all pixels of both are held.
 * @returns null when one of them is gone, changed, cannot be decoded or has too many pixels
 */
export async function lookForPicture({
  picture,
  screen,
  limits,
}: Extract<ImageTask, { name: 'shown' }>): Promise<Shown | null> {
  const bytesOf = async ({ source, bytesHash }: Decodable): Promise<Uint8Array | null> => {
    const read = await readSource(source, limits.megabytes)
    return read.ok && read.bytesHash === bytesHash ? read.bytes : null
  }
  const [one, other] = [await bytesOf(picture), await bytesOf(screen)]
  if (one === null || other === null) return null
  try {
    return await inTurn(() => shownIn(openSharp(), one, other, limits.megapixels * mega))
  } catch {
    // It was decoded when it was taken in: what fails now is a decoder's limit.
    return null
  }
}
