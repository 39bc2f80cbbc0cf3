import { z } from 'zod'
import { ApprovalStep, type ApprovalRound, type Decision } from '#contract/postApproval'
import { DecisionId, type PostId, type RoundId } from '#contract/postIds'
import type { Instant, PersonId, Sha256 } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import { nothingBound } from '../rules/contentHash.ts'
import type { ApprovalDecisionRow, ApprovalRoundRow } from '../tables.ts'
import { groupByPost } from './groupByPost.ts'

const Steps = z.array(ApprovalStep)

/** Every asking for approval of a post, the newest first, with its decisions in their order. */
export async function listRounds(db: Reader, postId: PostId): Promise<ApprovalRound[]> {
  const rows = await db
    .selectFrom('approval_round')
    .innerJoin('person', 'person.id', 'approval_round.asked_by')
    .selectAll('approval_round')
    .select('person.name as asked_by_name')
    .where('post_id', '=', postId)
    .orderBy('number', 'desc')
    .orderBy('approval_round.id')
    .execute()
  const decisions = await listDecisions(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => toRound(row, decisions.get(row.id) ?? []))
}

/** The round of each post in review: what is on hold or cancelled waits for nobody. */
export async function openRounds(
  db: Reader,
  postIds: readonly PostId[] | 'all',
): Promise<ApprovalRound[]> {
  const rows = await db
    .selectFrom('approval_round')
    .innerJoin('person', 'person.id', 'approval_round.asked_by')
    .innerJoin('post', 'post.id', 'approval_round.post_id')
    .selectAll('approval_round')
    .select('person.name as asked_by_name')
    .where('approval_round.outcome', 'is', null)
    .where('post.trashed_at', 'is', null)
    .where('post.status', '=', 'in-review')
    .$if(postIds !== 'all', (q) => q.where('post_id', 'in', postIds === 'all' ? [] : postIds))
    .orderBy('asked_at')
    .orderBy('approval_round.id')
    .execute()
  const decisions = await listDecisions(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => toRound(row, decisions.get(row.id) ?? []))
}

/** Who wrote the words or chose the pictures that stand in a post: one of `authorsOfEach`. */
export async function authorsOf(db: Reader, postId: PostId): Promise<PersonId[]> {
  return (await authorsOfEach(db, [postId])).get(postId) ?? []
}

/**
 * Who wrote the words or chose the pictures that stand in each post: whoever began it, whoever saved
 * a version that changed what an approval is bound to, and whoever first saved the same words and
 * pictures in any post, as a copy of a post is still the work of its author.
 */
export async function authorsOfEach(
  db: Reader,
  postIds: readonly PostId[],
): Promise<ReadonlyMap<PostId, PersonId[]>> {
  if (postIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('post_version')
    .select(['post_id', 'saved_by', 'content_hash'])
    .where('post_id', 'in', postIds)
    .orderBy('post_id')
    .orderBy('number')
    .execute()
  const first = await firstWriters(db, postIds)
  return new Map(
    [...groupByPost(rows)].map(([id, versions]) => {
      const wrote = versions.filter(
        (row, index) => versions[index - 1]?.content_hash !== row.content_hash,
      )
      const before = wrote.flatMap(({ content_hash }) => first.get(content_hash) ?? [])
      return [id, [...new Set([...wrote.map(({ saved_by }) => saved_by), ...before])]]
    }),
  )
}

/**
 * For all words and pictures these posts ever held, whoever first saved them anywhere; all of those
 * who did at that instant. By the hash of them.
 */
async function firstWriters(
  db: Reader,
  postIds: readonly PostId[],
): Promise<ReadonlyMap<Sha256, PersonId[]>> {
  const rows = await db
    .selectFrom('post_version')
    .innerJoin(
      (q) =>
        q
          .selectFrom('post_version')
          .select(['content_hash as hash', (e) => e.fn.min('saved_at').as('at')])
          .where('content_hash', '!=', nothingBound)
          .where('content_hash', 'in', (e) =>
            e.selectFrom('post_version').select('content_hash').where('post_id', 'in', postIds),
          )
          .groupBy('content_hash')
          .as('earliest'),
      (join) =>
        join
          .onRef('earliest.hash', '=', 'post_version.content_hash')
          .onRef('earliest.at', '=', 'post_version.saved_at'),
    )
    .select(['content_hash', 'saved_by'])
    .distinct()
    .orderBy('content_hash')
    .orderBy('saved_by')
    .execute()
  const byHash = new Map<Sha256, PersonId[]>()
  for (const { content_hash, saved_by } of rows) {
    byHash.set(content_hash, [...(byHash.get(content_hash) ?? []), saved_by])
  }
  return byHash
}

/** When a post first held these words and pictures; null: never. */
export async function firstSavedAt(
  db: Reader,
  postId: PostId,
  hash: Sha256,
): Promise<Instant | null> {
  const row = await db
    .selectFrom('post_version')
    .select('saved_at')
    .where('post_id', '=', postId)
    .where('content_hash', '=', hash)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return row?.saved_at ?? null
}

export async function insertRound(db: Writer, row: ApprovalRoundRow): Promise<void> {
  await db.insertInto('approval_round').values(row).execute()
}

export async function updateRound(
  db: Writer,
  id: RoundId,
  changes: Partial<Pick<ApprovalRoundRow, 'step' | 'outcome' | 'ended_at' | 'approved_at'>>,
): Promise<void> {
  await db.updateTable('approval_round').set(changes).where('id', '=', id).execute()
}

export async function insertDecision(db: Writer, row: ApprovalDecisionRow): Promise<void> {
  await db.insertInto('approval_decision').values(row).execute()
}

export async function removeDecision(db: Writer, id: DecisionId, at: Instant): Promise<void> {
  await db.updateTable('approval_decision').set({ removed_at: at }).where('id', '=', id).execute()
}

/** The post and the round of a decision that was not taken back; null when there is none. */
export async function placeOfDecision(
  db: Reader,
  id: DecisionId,
): Promise<{ readonly postId: PostId; readonly roundId: RoundId } | null> {
  const row = await db
    .selectFrom('approval_decision')
    .innerJoin('approval_round', 'approval_round.id', 'approval_decision.round_id')
    .select(['approval_round.post_id', 'approval_round.id'])
    .where('approval_decision.id', '=', id)
    .where('approval_decision.removed_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : { postId: row.post_id, roundId: row.id }
}

async function listDecisions(
  db: Reader,
  rounds: readonly RoundId[],
): Promise<ReadonlyMap<RoundId, Decision[]>> {
  const byRound = new Map<RoundId, Decision[]>()
  if (rounds.length === 0) return byRound
  const rows = await db
    .selectFrom('approval_decision')
    .innerJoin('person as typist', 'typist.id', 'approval_decision.entered_by')
    .leftJoin('person', 'person.id', 'approval_decision.person_id')
    .selectAll('approval_decision')
    .select(['person.name as person_name', 'typist.name as typist_name'])
    .where('round_id', 'in', rounds)
    .where('removed_at', 'is', null)
    .orderBy('number')
    .orderBy('approval_decision.id')
    .execute()
  for (const row of rows) {
    const decisions = byRound.get(row.round_id) ?? []
    byRound.set(row.round_id, decisions)
    decisions.push({
      id: DecisionId.parse(row.id),
      step: row.step,
      decision: row.decision,
      comment: row.comment,
      personId: row.person_id,
      personName: row.person_name ?? row.signer_name ?? '',
      at: row.at,
      onPaper:
        row.signed_on === null
          ? null
          : {
              ...{ signedOn: row.signed_on, enteredByName: row.typist_name },
              signerPost: row.signer_post,
            },
    })
  }
  return byRound
}

function toRound(
  row: ApprovalRoundRow & { readonly asked_by_name: string },
  decisions: Decision[],
): ApprovalRound {
  return {
    id: row.id,
    postId: row.post_id,
    version: row.version,
    contentHash: row.content_hash,
    routeName: row.route_name,
    steps: Steps.parse(JSON.parse(row.steps)),
    askedBy: row.asked_by,
    askedByName: row.asked_by_name,
    askedAt: row.asked_at,
    step: row.step,
    outcome: row.outcome,
    endedAt: row.ended_at,
    approvedAt: row.approved_at,
    decisions,
  }
}
