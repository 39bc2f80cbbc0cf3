import type { Pixels } from '#contract/fixGeometry'
import type { MadeFormat } from '#contract/imageFix'

/** Letters that have no accent to take off. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/** With the size and a number a name stays well below the 255 bytes that file systems allow. */
const longestWords = 80

const extensions = { jpeg: 'jpg', png: 'png' } as const satisfies Record<MadeFormat, string>

/**
 * What a result is called: the original's words in lower-case ASCII, then its size, as in
 * `gotong-royong-ft04-1200x630.jpg`; numbered where `taken` says that the name is in use. It can be
 * typed, linked to and stored anywhere: with its size no name is a device of Windows.
 */
export function nameOfFixed(
  original: string,
  { width, height }: Pixels,
  format: MadeFormat,
  taken: (name: string) => boolean = () => false,
): string {
  // Without the size of another result it was made from.
  const words = cut(wordsOf(original).replace(/-\d{2,5}x\d{2,5}(-\d+)?$/, ''))
  const base = `${words === '' ? 'imej' : words}-${width}x${height}`
  for (let number = 1; ; number++) {
    const name = `${base}${number === 1 ? '' : `-${number}`}.${extensions[format]}`
    if (!taken(name)) return name
  }
}

/** The words of a file's name in lower-case ASCII, joined by hyphens; empty where it has none. */
export function fileWords(file: string): string {
  return cut(wordsOf(file))
}

function cut(words: string): string {
  return words.slice(0, longestWords).replace(/-+$/, '')
}

function wordsOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? ''
  return name
    .replace(/\.(jpe?g|jfif|png|webp|gif|tiff?|avif|svg|hei[cf]|bmp)$/i, '')
    .replace(/\.(mp4|m4v|mov|3gp|webm|mkv|avi|mpe?g|wmv|flv|m?ts|pdf)$/i, '')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => spelled[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
