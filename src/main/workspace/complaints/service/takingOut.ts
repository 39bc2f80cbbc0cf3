import type { SliceHandlers } from '#contract/call'
import { TakeoutId, type complaintLeaving, type Takeout } from '#contract/complaintLeaving'
import { WorkspaceError } from '#contract/errors'
import type { Person } from '#contract/people'
import { mayCall } from '#contract/permissions'
import type { Contexts, QueryContext } from '../../context.ts'
import { writeAs } from '../../files/savedFiles.ts'
import { csvPieces } from '../../reports/csv.ts'
import { xlsxPieces } from '../../reports/xlsxPieces.ts'
import { entriesOf, type EntryBasis } from '../queries/registerEntries.ts'
import { readRegisterNames } from '../queries/registerNames.ts'
import { countChosen, findTakeout, insertTakeout, insertTakeoutCases } from '../queries/takeouts.ts'
import { registerColumns } from '../reports/registerTable.ts'
import { registerName } from '../reports/registerWords.ts'
import { clocksOf } from '../rules/clocks.ts'
import { openCountBook, timedBy } from './counting.ts'
import { knownOpen, tell } from './known.ts'
import { basisOf } from './basis.ts'

/** So long may be printed or saved what was taken out: 1 hour. Ours. */
const leaveLasts = 3_600_000

/** How complaints leave the register: as they are shown or, for a reason that is kept, uncovered. */
export const leavingHandlers: SliceHandlers<typeof complaintLeaving, Contexts> = {
  async takeOut(context, { what, choice, reason }) {
    const { db, writer, newId, clock, actor, record } = context
    for (const id of choice.ids ?? []) await knownOpen(db, id)
    const basis = await basisOf(context)
    const cases = await countChosen(db, choice, basis)
    if (cases === 0) throw new WorkspaceError('complaints.nothing-to-take')
    const id = TakeoutId.parse(newId())
    const at = clock.now()
    await insertTakeout(writer, { id, what, at, by_id: actor.id, reason, covered: 0, cases })
    await insertTakeoutCases(writer, id, choice, basis)
    record('complaint_takeout', id, ['what', 'reason', 'covered', 'cases'])
    // Of many the list of what left is enough; of one its timeline tells it as well.
    const [only] = choice.ids ?? []
    if (cases === 1 && only !== undefined) {
      await tell(context, only, { kind: 'revealed', text: reason })
    }
    return { id, what, at, byName: actor.name, reason, cases }
  },

  async exportRegister(context, { choice, format, language, path, takeoutId }) {
    const { db, signal, report, actor } = context
    const basis = await entryBasis(context, takeoutId, actor)
    const total = await countChosen(db, choice, basis.filter)
    if (total === 0) throw new WorkspaceError('complaints.nothing-to-take')
    const columns = registerColumns(await readRegisterNames(db, language), language)
    let done = 0
    const chunks = async function* () {
      for await (const entries of entriesOf(db, choice, basis)) {
        signal.throwIfAborted()
        yield entries
        done += entries.length
        report({ done, total })
        await breathe()
      }
    }
    const pieces =
      format === 'csv'
        ? csvPieces(columns, chunks(), language)
        : xlsxPieces(columns, chunks(), { language, name: registerName[language] })
    const saved = await writeAs(path, format, pieces, () => Promise.resolve(false))
    await context.write(async ({ writer, record, newId, clock }) => {
      const id = takeoutId ?? TakeoutId.parse(newId())
      // What was taken out for a reason stands already; that it was saved is told of it again.
      if (takeoutId === null) {
        const row = { id, what: format, at: clock.now(), by_id: actor.id, reason: '' }
        await insertTakeout(writer, { ...row, covered: 1, cases: done })
      }
      record('complaint_takeout', id, ['what', 'covered', 'cases'])
    })
    return { path: saved, cases: done }
  },
}

/** Others are served between two parts of long work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** What the lines of the register depend on, with leave to uncover some. */
export async function entryBasis(
  context: QueryContext,
  takeoutId: TakeoutId | null,
  actor: Person | null,
): Promise<EntryBasis> {
  const { db, clock } = context
  if (takeoutId !== null) await validTakeout(context, takeoutId, actor)
  const book = await openCountBook(db)
  const now = clock.now()
  return {
    filter: await basisOf(context),
    takeoutId,
    clocks: (found, pauses) =>
      clocksOf(timedBy(found, pauses, book).timed, now, book.calendar).map(
        ({ clock: { name, standing, share } }) => ({ name, standing, share }),
      ),
  }
}

/**
 * What the person at the keyboard took out, as long as that lasts and they may.
 * @throws WorkspaceError `complaints.unknown-takeout`
 */
export async function validTakeout(
  { db, clock }: Pick<QueryContext, 'db' | 'clock'>,
  id: TakeoutId,
  actor: Person | null,
): Promise<Takeout> {
  const found =
    actor !== null && mayCall(actor.roles, 'complaints', 'takeOut')
      ? await findTakeout(db, id, actor.id)
      : null
  if (found === null || Date.parse(clock.now()) - Date.parse(found.at) > leaveLasts) {
    throw new WorkspaceError('complaints.unknown-takeout')
  }
  return found
}
