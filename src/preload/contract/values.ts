import { z } from 'zod'

/** A moment in time: ISO 8601 in UTC with milliseconds, `2026-11-21T13:05:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** A calendar day in Malaysia (UTC+8), `2026-11-21`, without a time. */
export const PlainDate = z.iso.date().brand<'PlainDate'>()
export type PlainDate = z.infer<typeof PlainDate>

/** A time of day in Malaysia on the 24-hour clock, `09:30`. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'ClockTime'>()
export type ClockTime = z.infer<typeof ClockTime>

export const PersonId = z.uuid().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

/** One run of the image checker over what was dropped together. */
export const BatchId = z.uuid().brand<'BatchId'>()
export type BatchId = z.infer<typeof BatchId>

/** One file looked at within a batch. */
export const CheckId = z.uuid().brand<'CheckId'>()
export type CheckId = z.infer<typeof CheckId>

/** One picture kept in the library. */
export const ImageId = z.uuid().brand<'ImageId'>()
export type ImageId = z.infer<typeof ImageId>

/** A person's word on a pair, kept with a library picture. */
export const KeptDecisionId = z.uuid().brand<'KeptDecisionId'>()
export type KeptDecisionId = z.infer<typeof KeptDecisionId>

/** SHA-256 in lower-case hexadecimal: 64 characters. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>()
export type Sha256 = z.infer<typeof Sha256>

/** Text a person types into one line: trimmed, never empty, no line breaks. */
export const Line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\r\n]*$/)

/** Text a person types into a larger box: trimmed, may be empty. */
export const Passage = z.string().trim().max(5_000)

export const Language = z.enum(['ms', 'en'])
export type Language = z.infer<typeof Language>
