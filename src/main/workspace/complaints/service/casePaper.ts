import { mayAttach } from '#contract/attachmentRights'
import { ClockName } from '#contract/clockLimits'
import type { CasePaper } from '#contract/complaintPapers'
import type { ComplaintId } from '#contract/complaintFields'
import type { TakeoutId } from '#contract/complaintLeaving'
import type { Complaint } from '#contract/complaints'
import { WorkspaceError } from '#contract/errors'
import { attachmentsOf } from '../../attachments/queries.ts'
import type { QueryContext } from '../../context.ts'
import { listAnswerRows } from '../queries/answers.ts'
import { readPaperNames } from '../queries/paperNames.ts'
import { listApart } from '../queries/apart.ts'
import { auditOfCase } from '../queries/caseAudit.ts'
import { listPhotos, listSatisfaction } from '../queries/closing.ts'
import { findFlagOf, toFlag } from '../queries/flags.ts'
import { forwardingsOf } from '../queries/forwardings.ts'
import { contactOf, type OpenComplaint } from '../queries/rows.ts'
import { casesOf, takeoutsOf } from '../queries/takeouts.ts'
import { listEvents } from '../queries/timeline.ts'
import { coverLink, coverText, uncovered, type CoveredName } from '../rules/cover.ts'
import { explainedClock, clocksAsShown } from './clocks.ts'
import { closingState } from './closingState.ts'
import { openCountBook } from './counting.ts'
import { tiesOf } from './groups.ts'
import { known, knownOpen } from './known.ts'
import { shownAnswer } from './answering.ts'
import { validTakeout } from './takingOut.ts'

/**
 * Everything of one case as it stands on paper.
 * @throws WorkspaceError `complaints.unknown-takeout` for leave that is not about this case
 */
export async function readCasePaper(
  context: QueryContext,
  id: ComplaintId,
  takeoutId: TakeoutId | null,
): Promise<CasePaper> {
  const { db, actor } = context
  const takeout = takeoutId === null ? null : await validTakeout(context, takeoutId, actor)
  if (takeout !== null && !(await casesOf(db, takeout.id, [id])).has(id)) {
    throw new WorkspaceError('complaints.unknown-takeout')
  }
  const found = await knownOpen(db, id)
  const name = found.complainant?.name ?? null
  const covers: CoveredName = takeout === null ? name : uncovered
  const seesFiles = mayAttach(actor?.roles ?? [], 'complaint', 'see')
  const files = await attachmentsOf(db, { kind: 'complaint', id })
  const photos = await listPhotos(db, id)
  const takeouts = await takeoutsOf(db, id)
  const complaint = await known(db, id)
  const book = await openCountBook(db)
  const said = (text: string) => coverText(text, covers)
  return {
    complaint: takeout === null ? outside(complaint) : opened(complaint, found),
    takeout,
    names: await readPaperNames(db),
    clocks: await clocksAsShown(context, found, covers, book),
    explained: await inTurn(ClockName.options, (each) =>
      explainedClock(context, found, each, covers, book),
    ),
    answers: await inTurn(await listAnswerRows(db, id), (row) => shownAnswer(context, row, covers)),
    forwardings: await forwardingsOf(db, id, covers),
    closing: await closingState(db, found),
    satisfaction: await listSatisfaction(db, id, covers),
    flag: await flagOf(context, found),
    ties: await tiesOf(db, id),
    apart: await listApart(db, id),
    files: seesFiles
      ? files.map(({ personal: _, ...file }) => ({
          ...file,
          ...{ title: said(file.title), fileName: said(file.fileName), note: said(file.note) },
        }))
      : null,
    fileCount: files.length,
    photos: seesFiles
      ? photos.map(({ attachment_id: attachmentId, role }) => ({ attachmentId, role }))
      : [],
    timeline: await listEvents(db, id, covers),
    takeouts: takeouts.map((each) => ({ ...each, reason: said(each.reason) })),
    audit: await auditOfCase(db, id),
  }
}

/** What leaves covered has no more of the public comment's address than its host. */
function outside(complaint: Complaint): Complaint {
  const { fields } = complaint
  return { ...complaint, fields: { ...fields, link: coverLink(fields.link) } }
}

/** With nothing covered. */
function opened(complaint: Complaint, { row, fields, complainant }: OpenComplaint): Complaint {
  return {
    ...complaint,
    fields,
    statusReason: row.status_reason,
    complainant:
      complaint.complainant === null || complainant === null
        ? null
        : { ...complaint.complainant, ...contactOf(complainant) },
  }
}

async function flagOf({ db }: QueryContext, { complainant }: OpenComplaint) {
  const row = complainant === null ? null : await findFlagOf(db, complainant.id)
  return row === null ? null : toFlag(row)
}

/** One after the other: all of it is one connection's work. */
export async function inTurn<T, R>(all: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const each of all) done.push(await work(each))
  return done
}
