import { planningClauses } from '#contract/planning'
import type { PostFinding } from '#contract/postFindings'
import type { PostId } from '#contract/postIds'
import type { DeadlineSheet } from '#contract/postReports'
import { ownClause } from '#contract/reference'
import { listAccounts } from '../../accounts/queries.ts'
import type { QueryContext } from '../../context.ts'
import { checkPost } from './checking.ts'
import { openRuleBook } from './ruleBook.ts'
import { present } from './saving.ts'

const told: readonly PostFinding['rule'][] = [
  ...(['lead-time', 'lead-time-unplanned', 'production-late', 'approval-late'] as const),
]

/**
 * Why the deadlines of a post are when they are, as it is saved: each counted day by day, with the
 * clauses that its number of working days comes from.
 * @throws WorkspaceError `posts.unknown`, `posts.in-trash`
 */
export async function readDeadlineSheet(context: QueryContext, id: PostId): Promise<DeadlineSheet> {
  const { content, status, version } = await present(context, id)
  const book = await openRuleBook(context.db)
  const { findings, deadlines } = await checkPost(context, book, { id, status, content })
  const accounts = new Map((await listAccounts(context.db)).map((each) => [each.id, each.name]))
  const making = book.times.find(({ key }) => key === content.kind)?.clause ?? ownClause
  const upload = book.settings.uploadTakesADay ? [planningClauses.uploadTakesADay] : []
  const clauses = {
    planBy: [planningClauses.leadWorkingDays],
    beginBy: [making, ...upload],
    deliverBy: upload,
    approveBy: [planningClauses.approveWorkingDays],
  }
  const programme = content.programme
  return {
    ...{ title: content.title, version, status, kind: content.kind },
    accounts: content.accounts.flatMap(({ accountId }) => accounts.get(accountId) ?? []),
    programme:
      programme === null || programme.day === null
        ? null
        : { name: programme.name, day: programme.day },
    slot: deadlines?.slot ?? null,
    deadlines: (['planBy', 'beginBy', 'deliverBy', 'approveBy'] as const)
      .flatMap((step) => {
        const deadline = deadlines?.[step] ?? null
        return deadline === null ? [] : [{ step, deadline, clauses: clauses[step] }]
      })
      .toSorted((one, other) => (one.deadline.to < other.deadline.to ? -1 : 1)),
    findings: findings.filter(({ rule }) => told.includes(rule)),
  }
}
