import type { SliceHandlers } from '#contract/call'
import { WorkspaceError, type Reason } from '#contract/errors'
import type { images } from '#contract/images'
import type { SizeRules } from '#contract/imageRules'
import { ImageId, type CheckId } from '#contract/values'
import type { Contexts, JobContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import { isDesigned } from '../rules/designed.ts'
import { readSource, type PictureSource } from '../measure/read.ts'
import { checkRow } from '../queries/checks.ts'
import { imageByHash, libraryIds } from '../queries/library.ts'
import { repeatsOf } from '../queries/repeats.ts'
import type { ImageCheckRow } from '../tables.ts'
import { measureIn, type Asking } from '../workers/ask.ts'
import type { ImagePool } from '../workers/pool.ts'
import { openCurrentLibrary, type CurrentLibrary, type MeasuredPicture } from './currentLibrary.ts'
import { addRepeats, CompareAgain, enter, linkKept, type Outcome } from './entering.ts'
import { keepMedium } from './keepingMedium.ts'
import type { LibraryOnHand } from './libraryIndex.ts'
import { rulesInForce } from './rulesSetting.ts'
import { sourceOf } from './sources.ts'

type Keep = SliceHandlers<typeof images, Contexts>['keep']

interface Parts {
  readonly job: JobContext
  readonly media: MediaStore
  readonly asking: Asking
  readonly rules: SizeRules
  readonly library: CurrentLibrary
}

/**
 * Copies checked pictures into the library: the bytes that were checked, and no others. Each is
 * compared with the library once more as it is by then, so that two batches checked beside each
 * other do not both bring the same picture in.
 */
export function keepHandler(pool: ImagePool, media: MediaStore, onHand: LibraryOnHand): Keep {
  return async (job, { ids }) => {
    const rules = await rulesInForce(job.db)
    const asking: Asking = { pool, limits: rules.limits, signal: job.signal, parts: true }
    const library = openCurrentLibrary(job.db, media, asking, onHand)
    const kept: { checkId: CheckId; imageId: ImageId }[] = []
    const refused: { checkId: CheckId; reason: Reason }[] = []
    const wanted = [...new Set(ids)]
    for (const [done, checkId] of wanted.entries()) {
      job.signal.throwIfAborted()
      const outcome = await keepOne({ job, media, asking, rules, library }, checkId).catch(refusal)
      if ('refused' in outcome) refused.push({ checkId, reason: outcome.refused })
      else kept.push({ checkId, imageId: outcome.imageId })
      job.report({ done: done + 1, total: wanted.length })
    }
    return { kept, refused }
  }
}

/** An expected failure concerns this picture alone; anything else ends the job. */
function refusal(error: unknown): Outcome {
  if (error instanceof WorkspaceError) return { refused: error.reason }
  throw error
}

async function keepOne(parts: Parts, checkId: CheckId): Promise<Outcome> {
  const { job, media, asking, rules } = parts
  const row = await keepableRow(job.db, checkId)
  const source = await sourceOf(row, media)
  if (row.medium !== 'picture') {
    if (source === null) throw new WorkspaceError('images.file-gone')
    return keepMedium(job, media, row, source, (db) => keepableRow(db, checkId))
  }
  const read = source === null ? null : await readSource(source, rules.limits.megabytes)
  if (read?.ok !== true) throw new WorkspaceError('images.file-gone')
  if (read.bytesHash !== row.bytes_hash) throw new WorkspaceError('images.file-changed')

  const before = await imageByHash(job.db, read.bytesHash)
  if (before?.trashed_at === null) {
    return job.write((context) => linkKept(context, checkId, ImageId.parse(before.id)))
  }
  // The sketch is wanted for every later comparison; a check of hundreds does not store theirs.
  const bytes: PictureSource = { kind: 'bytes', name: row.name, bytes: read.bytes }
  const measured = await measureIn(asking, bytes)
  if (measured.kind === 'unreadable') throw new WorkspaceError('images.not-keepable')
  for (;;) {
    job.signal.throwIfAborted()
    const outcome = await compareAndEnter(parts, checkId, bytes, measured)
    if (outcome !== null) return outcome
  }
}

/** Null when the library changed in between: what was found may not be all there is. */
async function compareAndEnter(
  { job, media, library }: Parts,
  checkId: CheckId,
  source: Extract<PictureSource, { kind: 'bytes' }>,
  measured: MeasuredPicture,
): Promise<Outcome | null> {
  const row = await keepableRow(job.db, checkId)
  // An exception is made knowing of the repeats, or in spite of any.
  const excepted = row.override_reason !== null
  const found = excepted ? [] : await library.repeatsOf(row, source, measured)
  if (found.length === 0) {
    const { bytesHash } = measured.measurement
    await media.put('original', bytesHash, source.bytes)
    await media.put('sketch', bytesHash, measured.sketch)
    if (measured.thumbnail !== null) {
      await media.put('thumbnail', bytesHash, measured.thumbnail.bytes)
    }
  }
  try {
    const outcome = await job.write(async (context) => {
      // Others may have kept, decided or removed since: only what the transaction sees counts.
      const now = await keepableRow(context.db, checkId)
      const there = await imageByHash(context.db, measured.measurement.bytesHash)
      if (there?.trashed_at === null) {
        return linkKept(context, checkId, ImageId.parse(there.id))
      }
      if (now.override_reason === null) {
        const still = !excepted && library.isStill(await libraryIds(context.db))
        if (!still) throw new CompareAgain()
        if (found.length > 0) return addRepeats(context, now, found)
      }
      return enter(context, now, there, measured.parts)
    })
    if ('imageId' in outcome) {
      const { fingerprint, measurement, parts } = measured
      const designed = isDesigned(measurement)
      const { imageId: id } = outcome
      library.entered({ ...measurement, id, name: row.name, fingerprint, parts, designed })
    }
    return outcome
  } catch (error) {
    if (error instanceof CompareAgain) return null
    throw error
  }
}

/** Passed, or warned of something a person need not decide, or made an exception of. */
async function keepableRow(db: Reader, id: CheckId): Promise<ImageCheckRow> {
  const row = await checkRow(db, id)
  if (row === null) throw new WorkspaceError('images.unknown-check')
  if (row.kept_as !== null) throw new WorkspaceError('images.already-kept')
  if (row.verdict === null || row.verdict === 'unreadable') {
    throw new WorkspaceError('images.not-keepable')
  }
  if (row.override_reason !== null) return row
  const repeats = (await repeatsOf(db, [id])).get(id) ?? []
  const undecided = repeats.some((repeat) => repeat.decision === null)
  if (row.verdict === 'reject' || undecided) throw new WorkspaceError('images.not-keepable')
  return row
}
