import { z } from 'zod'

/** `part`: one of the two shows a part of the other, such as a poster the photo it was made with. */
export const RepeatRelation = z.enum(['same-bytes', 'same-pixels', 'certain', 'likely', 'part'])
export type RepeatRelation = z.infer<typeof RepeatRelation>

/** Those of which nothing follows before a person has said what they are. */
export const relationsForAPerson = ['likely', 'part'] as const satisfies readonly RepeatRelation[]

export function isForAPerson(relation: RepeatRelation): boolean {
  return relationsForAPerson.some((one) => one === relation)
}
