import type { Desktop } from '../../preload/desktop'

/** Files as they were dropped or pasted. */
export interface Incoming {
  /** Where those lie that are on a disk. */
  readonly paths: string[]
  /** What was copied within another program has bytes, but no place on the disk. */
  readonly loose: File[]
}

export function dividedFiles(files: readonly File[], desktop: Pick<Desktop, 'pathsOf'>): Incoming {
  const paths = desktop.pathsOf(files)
  return {
    paths: paths.filter((path) => path !== ''),
    loose: files.filter((_, place) => paths[place] === ''),
  }
}

/**
 * What a loose file is called.
 * @param named the clipboard calls every picture `image.png`: a name that tells them apart
 */
export function nameOfLoose(
  { name, type }: Pick<File, 'name' | 'type'>,
  named: (extension: string) => string,
): string {
  if (name !== '' && !/^image\.\w+$/.test(name)) return name
  return named(type.split('/').at(-1) || 'png')
}
