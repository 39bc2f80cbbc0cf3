import { createHash } from 'node:crypto'
import { Sha256 } from '#contract/values'
import type { PictureSource } from '../measure/read.ts'
import { pieces, withBytes } from '../../files/byteRange.ts'

/**
 * SHA-256 of a file of whatever size, read once from end to end.
 * @returns null when it is gone or was written to meanwhile
 */
export async function hashFile(source: PictureSource): Promise<Sha256 | null> {
  try {
    return await withBytes(source, async (bytes) => {
      const hash = createHash('sha256')
      for await (const piece of pieces(bytes)) hash.update(piece)
      await bytes.proveUnmoved()
      return Sha256.parse(hash.digest('hex'))
    })
  } catch {
    return null
  }
}
