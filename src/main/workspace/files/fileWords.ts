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

/** The words of a file's name in lower-case ASCII, joined by hyphens; empty where it has none. */
export function fileWords(file: string): string {
  return cutWords(wordsOf(file))
}

/** No longer than a name may be, and not ending in a hyphen. */
export function cutWords(words: string): string {
  return words.slice(0, longestWords).replace(/-+$/, '')
}

/** All of them, however many. */
export function wordsOf(file: string): string {
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
