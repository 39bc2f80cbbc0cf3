import { z } from 'zod'
import { command, query } from './call.ts'
import { Line, PersonId } from './values.ts'

/** Somebody who uses the workspace. Roles and PIN come with the calendar. */
export const Person = z.object({
  id: PersonId,
  name: Line,
  post: Line,
  active: z.boolean(),
})
export type Person = z.infer<typeof Person>

export const people = {
  list: query(z.object({}), z.array(Person)),
  add: command(z.object({ name: Line, post: Line }), Person),
  change: command(z.object({ id: PersonId, name: Line, post: Line, active: z.boolean() }), Person),
}
