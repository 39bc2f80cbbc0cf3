import type { CopyManner, CopyResult } from '#contract/imageCopies'
import type { LibraryImage } from '#contract/images'

/** An encrypted PDF is the exception; it is said of it once it is saved. */
const cleaned = new Set(['mp4', 'm4v', 'mov', '3gp', 'pdf'])

/** How many leave with whatever is inside them. */
export function countAsIs(images: readonly Pick<LibraryImage, 'medium' | 'format'>[]): number {
  return images.filter(({ medium, format }) => medium !== 'picture' && !cleaned.has(format)).length
}

/** The folder a file lies in, as the system writes it. */
export function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  // That of the root keeps its sign: `/` or `C:\`.
  const isRoot = end === 0 || (end === 2 && path[1] === ':')
  return path.slice(0, isRoot ? end + 1 : end)
}

export type Telling =
  | {
      readonly kind: 'one'
      readonly name: string
      readonly folder: string
      readonly manner: CopyManner
    }
  | {
      readonly kind: 'many'
      readonly count: number
      readonly folder: string
      /** Videos and PDFs among them. */
      readonly others: number
    }

/**
 * What is told of results in one line. Null where it takes the list: not all were saved, or of
 * several some only by their first frame.
 */
export function tellingOf(results: readonly CopyResult[]): Telling | null {
  const saved = results.flatMap((result) => result.saved ?? [])
  const [first] = saved
  if (!first || saved.length < results.length) return null
  const folder = folderOf(first.path)
  if (saved.length === 1) {
    return { kind: 'one', name: first.fileName, folder, manner: first.manner }
  }
  if (saved.some(({ manner }) => manner === 'first-frame')) return null
  const others = saved.filter(({ manner }) => manner === 'as-is').length
  return { kind: 'many', count: saved.length, folder, others }
}

/** Those that could not be saved come first: they are why the list is shown. */
export function refusedFirst(results: readonly CopyResult[]): CopyResult[] {
  return [
    ...results.filter(({ saved }) => saved === null),
    ...results.filter(({ saved }) => saved !== null),
  ]
}
