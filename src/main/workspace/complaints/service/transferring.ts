import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AttachmentId } from '#contract/attachments'
import type { SliceHandlers } from '#contract/call'
import type { complaintDisposals, Disposal } from '#contract/complaintDisposals'
import { TakeoutId } from '#contract/complaintLeaving'
import type { CasePaper } from '#contract/complaintPapers'
import type { RefusedFile } from '#contract/complaintRequests'
import { ComplaintFilter } from '#contract/complaints'
import { WorkspaceError } from '#contract/errors'
import { attachmentsOf } from '../../attachments/queries.ts'
import type { Contexts, JobContext } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { makeBag, payloadFolder } from '../../files/bag.ts'
import { makeFolder } from '../../files/newFolder.ts'
import { notWritten } from '../../files/savedFiles.ts'
import { csvPieces } from '../../reports/csv.ts'
import { casesOf, findDisposal } from '../queries/disposals.ts'
import { insertTakeout, insertTakeoutCases } from '../queries/takeouts.ts'
import { readPaperNames } from '../queries/paperNames.ts'
import { entriesOf } from '../queries/registerEntries.ts'
import { readRegisterNames } from '../queries/registerNames.ts'
import { registerColumns } from '../reports/registerTable.ts'
import { basisOf } from './basis.ts'
import { readCasePaper } from './casePaper.ts'
import { disclose } from './disclosing.ts'
import { entryBasis } from './takingOut.ts'

/** What files of cases are handed over by. */
export interface TransferParts {
  /**
   * Saves one attachment into a folder as it was taken in, with nothing blacked out, for a reason
   * that is kept.
   * @returns the name it has there
   */
  readonly saveKept: (
    job: JobContext,
    id: AttachmentId,
    folder: string,
    words: string,
    reason: string,
  ) => Promise<string>
}

type Calls = Pick<typeof complaintDisposals, 'transferDisposal'>

const toWhom = 'Arkib Negara Malaysia'
/** What was damaged is named and the rest goes on; anything else ends the whole of it. */
const passed = new Set(['attachments.damaged', 'attachments.original-gone'])

/** Records handed to the national archives before they are destroyed (National Archives Act 2003 s.28). */
export function transferHandlers(parts: TransferParts): SliceHandlers<Calls, Contexts> {
  return {
    async transferDisposal(job, { id, within }) {
      const disposal = await findDisposal(job.db, id)
      if (disposal === null) throw new WorkspaceError('complaints.unknown-disposal')
      if (disposal.state !== 'proposed' && disposal.state !== 'approved') {
        throw new WorkspaceError('complaints.disposal-state')
      }
      const cases = await casesOf(job.db, id)
      const reason = `Pemindahan ${disposal.number} kepada ${toWhom}`
      const ids = cases.map((each) => each.id)
      const takeoutId = await leaveFor(job, ids, reason)
      const folder = await makeFolder(within, `${disposal.number}-pemindahan`)
      try {
        const refused = await writePayload(parts, job, join(folder, payloadFolder), {
          ...{ cases, takeoutId, reason },
        })
        const { files } = await makeBag(folder, infoOf(job, disposal, cases.length), job.signal)
        await job.write(async (context) => {
          for (const complaintId of ids) {
            await disclose(context, {
              ...{ complaintId, toWhom, what: 'Rekod kes dan lampiran' },
              basis: `Pemindahan ${disposal.number}`,
            })
          }
          context.record('disposal', id, [])
        })
        job.report({ done: cases.length, total: cases.length })
        return { folder: basename(folder), cases: cases.length, files, refused }
      } catch (error) {
        // Half of it would pass for all of it.
        await rm(folder, { recursive: true, force: true })
        throw error
      }
    },
  }
}

type Cases = Awaited<ReturnType<typeof casesOf>>

/** That these leave uncovered stands in the register before anything is written. */
async function leaveFor(
  job: JobContext,
  ids: Cases[number]['id'][],
  reason: string,
): Promise<TakeoutId> {
  const basis = await basisOf(job)
  return job.write(async ({ writer, newId, clock, actor, record }) => {
    const id = TakeoutId.parse(newId())
    const row = { id, what: 'transfer' as const, at: clock.now(), by_id: actor.id, reason }
    await insertTakeout(writer, { ...row, covered: 0, cases: ids.length })
    await insertTakeoutCases(writer, id, { filter: ComplaintFilter.parse({}), ids }, basis)
    record('complaint_takeout', id, ['what', 'reason', 'covered', 'cases'])
    return id
  })
}

/** A folder for each case with all that is known of it and its files, and an index of them. */
async function writePayload(
  { saveKept }: TransferParts,
  job: JobContext & { report(steps: { done: number; total: number }): void },
  data: string,
  { cases, takeoutId, reason }: { cases: Cases; takeoutId: TakeoutId; reason: string },
): Promise<RefusedFile[]> {
  const refused: RefusedFile[] = []
  await make(data)
  for (const [done, { id, number }] of cases.entries()) {
    job.signal.throwIfAborted()
    job.report({ done, total: cases.length })
    const folder = join(data, number)
    await make(folder)
    const paper = await readCasePaper(job, id, takeoutId)
    await write(join(folder, 'kes.json'), json(recordOf(paper)))
    for (const file of await attachmentsOf(job.db, { kind: 'complaint', id })) {
      try {
        await saveKept(job, file.id, folder, file.title, reason)
      } catch (error) {
        if (!(error instanceof WorkspaceError) || !passed.has(error.reason)) throw error
        refused.push({ number, title: file.title })
      }
    }
  }
  const { lists, people, accounts } = await readPaperNames(job.db)
  const named = {
    lists,
    accounts,
    people: people.map(({ id, name, post }) => ({ id, name, post })),
  }
  await write(join(data, 'senarai.json'), json(named))
  await writeIndex(job, join(data, 'indeks.csv'), cases, takeoutId)
  return refused
}

/** The register of these cases, a line each, by number. */
async function writeIndex(job: JobContext, path: string, cases: Cases, takeoutId: TakeoutId) {
  const columns = registerColumns(await readRegisterNames(job.db, 'ms'), 'ms')
  const choice = { filter: ComplaintFilter.parse({}), ids: cases.map(({ id }) => id) }
  const entries = entriesOf(job.db, choice, await entryBasis(job, takeoutId, job.actor))
  const pieces: Uint8Array[] = []
  for await (const piece of csvPieces(columns, entries, 'ms')) pieces.push(Buffer.from(piece))
  await write(path, Buffer.concat(pieces))
}

/** What is of the case itself; what its keys mean stands once for all, in `senarai.json`. */
function recordOf({ takeout: _takeout, names: _names, ...paper }: CasePaper) {
  return { format: 1, ...paper }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function infoOf({ clock }: JobContext, { number, series, reference }: Disposal, cases: number) {
  return {
    'Source-Organization': 'Bahagian Komunikasi Korporat, Jabatan Kerja Raya Malaysia',
    'Bagging-Date': malaysianTime(clock.now()).day,
    'External-Identifier': number,
    'External-Description': `${cases} rekod aduan`,
    'Internal-Sender-Identifier': series,
    ...(reference !== '' && { 'Internal-Sender-Description': reference }),
  }
}

async function make(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    throw notWritten(error)
  }
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx' })
  } catch (error) {
    throw notWritten(error)
  }
}
