import type { SliceHandlers } from '#contract/call'
import { WorkspaceError, type Reason } from '#contract/errors'
import type { images } from '#contract/images'
import { CheckId, ImageId } from '#contract/values'
import type { CommandContext, Contexts, JobContext } from '../../context.ts'
import type { MediaStore } from '../../media/store.ts'
import { readSource } from '../measure/read.ts'
import { checkRow, updateCheck } from '../queries/checks.ts'
import { imageByHash, insertImage, updateImages } from '../queries/library.ts'
import { repeatsOf } from '../queries/repeats.ts'
import { sketchVersion } from '../repeats/sketch.ts'
import type { ImageCheckRow } from '../tables.ts'
import { measureIn } from '../workers/ask.ts'
import type { ImagePool } from '../workers/pool.ts'
import { measurementOf } from './judging.ts'
import { rulesInForce } from './rulesSetting.ts'
import { sourceOf } from './sources.ts'

type Keep = SliceHandlers<typeof images, Contexts>['keep']

/** Copies checked pictures into the library: the bytes that were checked, and no others. */
export function keepHandler(pool: ImagePool, media: MediaStore): Keep {
  return async (job, { ids }) => {
    const kept: { checkId: CheckId; imageId: ImageId }[] = []
    const refused: { checkId: CheckId; reason: Reason }[] = []
    for (const [done, checkId] of ids.entries()) {
      job.signal.throwIfAborted()
      try {
        kept.push({ checkId, imageId: await keepOne(job, pool, media, checkId) })
      } catch (error) {
        if (!(error instanceof WorkspaceError)) throw error
        refused.push({ checkId, reason: error.reason })
      }
      job.report({ done: done + 1, total: ids.length })
    }
    return { kept, refused }
  }
}

async function keepOne(
  job: JobContext,
  pool: ImagePool,
  media: MediaStore,
  checkId: CheckId,
): Promise<ImageId> {
  const row = await checkRow(job.db, checkId)
  if (row === null) throw new WorkspaceError('images.unknown-check')
  await refuseUnlessKeepable(job, row)
  const rules = await rulesInForce(job.db)
  const source = await sourceOf(row, media)
  const read = source === null ? null : await readSource(source, rules.limits.megabytes)
  if (read?.ok !== true) throw new WorkspaceError('images.file-gone')
  if (read.bytesHash !== row.bytes_hash) throw new WorkspaceError('images.file-changed')

  const before = await imageByHash(job.db, read.bytesHash)
  if (before?.trashed_at === null) throw new WorkspaceError('images.already-kept')
  // The sketch is wanted for every later comparison; a check of hundreds does not store theirs.
  const measured = await measureIn(
    { pool, limits: rules.limits, signal: job.signal },
    { kind: 'bytes', name: row.name, bytes: read.bytes },
  )
  if (measured.kind === 'unreadable') throw new WorkspaceError('images.not-keepable')
  await media.put('original', read.bytesHash, read.bytes)
  await media.put('sketch', read.bytesHash, measured.sketch)
  await media.put('thumbnail', read.bytesHash, measured.thumbnail.bytes)

  return job.write(async (context) => {
    const imageId = before === null ? await addImage(context, row) : ImageId.parse(before.id)
    if (before !== null) {
      await updateImages(context.writer, [imageId], { trashed_at: null })
      context.record('image', imageId, ['trashed_at'])
    }
    await updateCheck(context.writer, checkId, { kept_as: imageId })
    context.record('image_check', checkId, ['kept_as'])
    return imageId
  })
}

/** Passed, or warned of something a person need not decide, or made an exception of. */
async function refuseUnlessKeepable(job: JobContext, row: ImageCheckRow): Promise<void> {
  if (row.kept_as !== null) throw new WorkspaceError('images.already-kept')
  if (row.verdict === null || row.verdict === 'unreadable') {
    throw new WorkspaceError('images.not-keepable')
  }
  if (row.override_reason !== null) return
  const repeats = (await repeatsOf(job.db, [CheckId.parse(row.id)])).get(row.id) ?? []
  const undecided = repeats.some((repeat) => repeat.decision === null)
  if (row.verdict === 'reject' || undecided) throw new WorkspaceError('images.not-keepable')
}

async function addImage(
  { writer, newId, clock, actor, record }: CommandContext,
  row: ImageCheckRow,
): Promise<ImageId> {
  const id = ImageId.parse(newId())
  const { width, height, format, byte_size, bytes_hash, fingerprint } = row
  const measurement = measurementOf(row)
  const complete =
    width !== null &&
    height !== null &&
    format !== null &&
    byte_size !== null &&
    bytes_hash !== null &&
    measurement !== null &&
    fingerprint !== null
  if (!complete) throw new WorkspaceError('images.not-keepable')
  await insertImage(writer, {
    id,
    name: row.name,
    kind: row.kind,
    width,
    height,
    format,
    byte_size,
    bytes_hash,
    measurement: JSON.stringify(measurement),
    fingerprint,
    fingerprint_version: sketchVersion,
    findings: row.findings,
    override_reason: row.override_reason,
    programme: '',
    programme_date: null,
    programme_time: '',
    place: '',
    guests: '',
    alt_text: '',
    source: '',
    rights: '',
    added_at: clock.now(),
    added_by: actor.id,
    trashed_at: null,
  })
  record('image', id, ['name', 'kind', 'bytes_hash', 'override_reason'])
  return id
}
