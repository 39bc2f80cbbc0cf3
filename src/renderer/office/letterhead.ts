/** Lines a letterhead may have, by the contract. */
export const longestLetterhead = 6

/** What was typed as the lines that are printed: trimmed, without empty ones. */
export function letterheadLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
