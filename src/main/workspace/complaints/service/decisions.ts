import type { SliceHandlers } from '#contract/call'
import {
  DecisionId,
  type complaintDecisions,
  type Decision,
  type DecisionInput,
} from '#contract/complaintDecisions'
import type { EventChange } from '#contract/complaintEvents'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { listPeople } from '../../people/queries.ts'
import {
  decisionsOfCase,
  decisionsOfMeeting,
  findDecision,
  insertDecision,
  openDecisions,
  updateDecision,
} from '../queries/decisions.ts'
import { knownOpen, tell } from './known.ts'

/** What meetings decide goes back to the cases; the timeline says what, by whom and until when. */
export const decisionHandlers: SliceHandlers<typeof complaintDecisions, Contexts> = {
  async decisionsOf({ db }, { id }) {
    await knownOpen(db, id)
    return decisionsOfCase(db, id)
  },

  decisions: ({ db }, { metOn }) =>
    metOn === null ? openDecisions(db) : decisionsOfMeeting(db, metOn),

  async addDecision(context, { complaintId, metOn, ...wanted }) {
    const { db, writer, newId, clock, actor, record } = context
    await knownOpen(db, complaintId)
    if (metOn > malaysianTime(clock.now()).day) throw new WorkspaceError('complaints.met-later')
    const id = DecisionId.parse(newId())
    await insertDecision(writer, {
      ...{ id, complaint_id: complaintId, met_on: metOn, at: clock.now(), by_id: actor.id },
      ...columnsOf(wanted),
      ...{ done_at: null, done_by: null, removed_at: null },
    })
    record('complaint_decision', id, ['complaint_id', 'met_on', ...Object.keys(columnsOf(wanted))])
    const changes = [
      said('decision_met', metOn),
      ...saidOrNone('decision_person', await nameOf(db, wanted)),
      ...saidOrNone('decision_due', wanted.dueOn),
    ]
    await tell(context, complaintId, { kind: 'decided', changes, text: wanted.text })
    return (await known(db, id)).decision
  },

  async changeDecision(context, { id, ...wanted }) {
    const { db, writer, record } = context
    const { decision } = await standing(db, id)
    const columns = columnsOf(wanted)
    await updateDecision(writer, id, columns)
    record('complaint_decision', id, Object.keys(columns))
    const name = (await nameOf(db, wanted)) ?? ''
    const changes: EventChange[] = [
      { field: 'decision_person', before: decision.personName, after: name },
      { field: 'decision_due', before: decision.dueOn, after: wanted.dueOn },
    ].filter(({ before, after }) => before !== after)
    await tell(context, decision.complaintId, {
      ...{ kind: 'decision-changed', changes, text: wanted.text },
    })
    return (await known(db, id)).decision
  },

  finishDecision: (context, { id }) => setDone(context, id, true),
  resumeDecision: (context, { id }) => setDone(context, id, false),

  async removeDecision(context, { id }) {
    await standing(context.db, id)
    await setRemoved(context, id, true)
    return {}
  },

  async bringBackDecision(context, { id }) {
    const { isRemoved } = await known(context.db, id)
    if (!isRemoved) throw new WorkspaceError('complaints.unknown-decision')
    await setRemoved(context, id, false)
    return (await known(context.db, id)).decision
  },
}

function columnsOf({ text, personId, dueOn }: DecisionInput) {
  return { text, person_id: personId, due_on: dueOn }
}

function said(field: string, after: string): EventChange {
  return { field, before: null, after }
}

function saidOrNone(field: string, after: string | null): EventChange[] {
  return after === null ? [] : [said(field, after)]
}

/** @throws WorkspaceError `people.unknown` */
async function nameOf(db: Reader, { personId }: DecisionInput): Promise<string | null> {
  if (personId === null) return null
  const found = (await listPeople(db)).find(({ id }) => id === personId)
  if (found === undefined) throw new WorkspaceError('people.unknown')
  return found.name
}

/** @throws WorkspaceError `complaints.unknown-decision` */
async function known(db: Reader, id: DecisionId) {
  const found = await findDecision(db, id)
  if (found === null) throw new WorkspaceError('complaints.unknown-decision')
  return found
}

/** One that was not taken out. @throws WorkspaceError `complaints.unknown-decision` */
async function standing(db: Reader, id: DecisionId) {
  const found = await known(db, id)
  if (found.isRemoved) throw new WorkspaceError('complaints.unknown-decision')
  return found
}

async function setDone(
  context: CommandContext,
  id: DecisionId,
  isDone: boolean,
): Promise<Decision> {
  const { db, writer, clock, actor, record } = context
  const { decision } = await standing(db, id)
  if ((decision.doneAt !== null) === isDone) return decision
  await updateDecision(writer, id, {
    ...(isDone ? { done_at: clock.now(), done_by: actor.id } : { done_at: null, done_by: null }),
  })
  record('complaint_decision', id, ['done_at', 'done_by'])
  const kind = isDone ? 'decision-done' : 'decision-resumed'
  await tell(context, decision.complaintId, { kind, text: decision.text })
  return (await known(db, id)).decision
}

async function setRemoved(
  context: CommandContext,
  id: DecisionId,
  isRemoved: boolean,
): Promise<void> {
  const { db, writer, clock, record } = context
  await updateDecision(writer, id, { removed_at: isRemoved ? clock.now() : null })
  record('complaint_decision', id, ['removed_at'])
  const { decision } = await known(db, id)
  await tell(context, decision.complaintId, {
    kind: isRemoved ? 'decision-removed' : 'decision-returned',
  })
}
