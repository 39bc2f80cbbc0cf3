import type { RedactionBox } from '#contract/attachmentRedaction'
import type { CopyFormat } from '../copy/format.ts'
import type { CopyOutcome } from '../copy/copy.ts'
import type { Asking } from './ask.ts'
import type { DocumentOutcome } from '../copy/document.ts'
import type { RedactedFormat } from '../redact/redact.ts'
import { CopyAnswer, DocumentAnswer, RedactAnswer } from './tasks.ts'
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

/** The same with boxes that are black; null when the picture cannot be decoded (any more). */
export async function redactIn(
  { pool, limits, signal }: Asking,
  picture: Decodable,
  format: RedactedFormat,
  boxes: readonly RedactionBox[],
): Promise<Uint8Array | null> {
  const outcome = await pool.run(
    { name: 'redact', picture, format, boxes: [...boxes], limits },
    { seconds: limits.secondsPerFile, signal, urgent: true },
  )
  return outcome.kind === 'done' ? RedactAnswer.parse(outcome.value) : null
}

/** The same of a PDF; one that takes longer than a file may is left as it is. */
export async function copyDocumentIn(
  { pool, limits, signal }: Asking,
  document: Decodable,
): Promise<DocumentOutcome> {
  const outcome = await pool.run(
    { name: 'copyDocument', picture: document, limits },
    { seconds: limits.secondsPerFile, signal, urgent: true },
  )
  return outcome.kind === 'done' ? DocumentAnswer.parse(outcome.value) : { kind: 'as-is' }
}
