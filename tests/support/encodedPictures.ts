import { open, posterSize, scene, type Size } from './pictures.ts'

/** A photograph-like picture by seed as the bytes of a PNG. */
export async function encodeScene(seed: number, size: Size = posterSize): Promise<Buffer> {
  return open(await scene(seed, size))
    .png({ compressionLevel: 1 })
    .toBuffer()
}
