import { z } from 'zod'
import { Backup, BackupName } from './backups.ts'
import { action } from './call.ts'
import { Instant, Language, Line, PersonId } from './values.ts'
import { Logo } from './office.ts'
import { Person, Pin, TypedPin } from './people.ts'

/**
 * The way in: from an empty folder to an open workspace. `missing` = first run; `locked` = waits
 * for passphrase, recovery code or the system's safe storage; `failed` = cannot be opened. Between
 * `locked` and `open` stands `screen-locked`: the data is open and work goes on, but nobody is at the
 * keyboard and nothing is answered until somebody proves who they are.
 */
export const GateState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('missing'), folder: z.string() }),
  z.object({ kind: z.literal('locked'), folder: z.string(), remembered: z.boolean() }),
  z.object({
    kind: z.literal('failed'),
    reason: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  /** The workspace itself is worked on; nothing else is answered until that is done. */
  z.object({
    kind: z.literal('working'),
    what: z.enum(['restore', 'close']),
    /** In hundredths. */
    done: z.number(),
    total: z.number(),
    /** What could not be done of it, as a reason of the contract; the rest goes on. */
    failed: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('screen-locked'),
    folder: z.string(),
    /** Who sat there last, to be offered first; null where nobody did. */
    lockedBy: Person.nullable(),
    /** Those who may sit down. */
    people: z.array(Person),
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

/**
 * Which of the secrets lifts a screen lock: the person's own PIN; for who has none the passphrase of
 * the workspace; and the recovery code for anybody, which takes a forgotten PIN away.
 */
export const SeatProof = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pin'), pin: TypedPin }),
  z.object({ kind: z.literal('passphrase'), passphrase: z.string().max(200) }),
  z.object({ kind: z.literal('recovery'), recoveryCode: z.string().max(200) }),
])
export type SeatProof = z.infer<typeof SeatProof>

/** One of the two secrets that open a workspace, or a backup of one. */
export const Secret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passphrase'), passphrase: z.string().max(200) }),
  z.object({ kind: z.literal('recovery'), recoveryCode: z.string().max(200) }),
])
export type Secret = z.infer<typeof Secret>

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
      secret: Secret,
      remember: z.boolean(),
    }),
    GateState,
  ),
  /** Closes the workspace: the key is forgotten and the passphrase asked for. */
  lock: action(z.object({}), GateState),
  /** Covers the screen: the workspace stays open, nobody is at the keyboard. */
  lockScreen: action(z.object({}), GateState),
  /** Sits a person down at a locked screen. */
  unlockScreen: action(z.object({ id: PersonId, proof: SeatProof }), GateState),
  /** A key, the mouse or a finger moved just now: the idle time begins anew. */
  stillHere: action(z.object({}), z.object({})),
  /** `current` proves who asks; null only right after the recovery code opened the workspace. */
  changePassphrase: action(
    z.object({ current: z.string().max(200).nullable(), passphrase: z.string().max(200) }),
    z.object({}),
  ),
  /** Lets this computer's safe storage open the workspace from now on, or stops that. */
  remember: action(z.object({ remember: z.boolean() }), GateState),
  /** Says who is at the keyboard now; `pin` where that person has one. */
  switchPerson: action(z.object({ id: PersonId, pin: TypedPin.optional() }), GateState),
  /**
   * The person at the keyboard sets a PIN of their own, or goes without (null). `current` is the one
   * in force; null where there is none.
   */
  setPin: action(z.object({ current: TypedPin.nullable(), pin: Pin.nullable() }), GateState),
  /**
   * The backups that lie in a folder (null: the workspace's own), newest first, whichever workspace
   * they are of; also while nothing can be opened.
   */
  backups: action(
    z.object({ folder: z.string().min(1).max(1_000).nullable() }),
    z.object({
      backups: z.array(Backup),
      /** When the file that would be replaced was last written; null where there is none. */
      savedAt: Instant.nullable(),
    }),
  ),
  /**
   * Puts the state of a backup in place of the present one, which is backed up first (a damaged file
   * is kept aside). `secret` opens a backup of another workspace, or one restored before anything
   * was opened; null where the key is known.
   */
  restore: action(
    z.object({
      folder: z.string().min(1).max(1_000).nullable(),
      name: BackupName,
      secret: Secret.nullable(),
    }),
    GateState,
  ),
}
