import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Period, PostFilter } from '#contract/posts'
import { likeAnywhere } from '../../database/like.ts'
import type { Tables } from '../../database/schema.ts'
import { cameOut, stillToCome } from '../rules/completeness.ts'
import { unapproved } from '../rules/status.ts'
import type { Now } from './rows.ts'

type Posts = ExpressionBuilder<Tables, 'post'>

/** A choice of the filter that is counted by itself. */
export type FilterChoice = keyof Omit<PostFilter, 'search' | 'without' | 'unproven'>

/**
 * The condition that a filter means, over `post`.
 * @param but a choice that is left out, so that its own alternatives can be counted
 */
export function fits(filter: PostFilter, now: Now, but?: FilterChoice) {
  return (e: Posts): Expression<SqlBool> => {
    const parts: Expression<SqlBool>[] = wordsOf(filter.search).map(contains)
    const among = (choice: FilterChoice, column: ChoiceColumn, values: readonly string[]): void => {
      const orNone = filter.without.some((each) => each === choice)
      if (choice === but || (values.length === 0 && !orNone)) return
      parts.push(
        e.or([
          ...(values.length > 0 ? [e(column, 'in', values)] : []),
          ...(orNone ? [e(column, 'is', null)] : []),
        ]),
      )
    }
    among('phaseIds', 'post.phase_id', filter.phaseIds)
    among('statuses', 'post.status', filter.statuses)
    among('kinds', 'post.kind', filter.kinds)
    among('categories', 'post.category', filter.categories)
    among('ownerIds', 'post.owner_id', filter.ownerIds)
    among('approverIds', 'post.approver_id', filter.approverIds)
    const orNowhere = filter.without.includes('accountIds')
    if (but !== 'accountIds' && (filter.accountIds.length > 0 || orNowhere)) {
      parts.push(
        e.or([
          ...(filter.accountIds.length > 0 ? [isOn(filter.accountIds)(e)] : []),
          ...(orNowhere ? [isNowhere(e)] : []),
        ]),
      )
    }
    if (but !== 'incomplete' && filter.incomplete) {
      parts.push(e('post.incomplete', '=', 1), e('post.status', 'in', stillToCome))
    }
    if (but !== 'expired' && filter.expired) parts.push(isPast(now)(e))
    if (filter.unproven) parts.push(isUnproven(e))
    if (but !== 'inSeries' && filter.inSeries) parts.push(e('post.series_id', 'is not', null))
    return e.and(parts)
  }
}

/**
 * Whether a post is for one of the accounts. Asked of each post by itself: as a set of ids, SQLite
 * would begin with the accounts and read the long row of every post they ever had.
 */
function isOn(accounts: PostFilter['accountIds']) {
  return (e: Posts): Expression<SqlBool> =>
    e.exists(
      e
        .selectFrom('post_account as wanted')
        .select('wanted.post_id')
        .whereRef('wanted.post_id', '=', 'post.id')
        .where('wanted.account_id', 'in', accounts),
    )
}

/** Whether a post is for no account yet. */
export function isNowhere(e: Posts): Expression<SqlBool> {
  return e.not(
    e.exists(
      e
        .selectFrom('post_account as any_account')
        .select('any_account.post_id')
        .whereRef('any_account.post_id', '=', 'post.id'),
    ),
  )
}

/**
 * Whether a post came out on an account of which neither the address nor anything that was seen there
 * is kept: nobody can show later that it stood there.
 */
export function isUnproven(e: Posts): Expression<SqlBool> {
  return e.and([
    e('post.status', 'in', cameOut),
    e.exists(
      e
        .selectFrom('post_publication as bare')
        .select('bare.post_id')
        .whereRef('bare.post_id', '=', 'post.id')
        .where('bare.removed_at', 'is', null)
        .where('bare.skipped_reason', '=', '')
        .where('bare.url', '=', '')
        .where((of) =>
          of.not(
            of.exists(
              of
                .selectFrom('attachment')
                .select('attachment.id')
                .where('attachment.owner_kind', '=', 'publication')
                .whereRef('attachment.owner_id', '=', 'bare.id')
                .where('attachment.removed_at', 'is', null),
            ),
          ),
        ),
    ),
  ])
}

type ChoiceColumn =
  | 'post.phase_id'
  | 'post.status'
  | 'post.kind'
  | 'post.category'
  | 'post.owner_id'
  | 'post.approver_id'

/** The same as `isExpired` of a post's first slot, for the database. */
export function isPast(now: Now) {
  return slotPassed(now, 'post.first_day', 'post.first_time')
}

/** The same of the post's own slot, whether an account shares it or not. */
export function isOwnSlotPast(now: Now) {
  return slotPassed(now, 'post.day', 'post.time')
}

function slotPassed(now: Now, day: 'post.day' | 'post.first_day', time: TimeColumn) {
  const [at, when] = [sql.ref(day), sql.ref(time)]
  return (e: Posts): Expression<SqlBool> =>
    e.and([
      e('post.status', 'in', unapproved),
      // One bound for all of it: the index is read up to there.
      sql<SqlBool>`${at} <= ${now.day}`,
      e.or([sql<SqlBool>`${at} < ${now.day}`, sql<SqlBool>`${when} < ${now.time}`]),
    ])
}

type TimeColumn = 'post.time' | 'post.first_time'

/** Whether one of the slots at which a post is drawn (`shownSlots`) lies within a period. */
export function standsWithin({ from, to }: Period) {
  return (e: Posts): Expression<SqlBool> =>
    e.or([
      e.and([e('post.day', '>=', from), e('post.day', '<=', to), keepsOwnDay(e)]),
      e(
        'post.id',
        'in',
        e
          .selectFrom('post_account')
          .select('post_id')
          .where('post_account.day', '>=', from)
          .where('post_account.day', '<=', to),
      ),
    ])
}

/** Whether a post is drawn on its own day: it is unless every account has a day of its own. */
function keepsOwnDay(e: Posts): Expression<SqlBool> {
  const accounts = e
    .selectFrom('post_account as one')
    .select('one.post_id')
    .whereRef('one.post_id', '=', 'post.id')
  return e.or([
    e.not(e.exists(accounts.where('one.day', 'is not', null))),
    e.exists(accounts.where('one.day', 'is', null)),
  ])
}

/** Every word must occur somewhere in the post. */
function wordsOf(search: string): string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean)
}

function contains(word: string): Expression<SqlBool> {
  const pattern = likeAnywhere(word)
  return sql<SqlBool>`post.search_text like ${pattern} escape '\\'`
}
