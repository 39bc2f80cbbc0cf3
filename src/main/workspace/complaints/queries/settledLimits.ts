import { z } from 'zod'
import { open } from '#contract/complaintStatus'
import type { Writer } from '../../database/schema.ts'
import { readerOf } from '../../database/schema.ts'
import type { KeptLimits } from '../rules/judged.ts'

/** As they stand in a row; which limits they are is of no matter here. */
const Stored = z.record(z.string(), z.unknown())

/**
 * Keeps, of everything settled under a set, the limits that the set had; what was kept before stays.
 * They are few different ones, so that this is a handful of statements at any size.
 */
export async function keepLimitsOfSettled(
  writer: Writer,
  set: string,
  limits: KeptLimits,
): Promise<void> {
  const found = await readerOf(writer)
    .selectFrom('complaint')
    .select('kept_limits')
    .distinct()
    .where('clock_set', '=', set)
    .where('status', 'not in', open)
    .execute()
  for (const { kept_limits: stored } of found) {
    const kept = JSON.stringify({ ...limits, ...Stored.parse(JSON.parse(stored)) })
    if (kept === stored) continue
    await writer
      .updateTable('complaint')
      .set({ kept_limits: kept })
      .where('clock_set', '=', set)
      .where('status', 'not in', open)
      .where('kept_limits', '=', stored)
      .execute()
  }
}
