import type { HeldBy } from '#contract/postHeld'
import type { Reader } from '../../database/schema.ts'
import { addDays } from '../../days/rules/dates.ts'
import type { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { listAllowances } from '../queries/allowances.ts'
import { postsByIds } from '../queries/rows.ts'
import type { ReadySlot } from '../queries/today.ts'
import { heldBy, holdsAny, openHolding } from './holding.ts'

/**
 * What keeps some ready posts from being published on their accounts, by today and tomorrow: their
 * slots, or today where a slot is gone by. Read only where anything holds at all.
 */
export async function openHeldSlots(
  db: Reader,
  slots: readonly ReadySlot[],
  now: ReturnType<typeof malaysianTime>,
): Promise<(slot: ReadySlot) => HeldBy | null> {
  if (slots.length === 0) return () => null
  const holding = await openHolding(db, now.day, addDays(now.day, 1))
  if (!holdsAny(holding)) return () => null
  const ids = [...new Set(slots.map(({ id }) => id))]
  const posts = new Map(
    await Promise.all(
      (await postsByIds(db, ids, now)).map(
        async (post) => [post.id, { post, allowed: await listAllowances(db, post.id) }] as const,
      ),
    ),
  )
  return ({ id, accountId, day }) => {
    const found = posts.get(id)
    if (found === undefined) return null
    const on = day !== null && day > now.day ? day : now.day
    return heldBy(holding, found.post, found.allowed, accountId, [on])
  }
}
