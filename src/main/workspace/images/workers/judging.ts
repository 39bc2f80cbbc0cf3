import { inTurn, largeFrom } from '../measure/inTurn.ts'
import { judge } from '../repeats/judge.ts'
import type { Judgement, Picture } from '../repeats/judge.ts'
import { decodedPicture, FileChanged } from './decodedPictures.ts'
import type { ImageTask, Judged, Sketched } from './tasks.ts'

type Task<N extends ImageTask['name']> = Extract<ImageTask, { name: N }>

/** Thrown where a judgement cannot go on without pixels. */
class WantsPixels extends Error {}

const withoutPixels: Pick<Picture, 'pixels' | 'savedLike'> = {
  pixels: () => Promise.reject(new WantsPixels()),
  savedLike() {
    throw new WantsPixels()
  },
}

/** Judges as far as sketches go; what they leave open is `undecided`. */
export async function judgeSketches(task: Task<'judgeSketches'>): Promise<Judged[]> {
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
    const one = pictureOf(kept, decodedPicture(kept.picture, limits.megabytes))
    const other = pictureOf(questioned, decodedPicture(questioned.picture, limits.megabytes))
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

function pictureOf(
  { frames, ...sketch }: Sketched,
  decoded: Pick<Picture, 'pixels' | 'savedLike'>,
): Picture {
  return { sketch, frames, ...decoded }
}

function judgedBy({ relation, mirrored, changedBlocks }: Judgement): Judged {
  return {
    relation: relation === 'identical-pixels' ? 'same-pixels' : relation,
    mirrored,
    changed: changedBlocks,
  }
}
