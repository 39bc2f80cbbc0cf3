import { openSharp } from '../../media/sharp.ts'
import { inTurn, largeFrom } from '../measure/inTurn.ts'
import { readSource } from '../measure/read.ts'
import { pixelsFor } from '../repeats/decode.ts'
import type { Extent, Pixels } from '../repeats/decode.ts'
import { judge } from '../repeats/judge.ts'
import type { Judgement, Picture } from '../repeats/judge.ts'
import type { Decodable, ImageTask, Judged, Sketched } from './tasks.ts'

type Task<N extends ImageTask['name']> = Extract<ImageTask, { name: N }>

/** Thrown where a judgement cannot go on without pixels. */
class WantsPixels extends Error {}

/** Judges as far as sketches go; what they leave open is `undecided`. */
export async function judgeSketches(task: Task<'judgeSketches'>): Promise<Judged[]> {
  const withoutPixels = (): Promise<Pixels> => Promise.reject(new WantsPixels())
  const questioned = pictureOf(task.questioned, withoutPixels)
  const judged: Judged[] = []
  for (const { sketched, proposals } of task.kept) {
    try {
      judged.push(judgedBy(await judge(pictureOf(sketched, withoutPixels), questioned, proposals)))
    } catch (error) {
      if (!(error instanceof WantsPixels)) throw error
      judged.push({ relation: 'undecided', mirrored: false, changed: [] })
    }
  }
  return judged
}

/** Judges a pair to the end. If one of them is not what it was when measured, it stays undecided. */
export async function judgePixels(task: Task<'judgePixels'>): Promise<Judged> {
  const { kept, questioned, proposals, limits } = task
  const judgeBoth = async (): Promise<Judged> => {
    const one = pictureOf(kept, decoder(kept.picture, limits.megabytes))
    const other = pictureOf(questioned, decoder(questioned.picture, limits.megabytes))
    try {
      return judgedBy(await judge(one, other, proposals))
    } catch (error) {
      if (!(error instanceof FileChanged)) throw error
      return { relation: 'undecided', mirrored: false, changed: [] }
    }
  }
  const large = [kept, questioned].some(({ width, height }) => width * height >= largeFrom)
  return large ? inTurn(judgeBoth) : judgeBoth()
}

class FileChanged extends Error {}

/** Decodes when asked, and once for each size. */
function decoder({ source, bytesHash }: Decodable, megabytes: number): Picture['pixels'] {
  const decoded = new Map<string, Promise<Pixels>>()
  const decode = async (extent: Extent): Promise<Pixels> => {
    const read = await readSource(source, megabytes)
    if (!read.ok || read.bytesHash !== bytesHash) throw new FileChanged()
    return pixelsFor(openSharp(), read.bytes, extent)
  }
  return (extent) => {
    const key = `${extent.width}×${extent.height}`
    const pixels = decoded.get(key) ?? decode(extent)
    decoded.set(key, pixels)
    return pixels
  }
}

function pictureOf({ frames, ...sketch }: Sketched, pixels: Picture['pixels']): Picture {
  return { sketch, frames, pixels }
}

function judgedBy({ relation, mirrored, changedBlocks }: Judgement): Judged {
  return {
    relation: relation === 'identical-pixels' ? 'same-pixels' : relation,
    mirrored,
    changed: changedBlocks,
  }
}
