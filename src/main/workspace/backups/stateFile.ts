import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Instant } from '#contract/values'
import { writeDurably } from '../files/durable.ts'

/** How backing up went on this computer, beside the backups: no path and no name in it. */
const KeptState = z.object({
  format: z.literal(1),
  lastFailure: z.object({ at: Instant, reason: z.string() }).nullable(),
  second: z.object({
    lastGoodAt: Instant.nullable(),
    failingSince: Instant.nullable(),
    reason: z.string().nullable(),
  }),
})
export type KeptState = z.infer<typeof KeptState>

const nothing: KeptState = {
  ...{ format: 1, lastFailure: null },
  second: { lastGoodAt: null, failingSince: null, reason: null },
}

const fileIn = (folder: string): string => join(folder, 'keadaan.json')

export function readKeptState(folder: string): KeptState {
  try {
    return KeptState.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    // Not there yet, or lost: it only tells what the next try will tell again.
    return nothing
  }
}

/** A disk that is full or gone is told by the backup itself; nothing waits for this file. */
export function writeKeptState(folder: string, change: Partial<KeptState>): void {
  try {
    writeDurably(fileIn(folder), `${JSON.stringify({ ...readKeptState(folder), ...change })}\n`)
  } catch {
    // The next try writes it.
  }
}
