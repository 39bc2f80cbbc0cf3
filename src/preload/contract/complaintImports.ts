import { z } from 'zod'
import { command, job, query } from './call.ts'
import { ComplaintNumber } from './complaintFields.ts'
import { ReferenceKey } from './reference.ts'
import {
  rejectedCell,
  sheetColumns,
  SheetFile,
  sheetHead,
  SheetProblem,
  SheetSteps,
} from './sheets.ts'
import { Instant, Language, Passage } from './values.ts'

/** Rows of one sheet of complaints (ours): the registers of many years fit. */
export const mostImportedComplaints = 50_000
/** So many reasons are told at once, so that a sheet of another kind does not fill the memory. */
export const mostToldReasons = 100_000

export const ComplaintImportId = z.uuid().brand<'ComplaintImportId'>()
export type ComplaintImportId = z.infer<typeof ComplaintImportId>

/** What a column of today's register may hold, in the order in which it is offered. */
export const RegisterField = z.enum([
  ...(['oldReference', 'received', 'receivedTime', 'channel', 'account', 'reference'] as const),
  ...(['link', 'name', 'anonymous', 'phone', 'email', 'address', 'identityNumber'] as const),
  ...(['kind', 'subKind', 'what', 'state', 'district', 'road', 'kilometre', 'place'] as const),
  ...(['severity', 'difficulty', 'agency', 'forwarded', 'status', 'acknowledged'] as const),
  ...(['answered', 'closed', 'remarks'] as const),
])
export type RegisterField = z.infer<typeof RegisterField>

/** Why a row is rejected; each has a sentence that says what to do. */
export const RegisterProblem = z.enum([
  ...SheetProblem.options,
  'what-missing',
  'received-missing',
  'not-a-moment',
  'not-a-time',
  'in-future',
  'before-received',
  'channel-missing',
  'unknown-channel',
  'unknown-account',
  'kind-missing',
  'unknown-kind',
  'unknown-sub-kind',
  'unknown-state',
  'unknown-severity',
  'unknown-difficulty',
  'unknown-agency',
  'agency-missing',
  'unknown-status',
  'status-not-taken',
  'closed-while-open',
  'not-an-email',
  'not-a-link',
  'not-yes-no',
  'name-missing',
  'named-anonymous',
  'has-covers',
  'too-long',
  'repeated-in-sheet',
  'already-registered',
])
export type RegisterProblem = z.infer<typeof RegisterProblem>

/** What is in the register already; such rows may be left out where the person says so. */
export const alreadyThere: readonly RegisterProblem[] = ['already-registered']

export const RejectedComplaint = rejectedCell(RegisterField, RegisterProblem)
export type RejectedComplaint = z.infer<typeof RejectedComplaint>

/** A complaint is what was told, and when it was received. */
export const RegisterColumns = sheetColumns(
  RegisterField,
  (fields) => fields.includes('what') && fields.includes('received'),
)
export type RegisterColumns = z.infer<typeof RegisterColumns>

/** A row that may repeat another one: it comes in all the same, and a person looks at both. */
export const LikelyRepeat = z.object({
  row: z.number().int(),
  /** The earlier row of the sheet; null where it is in the register. */
  otherRow: z.number().int().nullable(),
  number: ComplaintNumber.nullable(),
})
export type LikelyRepeat = z.infer<typeof LikelyRepeat>

/** Complaints that came in together. */
export const ComplaintImport = z.object({
  id: ComplaintImportId,
  name: z.string(),
  complaints: z.number().int(),
  byName: z.string(),
  at: Instant,
  undoneAt: Instant.nullable(),
})
export type ComplaintImport = z.infer<typeof ComplaintImport>

const Count = z.number().int().min(0)

/** Sheets of complaints that come in. */
export const complaintImports = {
  readRegisterSheet: query(SheetFile, sheetHead(RegisterField)),
  /** Newest first. */
  registerImports: query(z.object({}), z.array(ComplaintImport)),
  /** What is to be corrected, as comma-separated values. */
  rejectedComplaintsCsv: query(
    z.object({ rejected: z.array(RejectedComplaint).max(mostToldReasons), language: Language }),
    z.object({ csv: z.string() }),
  ),
  /**
   * Checks every row and, unless it is a trial, brings them all in: all of them or, where any is
   * rejected, none. Each is given the next number of this year; its clocks are counted by the dates
   * of the row. `channel` and `kind` are those of rows that name none. `importId` is null where
   * nothing came in.
   * @throws `complaints.import-overtaken` where somebody registered one of them meanwhile
   */
  importComplaints: job(
    SheetFile.extend({
      columns: RegisterColumns,
      channel: ReferenceKey.nullable(),
      kind: ReferenceKey.nullable(),
      skipKnown: z.boolean(),
      trial: z.boolean(),
    }),
    z.object({
      rows: Count,
      /** Rows that are sound. */
      complaints: Count,
      /** Of these, by people who are not in the register yet. */
      newPeople: Count,
      /** Rows left out because they are in the register. */
      skipped: Count,
      /** Settled ones of which a date is missing: some of their clocks are not measured. */
      unmeasured: Count,
      rejected: z.array(RejectedComplaint),
      likely: z.array(LikelyRepeat),
      importId: ComplaintImportId.nullable(),
    }),
    SheetSteps,
    { backsUpFirst: ({ trial }) => !trial },
  ),
  /**
   * Voids what came in together, but for what somebody worked on since; the numbers stay taken.
   * @throws `complaints.unknown-import`, `complaints.import-undone`
   */
  undoRegisterImport: command(
    z.object({ id: ComplaintImportId, reason: Passage.min(1) }),
    z.object({ voided: Count, kept: z.array(ComplaintNumber) }),
  ),
}
