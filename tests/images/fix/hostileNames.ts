import { randomFrom } from '../../support/drawing.ts'

const alphabet = [
  ...Array.from('aZ09 ._-/\\:*?"<>|%#&$\u0000\n\t\u200b\u202eéÑßœ漢字ๆ😀ﬀ½Ⅷ'),
  'con',
  'aux.',
  '..',
  '-1200x630',
]

/** Names as no person gives them: every sign that some file system or shell minds, 1–300 of them. */
export const hostileNames: readonly string[] = Array.from({ length: 500 }, (_, seed) => {
  const random = randomFrom(seed + 1)
  const length = 1 + Math.floor(random() * 300)
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)] ?? '').join(
    '',
  )
})
