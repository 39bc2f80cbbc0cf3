import { z } from 'zod'

/** What a file that leaves the workspace is; but for a JPEG also the ending of its name. */
export const SavedFormat = z.enum([
  ...(['jpeg', 'png', 'webp', 'gif'] as const),
  ...(['mp4', 'm4v', 'mov', '3gp', 'webm', 'mkv', 'avi', 'mpg', 'wmv', 'flv', 'ts'] as const),
  'pdf',
  ...(['docx', 'xlsx', 'pptx', 'txt', 'eml', 'csv'] as const),
])
export type SavedFormat = z.infer<typeof SavedFormat>

/** Endings by which a format is known, without their dot; the usual one first. */
export function endingsOf(format: SavedFormat): readonly [string, ...string[]] {
  return format === 'jpeg' ? ['jpg', 'jpeg'] : [format]
}

/** Where on a disk something is saved. */
export const SaveTo = z.discriminatedUnion('kind', [
  /** Names are ours, and nothing there is replaced. */
  z.object({ kind: z.literal('folder'), path: z.string().min(1) }),
  /** The very file a person named, for one thing alone. */
  z.object({ kind: z.literal('file'), path: z.string().min(1) }),
])
export type SaveTo = z.infer<typeof SaveTo>
