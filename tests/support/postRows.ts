import { createHash, randomUUID } from 'node:crypto'
import type { AccountId } from '#contract/accounts'
import type { Phase } from '#contract/cycles'
import { blankContent, PostContent, PostKind } from '#contract/postContent'
import { PostId } from '#contract/postIds'
import { PostStatus } from '#contract/posts'
import {
  ClockTime,
  Instant,
  PlainDate,
  Sha256,
  type ImageId,
  type PersonId,
} from '#contract/values'
import type { Writer } from '../../src/main/workspace/database/schema.ts'
import { columnsOf } from '../../src/main/workspace/posts/queries/write.ts'
import type {
  PostAccountRow,
  PostImageRow,
  PostRow,
} from '../../src/main/workspace/posts/tables.ts'

const titles = [
  'Penutupan sementara Jambatan Sungai Pahang bagi kerja penyelenggaraan berkala',
  'Tahukah anda: cerun dipantau 24 jam sempena Monsun Timur Laut',
  'Majlis perasmian naik taraf Jalan Persekutuan 3',
  'Notis lencongan trafik di Kilometer 12, Jalan Kuantan–Segamat',
  'Ucapan takziah',
  'Kenali kami: makmal bahan JKR',
] as const

const categories = [null, 'info-rakyat', 'touch-point'] as const

/** The wave categories (JKR Promosi Waves), as a plan that is followed has them. */
const allCategories = [
  ...[
    'info-rakyat',
    'info-jkr',
    'touch-point',
    'feel-good',
    'edukatif',
    'bantuan-rakyat',
    'expert',
  ],
  null,
] as const

/** What a post of a plan that is followed may be, before its day and after it. */
const ahead = ['idea', 'draft', 'in-review', 'approved', 'ready', 'changes-asked', 'draft'] as const
const past = [...Array<'published'>(9).fill('published'), 'archived', 'cancelled', 'draft'] as const

/** What is written where, and how much of it. */
export interface Filling {
  readonly count: number
  readonly from: PlainDate
  readonly days: number
  readonly personId: PersonId
  readonly accountIds: readonly AccountId[]
  /** Four posts of five belong to the phase of their day. */
  readonly phases?: readonly Phase[]
  /** A plan as it is followed; without it every status and kind stands on every day. */
  readonly plan?: Plan
}

/** What makes a plan of posts look as one does: what is past is published, posters are on it. */
export interface Plan {
  readonly today: PlainDate
  readonly imageIds: readonly ImageId[]
}

/**
 * Writes posts straight into the tables, spread evenly over the days, of every kind and status, for
 * one to three accounts each; every 25th has no day, every 20th an account with a slot of its own.
 */
export async function writePosts(db: Writer, filling: Filling): Promise<void> {
  const first = Date.parse(`${filling.from}T00:00:00Z`)
  await db.transaction().execute(async (write) => {
    for (let start = 0; start < filling.count; start += 500) {
      const end = Math.min(filling.count, start + 500)
      const made = Array.from({ length: end - start }, (_, at) => {
        const place = start + at
        const days = Math.floor((place * filling.days) / filling.count)
        const day = new Date(first + days * 86_400_000).toISOString().slice(0, 10)
        return postRow(filling, place, PlainDate.parse(day))
      })
      await write
        .insertInto('post')
        .values(made.map(({ row }) => row))
        .execute()
      await write
        .insertInto('post_account')
        .values(made.flatMap(({ accounts }) => accounts))
        .execute()
      const images = made.flatMap((each) => each.images)
      if (images.length > 0) await write.insertInto('post_image').values(images).execute()
    }
  })
}

function postRow(
  { personId, accountIds, phases = [], plan }: Filling,
  place: number,
  day: PlainDate,
): { row: PostRow; accounts: PostAccountRow[]; images: PostImageRow[] } {
  const id = PostId.parse(randomUUID())
  const title = `${titles[place % titles.length] ?? ''} (${String(place + 1)})`
  const kind = PostKind.options[place % PostKind.options.length] ?? 'text'
  const hour = String(8 + (place % 10)).padStart(2, '0')
  const time = place % 4 === 0 ? null : ClockTime.parse(`${hour}:30`)
  const isPlanned = place % 25 !== 24
  const used = plan
    ? accountIds.filter((_, at) => (at * 7 + place) % accountIds.length < 1 + (place % 3))
    : accountIds.slice(place % 5, (place % 5) + 1 + (place % 3))
  const cover = plan && place % 3 > 0 ? plan.imageIds[place % plan.imageIds.length] : undefined
  const apart = place % 20 === 7
  const phase = phases.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
  const content: PostContent = PostContent.parse({
    ...blankContent(title, kind),
    ...{ day: isPlanned ? day : null, time: isPlanned ? time : null },
    text: place % (plan ? 7 : 3) === 0 ? '' : `Teks ${title}`,
    phaseId: place % 5 === 4 ? null : (phase?.id ?? null),
    category: pickFrom(plan ? allCategories : categories, place) ?? null,
    ownerId: place % 2 === 0 ? personId : null,
    accounts: used.map((accountId, at) => ({
      ...{ accountId, text: null },
      ...(apart && at === 0 ? { day, time: ClockTime.parse('21:00') } : { day: null, time: null }),
    })),
    images: cover ? [{ imageId: cover, altText: `Gambar ${title}` }] : [],
  })
  const at = Instant.parse('2026-11-01T00:00:00.000Z')
  const status = pickFrom(statusesFor(day, plan), place) ?? 'draft'
  return {
    row: {
      ...{ id, ...columnsOf(content), status, status_at: at, status_reason: '' },
      ...{ held_from: status === 'on-hold' ? 'draft' : null, version: 1 },
      status_changes: 0,
      content_hash: Sha256.parse(createHash('sha256').update(id).digest('hex')),
      ...{ created_by: personId, created_at: at, changed_at: at, trashed_at: null },
      ...{ series_id: null, series_day: null },
    },
    accounts: content.accounts.map((account, order) => ({
      ...{ post_id: id, account_id: account.accountId, place: order, body: account.text },
      ...{ day: account.day, time: account.time },
    })),
    images: content.images.map(({ imageId, altText }, order) => ({
      ...{ post_id: id, image_id: imageId, place: order, alt_text: altText },
    })),
  }
}

function statusesFor(day: PlainDate, plan: Plan | undefined): readonly PostStatus[] {
  if (plan === undefined) return PostStatus.options
  return day < plan.today ? past : ahead
}

function pickFrom<T>(all: readonly T[], place: number): T | undefined {
  return all[place % all.length]
}
