import type { SliceHandlers } from '#contract/call'
import type { ComplainantId } from '#contract/complaintFields'
import {
  RequestId,
  type AccessFile,
  type complaintRequests,
  type PersonRequest,
} from '#contract/complaintRequests'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { daysOf } from '../../days/rules/explain.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { readReminders } from '../../office/queries.ts'
import { csvOf } from '../../reports/csv.ts'
import { disclosuresOf, personNotesOf } from '../queries/disclosures.ts'
import { keptOf } from '../queries/accessFile.ts'
import { kindNames } from '../queries/kindNames.ts'
import {
  findRequest,
  insertRequest,
  listRequests,
  requestsOf,
  requestsOfYear,
  updateRequest,
  type OfficeDays,
} from '../queries/requests.ts'
import { joinedTo } from '../queries/samePeople.ts'
import { accessColumns, accessLines } from '../reports/accessTable.ts'
import { requestDue } from '../rules/rights.ts'
import { disclose } from './disclosing.ts'
import { knownPerson } from './known.ts'

type Calls = Pick<
  typeof complaintRequests,
  | ('requests' | 'rightsOf' | 'requestDays' | 'addRequest' | 'extendRequest')
  | ('answerRequest' | 'reopenRequest' | 'openAccessFile' | 'accessFile' | 'accessCsv')
>

/** What people ask about their data, with its days; and the file that answers an access. */
export const requestHandlers: SliceHandlers<Calls, Contexts> = {
  requests: async ({ db }) => listRequests(db, await officeDays(db)),

  async rightsOf({ db }, { complainantId }) {
    const ids = await entriesOf(db, complainantId)
    return {
      requests: await requestsOf(db, ids, await officeDays(db)),
      disclosures: await disclosuresOf(db, ids),
      notes: await personNotesOf(db, ids),
    }
  },

  async requestDays({ db }, { id }) {
    const days = await officeDays(db)
    const { receivedOn, dueOn } = await known(db, id, days)
    return daysOf(days.calendar, days.state, receivedOn, dueOn)
  },

  async addRequest(context, { complainantId, kind, asked, receivedOn }) {
    const { db, writer, newId, clock, actor, record } = context
    await knownPerson(db, complainantId)
    const { day } = malaysianTime(clock.now())
    if (receivedOn > day) throw new WorkspaceError('complaints.received-later')
    const id = RequestId.parse(newId())
    const year = Number(day.slice(0, 4))
    const serial = String((await requestsOfYear(db, year)) + 1).padStart(3, '0')
    await insertRequest(writer, {
      ...{ id, number: `PD-${year}-${serial}`, kind, complainant_id: complainantId, asked },
      ...{ received_on: receivedOn, extension: null, state: 'open', answered_on: null },
      ...{ answer: '', by_id: actor.id },
    })
    record('person_request', id, ['number', 'kind', 'complainant_id', 'asked', 'received_on'])
    return shown(context, id)
  },

  async extendRequest(context, { id, reason }) {
    const request = await open(context, id)
    if (request.extension !== null) throw new WorkspaceError('complaints.request-extended')
    // Whoever asked is told before the first days are over.
    const { day } = malaysianTime(context.clock.now())
    if (day > requestDue(request.receivedOn, false)) {
      throw new WorkspaceError('complaints.request-late')
    }
    return change(context, id, { extension: reason })
  },

  async answerRequest(context, { id, outcome, on, answer }) {
    const { receivedOn } = await open(context, id)
    if (on < receivedOn || on > malaysianTime(context.clock.now()).day) {
      throw new WorkspaceError('complaints.request-day')
    }
    return change(context, id, { state: outcome, answered_on: on, answer })
  },

  async reopenRequest(context, { id }) {
    const { state } = await knownRequest(context.db, id)
    if (state === 'open') throw new WorkspaceError('complaints.request-open')
    return change(context, id, { state: 'open', answered_on: null, answer: '' })
  },

  async openAccessFile(context, { id }) {
    const { complainantId, number } = await knownRequest(context.db, id)
    const ids = await entriesOf(context.db, complainantId)
    const { complaints } = await keptOf(context.db, ids)
    for (const each of complaints) {
      await disclose(context, {
        ...{ complaintId: each.id, toWhom: 'Pengadu', what: 'Semua data peribadi dalam kes' },
        basis: `Permohonan akses ${number}`,
      })
    }
    context.record('person_request', id, ['complainant_id'])
    return {}
  },

  accessFile: ({ db }, { id }) => fileOf(db, id),

  async accessCsv({ db }, { id, language }) {
    return csvOf(accessColumns, accessLines(await fileOf(db, id)), language)
  },
}

async function fileOf(db: Reader, id: RequestId): Promise<AccessFile> {
  const request = await knownRequest(db, id)
  const ids = await entriesOf(db, request.complainantId)
  return {
    request,
    kindNames: await kindNames(db),
    ...(await keptOf(db, ids)),
    notes: await personNotesOf(db, ids, true),
    // Why many complaints were taken out may tell of others: it stays in the office.
    disclosures: (await disclosuresOf(db, ids)).map((each) =>
      each.takeout === null ? each : { ...each, basis: '' },
    ),
  }
}

/** An entry and all others that are the same person. */
export async function entriesOf(db: Reader, id: ComplainantId): Promise<ComplainantId[]> {
  const person = await knownPerson(db, id)
  return [person.id, ...(await joinedTo(db, person))]
}

async function officeDays(db: Reader): Promise<OfficeDays> {
  return { calendar: await openDays(db), state: (await readReminders(db)).state }
}

async function change(
  context: CommandContext,
  id: RequestId,
  changes: Parameters<typeof updateRequest>[2],
): Promise<PersonRequest> {
  await updateRequest(context.writer, id, changes)
  context.record('person_request', id, Object.keys(changes))
  return shown(context, id)
}

/** @throws WorkspaceError `complaints.request-answered` */
async function open({ db }: CommandContext, id: RequestId): Promise<PersonRequest> {
  const found = await knownRequest(db, id)
  if (found.state !== 'open') throw new WorkspaceError('complaints.request-answered')
  return found
}

/** @throws WorkspaceError `complaints.unknown-request` */
export async function knownRequest(db: Reader, id: RequestId): Promise<PersonRequest> {
  return known(db, id, await officeDays(db))
}

/** @throws WorkspaceError `complaints.unknown-request` */
async function known(db: Reader, id: RequestId, days: OfficeDays): Promise<PersonRequest> {
  const found = await findRequest(db, id, days)
  if (found === null) throw new WorkspaceError('complaints.unknown-request')
  return found
}

function shown({ db }: CommandContext, id: RequestId): Promise<PersonRequest> {
  return knownRequest(db, id)
}
