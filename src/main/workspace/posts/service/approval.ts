import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import {
  wasApproved,
  type ApprovalRoutes,
  type ApprovalRound,
  type Outsider,
  type postApproval,
  type WaitingPost,
} from '#contract/postApproval'
import { DecisionId, RoundId, type PostId } from '#contract/postIds'
import type { Post } from '#contract/posts'
import type { PersonId, PlainDate, Sha256 } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { writeSetting } from '../../office/queries.ts'
import { listPeople } from '../../people/queries.ts'
import {
  authorsOf,
  authorsOfEach,
  firstSavedAt,
  insertDecision,
  insertRound,
  listRounds,
  openRounds,
  updateRound,
} from '../queries/approval.ts'
import { postsByIds } from '../queries/rows.ts'
import {
  askedFirst,
  decidersOf,
  mayDecide,
  standingOf,
  unheardOf,
  type Candidate,
} from '../rules/approval.ts'
import { isSameName, mayOutsiderSign } from '../rules/signer.ts'
import { approveBy } from './approveBy.ts'
import { become } from './becoming.ts'
import { openDeadlines } from './deadlineBook.ts'
import { refuseStopped } from './findings.ts'
import { refuseOutsider } from './outsiders.ts'
import { routeOf, routesInForce, routesSetting } from './routes.ts'
import { endRound } from './rounds.ts'
import { openRuleBook } from './ruleBook.ts'
import { allPresent, present } from './saving.ts'
import { takeBackPaperDecision } from './takingBack.ts'

type ApprovalCalls = Pick<
  typeof postApproval,
  | 'approvalRoutes'
  | 'changeApprovalRoutes'
  | 'approval'
  | 'waitingForMe'
  | 'askApproval'
  | 'withdrawApproval'
  | 'decide'
  | 'enterPaperDecision'
  | 'takeBackPaperDecision'
>

export const approvalHandlers: SliceHandlers<ApprovalCalls, Contexts> = {
  approvalRoutes: ({ db }) => routesInForce(db),

  async changeApprovalRoutes({ writer, record }, { routes }) {
    await writeSetting(writer, routesSetting, routes)
    record('setting', routesSetting, ['value'])
    return routes
  },

  async approval(context, { id }) {
    const { db } = context
    const post = await present(context, id)
    const rounds = await listRounds(db, id)
    const authors = await authorsOf(db, id)
    const people = await listPeople(db)
    const [newest] = rounds
    const may =
      newest === undefined || post.status !== 'in-review' ? [] : waitsFor(newest, authors, people)
    const approved = rounds.find(wasApproved)
    const step = newest?.steps[newest.step ?? 0]
    return {
      rounds,
      holds:
        approved === undefined
          ? null
          : approved.outcome === 'approved' && approved.contentHash === post.contentHash,
      authors,
      mayDecide: may,
      askedFirst: askedFirst(step, may, post.content.approverId),
      outsiders: step !== undefined && mayOutsiderSign(step, null, people),
      approveBy: await approveBy(db, post),
    }
  },

  async waitingForMe(context) {
    const { db, actor, clock } = context
    if (actor === null) return []
    const people = await listPeople(db)
    const rounds = await openRounds(db, 'all')
    // What all of them need is read once, however many wait.
    const book = await openDeadlines(db)
    const ids = rounds.map(({ postId }) => postId)
    const posts = new Map(
      (await postsByIds(db, ids, malaysianTime(clock.now()))).map((post) => [post.id, post]),
    )
    const authors = await authorsOfEach(db, ids)
    const waiting: WaitingPost[] = []
    for (const round of rounds) {
      const post = posts.get(round.postId)
      if (post === undefined) continue
      const may = waitsFor(round, authors.get(round.postId) ?? [], people)
      if (!may.includes(actor.id)) continue
      const { title, day, time, approverId } = post.content
      const { askedByName, askedAt, steps, step } = round
      if ((askedFirst(steps[step ?? 0], may, approverId) ?? actor.id) !== actor.id) continue
      waiting.push({
        ...{ id: post.id, title, day, time, askedByName, askedAt },
        step: steps[step ?? 0]?.name ?? '',
        approveBy: book.deadlinesOf(post.content)?.approveBy ?? null,
      })
    }
    return waiting
  },

  async askApproval(context, { ids }) {
    const routes = await routesInForce(context.db)
    const book = await openRuleBook(context.db)
    const posts = await allPresent(context, ids)
    refuseUnaskable(posts)
    await refuseStopped(context, book, posts)
    const unheard = new Set<string>()
    for (const post of posts) {
      for (const name of await ask(context, post, routes)) unheard.add(name)
    }
    return { unheard: [...unheard] }
  },

  async withdrawApproval(context, { id }) {
    const post = await present(context, id)
    await endRound(context, await waitingRound(context.db, id), 'withdrawn')
    await become(context, post, 'draft', 'approval')
    return {}
  },

  async decide(context, { id, contentHash, decision, comment }) {
    const who = { personId: context.actor.id, signedOn: null }
    await decideFor(context, id, contentHash, { ...who, outsider: null, decision, comment })
    return {}
  },

  async enterPaperDecision(context, { id, contentHash, signedBy, signedOn, ...said }) {
    const signed = { personId: signedBy, signedOn, ...said }
    return { decisionId: await decideFor(context, id, contentHash, signed) }
  },

  takeBackPaperDecision,
}

/** @throws WorkspaceError `posts.not-from-here`, `posts.text-missing` */
function refuseUnaskable(posts: readonly Post[]): void {
  for (const { status, missing } of posts) {
    if (status !== 'draft' && status !== 'changes-asked') {
      throw new WorkspaceError('posts.not-from-here')
    }
    if (missing.includes('text')) throw new WorkspaceError('posts.text-missing')
  }
}

/** Begins a round; answers the names of those the route names who may not decide about any post. */
async function ask(
  context: CommandContext,
  post: Post,
  routes: ApprovalRoutes,
): Promise<readonly string[]> {
  const { db, writer, newId, clock, actor, record } = context
  const route = await routeOf(db, routes, post.content)
  if (route === undefined) throw new WorkspaceError('posts.nobody-approves')
  const authors = await authorsOf(db, post.id)
  const people = await listPeople(db)
  const isOpen = route.steps.every((step) => decidersOf(step, authors, people).length > 0)
  if (!isOpen) throw new WorkspaceError('posts.nobody-approves')
  const id = RoundId.parse(newId())
  const at = clock.now()
  await insertRound(writer, {
    ...{ id, post_id: post.id, number: (await listRounds(db, post.id)).length + 1 },
    ...{ version: post.version, content_hash: post.contentHash },
    ...{ route_name: route.name, steps: JSON.stringify(route.steps) },
    ...{ asked_by: actor.id, asked_at: at, step: 0, outcome: null, ended_at: null },
    approved_at: null,
  })
  record('approval_round', id, ['post_id', 'version', 'content_hash', 'steps'])
  await become(context, post, 'in-review', 'approval')
  return unheardOf(route, people).map(({ name }) => name)
}

interface Said {
  /** Null: it is the outsider's. */
  readonly personId: PersonId | null
  readonly outsider: Outsider | null
  readonly decision: 'approve' | 'changes'
  readonly comment: string
  readonly signedOn: PlainDate | null
}

/**
 * One decision, and what follows from it for the round and the post. Somebody who is not on the list
 * of people may sign where the step lets them (`mayOutsiderSign`); where all of a step must speak,
 * that does not replace them.
 */
async function decideFor(
  context: CommandContext,
  id: PostId,
  seen: Sha256,
  said: Said,
): Promise<DecisionId> {
  const { db, writer, newId, clock, actor, record } = context
  const post = await present(context, id)
  if (post.status !== 'in-review') throw new WorkspaceError('posts.not-in-review')
  const today = malaysianTime(clock.now()).day
  if (said.signedOn !== null && said.signedOn > today) {
    throw new WorkspaceError('posts.day-in-future')
  }
  const round = await waitingRound(db, id)
  if (round.contentHash !== seen) throw new WorkspaceError('posts.other-text')
  const authors = await authorsOf(db, id)
  const people = await listPeople(db)
  if (said.personId !== null && authors.includes(said.personId)) {
    throw new WorkspaceError('posts.own-work')
  }
  if (said.outsider !== null) {
    refuseOutsider(said.outsider, round.steps[round.step ?? 0], authors, people)
  }
  if (said.signedOn !== null) {
    // Whoever wrote it does not also say what others signed.
    if (authors.includes(actor.id)) throw new WorkspaceError('posts.typed-by-author')
    const saved = await firstSavedAt(db, id, round.contentHash)
    if (saved !== null && said.signedOn < malaysianTime(saved).day) {
      throw new WorkspaceError('posts.signed-before-text')
    }
  }
  const spoke = round.decisions.some(
    ({ step, personId, personName }) =>
      step === round.step &&
      (said.outsider === null
        ? personId === said.personId
        : personId === null && isSameName(personName, said.outsider.name)),
  )
  if (spoke) throw new WorkspaceError('posts.already-decided')
  if (said.personId !== null && !waitsFor(round, authors, people).includes(said.personId)) {
    throw new WorkspaceError('posts.not-your-step')
  }
  if (said.decision === 'changes' && said.comment === '') {
    throw new WorkspaceError('posts.comment-missing')
  }
  // Something may have come into its way since approval was asked: a picture judged anew.
  if (said.decision === 'approve') {
    await refuseStopped(context, await openRuleBook(db), [post])
  }
  const decisionId = DecisionId.parse(newId())
  await insertDecision(writer, {
    ...{ id: decisionId, round_id: round.id, number: round.decisions.length + 1 },
    ...{ step: round.step ?? 0, decision: said.decision, comment: said.comment },
    ...{ person_id: said.personId, entered_by: actor.id, signed_on: said.signedOn },
    ...{ signer_name: said.outsider?.name ?? null, signer_post: said.outsider?.post ?? null },
    ...{ at: clock.now(), removed_at: null },
  })
  const whose = said.outsider === null ? ['person_id'] : ['signer_name', 'signer_post']
  record('approval_decision', decisionId, ['round_id', 'step', 'decision', ...whose])
  const decisions = [...round.decisions, { step: round.step ?? 0, ...said }]
  const standing = standingOf(round.steps, decisions, authors, people)
  if ('step' in standing) {
    await updateRound(writer, round.id, { step: standing.step })
    record('approval_round', round.id, ['step'])
    return decisionId
  }
  await endRound(context, round, standing.outcome)
  await become(context, post, standing.outcome, 'approval')
  return decisionId
}

function waitsFor(
  { steps, step, decisions }: ApprovalRound,
  authors: readonly PersonId[],
  people: readonly Candidate[],
): PersonId[] {
  return mayDecide(steps, step, decisions, authors, people)
}

async function waitingRound(db: Reader, id: PostId): Promise<ApprovalRound> {
  const [round] = await openRounds(db, [id])
  if (round === undefined) throw new WorkspaceError('posts.not-in-review')
  return round
}
