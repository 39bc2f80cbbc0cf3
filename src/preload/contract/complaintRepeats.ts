import { z } from 'zod'
import { RedactionId } from './attachmentRedaction.ts'
import { AttachmentId } from './attachments.ts'
import { command, query } from './call.ts'
import { ComplainantId, ComplaintId, ComplaintNumber, longestReport } from './complaintFields.ts'
import { ComplaintRow } from './complaints.ts'
import { ReferenceKey } from './reference.ts'
import { Metres, RoadCode } from './roads.ts'
import { Instant } from './values.ts'

/** What is known so far of a complaint; empty texts and null where nothing is. */
export const RepeatQuestion = z.object({
  what: z.string().max(longestReport),
  /** The address of the public comment, as far as it is typed. */
  link: z.string().trim().max(500).default(''),
  kind: ReferenceKey.nullable(),
  subKind: ReferenceKey.nullable(),
  district: z.string().trim().max(100),
  road: RoadCode.nullable(),
  fromMetres: Metres.nullable(),
  toMetres: Metres.nullable(),
  place: z.string().trim().max(300),
  person: z.object({
    /** Somebody of the register, chosen. */
    id: ComplainantId.nullable(),
    phone: z.string().max(200),
    email: z.string().max(200),
    identityNumber: z.string().max(200),
  }),
})
export type RepeatQuestion = z.infer<typeof RepeatQuestion>

/** Why two complaints may be about the same. */
export const RepeatReason = z.discriminatedUnion('kind', [
  /** The same person, or the same phone, e-mail or identity number. */
  z.object({ kind: z.literal('person') }),
  /** On the same road, so many metres apart; 0: at the same place. */
  z.object({ kind: z.literal('road'), metres: z.number().int().min(0) }),
  /** The same district. */
  z.object({ kind: z.literal('district') }),
  /** The same kind, or even sub-kind, of trouble. */
  z.object({ kind: z.literal('subject') }),
  /** What is told is alike, in per cent. */
  z.object({ kind: z.literal('words'), percent: z.number().int().min(1).max(100) }),
  /** A photo of one is a photo of the other. */
  z.object({ kind: z.literal('photo') }),
  /** The same public comment, whatever its address was copied with. */
  z.object({ kind: z.literal('link') }),
])
export type RepeatReason = z.infer<typeof RepeatReason>

/** An attached picture as it is shown: its redacted copy, where there is one. */
export const ShownPhoto = z.object({
  id: AttachmentId,
  redaction: z.object({ id: RedactionId }).nullable(),
})
export type ShownPhoto = z.infer<typeof ShownPhoto>

/** Two pictures that are one photo: of what is asked about, and of a complaint it may repeat. */
export const SamePhoto = z.object({ own: ShownPhoto, other: ShownPhoto })
export type SamePhoto = z.infer<typeof SamePhoto>

/** Photos of one complaint that are looked for, at most. Ours. */
export const mostAskedPhotos = 50
/** Pictures that are held side by side for one complaint, at most. Ours. */
export const mostSamePhotos = 3

export const PossibleRepeat = z.object({
  row: ComplaintRow,
  /** The strongest first. */
  reasons: z.array(RepeatReason).min(1),
  /** Empty where no photo is the same, and for who may not see what citizens send. */
  photos: z.array(SamePhoto).max(mostSamePhotos),
  /** Higher: more alike. */
  score: z.number().int().positive(),
})
export type PossibleRepeat = z.infer<typeof PossibleRepeat>

/** A complaint that somebody said is not the same. */
export const ToldApart = z.object({
  id: ComplaintId,
  number: ComplaintNumber,
  at: Instant,
  byName: z.string(),
})
export type ToldApart = z.infer<typeof ToldApart>

const One = z.object({ id: ComplaintId })

export const complaintRepeats = {
  /**
   * Complaints that are open or were settled lately and may be the one somebody tells, best first.
   * `photos` are attached to what is being told; a complaint with one of them, or about the same
   * public comment, is found however long ago it was settled.
   */
  repeats: query(
    z.object({
      asked: RepeatQuestion,
      photos: z.array(AttachmentId).max(mostAskedPhotos).default([]),
    }),
    z.array(PossibleRepeat),
  ),
  /** The same for a registered complaint, without those it was told apart from. */
  repeatsOf: query(One, z.object({ possible: z.array(PossibleRepeat), apart: z.array(ToldApart) })),
  /** Remembers that it is not the same as those. */
  tellApart: command(
    One.extend({ otherIds: z.array(ComplaintId).min(1).max(100) }),
    z.array(ToldApart),
  ),
  /**
   * Takes that back.
   * @throws `complaints.not-apart`
   */
  takeBackApart: command(One.extend({ otherId: ComplaintId }), z.array(ToldApart)),
}
