import { WorkspaceError } from '#contract/errors'
import type { Crop, FixChoices, FixOf } from '#contract/imageFix'
import { BatchId, Sha256 } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import type { Fixed } from '../fix/fix.ts'
import type { PictureSource } from '../measure/read.ts'
import { checkRow } from '../queries/checks.ts'
import { imagesByIds } from '../queries/library.ts'
import { fixIn } from '../workers/ask.ts'
import type { ImagePool } from '../workers/pool.ts'
import { rulesInForce } from './rulesSetting.ts'
import { sourceOf } from './sources.ts'

/** A picture that something is made from. */
export interface Original {
  readonly name: string
  readonly hash: Sha256
  readonly source: PictureSource
  /** Of a checked file. */
  readonly batchId: BatchId | null
}

/**
 * @throws WorkspaceError `images.unknown-check`, `images.unknown`, `images.fix-unreadable`,
 * `images.file-gone`
 */
export async function originalOf(db: Reader, media: MediaStore, of: FixOf): Promise<Original> {
  const { name, hash, batchId } = await knownOriginal(db, of)
  const source = await sourceAt(db, media, of, hash)
  if (source === null) throw new WorkspaceError('images.file-gone')
  return { name, hash, batchId, source }
}

/** The same without its bytes. */
export async function knownOriginal(
  db: Reader,
  of: FixOf,
): Promise<Pick<Original, 'name' | 'hash' | 'batchId'>> {
  if (of.where === 'library') {
    const [image] = await imagesByIds(db, [of.imageId])
    if (image === undefined) throw new WorkspaceError('images.unknown')
    if (image.medium !== 'picture') throw new WorkspaceError('images.fix-unreadable')
    return { name: image.name, hash: image.bytesHash, batchId: null }
  }
  const row = await checkRow(db, of.checkId)
  if (row === null) throw new WorkspaceError('images.unknown-check')
  const { name, bytes_hash, fingerprint } = row
  if (bytes_hash === null || fingerprint === null) {
    throw new WorkspaceError('images.fix-unreadable')
  }
  return { name, hash: Sha256.parse(bytes_hash), batchId: BatchId.parse(row.batch_id) }
}

async function sourceAt(
  db: Reader,
  media: MediaStore,
  of: FixOf,
  hash: Sha256,
): Promise<PictureSource | null> {
  if (of.where === 'library') {
    const bytes = await media.get('original', hash)
    return bytes === null ? null : { kind: 'bytes', name: of.imageId, bytes }
  }
  const row = await checkRow(db, of.checkId)
  return row === null ? null : sourceOf(row, media)
}

/** @throws WorkspaceError when it cannot be made */
export async function fixOne(
  db: Reader,
  pool: ImagePool,
  { source, hash }: Original,
  choices: FixChoices,
  crop: Crop | null,
  signal?: AbortSignal,
): Promise<Fixed> {
  const { limits } = await rulesInForce(db)
  const outcome = await fixIn({ pool, limits, signal }, { source, bytesHash: hash }, choices, crop)
  if (outcome.kind === 'fixed') return outcome.fixed
  throw new WorkspaceError(failures[outcome.why])
}

const failures = {
  gone: 'images.file-gone',
  changed: 'images.file-changed',
  unreadable: 'images.fix-unreadable',
} as const
