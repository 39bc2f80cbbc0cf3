/** Characters that the workspace asks for at least (NIST SP 800-63B, 5.1.1). */
export const shortestPassphrase = 12

/** What makes a passphrase easy to guess although it is long enough. */
export type Weakness = 'repeated' | 'sequence' | 'named'

const sequences = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
]

/** Characters as a person counts them, after the normalisation the workspace uses. */
export function lengthOf(passphrase: string): number {
  return Array.from(passphrase.normalize('NFKC')).length
}

/**
 * Plain weaknesses only: what is not listed here may still be weak, so nothing is called strong.
 * `names` are words an acquaintance would try first.
 */
export function weaknessesOf(passphrase: string, names: readonly string[]): readonly Weakness[] {
  const text = passphrase.toLowerCase().replaceAll(/\s+/g, '')
  if (text === '') return []
  const found: Weakness[] = []
  if (isRepetition(text)) found.push('repeated')
  if (holdsSequence(text)) found.push('sequence')
  if (wordsOf(names).some((word) => text.includes(word))) found.push('named')
  return found
}

/** Few different characters, or one piece said several times. */
function isRepetition(text: string): boolean {
  return new Set(text).size <= 4 || /^(.{1,8})\1+$/u.test(text) || /(.)\1{3,}/u.test(text)
}

function holdsSequence(text: string): boolean {
  return sequences.some((sequence) => {
    const backwards = Array.from(sequence).reverse().join('')
    return [sequence, backwards].some((row) => piecesOf(row, 5).some((p) => text.includes(p)))
  })
}

function piecesOf(row: string, length: number): string[] {
  return Array.from({ length: Math.max(0, row.length - length + 1) }, (_, from) =>
    row.slice(from, from + length),
  )
}

/** Words of four letters and more; shorter ones stand in too many other words. */
function wordsOf(names: readonly string[]): string[] {
  return names
    .flatMap((name) => name.toLowerCase().split(/[^\p{Letter}\p{Number}]+/u))
    .filter((word) => word.length >= 4)
}
