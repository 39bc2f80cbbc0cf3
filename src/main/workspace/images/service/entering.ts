import { WorkspaceError, type Reason } from '#contract/errors'
import { CheckId, ImageId } from '#contract/values'
import type { CommandContext } from '../../context.ts'
import type { FoundRepeat } from '../engine/check.ts'
import { updateCheck } from '../queries/checks.ts'
import { writeWords } from '../queries/keptWords.ts'
import { insertImage, updateImages } from '../queries/library.ts'
import { insertRepeats, repeatsOf } from '../queries/repeats.ts'
import { sketchVersion } from '../repeats/sketch.ts'
import type { ImageCheckRow, ImageRow } from '../tables.ts'
import { judgeAgain, measurementOf, mediumFactsOf } from './judging.ts'
import { partsColumns } from './libraryParts.ts'
import { applyRemembered } from './pairWords.ts'
import { repeatRow } from './results.ts'
import { rulesInForce } from './rulesSetting.ts'

/** What came of one picture; a refusal that is returned has left something in the database. */
export type Outcome = { readonly imageId: ImageId } | { readonly refused: Reason }

/** Thrown in a transaction to roll it back: what was compared no longer holds. */
export class CompareAgain extends Error {}

/**
 * Into the library, or out of its trash, with what persons said of it.
 * @param parts null for what is no picture
 */
export async function enter(
  context: CommandContext,
  row: ImageCheckRow,
  trashed: ImageRow | null,
  parts: Uint8Array | null,
): Promise<Outcome> {
  const { db, writer, record } = context
  const checkId = CheckId.parse(row.id)
  const imageId = trashed === null ? await addImage(context, row, parts) : ImageId.parse(trashed.id)
  if (trashed !== null) {
    const override_reason = row.override_reason ?? trashed.override_reason
    await updateImages(writer, [imageId], { trashed_at: null, override_reason })
    record('image', imageId, ['trashed_at', 'override_reason'])
  }
  await updateCheck(writer, checkId, { kept_as: imageId })
  record('image_check', checkId, ['kept_as'])
  const words = await writeWords(db, writer, checkId, imageId)
  if (words.length > 0) record('image', imageId, words)
  return { imageId }
}

/** The same bytes are in the library already: the file then counts as kept, and is not asked of again. */
export async function linkKept(
  { writer, record }: CommandContext,
  checkId: CheckId,
  imageId: ImageId,
): Promise<Outcome> {
  await updateCheck(writer, checkId, { kept_as: imageId })
  record('image_check', checkId, ['kept_as'])
  return { refused: 'images.already-kept' }
}

/** Shows what was found beside the picture, for a person to decide on. */
export async function addRepeats(
  context: CommandContext,
  row: ImageCheckRow,
  found: readonly FoundRepeat[],
): Promise<Outcome> {
  const { db, writer, newId, record } = context
  const checkId = CheckId.parse(row.id)
  const shown = new Set<string>(
    ((await repeatsOf(db, [checkId])).get(checkId) ?? []).flatMap(({ of }) =>
      of.where === 'library' ? of.imageId : [],
    ),
  )
  const rows = found
    .filter(({ of }) => !shown.has(of.id))
    .map((repeat) => repeatRow(newId(), checkId, repeat))
  // Somebody decided on these very pairs meanwhile.
  if (rows.length === 0) throw new CompareAgain()
  await insertRepeats(writer, rows)
  for (const { id } of rows) record('image_repeat', id, ['relation'])
  await applyRemembered(context, [checkId])
  await judgeAgain(context, [checkId], await rulesInForce(db))
  return { refused: 'images.repeats-library' }
}

async function addImage(
  { writer, newId, clock, actor, record }: CommandContext,
  row: ImageCheckRow,
  parts: Uint8Array | null,
): Promise<ImageId> {
  const id = ImageId.parse(newId())
  const { format, byte_size, bytes_hash, medium, duration, pages, frame } = row
  const known = medium === 'picture' ? pictureColumns(row) : mediumColumns(row)
  const complete = format !== null && byte_size !== null && bytes_hash !== null && known !== null
  if (!complete) throw new WorkspaceError('images.not-keepable')
  await insertImage(writer, {
    id,
    name: row.name,
    kind: row.kind,
    ...known,
    format,
    byte_size,
    bytes_hash,
    ...{ medium, duration, pages, frame },
    fingerprint_version: sketchVersion,
    ...(parts === null ? { parts: null, parts_version: null } : partsColumns(parts)),
    findings: row.findings,
    override_reason: row.override_reason,
    review: null,
    reviewed_by: null,
    reviewed_at: null,
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

type KnownColumns = Pick<ImageRow, 'width' | 'height' | 'measurement' | 'fingerprint'>

function pictureColumns(row: ImageCheckRow): KnownColumns | null {
  const { width, height, fingerprint } = row
  const measurement = measurementOf(row)
  const known = width !== null && height !== null && fingerprint !== null && measurement !== null
  return known ? { width, height, fingerprint, measurement: JSON.stringify(measurement) } : null
}

/** Nothing but its bytes is ever compared. */
function mediumColumns(row: ImageCheckRow): KnownColumns | null {
  const facts = mediumFactsOf(row)
  if (facts === null) return null
  const { width, height } = facts
  const measurement = JSON.stringify(facts)
  return { width: width ?? 0, height: height ?? 0, fingerprint: '', measurement }
}
