import type { ClockName } from '#contract/clockLimits'
import type { HandoverCase, HandoverPaper } from '#contract/complaintPapers'
import type { Instant, Language, PersonId } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { listPeople } from '../../people/queries.ts'
import { sheetOf, workbookOf } from '../../reports/xlsx.ts'
import { openDecisions } from '../queries/decisions.ts'
import { findFlagOf } from '../queries/flags.ts'
import { listedByIds } from '../queries/list.ts'
import { openCasesOf, waitingDrafts, waitingParts, type WaitingRow } from '../queries/openCases.ts'
import { readRegisterNames } from '../queries/registerNames.ts'
import { handoverColumns, handoverName } from '../reports/handoverTable.ts'
import { inTurn } from './casePaper.ts'
import { knownOpen } from './known.ts'
import { waitingNames, waitingSheets } from './waitingSheets.ts'

/** Open cases of somebody, or of everybody, by who has them; and what meetings decided of them. */
export async function handedOver(
  db: Reader,
  personId: PersonId | null,
): Promise<Pick<HandoverPaper, 'owners' | 'decisions'>> {
  const rows = await openCasesOf(db, personId)
  const people = await listPeople(db)
  const names = new Map<string, string>(people.map(({ id, name }) => [id, name]))
  const owners = [...new Set(rows.map(({ assignee_id: id }) => id))].toSorted((one, other) =>
    // What nobody was given comes last.
    (names.get(one ?? '') ?? '\u{10FFFF}').localeCompare(names.get(other ?? '') ?? '\u{10FFFF}'),
  )
  const handed = new Set(rows.map(({ id }) => id))
  return {
    owners: await inTurn(owners, async (owner) => ({
      personId: owner,
      cases: await inTurn(
        rows.filter(({ assignee_id: id }) => id === owner),
        (row) => handedCase(db, row),
      ),
    })),
    decisions: (await openDecisions(db)).filter(
      (decision) =>
        personId === null || decision.personId === personId || handed.has(decision.complaintId),
    ),
  }
}

/** The same as a workbook: the cases, then what meetings decided and the drafts that wait. */
export async function handoverBook(
  db: Reader,
  personId: PersonId | null,
  { language, now }: { readonly language: Language; readonly now: Instant },
): Promise<Uint8Array<ArrayBuffer>> {
  const { owners, decisions } = await handedOver(db, personId)
  const cases = owners.flatMap((owner) => owner.cases)
  const listed = new Set<string>(cases.map(({ row }) => row.id))
  const drafts = (await waitingDrafts(db)).filter(({ complaintId }) => listed.has(complaintId))
  const names = await waitingNames(db)
  const columns = handoverColumns(language, {
    ...{ now, decided: decisions, waiting: names },
    register: await readRegisterNames(db, language),
  })
  return workbookOf([
    sheetOf(columns, cases, { language, name: handoverName[language] }),
    ...waitingSheets({ decided: decisions, drafts }, names, language),
  ])
}

async function handedCase(db: Reader, waiting: WaitingRow): Promise<HandoverCase> {
  const [row] = await listedByIds(db, [waiting.id])
  const { complainant } = await knownOpen(db, waiting.id)
  if (row === undefined) throw new Error('A complaint that was just read is gone')
  const flag = complainant === null ? null : await findFlagOf(db, complainant.id)
  return {
    row,
    next: nextOf(waiting),
    ...(await waitingParts(db, waiting.id, complainant?.name ?? null)),
    flagged: flag !== null && flag.approved_at !== null,
  }
}

/** The clock that runs out first; where it is none of the case's own, an agency is asked. */
function nextOf(row: WaitingRow): HandoverCase['next'] {
  const { next_due: dueAt } = row
  if (dueAt === null) return null
  const dues = [
    ['acknowledge', row.due_acknowledge],
    ['respond', row.due_respond],
    ['progress', row.due_progress],
    ['close', row.due_close],
  ] as const satisfies readonly (readonly [ClockName, unknown])[]
  const own = dues.find(([, due]) => due === dueAt)
  return { clock: own?.[0] ?? 'follow-up', dueAt }
}
