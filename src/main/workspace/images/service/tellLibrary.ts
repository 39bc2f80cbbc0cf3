import type { CheckedImage } from '#contract/images'
import type { CommandContext } from '../../context.ts'
import { writeWords } from '../queries/keptWords.ts'
import { updateImages } from '../queries/library.ts'

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
