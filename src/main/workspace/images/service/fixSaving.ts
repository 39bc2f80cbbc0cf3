import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { FixResult, imageFix } from '#contract/imageFix'
import type { Verdict } from '#contract/findings'
import type { BatchId } from '#contract/values'
import type { Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import { nameOfFixed } from '../fix/fileName.ts'
import type { Fixed } from '../fix/fix.ts'
import { checkRows, checksByIds, isCheckedPath, occupiedIn } from '../queries/checks.ts'
import { judgePicture } from '../rules/verdict.ts'
import { measureIn } from '../workers/ask.ts'
import type { ImagePool } from '../workers/pool.ts'
import type { BatchRunner } from './batchRunner.ts'
import { enterResult } from './fixEntering.ts'
import { fixOne, originalOf, type Original } from './fixOriginals.ts'
import { oneByOne } from './oneByOne.ts'
import { rulesInForce } from './rulesSetting.ts'
import { writeAs, writeIntoFolder } from '../../files/savedFiles.ts'

export interface FixParts {
  readonly pool: ImagePool
  readonly media: MediaStore
  readonly runner: BatchRunner
}

type Fix = SliceHandlers<typeof imageFix, Contexts>['fix']
type FixJob = Parameters<Fix>[0]
type FixInput = Parameters<Fix>[1]

/** What all pictures of one job share. `batchId` is set when the first of them enters the check. */
interface Making extends FixParts {
  readonly job: FixJob
  readonly input: FixInput
  readonly jobId: string
  batchId: BatchId | null
}

/**
 * Makes pictures, saves each where it was asked for, and checks those that went into the check. What
 * cannot be made is said of that picture alone. Called off, what was made until then stays.
 */
export function fixHandler(parts: FixParts): Fix {
  return async (job, input) => {
    const { check, disk } = input.save
    if (disk?.kind === 'file' && input.items.length > 1) throw new WorkspaceError('call.input')
    const batchId = check ? await commonBatch(parts, job.db, input) : null
    const jobId = job.newId()
    const makeAll = () => makeEach({ ...parts, job, input, jobId, batchId })
    return batchId === null ? makeAll() : parts.runner.hold(batchId, makeAll)
  }
}

/**
 * The batch that all originals are of, when nothing else is going on in it. Else results go into a
 * batch of their own: to check them would mean to go on with what somebody has left waiting.
 */
async function commonBatch(
  { media, runner }: FixParts,
  db: Reader,
  { items }: FixInput,
): Promise<BatchId | null> {
  const batches = new Set<BatchId | null>()
  for (const { of } of items) {
    const original = await originalOf(db, media, of).catch(() => null)
    if (original !== null) batches.add(original.batchId)
  }
  const [only = null] = batches
  if (only === null || batches.size > 1 || runner.isRunning(only)) return null
  const rows = await checkRows(db, only)
  return rows.every((row) => row.state === 'checked') ? only : null
}

async function makeEach(making: Making): ReturnType<Fix> {
  const { job, input } = making
  const held = making.batchId !== null
  const results = await oneByOne(
    job,
    input.items,
    (item) => makeOne(making, item),
    ({ of }, refused): FixResult => ({ of, made: null, refused }),
  )
  if (making.batchId !== null && !job.signal.aborted) {
    const quiet = { ...job, report: () => undefined }
    if (held) await making.runner.runHeld(quiet, making.batchId, null)
    else await making.runner.run(quiet, making.batchId, null)
  }
  return { batchId: making.batchId, results: await withVerdicts(job.db, results) }
}

async function makeOne(
  making: Making,
  { of, crop }: FixInput['items'][number],
): Promise<FixResult> {
  const { job, input, media, pool } = making
  const original = await originalOf(job.db, media, of)
  const fixed = await fixOne(job.db, pool, original, input.choices, crop, job.signal)
  if (!fixed.fits) throw new WorkspaceError('images.fix-over-limit')
  const path = await writeToDisk(making, original, fixed)
  const fileName = await nameFor(making, original, fixed, path)
  const { checkId, batchId } = await enterResult({
    ...{ job, jobId: making.jobId, media, original, fixed, fileName, path, input },
    batchId: making.batchId,
  })
  making.batchId = batchId
  // In the check it waits for its turn; on a disk nobody else would look at it.
  const verdict = checkId === null ? await verdictOfMade(making, fileName, fixed) : null
  const { format, width, height, byteSize, quality } = fixed
  const made = { fileName, format, width, height, byteSize, quality, checkId, verdict, path }
  return { of, made, refused: null }
}

/** By size, file and quality; what it repeats is only looked for in the check. */
async function verdictOfMade(
  { job, pool, input }: Making,
  name: string,
  { bytes }: Fixed,
): Promise<Verdict> {
  const rules = await rulesInForce(job.db)
  const asking = { pool, limits: rules.limits, signal: job.signal, thumbnails: false }
  const measured = await measureIn(asking, { kind: 'bytes', name, bytes })
  return measured.kind === 'measured'
    ? judgePicture(measured.measurement, { kind: input.kind, isGuessed: false }, rules, []).verdict
    : 'unreadable'
}

async function writeToDisk(
  { job, input }: Making,
  { name }: Original,
  fixed: Fixed,
): Promise<string | null> {
  const { disk } = input.save
  if (disk === null) return null
  if (disk.kind === 'folder') {
    const nameInFolder = (isTaken: (name: string) => boolean) =>
      nameOfFixed(name, fixed, fixed.format, isTaken)
    return writeIntoFolder(disk.path, nameInFolder, fixed.bytes)
  }
  return writeAs(disk.path, fixed.format, fixed.bytes, (path) => isCheckedPath(job.db, path))
}

/** As it is called on disk, or else by a name that nothing in its batch has. */
async function nameFor(
  { job, batchId }: Making,
  { name }: Original,
  fixed: Fixed,
  path: string | null,
): Promise<string> {
  if (path !== null) return path.split(/[\\/]/).at(-1) ?? path
  const names = batchId === null ? null : (await occupiedIn(job.db, batchId)).names
  return nameOfFixed(name, fixed, fixed.format, (one) => names?.has(one) ?? false)
}

async function withVerdicts(db: Reader, results: readonly FixResult[]): Promise<FixResult[]> {
  const ids = results.flatMap(({ made }) => made?.checkId ?? [])
  const verdicts = new Map((await checksByIds(db, ids)).map(({ id, verdict }) => [id, verdict]))
  return results.map((result) => {
    const id = result.made?.checkId ?? null
    if (result.made === null || id === null) return result
    return { ...result, made: { ...result.made, verdict: verdicts.get(id) ?? null } }
  })
}
