import type { Pixels } from '#contract/fixGeometry'
import type { MadeFormat } from '#contract/imageFix'
import { cutWords, wordsOf } from '../../files/fileWords.ts'

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
  const words = cutWords(wordsOf(original).replace(/-\d{2,5}x\d{2,5}(-\d+)?$/, ''))
  const base = `${words === '' ? 'imej' : words}-${width}x${height}`
  for (let number = 1; ; number++) {
    const name = `${base}${number === 1 ? '' : `-${number}`}.${extensions[format]}`
    if (!taken(name)) return name
  }
}
