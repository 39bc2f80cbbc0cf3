import { z } from 'zod'

/**
 * Parts of a complaint in which words are found. `covered`: within the text, where a name, a number or
 * an address stands covered.
 */
export const FoundIn = z.enum([
  ...(['what', 'place', 'district', 'answers', 'covered', 'name', 'email', 'phone'] as const),
  ...(['address', 'identity', 'reference', 'old-reference'] as const),
])
export type FoundIn = z.infer<typeof FoundIn>
