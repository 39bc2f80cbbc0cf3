import { PhaseId } from '#contract/cycles'
import { z } from 'zod'
import { AccountId } from '#contract/accounts'
import { blankContent, PostContent, PostKind } from '#contract/postContent'
import { StateCode } from '#contract/states'
import { ClockTime, ImageId, PersonId, PlainDate } from '#contract/values'

/** What stands in the fields of a programme. */
const ProgrammeFields = z.object({
  name: z.string().catch(''),
  day: PlainDate.nullable().catch(null),
  time: ClockTime.nullable().catch(null),
  place: z.string().catch(''),
  state: StateCode.nullable().catch(null),
  guests: z.array(z.string()).catch([]),
})

/** One account as it stands in the form; what is null is as the post has it. */
const AccountFields = z.object({
  accountId: AccountId,
  text: z.string().nullable().catch(null),
  day: PlainDate.nullable().catch(null),
  time: ClockTime.nullable().catch(null),
})

/**
 * What stands in the form of a post: its content, sound or not. Read from a kept draft it forgives:
 * a field that makes no sense is as if nothing was typed there.
 */
export const PostForm = z.object({
  title: z.string().catch(''),
  brief: z.string().catch(''),
  kind: PostKind.catch('infographic'),
  phaseId: PhaseId.nullable().catch(null),
  category: z.string().nullable().catch(null),
  approach: z.string().nullable().catch(null),
  thrusts: z.array(z.string()).catch([]),
  segments: z.array(z.string()).catch([]),
  requestedOn: PlainDate.nullable().catch(null),
  deliveredOn: PlainDate.nullable().catch(null),
  ownerId: PersonId.nullable().catch(null),
  designerId: PersonId.nullable().catch(null),
  approverId: PersonId.nullable().catch(null),
  programme: ProgrammeFields.nullable().catch(null),
  text: z.string().catch(''),
  hashtags: z.array(z.string()).catch([]),
  images: z.array(z.object({ imageId: ImageId, altText: z.string().catch('') })).catch([]),
  links: z.array(z.string()).catch([]),
  notes: z.string().catch(''),
  day: PlainDate.nullable().catch(null),
  time: ClockTime.nullable().catch(null),
  accounts: z.array(AccountFields).catch([]),
})
export type PostForm = z.infer<typeof PostForm>
export type FormProgramme = z.infer<typeof ProgrammeFields>
export type FormAccount = z.infer<typeof AccountFields>

/** What the form of a post shows first. */
export function formOf(content: PostContent): PostForm {
  return PostForm.parse(content)
}

/** What the form of a new post shows first: what is known from where it was begun. */
export function newForm(start: Partial<PostContent> = {}): PostForm {
  return formOf({ ...blankContent('', 'infographic'), ...start })
}

/** The form as it was kept; everything that cannot be read is left empty. */
export function keptForm(kept: Readonly<Record<string, unknown>>): PostForm {
  return PostForm.parse(kept)
}

/** A programme nothing is known of yet. */
export function blankProgramme(): FormProgramme {
  return { name: '', day: null, time: null, place: '', state: null, guests: [] }
}

/** What is unsound, by the field it stands in. */
export type PostProblem =
  | 'titleMissing'
  | 'titleLong'
  | 'tooLong'
  | 'programmeNameMissing'
  | 'hashtagWrong'
  | 'linkWrong'
  | 'tooMany'
export type PostProblems = Partial<Record<string, PostProblem>>

/**
 * The content as a command takes it, or what stands in its way, by the contract's own rules. The
 * keys of the problems are names of fields, `programme.name` among them, and `account:<id>`.
 */
export function read(form: PostForm): { content: PostContent | null; problems: PostProblems } {
  const parsed = PostContent.safeParse(form)
  if (parsed.success) return { content: parsed.data, problems: {} }
  const problems: PostProblems = {}
  for (const { path, code } of parsed.error.issues) {
    const field = fieldOf(form, path)
    problems[field] ??= problemOf(form, field, path, code)
  }
  return { content: null, problems }
}

function fieldOf(form: PostForm, [field, at]: readonly PropertyKey[]): string {
  if (field === 'programme') return `programme.${String(at)}`
  const account = field === 'accounts' && typeof at === 'number' ? form.accounts[at] : undefined
  return account === undefined ? String(field) : `account:${account.accountId}`
}

function problemOf(
  form: PostForm,
  field: string,
  path: readonly PropertyKey[],
  code: string,
): PostProblem {
  const isOfOne = path.length > 1
  if (field === 'title') return form.title.trim() === '' ? 'titleMissing' : 'titleLong'
  if (field === 'programme.name' && form.programme?.name.trim() === '') {
    return 'programmeNameMissing'
  }
  if (field === 'hashtags' && isOfOne) return 'hashtagWrong'
  if (field === 'links' && isOfOne) return 'linkWrong'
  return code === 'too_big' && !isOfOne && Array.isArray(Reflect.get(form, field))
    ? 'tooMany'
    : 'tooLong'
}

/** Whether two forms would be saved as the same post, stray spaces aside. */
export function sameForm(one: PostForm, other: PostForm): boolean {
  return JSON.stringify(settled(one)) === JSON.stringify(settled(other))
}

/** As it would be kept: trimmed, hashtags without their sign, keys in one order. */
function settled(form: PostForm): PostForm {
  const { content } = read(form)
  return PostForm.parse(content ?? form)
}
