/** Keeps plain pictures from being alike in what noise makes of them: 2² grey levels. */
const floor = 4

/** How far light and dark lie alike in two pictures, by the means of cells at the same places. */
export function createShades() {
  let [count, kept, questioned, keptSquares, questionedSquares, products] = [0, 0, 0, 0, 0, 0]
  return {
    /** Mean grey (0–255) of a cell in either picture. */
    add(one: number, other: number): void {
      count++
      kept += one
      questioned += other
      keptSquares += one * one
      questionedSquares += other * other
      products += one * other
    },
    /** Their correlation: 1 the same up to brightening, 0 unrelated or plain, -1 a negative. */
    likeness(): number {
      if (count === 0) return 0
      const spread = keptSquares / count - (kept / count) ** 2
      const otherSpread = questionedSquares / count - (questioned / count) ** 2
      const together = products / count - (kept * questioned) / count ** 2
      return together / (Math.sqrt(Math.max(0, spread * otherSpread)) + floor)
    },
  }
}
