import { copyPicture } from '../copy/copy.ts'
import { copyDocument } from '../copy/document.ts'
import { fixPicture } from '../fix/fix.ts'
import { hashFile } from '../medium/hash.ts'
import { lookAt } from '../medium/look.ts'
import { readMedium } from '../medium/readMedium.ts'
import { partsOf } from '../repeats/parts/parts.ts'
import { redactPicture } from '../redact/redact.ts'
import { pixelsHash } from '../measure/pixels.ts'
import { preview } from '../measure/preview.ts'
import { judgePixels, judgeSketches } from './judging.ts'
import { lookForPicture } from './lookForPicture.ts'
import { Request } from './tasks.ts'
import type { ImageTask, Reply } from './tasks.ts'

/** The worker's own end of its line. */
export interface AnsweringLine {
  post(message: Reply): void
  onMessage(listener: (message: unknown) => void): void
}

/**
 * Files after which garbage is collected. What is young is soon done (1–2 ms) and is nearly all of it;
 * everything (10–30 ms) seldom where somebody waits for a verdict, and soon where nobody does.
 */
const filesBefore = { young: 8, everything: 48, everythingAtRest: 8 }

/** Milliseconds without a task that count as rest: a verdict asks for several, one upon the other. */
const rest = 250

/** V8's own names: only what is young, or everything. */
export type GarbageKind = 'minor' | 'major'

/**
 * What an image worker does for the rest of its life: says that it is ready, then answers each
 * request when it is done with it, several at once.
 * @param collectGarbage called now and then. Left to itself V8 collects when its heap or the buffers
 *   beside it have grown by a share: with little room that is every few files (2 of 27 ms each), with
 *   much room two thousand files took 1.7 times the memory of two hundred.
 */
export function answerImageTasks(
  line: AnsweringLine,
  collectGarbage: (kind: GarbageKind) => void = () => {},
): void {
  let files = 0
  let young = 0
  let working = 0
  let resting: NodeJS.Timeout | undefined
  const collect = (kind: GarbageKind) => {
    young = 0
    if (kind === 'major') files = 0
    collectGarbage(kind)
  }
  line.onMessage((message) => {
    const { id, task } = Request.parse(message)
    clearTimeout(resting)
    // Sketches are compared by the dozen for each file and leave next to nothing.
    if (task.name !== 'judgeSketches') {
      files += 1
      young += 1
    }
    working += 1
    if (files >= filesBefore.everything) collect('major')
    else if (young >= filesBefore.young) collect('minor')
    perform(task)
      .then((value) => line.post({ kind: 'done', id, value }))
      .catch((error: unknown) => line.post({ kind: 'failed', id, message: messageOf(error) }))
      .finally(() => {
        working -= 1
        if (working === 0 && files >= filesBefore.everythingAtRest) {
          resting = setTimeout(() => collect('major'), rest)
        }
      })
  })
  line.post({ kind: 'ready' })
}

function perform(task: ImageTask): Promise<unknown> {
  switch (task.name) {
    case 'measure':
      return lookAt(task.source, task.limits, task.wanted)
    case 'readMedium':
      return readMedium(task.source, task.medium, task.limits)
    case 'hashFile':
      return hashFile(task.source)
    case 'pixelsHash':
      return pixelsHash(task.picture.source, task.picture.bytesHash, task.limits)
    case 'preview':
      return preview(task.source, task.expected, task.maxWidth, task.limits)
    case 'parts':
      return Promise.resolve(partsOf(task.sketch))
    case 'judgeSketches':
      return judgeSketches(task)
    case 'judgePixels':
      return judgePixels(task)
    case 'fix':
      return fixPicture(
        task.picture.source,
        task.picture.bytesHash,
        task.choices,
        task.crop,
        task.limits,
      )
    case 'shown':
      return lookForPicture(task)
    case 'copy':
      return copyPicture(task.picture.source, task.picture.bytesHash, task.format, task.limits)
    case 'redact':
      return redactPicture(
        task.picture.source,
        task.picture.bytesHash,
        task.format,
        task.boxes,
        task.limits,
      )
    case 'copyDocument':
      return copyDocument(task.picture.source, task.picture.bytesHash, task.limits)
  }
}

/** Where it went wrong in our code, and nothing of the file. */
function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.name) : typeof error
}
