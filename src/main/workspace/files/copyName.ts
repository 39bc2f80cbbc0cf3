import { endingsOf } from '#contract/saving'
import type { SavedFormat } from '#contract/saving'
import { fileWords } from './fileWords.ts'

/** What Windows takes for a device, whatever its ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/

/**
 * What a copy is called: the words of its name in the library in lower-case ASCII, as in
 * `gotong-royong-ft04.jpg`; numbered where `taken` says that the name is in use.
 */
export function nameOfCopy(
  name: string,
  format: SavedFormat,
  taken: (name: string) => boolean = () => false,
): string {
  const words = fileWords(name)
  const base = words === '' || device.test(words) ? `salinan${words && `-${words}`}` : words
  const [ending] = endingsOf(format)
  for (let number = 1; ; number++) {
    const numbered = `${base}${number === 1 ? '' : `-${number}`}.${ending}`
    if (!taken(numbered)) return numbered
  }
}
