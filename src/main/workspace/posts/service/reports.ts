import type { SliceHandlers } from '#contract/call'
import type { ApprovalRound } from '#contract/postApproval'
import type { PostId } from '#contract/postIds'
import type { ApprovalSheet, postReports } from '#contract/postReports'
import type { Post } from '#contract/posts'
import type { PersonId } from '#contract/values'
import { listAccounts } from '../../accounts/queries.ts'
import type { Contexts, QueryContext } from '../../context.ts'
import { listPeople } from '../../people/queries.ts'
import { authorsOf, listRounds } from '../queries/approval.ts'
import { approveBy } from './approveBy.ts'
import { readDeadlineSheet } from './deadlineSheet.ts'
import { routeOf, routesInForce } from './routes.ts'
import { present } from './saving.ts'

/** What is printed of posts. */
export const reportHandlers: SliceHandlers<typeof postReports, Contexts> = {
  approvalSheet: (context, { id }) => approvalSheetOf(context, id),

  async approvalSheets(context, { ids }) {
    const sheets: ApprovalSheet[] = []
    for (const id of new Set(ids)) sheets.push(await approvalSheetOf(context, id))
    return sheets
  },

  deadlineSheet: (context, { id }) => readDeadlineSheet(context, id),
}

/** @throws WorkspaceError `posts.unknown`, `posts.in-trash` */
async function approvalSheetOf(context: QueryContext, id: PostId): Promise<ApprovalSheet> {
  const { db } = context
  const post = await present(context, id)
  const people = new Map((await listPeople(db)).map((each) => [each.id, each.name]))
  const names = (ids: readonly PersonId[]) => ids.flatMap((each) => people.get(each) ?? [])
  const accounts = new Map((await listAccounts(db)).map((each) => [each.id, each]))
  const round = roundOf(post, await listRounds(db, id))
  const route = await routeOf(db, await routesInForce(db), post.content)
  const steps = round?.steps ?? route?.steps ?? []
  return {
    post,
    accounts: post.content.accounts.flatMap(({ accountId, text }) => {
      const account = accounts.get(accountId)
      if (account === undefined) return []
      return [{ id: accountId, name: account.name, channel: account.channel, ownText: text }]
    }),
    authors: names(await authorsOf(db, id)),
    approveBy: await approveBy(db, post),
    steps: steps.map(({ name, need, people: named }, place) => ({
      ...{ name, need, people: names(named) },
      decisions: (round?.decisions ?? []).filter(({ step }) => step === place),
    })),
  }
}

/** The newest round, if what it is about is what stands there now. */
function roundOf(post: Post, [newest]: readonly ApprovalRound[]): ApprovalRound | null {
  if (newest === undefined || newest.contentHash !== post.contentHash) return null
  return newest.outcome === null || newest.outcome === 'approved' ? newest : null
}
