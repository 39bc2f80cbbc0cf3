import type { AccountId } from '#contract/accounts'
import {
  FollowWait,
  type assessmentFollowUps,
  type FollowFilter,
  type FollowUp,
  type FollowUps,
} from '#contract/assessmentFollowUps'
import { Severity } from '#contract/assessmentFindings'
import type { SliceHandlers } from '#contract/call'
import { assessors } from '#contract/roleGroups'
import { listAccounts } from '../../accounts/queries.ts'
import type { Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { addDays } from '../../days/rules/dates.ts'
import { isWorkingDay } from '../../days/rules/calendar.ts'
import { findPerson } from '../../people/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import { csvOf } from '../../reports/csv.ts'
import { xlsxOf } from '../../reports/xlsx.ts'
import { headsWhere, type AssessmentHead } from '../queries/assessments.ts'
import { findingsOf } from '../queries/findings.ts'
import { findingsToFollow, findingsWaitingFor, type FindingToFollow } from '../queries/followUps.ts'
import { controlsOf, lostControls } from '../queries/reading.ts'
import { followColumns, followSheetNames } from '../reports/followTable.ts'
import { isFor, waitsOf } from '../rules/followUps.ts'
import { soonDays } from '../rules/rounds.ts'
import { todayOf } from './assessed.ts'

/** What findings of all assessments wait for, and for whom. */
export const followUpHandlers: SliceHandlers<typeof assessmentFollowUps, Contexts> = {
  followUps: (context, filter) => followed(context, filter),

  async followUpsCsv(context, { filter, language }) {
    const { rows } = await followed(context, filter)
    return { csv: csvOf(followColumns(language), rows, language) }
  },

  async followUpsXlsx(context, { filter, language }) {
    const { rows } = await followed(context, filter)
    const bytes = await xlsxOf(followColumns(language), rows, {
      ...{ language, name: followSheetNames[language] },
    })
    return { bytes }
  },

  ownFollowUps: (context) => ownOf(context),

  async followUpsDue(context, { state }) {
    const day = todayOf(context)
    const days = await openDays(context.db, { from: day, to: day })
    const all = await ownOf(context)
    const kindOf = ({ wait, action }: FollowUp) =>
      wait === 'soon' && action?.due === day ? 'today' : wait
    const counts = (['late', 'today', 'soon', 'verify', 'settle'] as const)
      .map((kind) => ({ kind, count: all.filter((each) => kindOf(each) === kind).length }))
      .filter(({ count }) => count > 0)
    return { day, works: isWorkingDay(days, state, day), counts, slots: [] }
  },
}

async function ownOf(context: QueryContext): Promise<FollowUp[]> {
  const { actor } = context
  if (actor === null) return []
  const mayAssess = assessors.some((role) => actor.roles.includes(role))
  const until = addDays(todayOf(context), soonDays)
  const found = await findingsWaitingFor(context.db, { id: actor.id, mayAssess }, until)
  return (await waitingOf(context, found)).filter(
    (each) => each.wait !== 'going' && each.wait !== 'unplanned' && isFor(each, actor),
  )
}

async function followed(context: QueryContext, filter: FollowFilter): Promise<FollowUps> {
  const { db, actor } = context
  const { wait, mine, ownerId, accountId, severity } = filter
  const found = (await waitingOf(context, await findingsToFollow(db))).filter(
    (each) =>
      (!mine || (actor !== null && isFor(each, actor))) &&
      (ownerId === null || each.action?.ownerId === ownerId) &&
      (accountId === null ||
        (each.subject.kind === 'account' && each.subject.accountId === accountId)) &&
      (severity === null || each.severity === severity),
  )
  const counts = Object.fromEntries(
    FollowWait.options.map((key) => [key, found.filter((each) => each.wait === key).length]),
  ) as FollowUps['counts']
  return {
    ...{ day: todayOf(context), filter, counts },
    owner: ownerId === null ? null : ((await findPerson(db, ownerId))?.name ?? null),
    account: accountId === null ? null : await accountName(db, accountId),
    rows: found.filter((each) => wait === null || each.wait === wait),
  }
}

/** What these findings wait for, the most urgent first. */
async function waitingOf(
  context: QueryContext,
  found: readonly FindingToFollow[],
): Promise<FollowUp[]> {
  const { db } = context
  const today = todayOf(context)
  const ids = [...new Set(found.map(({ assessmentId }) => assessmentId))]
  const only = found.map(({ id }) => id)
  const findings = await findingsOf(db, ids, today, only)
  const heads = await headsWhere(db, ids)
  const clauses = await clausesOf(db, heads, findings)
  return heads
    .flatMap(({ id: assessmentId, subject, subjectName, period }) =>
      (findings.get(assessmentId) ?? []).flatMap((finding) =>
        waitsOf(finding, today).map(({ wait, action }) => ({
          ...{ findingId: finding.id, assessmentId, key: finding.key },
          clause: clauses.get(assessmentId)?.get(finding.key) ?? '',
          ...{ severity: finding.severity, text: finding.text, subject, subjectName, period },
          ...{ wait, action: action === null ? null : actionOf(action) },
        })),
      ),
    )
    .toSorted(byUrgency)
}

function actionOf({
  id,
  what,
  ownerId,
  ownerName,
  due,
  progress,
}: NonNullable<FollowUp['action']>) {
  return { id, what, ownerId, ownerName, due, progress }
}

/** By what it waits for, then by its day, then by how grave it is. */
function byUrgency(one: FollowUp, other: FollowUp): number {
  const waitOf = ({ wait }: FollowUp) => FollowWait.options.indexOf(wait)
  const dueOf = ({ action }: FollowUp) => action?.due ?? ''
  const weightOf = ({ severity }: FollowUp) => Severity.options.indexOf(severity)
  const idOf = ({ findingId, action }: FollowUp) => `${findingId} ${action?.id ?? ''}`
  return (
    waitOf(one) - waitOf(other) ||
    dueOf(one).localeCompare(dueOf(other)) ||
    weightOf(one) - weightOf(other) ||
    idOf(one).localeCompare(idOf(other))
  )
}

/** The clause of each control with a finding, also where a newer version has it no more. */
async function clausesOf(
  db: Reader,
  heads: readonly AssessmentHead[],
  findings: Awaited<ReturnType<typeof findingsOf>>,
): Promise<Map<string, Map<string, string>>> {
  const versions = new Map<string, Map<string, string>>()
  const byAssessment = new Map<string, Map<string, string>>()
  for (const { id, pinned } of heads) {
    const known =
      versions.get(pinned.id) ?? new Map((await controlsOf(db, pinned.id)).map(clauseOf))
    versions.set(pinned.id, known)
    const lost = (findings.get(id) ?? []).map(({ key }) => key).filter((key) => !known.has(key))
    const gone = await lostControls(db, pinned.frameworkId, lost)
    byAssessment.set(id, gone.length === 0 ? known : new Map([...known, ...gone.map(clauseOf)]))
  }
  return byAssessment
}

function clauseOf({ key, clause }: { readonly key: string; readonly clause: string }) {
  return [key, clause] as const
}

async function accountName(db: Reader, id: AccountId): Promise<string | null> {
  const account = (await listAccounts(db)).find((each) => each.id === id)
  if (account === undefined) return null
  const channels = await itemsOf(db, 'channels', true)
  const channel = channels.find(({ key }) => key === account.channel)?.ms ?? account.channel
  return `@${account.handle} · ${channel}`
}
