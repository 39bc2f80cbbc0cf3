import { z } from 'zod'
import { command, query } from './call.ts'
import { Reminders } from './reminders.ts'
import { Instant, Language, Line, PersonId } from './values.ts'

/** PNG or JPEG as a data URL, at most about 1 MB; never SVG, which can hold scripts. */
export const Logo = z
  .string()
  .max(1_500_000)
  .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/)

/** The unit that owns the workspace, as it stands on letters and reports. */
export const Office = z.object({
  unitName: Line,
  letterhead: z.array(Line).max(6),
  logo: Logo.nullable(),
  language: Language,
})
export type Office = z.infer<typeof Office>

/** One row of the audit log: who did what to which rows and fields, never the values. */
export const AuditEntry = z.object({
  sequence: z.number().int().positive(),
  at: Instant,
  personId: PersonId.nullable(),
  personName: z.string().nullable(),
  action: z.string(),
  subjects: z.array(
    z.object({
      ...{ table: z.string(), id: z.string(), fields: z.array(z.string()) },
      /** SHA-256 of what was kept for good. */
      seal: z.string().optional(),
    }),
  ),
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** Number of entries of the audit log and the hash of its newest one. */
export const AuditHead = z.object({ entries: z.number().int(), head: z.string() })
export type AuditHead = z.infer<typeof AuditHead>

/** When an unused screen locks itself: after so many seconds; 0 = never. At most eight hours. */
export const ScreenLockRule = z.object({ idleSeconds: z.number().int().min(0).max(28_800) })
export type ScreenLockRule = z.infer<typeof ScreenLockRule>

export const office = {
  read: query(z.object({}), Office),
  change: command(Office, Office),
  screenLock: query(z.object({}), ScreenLockRule),
  changeScreenLock: command(ScreenLockRule, ScreenLockRule),
  reminders: query(z.object({}), Reminders),
  changeReminders: command(Reminders, Reminders),
  /** For the status bar: bytes of database and media, and the time of the last committed change. */
  footprint: query(z.object({}), z.object({ bytes: z.number(), savedAt: Instant.nullable() })),
  auditLog: query(
    z.object({ before: z.number().int().nullable(), limit: z.number().int().min(1).max(500) }),
    z.array(AuditEntry),
  ),
  /**
   * How many entries there are and the hash of the newest, for the foot of a printed page: held
   * against the log later, they show whether its end was cut off. 64 zeros when there is none.
   */
  auditHead: query(z.object({}), AuditHead),
  /** Recomputes the chain. `firstBroken` is the sequence where it no longer holds. */
  verifyAudit: query(
    z.object({}),
    z.object({
      entries: z.number().int(),
      head: z.string(),
      firstBroken: z.number().int().nullable(),
    }),
  ),
}
