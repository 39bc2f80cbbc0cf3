import type { CheckedImage } from '#contract/images'
import type { CommandContext } from '../../context.ts'
import { writeWords } from '../queries/keptWords.ts'
import { imageRow, updateImages } from '../queries/library.ts'

/** What is said of a picture after it was kept belongs to the library picture as well. */
export async function tellLibrary(
  { db, writer, record }: CommandContext,
  { id, keptAs }: CheckedImage,
): Promise<void> {
  if (keptAs === null) return
  const words = await writeWords(db, writer, id, keptAs)
  if (words.length > 0) record('image', keptAs, words)
}

/** The checklist's answers were taken back: the library picture has none any more either. */
export async function takeReviewBack(
  { writer, record }: CommandContext,
  { keptAs }: CheckedImage,
): Promise<void> {
  if (keptAs === null) return
  await updateImages(writer, [keptAs], { review: null, reviewed_by: null, reviewed_at: null })
  record('image', keptAs, ['review', 'reviewed_by', 'reviewed_at'])
}

/**
 * An exception made of a picture after it was kept holds in the library as well; taken back, it goes
 * there too, unless the library has one from elsewhere.
 * @param before the reason of the check until now; null where it had no exception
 */
export async function tellException(
  { db, writer, record }: CommandContext,
  { keptAs, override }: CheckedImage,
  before: string | null,
): Promise<void> {
  if (keptAs === null) return
  const reason = override?.reason ?? null
  const kept = await imageRow(db, keptAs)
  if (reason === null && kept?.override_reason !== before) return
  await updateImages(writer, [keptAs], { override_reason: reason })
  record('image', keptAs, ['override_reason'])
}
