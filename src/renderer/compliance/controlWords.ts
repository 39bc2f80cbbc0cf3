const words = ['heading', 'good', 'duty', 'law'] as const

/** The weight as the words know it; the contract has it as a number from 0 to 3. */
export function weightWord(weight: number): (typeof words)[number] {
  return words[weight] ?? 'duty'
}
