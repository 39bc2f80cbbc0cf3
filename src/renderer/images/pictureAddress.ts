import type { RepeatOf } from '#contract/images'

export type PictureSize = 'thumbnail' | 'preview'

/** Where the shell serves a checked picture from (decrypted on the way; never a file's path). */
export function checkPicture(size: PictureSize, id: string): string {
  return `media://${size}/check/${id}`
}

/** Where the shell serves a library picture from. */
export function libraryPicture(size: PictureSize, id: string): string {
  return `media://${size}/image/${id}`
}

/** The picture that another one repeats, wherever it lies. */
export function repeatedPicture(size: PictureSize, of: RepeatOf): string {
  return of.where === 'batch' ? checkPicture(size, of.checkId) : libraryPicture(size, of.imageId)
}
