import type { Kysely } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { AccountTables } from '../accounts/tables.ts'
import type { AttachmentTables } from '../attachments/tables.ts'
import type { AuditTables } from '../auditTables.ts'
import type { ComplaintTables } from '../complaints/tables.ts'
import type { ComplianceTables } from '../compliance/tables.ts'
import type { CycleTables } from '../cycles/tables.ts'
import type { DayTables } from '../days/tables.ts'
import type { ImageTables } from '../images/tables.ts'
import type { OfficeTables } from '../office/tables.ts'
import type { PeopleTables } from '../people/tables.ts'
import type { PostTables } from '../posts/tables.ts'
import type { PlanningTables } from '../planning/tables.ts'
import type { ReferenceTables } from '../reference/tables.ts'

/** All tables: those of every slice put together. */
export interface Tables
  extends
    AuditTables,
    OfficeTables,
    PeopleTables,
    DayTables,
    ReferenceTables,
    ImageTables,
    AccountTables,
    AttachmentTables,
    CycleTables,
    PlanningTables,
    PostTables,
    ComplaintTables,
    ComplianceTables {}

/** What queries are handed: writing through it is a type error. */
export type Reader = ReadonlyKysely<Tables>

/** What changes rows: always a command's own transaction. */
export type Writer = Kysely<Tables>

/** The reading side of the same connection or transaction. */
export function readerOf(db: Writer): Reader {
  // Kysely's read-only type is the same object seen through a narrower type.
  return db as unknown as Reader
}
