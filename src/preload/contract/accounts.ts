import { z } from 'zod'
import { command, query } from './call.ts'
import { ReferenceKey, Rhythm, TextLimit } from './reference.ts'
import { StateCode } from './states.ts'
import { ImageId, Instant, Line, PersonId, PlainDate } from './values.ts'

export const AccountId = z.uuid().brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>

export const SnapshotId = z.uuid().brand<'SnapshotId'>()
export type SnapshotId = z.infer<typeof SnapshotId>

/** The name of an account on its network, as it is kept: without the `@` people write before it. */
export const Handle = z
  .string()
  .transform((typed) => typed.trim().replace(/^@+/, ''))
  .pipe(z.string().regex(/^[^\s@/]{1,100}$/))

/** An address people can write to; empty where none is given. */
export const OptionalEmail = z
  .string()
  .trim()
  .max(200)
  .refine((text) => text === '' || z.email().safeParse(text).success)

/** A whole web address (`https://…`); empty where none is given. */
export const OptionalWebsite = z
  .string()
  .trim()
  .max(500)
  .refine((text) => text === '' || isWebAddress(text))

/** Whether a text is a web address with a host that has a dot. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return false
  return /^[^.]+(\.[^.]+)+$/.test(new URL(text).hostname)
}

/** What the office says of an account. */
export const AccountFields = z.object({
  /** Key of a channel of the reference data. */
  channel: ReferenceKey,
  handle: Handle,
  name: Line,
  unit: Line,
  /** Null for central accounts. */
  state: StateCode.nullable(),
  purpose: z.string().trim().max(500),
  /** Posts a day, a guide; null: as its channel. */
  quota: Rhythm.nullable(),
  /** Characters; null: as its channel. */
  textLimit: TextLimit.nullable(),
  /** As it stands on the account. */
  biography: z.string().trim().max(2_000),
  avatarId: ImageId.nullable(),
  headerId: ImageId.nullable(),
  website: OptionalWebsite,
  officialEmail: OptionalEmail,
  operators: z.array(PersonId).max(100),
})
export type AccountFields = z.infer<typeof AccountFields>

/** One of the four things KKS K asks of every account. */
export const UniformityControl = z.enum(['avatar', 'biography', 'header', 'website'])
export type UniformityControl = z.infer<typeof UniformityControl>

/** What an account lacks of a control; each has a sentence that says what to do. */
export const UniformityGap = z.enum([
  'image-missing',
  'image-trashed',
  'image-of-other-kind',
  'image-rejected',
  'biography-missing',
  'biography-not-official',
  'biography-no-email',
  'biography-email-not-official',
  'website-missing',
  'website-not-official',
])
export type UniformityGap = z.infer<typeof UniformityGap>

export const UniformityFinding = z.object({
  control: UniformityControl,
  clause: z.string(),
  /** Empty: the control is met. */
  gaps: z.array(UniformityGap),
})
export type UniformityFinding = z.infer<typeof UniformityFinding>

const Count = z.number().int().min(0).max(1_000_000_000)

/** Followers and likes of a day, as somebody read them off the account. */
export const Snapshot = z.object({
  id: SnapshotId,
  accountId: AccountId,
  day: PlainDate,
  followers: Count.nullable(),
  likes: Count.nullable(),
  byName: z.string(),
  at: Instant,
})
export type Snapshot = z.infer<typeof Snapshot>

export const Account = AccountFields.extend({
  id: AccountId,
  /** True for those of KKS C, which came with the application. */
  shipped: z.boolean(),
  active: z.boolean(),
  /** The four controls of KKS K, in its order. */
  uniformity: z.array(UniformityFinding),
  lastSnapshot: Snapshot.nullable(),
})
export type Account = z.infer<typeof Account>

export const SnapshotFields = z
  .object({ day: PlainDate, followers: Count.nullable(), likes: Count.nullable() })
  .refine(({ followers, likes }) => followers !== null || likes !== null)
export type SnapshotFields = z.infer<typeof SnapshotFields>

const One = z.object({ id: AccountId })
const OneSnapshot = z.object({ id: SnapshotId })

export const accounts = {
  /** The register in its order, accounts no longer used among it. */
  list: query(z.object({}), z.array(Account)),
  /** Newest day first. */
  snapshots: query(One, z.array(Snapshot)),
  add: command(AccountFields, Account),
  change: command(AccountFields.extend({ id: AccountId }), Account),
  /** Takes an account out of use; its record and numbers stay. */
  retire: command(One, Account),
  bringBack: command(One, Account),
  addSnapshot: command(z.object({ accountId: AccountId, numbers: SnapshotFields }), Snapshot),
  changeSnapshot: command(z.object({ id: SnapshotId, numbers: SnapshotFields }), Snapshot),
  removeSnapshot: command(OneSnapshot, OneSnapshot),
  bringBackSnapshot: command(OneSnapshot, Snapshot),
}
