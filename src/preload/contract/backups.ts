import { z } from 'zod'
import { command, job, query } from './call.ts'
import { Instant } from './values.ts'

/**
 * Why a backup was made: by hand; the first of a day; at a clean close; before the schema changed;
 * before much came in or went at once; before another state was brought back.
 */
export const BackupReason = z.enum(['manual', 'daily', 'close', 'migration', 'bulk', 'restore'])
export type BackupReason = z.infer<typeof BackupReason>

/** How many rows each table holds; names of tables only, no values. */
export const RowCounts = z.record(z.string(), z.number().int().nonnegative())
export type RowCounts = z.infer<typeof RowCounts>

/** Number of entries of the audit log and the hash of its newest; 64 zeros where there is none. */
const AuditEnd = z.object({ entries: z.number().int().nonnegative(), head: z.string() })

/** The file name of a backup, without its ending. */
export const BackupName = z.string().regex(/^sandaran-\d{8}-\d{6}-[a-z]+(-\d+)?$/)
export type BackupName = z.infer<typeof BackupName>

/** One backup, as its manifest and its files tell; it need not be opened for that. */
export const Backup = z.object({
  name: BackupName,
  /** The folder in which it lies. */
  folder: z.string(),
  at: Instant,
  reason: BackupReason,
  schemaVersion: z.number().int(),
  appVersion: z.string(),
  /** Of the database alone. */
  bytes: z.number().int(),
  audit: AuditEnd,
  rows: RowCounts,
  media: z.object({
    files: z.number().int(),
    bytes: z.number().int(),
    /** Files that rows name and that were not there any more when the backup was made. */
    missing: z.number().int(),
  }),
  /**
   * `good`: opened and checked when it was made, and its file is as long as it was then. `damaged`:
   * it is not, or it did not pass a later check. `newer`: of a later version of the application.
   */
  state: z.enum(['good', 'damaged', 'newer']),
  /** It belongs to the workspace that is open (or that stands in the data folder). */
  own: z.boolean(),
})
export type Backup = z.infer<typeof Backup>

/** Why the last try at something failed; `reason` is one of the contract's. */
const Failure = z.object({ at: Instant, reason: z.string() })

/** The folder outside this computer's data folder into which every backup is copied. */
export const SecondFolder = z.object({
  folder: z.string(),
  /** `waiting`: nothing was copied yet. `away`: not there now; what is missing is copied later. */
  state: z.enum(['good', 'waiting', 'away', 'failing']),
  lastGoodAt: Instant.nullable(),
  failingSince: Instant.nullable(),
  reason: z.string().nullable(),
  /** It lies on the same disk: of no help when that disk breaks. */
  sameDisk: z.boolean(),
})
export type SecondFolder = z.infer<typeof SecondFolder>

export const BackupsOverview = z.object({
  folder: z.string(),
  /** Newest first; of this workspace only. */
  backups: z.array(Backup),
  lastGoodAt: Instant.nullable(),
  /** More than two working days without a good backup. */
  overdue: z.boolean(),
  lastFailure: Failure.nullable(),
  running: z.boolean(),
  second: SecondFolder.nullable(),
  /** The state as it is now, to be held against a backup. */
  present: z.object({ audit: AuditEnd, rows: RowCounts }),
  /** The last time another state was brought back, and the backup that undoes it. */
  restored: z.object({ at: Instant, from: BackupName, undo: BackupName.nullable() }).nullable(),
})
export type BackupsOverview = z.infer<typeof BackupsOverview>

/** In hundredths. */
export const BackupSteps = z.object({ done: z.number(), total: z.number() })

export const backups = {
  overview: query(z.object({}), BackupsOverview),
  /** What the frame of the window says of backups, without reading a folder over a network. */
  notice: query(
    z.object({}),
    z.object({
      running: z.boolean(),
      overdue: z.boolean(),
      lastGoodAt: Instant.nullable(),
      failed: z.boolean(),
    }),
  ),
  /** Makes one now and copies it to the second folder where there is one. */
  make: job(z.object({}), Backup, BackupSteps),
  /** Copies to the second folder what it lacks. */
  copyToSecond: job(z.object({}), z.object({ copied: z.number().int() }), BackupSteps),
  /** An absolute path; null: no second folder. */
  chooseFolder: command(
    z.object({ folder: z.string().min(1).max(1_000).nullable() }),
    z.object({ folder: z.string().nullable() }),
  ),
}
