import { z } from 'zod'
import { action } from './call.ts'
import { Language, Line, PersonId } from './values.ts'
import { Logo } from './office.ts'
import { Person } from './people.ts'

/**
 * The way in: from an empty folder to an open workspace. `missing` = first run; `locked` = waits
 * for passphrase, recovery code or the system's safe storage; `failed` = cannot be opened.
 */
export const GateState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('missing'), folder: z.string() }),
  z.object({ kind: z.literal('locked'), folder: z.string(), remembered: z.boolean() }),
  z.object({
    kind: z.literal('failed'),
    reason: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.object({
    kind: z.literal('open'),
    folder: z.string(),
    actor: Person.nullable(),
    remembered: z.boolean(),
    canRemember: z.boolean(),
  }),
])
export type GateState = z.infer<typeof GateState>

export const gate = {
  state: action(z.object({}), GateState),
  /**
   * Makes the key and its recovery code, in memory only. The code is shown once, to be printed.
   */
  begin: action(z.object({}), z.object({ recoveryCode: z.string() })),
  /** Writes the workspace, once the recovery code typed back is the one shown. */
  create: action(
    z.object({
      typedRecoveryCode: z.string(),
      passphrase: z.string().max(200),
      unitName: Line,
      letterhead: z.array(Line).max(6),
      logo: Logo.nullable(),
      language: Language,
      administrator: z.object({ name: Line, post: Line }),
      remember: z.boolean(),
    }),
    GateState,
  ),
  /** Opens with one of the two secrets. */
  unlock: action(
    z.object({
      secret: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('passphrase'), passphrase: z.string().max(200) }),
        z.object({ kind: z.literal('recovery'), recoveryCode: z.string().max(200) }),
      ]),
      remember: z.boolean(),
    }),
    GateState,
  ),
  lock: action(z.object({}), GateState),
  /** `current` proves who asks; null only right after the recovery code opened the workspace. */
  changePassphrase: action(
    z.object({ current: z.string().max(200).nullable(), passphrase: z.string().max(200) }),
    z.object({}),
  ),
  /** Lets this computer's safe storage open the workspace from now on, or stops that. */
  remember: action(z.object({ remember: z.boolean() }), GateState),
  /** Says who is at the keyboard now. */
  switchPerson: action(z.object({ id: PersonId }), GateState),
}
