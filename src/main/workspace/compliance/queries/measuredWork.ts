import type { AccountId } from '#contract/accounts'
import type { AssessmentPeriod } from '#contract/assessmentSubjects'
import { Programme } from '#contract/postContent'
import type { CorrectionId, PostId } from '#contract/postIds'
import type { ClockTime, Instant, PersonId, PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import type { Captioned } from '../../posts/rules/texts.ts'
import { byChunks } from './byChunks.ts'
import { accountsOfPosts, concerns, type Scope } from './measuredPosts.ts'

/** What went out with pictures, as its words are judged. */
export interface PublishedText extends Captioned {
  readonly id: PostId
  readonly hashtags: readonly string[]
  /** Its accounts: those of which somebody recorded what was posted have that for their text. */
  readonly accounts: readonly {
    readonly accountId: AccountId
    readonly text: string | null
    readonly isPosted: boolean
  }[]
}

/**
 * The words of some posts, on each of their accounts: what was posted within the period where that
 * was recorded, else what was to be.
 */
export async function publishedTexts(
  db: Reader,
  ids: readonly PostId[],
  period: AssessmentPeriod,
): Promise<PublishedText[]> {
  const rows = await byChunks(ids, (some) =>
    db
      .selectFrom('post')
      .select(['id', 'kind', 'body', 'hashtags', 'programme'])
      .where('id', 'in', some)
      .orderBy('id')
      .execute(),
  )
  const own = await byChunks(ids, (some) =>
    db
      .selectFrom('post_account')
      .select(['post_id', 'account_id', 'body'])
      .where('post_id', 'in', some)
      .orderBy('post_id')
      .orderBy('place')
      .execute(),
  )
  const posted = await postedTexts(db, ids, period)
  const accounts = new Map<PostId, PublishedText['accounts'][number][]>()
  for (const [postId, texts] of posted) {
    accounts.set(
      postId,
      texts.map((each) => ({ ...each, isPosted: true })),
    )
  }
  for (const { post_id, account_id, body } of own) {
    const of = accounts.get(post_id) ?? []
    accounts.set(post_id, of)
    // Posted twice and recorded once, the record still says more than the plan.
    if (of.some(({ accountId, isPosted }) => isPosted && accountId === account_id)) continue
    of.push({ accountId: account_id, text: body, isPosted: false })
  }
  return rows.map(({ id, kind, body, hashtags, programme }) => ({
    ...{ id, kind, text: body, accounts: accounts.get(id) ?? [] },
    hashtags: JSON.parse(hashtags) as string[],
    programme: programme === null ? null : Programme.parse(JSON.parse(programme)),
  }))
}

/** What somebody recorded as posted within the period; withdrawn records and skipped accounts are not. */
async function postedTexts(
  db: Reader,
  ids: readonly PostId[],
  { from, to }: AssessmentPeriod,
): Promise<Map<PostId, { accountId: AccountId; text: string }[]>> {
  const rows = await byChunks(ids, (some) =>
    db
      .selectFrom('post_publication')
      .select(['post_id', 'account_id', 'posted_text'])
      .where('post_id', 'in', some)
      .where('posted_text', 'is not', null)
      .where('removed_at', 'is', null)
      .where('skipped_reason', '=', '')
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('post_id')
      .orderBy('day')
      .orderBy('id')
      .execute(),
  )
  const posted = new Map<PostId, { accountId: AccountId; text: string }[]>()
  for (const { post_id, account_id, posted_text } of rows) {
    const of = posted.get(post_id) ?? []
    posted.set(post_id, of)
    of.push({ accountId: account_id, text: posted_text ?? '' })
  }
  return posted
}

/** A yes of somebody in a round that ended approved, and was not withdrawn with its post. */
export interface Approval {
  readonly postId: PostId
  readonly approvedAt: Instant
  /** Null: somebody who is not on the list of people, who signed on paper. */
  readonly personId: PersonId | null
  readonly name: string
}

/** Every approval of some posts, in their order. */
export async function approvalsOf(db: Reader, ids: readonly PostId[]): Promise<Approval[]> {
  const rows = await byChunks(ids, (some) =>
    db
      .selectFrom('approval_round')
      .innerJoin('approval_decision', 'approval_decision.round_id', 'approval_round.id')
      .leftJoin('person', 'person.id', 'approval_decision.person_id')
      .select(['approval_round.post_id', 'approval_round.approved_at'])
      .select(['approval_decision.person_id', 'approval_decision.signer_name', 'person.name'])
      .where('approval_round.approved_at', 'is not', null)
      .where('approval_round.outcome', '!=', 'withdrawn')
      .where('approval_decision.decision', '=', 'approve')
      .where('approval_decision.removed_at', 'is', null)
      .where('approval_round.post_id', 'in', some)
      .orderBy('approval_round.post_id')
      .orderBy('approval_round.approved_at')
      .orderBy('approval_decision.number')
      .orderBy('approval_decision.id')
      .execute(),
  )
  return rows.flatMap(({ post_id, approved_at, person_id, name, signer_name }) =>
    approved_at === null
      ? []
      : [
          {
            ...{ postId: post_id, approvedAt: approved_at, personId: person_id },
            name: name ?? signer_name ?? '',
          },
        ],
  )
}

/** What was put right. */
export interface CorrectedPost {
  readonly id: CorrectionId
  readonly postId: PostId
  readonly title: string
  readonly accounts: readonly AccountId[]
  readonly people: readonly PersonId[]
  readonly day: PlainDate
  readonly time: ClockTime | null
  readonly apology: string
  /** Where the post came out first; null: nobody recorded it. */
  readonly outOn: PlainDate | null
}

/** Corrections of the period; one that names no account is of all accounts of its post. */
export async function correctionsIn(
  db: Reader,
  { from, to }: AssessmentPeriod,
  scope: Scope,
): Promise<CorrectedPost[]> {
  const rows = await db
    .selectFrom('post_correction')
    .innerJoin('post', 'post.id', 'post_correction.post_id')
    .select(['post_correction.id', 'post_correction.post_id', 'post_correction.account_id'])
    .select(['post_correction.day', 'post_correction.time', 'post_correction.apology'])
    .select(['post.title', 'post.owner_id', 'post.designer_id', 'post.created_by'])
    .select((e) =>
      e
        .selectFrom('post_publication')
        .select((inner) => inner.fn.min<PlainDate | null>('post_publication.day').as('day'))
        .whereRef('post_publication.post_id', '=', 'post.id')
        .where('post_publication.removed_at', 'is', null)
        .where('post_publication.skipped_reason', '=', '')
        .as('out_on'),
    )
    .where('post_correction.removed_at', 'is', null)
    .where('post.trashed_at', 'is', null)
    .where('post_correction.day', '>=', from)
    .where('post_correction.day', '<=', to)
    .where((e) => concerns(scope)(e))
    .orderBy('post_correction.day')
    .orderBy('post_correction.id')
    .execute()
  const accounts = await accountsOfPosts(
    db,
    rows.map(({ post_id }) => post_id),
  )
  return rows.map((row) => {
    const people = [row.owner_id, row.designer_id, row.created_by].filter((id) => id !== null)
    return {
      ...{ id: row.id, postId: row.post_id, title: row.title, day: row.day, time: row.time },
      ...{ apology: row.apology, outOn: row.out_on, people: [...new Set(people)] },
      accounts: row.account_id === null ? (accounts.get(row.post_id) ?? []) : [row.account_id],
    }
  })
}
