import { largestPart, type FrameOf } from '#contract/imageFrames'
import type { Workspace } from '#contract/index'

/** A file that is read piece by piece from the workspace. */
export interface PartReader {
  size(): Promise<number>
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>
}

/** Both calls fail when the file is gone or damaged, and once `stop` says so. */
export function readerOf(
  { images }: Pick<Workspace, 'images'>,
  of: FrameOf,
  stop: AbortSignal,
): PartReader {
  async function part(from: number, length: number) {
    stop.throwIfAborted()
    const answer = await images.mediumPart({ of, from, length })
    if (answer === null) throw new Error('The file cannot be read')
    return answer
  }
  return {
    size: async () => (await part(0, 1)).size,
    async read(from, to) {
      const whole = new Uint8Array(to - from)
      for (let at = from; at < to; at += largestPart) {
        const { bytes } = await part(at, Math.min(largestPart, to - at))
        whole.set(bytes, at - from)
      }
      return whole
    },
  }
}
