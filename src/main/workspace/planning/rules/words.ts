/**
 * What a text or a name says, made comparable: small letters without accents, apostrophes dropped
 * (Dato' is Dato), everything else but letters and digits a single blank.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘`ʼ]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words that join others; a name is told without them too. */
const joining = new Set(
  'di ke dari dan bagi untuk pada dengan yang the of in at and for to on a'.split(' '),
)

/** Whether the text has every word of the name, in any order; false for a name without words. */
export function tells(text: string, name: string): boolean {
  const said = new Set(plain(text).split(' '))
  const words = plain(name).split(' ')
  const weighty = words.filter((word) => !joining.has(word))
  const asked = (weighty.length > 0 ? weighty : words).filter((word) => word !== '')
  return asked.length > 0 && asked.every((word) => said.has(word))
}
