import type { CopyFormat } from '../copy/format.ts'
import type { CopyOutcome } from '../copy/copy.ts'
import type { Asking } from './ask.ts'
import { CopyAnswer } from './tasks.ts'
import type { Decodable } from './tasks.ts'

/** Somebody waits for it; what outlasts its time is unreadable. */
export async function copyIn(
  { pool, limits, signal }: Asking,
  picture: Decodable,
  format: CopyFormat,
): Promise<CopyOutcome> {
  const outcome = await pool.run(
    { name: 'copy', picture, format, limits },
    { seconds: limits.secondsPerFile, signal, urgent: true },
  )
  if (outcome.kind !== 'done') return { kind: 'failed', why: 'unreadable' }
  return CopyAnswer.parse(outcome.value)
}
