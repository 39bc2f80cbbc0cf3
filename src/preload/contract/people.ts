import { z } from 'zod'
import { command, query, scratch } from './call.ts'
import { Role, Roles } from './roles.ts'
import { Line, PersonId } from './values.ts'

/** Somebody who uses the workspace. */
export const Person = z.object({
  id: PersonId,
  name: Line,
  post: Line,
  active: z.boolean(),
  /** In the order of `allRoles`. What each may do is `permissions.ts`. */
  roles: z.array(Role),
  /** Whether a PIN is asked for before this person sits down. The PIN itself never travels. */
  hasPin: z.boolean(),
})
export type Person = z.infer<typeof Person>

/**
 * A PIN that is being set: 6 to 12 digits (NIST SP 800-63B 5.1.1: six where it may be all digits),
 * and not one of the first that anybody tries: one digit repeated, or a run up or down.
 */
export const Pin = z
  .string()
  .regex(/^\d{6,12}$/)
  .refine((pin) => !isFirstGuess(pin))

function isFirstGuess(pin: string): boolean {
  const steps = new Set(Array.from(pin.slice(1), (digit, at) => Number(digit) - Number(pin[at])))
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1
}

/** A PIN as somebody types it to prove who they are. */
export const TypedPin = z.string().max(20)

/** What is remembered for a person from one session to the next. */
export const MemoryName = z.enum(['calendar', 'reminders'])
export type MemoryName = z.infer<typeof MemoryName>

/** As the window left it; whoever reads it again checks what it holds. */
export const Memory = z
  .record(z.string().max(100), z.unknown())
  .refine((value) => JSON.stringify(value).length <= 20_000)
export type Memory = z.infer<typeof Memory>

export const people = {
  list: query(z.object({}), z.array(Person)),
  /** Whoever is added without a word on roles may only look. */
  add: command(z.object({ name: Line, post: Line, roles: Roles.default(['viewer']) }), Person),
  change: command(
    z.object({ id: PersonId, name: Line, post: Line, active: z.boolean(), roles: Roles }),
    Person,
  ),
  /** Of the person at the keyboard; null where nothing is remembered. */
  remembered: query(z.object({ name: MemoryName }), z.object({ value: Memory.nullable() })),
  /** An empty value forgets. */
  remember: scratch(z.object({ name: MemoryName, value: Memory }), z.object({})),
  /** Takes a forgotten PIN away; its owner sets another. */
  resetPin: command(z.object({ id: PersonId }), Person),
}
