import { recurring } from '#contract/complaintFigures'
import {
  defaultRiseRule,
  RiseRule,
  Subject,
  type Explanation,
  type FigureQuestion,
} from '#contract/complaintOverview'
import type { ComplaintId } from '#contract/complaintFields'
import { ComplaintFilter } from '#contract/complaints'
import type { PostId } from '#contract/postIds'
import type { Reader, Writer } from '../../database/schema.ts'
import { readSetting } from '../../office/queries.ts'
import { fits, type FilterBasis } from './filter.ts'
import type { PlacedRow } from '../rules/recurring.ts'
import type { ComplaintExplanationRow } from '../exchangeTables.ts'

/** Under which name the rule is kept. */
export const riseSetting = 'complaints.rise'

/** The rule in force: the office's, or the one a workspace begins with. */
export async function readRiseRule(db: Reader): Promise<RiseRule> {
  return (await readSetting(db, riseSetting, RiseRule)) ?? defaultRiseRule
}

/** Everything that may recur, of some days. */
export function placedComplaints(
  db: Reader,
  { from, to, states, kinds }: FigureQuestion,
): Promise<PlacedRow[]> {
  return db
    .selectFrom('complaint')
    .select(['received_day', 'road', 'from_metres', 'state', 'district', 'kind', 'sub_kind'])
    .where('received_day', '>=', from)
    .where('received_day', '<=', to)
    .where('status', 'in', recurring)
    .$if(states.length > 0, (q) => q.where('state', 'in', states))
    .$if(kinds.length > 0, (q) => q.where('kind', 'in', kinds))
    .execute()
}

/** A subject as it is kept and compared. */
export function subjectKey(subject: Subject): string {
  return JSON.stringify(Subject.parse(subject))
}

/** What posts were made to explain, the newest first; of posts that are not in the trash. */
export async function listExplanations(db: Reader): Promise<
  {
    readonly subject: Subject
    readonly filter: ComplaintFilter
    readonly explanation: Explanation
  }[]
> {
  const rows = await db
    .selectFrom('complaint_explanation')
    .innerJoin('post', 'post.id', 'complaint_explanation.post_id')
    .select(['complaint_explanation.about', 'complaint_explanation.at'])
    .select('complaint_explanation.filter')
    .select(['post.id', 'post.title', 'post.status', 'post.first_day as day'])
    .where('post.trashed_at', 'is', null)
    .orderBy('complaint_explanation.at', 'desc')
    .orderBy('complaint_explanation.id')
    .execute()
  return rows.map(({ about, filter, id, title, status, day, at }) => ({
    subject: Subject.parse(JSON.parse(about)),
    filter: ComplaintFilter.parse(JSON.parse(filter)),
    explanation: { postId: id, title, status, day, at },
  }))
}

/** Which of some filters leave a complaint, by their places. */
export async function filtersOf(
  db: Reader,
  id: ComplaintId,
  filters: readonly ComplaintFilter[],
  basis: FilterBasis,
): Promise<boolean[]> {
  if (filters.length === 0) return []
  const row = await db
    .selectFrom('complaint')
    .select((e) =>
      filters.map((filter, place) =>
        e.fn.countAll<number | string>().filterWhere(fits(filter, basis)).as(`fits_${place}`),
      ),
    )
    .where('complaint.id', '=', id)
    .$castTo<Record<string, number | string>>()
    .executeTakeFirstOrThrow()
  return filters.map((_, place) => Number(row[`fits_${place}`]) > 0)
}

/** What one post was made to explain, the newest first. */
export async function explainedBy(db: Reader, postId: PostId) {
  const rows = await db
    .selectFrom('complaint_explanation')
    .selectAll()
    .where('post_id', '=', postId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ about, filter, count, at }) => ({
    subject: Subject.parse(JSON.parse(about)),
    filter: ComplaintFilter.parse(JSON.parse(filter)),
    ...{ count, at },
  }))
}

export async function insertExplanation(db: Writer, row: ComplaintExplanationRow): Promise<void> {
  await db.insertInto('complaint_explanation').values(row).execute()
}
