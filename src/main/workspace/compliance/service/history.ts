import {
  historyAtMost,
  type AssessmentHistory,
  type assessmentHistory,
  type HistoryCell,
  type HistoryRow,
} from '#contract/assessmentHistory'
import type { AssessmentId } from '#contract/assessmentIds'
import { WorkspaceError } from '#contract/errors'
import type { AssessmentSummary } from '#contract/assessments'
import type { AssessmentResult } from '#contract/assessmentSubjects'
import type { SliceHandlers } from '#contract/call'
import type { Control } from '#contract/frameworks'
import type { Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { csvOf } from '../../reports/csv.ts'
import { xlsxOf } from '../../reports/xlsx.ts'
import { answersOf } from '../queries/answers.ts'
import { assessmentsOfSubject, type AssessmentHead } from '../queries/assessments.ts'
import { familyOf } from '../queries/families.ts'
import { controlsOf } from '../queries/reading.ts'
import { historyColumns, historyRows, historySheetNames } from '../reports/historyTable.ts'
import { answerable, askedOf } from '../rules/asked.ts'
import { arranged, isHeading } from '../rules/content.ts'
import { changeBetween, isReworded } from '../rules/history.ts'
import { sectionScores } from '../rules/score.ts'
import { knownAssessment, summariesOf, todayOf } from './assessed.ts'
import { basisOf, type Basis } from './bases.ts'

/** An assessment beside those before it: on the screen, on paper and as a table. */
export const historyHandlers: SliceHandlers<typeof assessmentHistory, Contexts> = {
  assessmentHistory: (context, { id, against }) => historyOf(context, id, against),

  async historyPaper(context, { id, against, shown }) {
    return { ...(await historyOf(context, id, against)), shown }
  },

  async historyCsv(context, { id, against, shown, language }) {
    const history = await historyOf(context, id, against)
    return { csv: csvOf(historyColumns(history, language), historyRows(history, shown), language) }
  },

  async historyXlsx(context, { id, against, shown, language }) {
    const history = await historyOf(context, id, against)
    const bytes = await xlsxOf(historyColumns(history, language), historyRows(history, shown), {
      ...{ language, name: historySheetNames[language] },
    })
    return { bytes }
  },
}

/** @throws WorkspaceError `compliance.unknown-assessment` */
async function historyOf(
  context: QueryContext,
  id: AssessmentId,
  wanted: AssessmentId | null,
): Promise<AssessmentHistory> {
  const { db } = context
  const head = await knownAssessment(db, id)
  const heads = [...(await earlierThan(db, head, wanted)), head]
  const bases: (Basis | null)[] = []
  for (const each of heads) bases.push(await basisOf(db, each, id))
  const columns = await columnsOf(db, heads, bases)
  const against = wanted ?? heads.at(-2)?.id ?? null
  const before = columns.find((column) => column.id === against)
  if (against !== null && before === undefined) {
    throw new WorkspaceError('compliance.unknown-assessment')
  }
  const controls = latestOf(columns)
  return {
    assessments: (await summariesOf(db, heads, todayOf(context))).map((summary, at) =>
      asApproved(summary, bases[at] ?? null),
    ),
    bases: bases.map((basis) => basis?.revision ?? null),
    against,
    rows: controls
      .filter((control) => !isHeading(control, controls))
      .map((control) => rowOf(control, columns, before)),
    sections: sectionsOf(controls, columns),
  }
}

/** One assessment: what it asked, and what was answered. */
interface Column {
  readonly id: AssessmentId
  readonly controls: ReadonlyMap<string, Control>
  readonly asked: ReadonlySet<string>
  readonly results: ReadonlyMap<string, AssessmentResult | null>
}

/**
 * Those of the same before this one, the oldest first: as many of the latest as there is room for,
 * and among them the one that was asked for.
 */
async function earlierThan(
  db: Reader,
  head: AssessmentHead,
  wanted: AssessmentId | null,
): Promise<AssessmentHead[]> {
  const all = await assessmentsOfSubject(
    db,
    await familyOf(db, head.pinned.frameworkId),
    head.subject,
  )
  const earlier = all.filter((each) => each.id !== head.id && isBefore(each, head))
  const latest = earlier.slice(0, historyAtMost - 1)
  const chosen = earlier.find(({ id }) => id === wanted)
  const shown =
    chosen === undefined || latest.includes(chosen)
      ? latest
      : [...latest.slice(0, historyAtMost - 2), chosen]
  return shown.reverse()
}

/** By the last day; of two with the same one, by when they were started. */
function isBefore(one: AssessmentHead, other: AssessmentHead): boolean {
  const [ends, otherEnds] = [one.period.to, other.period.to]
  return ends < otherEnds || (ends === otherEnds && one.startedAt < other.startedAt)
}

/** A summary with what was approved of it; open findings and actions are those of today. */
function asApproved(summary: AssessmentSummary, basis: Basis | null): AssessmentSummary {
  if (basis === null) return summary
  const { report, versionId } = basis
  const { title, number, hash, isIntact } = report.checklist
  const pinned = { ...summary.pinned, id: versionId, title, number, hash, isIntact }
  return { ...summary, pinned, period: report.period, scopes: report.scopes, score: report.score }
}

async function columnsOf(
  db: Reader,
  heads: readonly AssessmentHead[],
  bases: readonly (Basis | null)[],
): Promise<Column[]> {
  const ids = heads.map(({ id }) => id)
  const answers = await answersOf(db, ids)
  const columns: Column[] = []
  for (const [at, { id, pinned, scopes }] of heads.entries()) {
    const basis = bases[at] ?? null
    const version = basis?.versionId ?? pinned.id
    const controls = askedOf(await controlsOf(db, version), basis?.report.scopes ?? scopes)
    const asked = answerable(controls)
    const given = (basis?.report.controls ?? answers.get(id) ?? []).filter(({ key }) =>
      asked.has(key),
    )
    columns.push({
      ...{ id, asked, controls: new Map(controls.map((control) => [control.key, control])) },
      results: new Map(given.map(({ key, result }) => [key, result])),
    })
  }
  return columns
}

/** Every control that one of them asked, as the latest of them says it. */
function latestOf(columns: readonly Column[]): Control[] {
  const latest = new Map<string, Control>()
  for (const { controls } of columns.toReversed()) {
    for (const [key, control] of controls) if (!latest.has(key)) latest.set(key, control)
  }
  return arranged([...latest.values()])
}

function rowOf(
  control: Control,
  columns: readonly Column[],
  before: Column | undefined,
): HistoryRow {
  const { key } = control
  const last = columns.at(-1)
  const cellIn = ({ asked, results }: Column): HistoryCell => ({
    ...{ asked: asked.has(key), result: results.get(key) ?? null },
  })
  const isHeld = before !== undefined && last !== undefined
  return {
    ...{ control, cells: columns.map(cellIn) },
    change: isHeld ? changeBetween(cellIn(before), cellIn(last)) : null,
    reworded: isHeld && isReworded(before.controls.get(key), last.controls.get(key)),
  }
}

function sectionsOf(
  controls: readonly Control[],
  columns: readonly Column[],
): AssessmentHistory['sections'] {
  const scores = columns.map((column) => {
    const own = sectionScores([...column.controls.values()], column.results)
    return new Map(own.map(({ title, score }) => [title.ms, score]))
  })
  const titles = new Map(controls.map(({ section }) => [section.ms, section]))
  return [...titles.values()].map((title) => ({
    title,
    scores: scores.map((column) => column.get(title.ms) ?? null),
  }))
}
