import type { SliceHandlers } from '#contract/call'
import { cases } from '#contract/complaintCases'
import {
  cheerfulDays,
  riseDays,
  type complaintOverview,
  type FigureQuestion,
  type Recurrence,
  type Recurrences,
} from '#contract/complaintOverview'
import { WorkspaceError } from '#contract/errors'
import { listAccounts } from '../../accounts/queries.ts'
import type { Contexts, QueryContext } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { addDays } from '../../days/rules/dates.ts'
import { writeSetting } from '../../office/queries.ts'
import { plannedOf } from '../../posts/queries/plannedOf.ts'
import { findPost } from '../../posts/queries/rows.ts'
import { itemsOf } from '../../reference/queries.ts'
import {
  explainedBy,
  insertExplanation,
  listExplanations,
  placedComplaints,
  readRiseRule,
  riseSetting,
  subjectKey,
} from '../queries/recurrences.ts'
import { placeMatch } from '../rules/cheerful.ts'
import { recurringPlaces, risingKinds, type Recurring } from '../rules/recurring.ts'

/** What is complained of again and again, and the posts that explain it. */
export const recurrenceHandlers: SliceHandlers<
  Omit<typeof complaintOverview, 'overview'>,
  Contexts
> = {
  recurrences: (context, scope) => recurrencesOf(context, scope),

  async cheerfulPosts({ db, clock }, { subject, state }) {
    const now = malaysianTime(clock.now())
    const categories = (await itemsOf(db, 'wave-categories', true))
      .filter(({ cheerful }) => cheerful)
      .map(({ key }) => key)
    const period = { from: now.day, to: addDays(now.day, cheerfulDays) }
    const stateOf = new Map((await listAccounts(db)).map((account) => [account.id, account.state]))
    const planned = await plannedOf(db, categories, period, now)
    return planned.flatMap(({ id, content, status }) => {
      const { category, programme, accounts } = content
      const states = [
        ...accounts.map(({ accountId }) => stateOf.get(accountId) ?? null),
        programme?.state ?? null,
      ].filter((each) => each !== null)
      const match = placeMatch(content, states, subject, state)
      const days = [content.day, ...accounts.map((each) => each.day)]
      const day = days.filter((each) => each !== null).toSorted()[0] ?? null
      if (match === null || category === null || day === null) return []
      return [{ postId: id, title: content.title, status, day, category, match }]
    })
  },

  async changeRiseRule({ writer, record }, rule) {
    await writeSetting(writer, riseSetting, rule)
    record('setting', riseSetting, ['value'])
    return rule
  },

  async keepExplanation({ db, writer, newId, clock, actor, record }, explained) {
    const { postId, subject, filter, count } = explained
    const post = await findPost(db, postId, malaysianTime(clock.now()))
    if (post === null || post.trashedAt !== null) throw new WorkspaceError('posts.unknown')
    const [id, at] = [newId(), clock.now()]
    await insertExplanation(writer, {
      ...{ id, post_id: postId, about: subjectKey(subject), filter: JSON.stringify(filter) },
      ...{ count, at, by_id: actor.id },
    })
    record('complaint_explanation', id, ['post_id', 'about', 'filter', 'count'])
    return { postId, title: post.content.title, status: post.status, day: post.content.day, at }
  },

  explainedBy: ({ db }, { postId }) => explainedBy(db, postId),
}

/** What recurs in the last days, up to today. */
export async function recurrencesOf(
  { db, clock }: Pick<QueryContext, 'db' | 'clock'>,
  scope: Pick<FigureQuestion, 'states' | 'kinds'>,
): Promise<Recurrences> {
  const to = malaysianTime(clock.now()).day
  const from = addDays(to, 1 - riseDays.recent)
  const first = addDays(from, -riseDays.before)
  const rule = await readRiseRule(db)
  const rows = await placedComplaints(db, { ...scope, from: first, to })
  const recent = rows.filter((row) => row.received_day >= from)
  const before = rows.filter((row) => row.received_day < from)
  const explanations = await listExplanations(db)
  const whole = ({ subject, ...rates }: Recurring): Recurrence => ({
    ...{ subject, ...rates },
    filter: cases.subject({ ...scope, from, to }, subject),
    explanations: explanations
      .filter((each) => subjectKey(each.subject) === subjectKey(subject))
      .map(({ explanation }) => explanation),
  })
  return {
    ...{ from, to, rule },
    places: recurringPlaces(recent, before, rule).map(whole),
    kinds: risingKinds(recent, before, rule).map(whole),
  }
}
