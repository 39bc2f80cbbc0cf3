import { z } from 'zod'
import { ComplainantId, Contact, type ComplainantChoice } from '#contract/complaintFields'

const text = z.string().catch('')

/** What stands in the fields of who complains; empty texts where nothing does. */
export const PersonForm = z.object({
  anonymous: z.boolean().catch(false),
  /** Somebody of the register, chosen; `knownName` is how they are shown, covered. */
  knownId: ComplainantId.nullable().catch(null),
  knownName: text,
  name: text,
  phone: text,
  email: text,
  address: text,
  identityNumber: text,
})
export type PersonForm = z.infer<typeof PersonForm>

export function blankPerson(): PersonForm {
  return PersonForm.parse({})
}

/** Somebody's details in the fields. */
export function personOf(contact: Contact): PersonForm {
  return { ...blankPerson(), ...contact }
}

export type PersonProblem = 'nameMissing' | 'emailWrong'
export type PersonProblems = Partial<Record<keyof PersonForm, PersonProblem>>

export interface ReadPerson {
  readonly problems: PersonProblems
  readonly choice: ComplainantChoice | null
}

/** Who complains, as a command takes it. */
export function readPerson(form: PersonForm): ReadPerson {
  if (form.anonymous) return { problems: {}, choice: { kind: 'anonymous' } }
  if (form.knownId !== null) return { problems: {}, choice: { kind: 'known', id: form.knownId } }
  const problems: PersonProblems = {}
  if (form.name.trim() === '') problems.name = 'nameMissing'
  if (!Contact.shape.email.safeParse(form.email).success) problems.email = 'emailWrong'
  const contact = Contact.safeParse(form)
  if (Object.keys(problems).length > 0 || !contact.success) return { problems, choice: null }
  return { problems, choice: { kind: 'new', contact: contact.data } }
}

/** What is searched in the register while somebody types; empty where it is too little. */
export function searchedPerson({ anonymous, knownId, name, phone }: PersonForm): string {
  if (anonymous || knownId !== null) return ''
  const [typedName, typedPhone] = [name.trim(), phone.trim()]
  if (typedPhone.replaceAll(/\D/g, '').length >= 7) return typedPhone
  return typedName.length >= 2 ? typedName : ''
}
