import { z } from 'zod'
import { AccountId, OptionalWebsite } from './accounts.ts'
import { PhaseId } from './cycles.ts'
import { ReferenceKey } from './reference.ts'
import { StateCode } from './states.ts'
import { ClockTime, ImageId, Line, Passage, PersonId, PlainDate } from './values.ts'

/** What is made: keys of the production times, but for the upload (JaPen, piagam 1–3). */
export const PostKind = z.enum([
  'infographic',
  'videographic',
  'vox-pop',
  'video-mcp',
  'video-scp',
  'photo-album',
  'text',
])
export type PostKind = z.infer<typeof PostKind>

/** The programme, course or activity a post is about (Melaka 13.5). */
export const Programme = z.object({
  name: Line,
  day: PlainDate.nullable(),
  time: ClockTime.nullable(),
  place: z.string().trim().max(200),
  state: StateCode.nullable(),
  guests: z.array(Line).max(50),
})
export type Programme = z.infer<typeof Programme>

/** A hashtag as it is kept: without the `#` people write before it. */
export const Hashtag = z
  .string()
  .transform((typed) => typed.trim().replace(/^#+/, ''))
  .pipe(z.string().regex(/^[^\s#]{1,100}$/))

/** More than any text may have (`PlanningSettings` says what it should). */
export const mostHashtagsKept = 60

/** A text of a post: master or of one account. Its limits are rules, not walls. */
export const PostText = z.string().max(20_000)

/** A library picture in a post, with the words for who cannot see it. */
export const PostImage = z.object({
  imageId: ImageId,
  altText: z.string().trim().max(1_000),
})
export type PostImage = z.infer<typeof PostImage>

/** A post on one account; what is null is as the post has it. */
export const PostAccount = z.object({
  accountId: AccountId,
  text: PostText.nullable(),
  day: PlainDate.nullable(),
  time: ClockTime.nullable(),
})
export type PostAccount = z.infer<typeof PostAccount>

/** Everything a person edits of a post, in one piece: what a version keeps. */
export const PostContent = z.object({
  title: Line,
  brief: Passage,
  kind: PostKind,
  phaseId: PhaseId.nullable(),
  category: ReferenceKey.nullable(),
  approach: ReferenceKey.nullable(),
  thrusts: z.array(ReferenceKey).max(20),
  segments: z.array(ReferenceKey).max(50),
  /** When the post was asked for, and when its material came. */
  requestedOn: PlainDate.nullable(),
  deliveredOn: PlainDate.nullable(),
  ownerId: PersonId.nullable(),
  designerId: PersonId.nullable(),
  approverId: PersonId.nullable(),
  programme: Programme.nullable(),
  /** The master text; accounts may differ from it. */
  text: PostText,
  hashtags: z.array(Hashtag).max(mostHashtagsKept),
  images: z
    .array(PostImage)
    .max(30)
    .refine((images) => isWithoutRepeats(images.map(({ imageId }) => imageId))),
  links: z.array(OptionalWebsite.refine((link) => link !== '')).max(30),
  notes: Passage,
  /** Where the post stands in the calendar; null: not planned yet. */
  day: PlainDate.nullable(),
  time: ClockTime.nullable(),
  accounts: z
    .array(PostAccount)
    .max(100)
    .refine((accounts) => isWithoutRepeats(accounts.map(({ accountId }) => accountId))),
})
export type PostContent = z.infer<typeof PostContent>

/** A post nothing is known of yet but its title and its kind. */
export function blankContent(title: string, kind: PostKind): PostContent {
  return {
    ...{ title, kind, brief: '', text: '', notes: '' },
    ...{ phaseId: null, category: null, approach: null, programme: null },
    ...{ requestedOn: null, deliveredOn: null, day: null, time: null },
    ...{ ownerId: null, designerId: null, approverId: null },
    ...{ thrusts: [], segments: [], hashtags: [], images: [], links: [], accounts: [] },
  }
}

/** A content without what is the plan's: what somebody begins who may write posts, not plan them. */
export function withoutPlan<C extends Partial<PostContent>>(content: C): C {
  return { ...content, day: null, time: null, phaseId: null, accounts: [] }
}

/**
 * What of a content an approval is bound to (ours): whoever changes one of these asks anew. One
 * order for the same parts, so that they can be compared as text.
 * @param pictureOf what stands for a picture: its bytes' hash, or its id
 */
export function boundParts(content: PostContent, pictureOf: (image: ImageId) => string) {
  const { text, hashtags, links, images, accounts } = content
  const own = accounts.flatMap((each) => (each.text === null ? [] : [[each.accountId, each.text]]))
  return {
    text,
    hashtags,
    links,
    images: images.map(({ imageId, altText }) => [pictureOf(imageId), altText]),
    accounts: own.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  }
}

function isWithoutRepeats(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length
}
