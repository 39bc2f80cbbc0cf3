import { OptionalEmail, OptionalWebsite } from '#contract/accounts'
import { ComplaintFields, Contact } from '#contract/complaintFields'
import type { RegisterField, RegisterProblem, RejectedComplaint } from '#contract/complaintImports'
import { Passage } from '#contract/values'
import { openRow, type RowPlace, type SheetRow } from '../../../sheets/row.ts'
import { isCovered } from '../cover.ts'
import { difficulties, isNobody, readYesNo, severities, withoutDash } from './names.ts'
import { readOutlook, type Outlook } from './outlook.ts'
import { readReceived } from './moments.ts'
import { readWhere } from './where.ts'
import type { RegisterVocabulary } from './vocabulary.ts'

export type RegisterRow = SheetRow<RegisterField, RegisterProblem>

/** A row as a complaint of the register. */
export interface ComingComplaint extends Outlook {
  readonly row: number
  readonly oldReference: string
  readonly fields: ComplaintFields
  /** Null: nobody gave a name. */
  readonly contact: Contact | null
  readonly remarks: string
}

/** Longest text that still is a number of a register. */
const longestReference = 100

/** A row as a complaint, or what is wrong with it. */
export function readRegisterRow(
  cells: readonly string[],
  place: RowPlace<RegisterField>,
  known: RegisterVocabulary,
): { readonly coming: ComingComplaint } | { readonly rejected: RejectedComplaint[] } {
  const row = openRow<RegisterField, RegisterProblem>(cells.map(withoutDash), place)
  const { at, reject, rejected } = row
  const oldReference = at('oldReference')
  if (oldReference.length > longestReference) reject('oldReference', 'too-long')
  if (at('what') === '') reject('what', 'what-missing')
  for (const field of ['what', 'place', 'remarks'] as const) {
    if (isCovered(at(field))) reject(field, 'has-covers')
  }
  const receivedAt = readReceived(row, known.now)
  const contact = readContact(row)
  const way = readWay(row, known)
  const where = readWhere(row, known)
  const kind = readKind(row, known, where.kind)
  const weight = {
    severity: row.read('severity', 'unknown-severity', severities.find),
    difficulty: row.read('difficulty', 'unknown-difficulty', difficulties.find),
  }
  const remarks = Passage.safeParse(at('remarks'))
  if (!remarks.success) reject('remarks', 'too-long')
  const outlook = readOutlook(row, receivedAt, known)
  if (rejected.length > 0) return { rejected }
  const { kind: _, ...place_ } = where
  const fields = ComplaintFields.safeParse({
    ...{ ...way, ...kind, ...place_, ...weight, receivedAt, what: at('what') },
    ...{ reference: at('reference'), link: at('link'), answers: {}, urgent: null },
  })
  if (!fields.success) {
    for (const { path } of fields.error.issues) reject(columnOf(path[0]), 'too-long')
    return { rejected }
  }
  return {
    coming: {
      ...{ row: place.row, oldReference, fields: fields.data, contact },
      ...{ remarks: remarks.data ?? '', ...outlook },
    },
  }
}

/** Who complained; null where nobody gave a name. */
function readContact(row: RegisterRow): Contact | null {
  const { at, reject } = row
  const name = isNobody(at('name')) ? '' : at('name').replace(/\s+/g, ' ')
  const isAnonymous = row.read('anonymous', 'not-yes-no', readYesNo) ?? isNobody(at('name'))
  const details = {
    ...{ phone: at('phone'), email: at('email'), address: at('address') },
    identityNumber: at('identityNumber'),
  }
  if (isAnonymous) return name === '' ? null : reject('name', 'named-anonymous')
  if (!OptionalEmail.safeParse(details.email).success) reject('email', 'not-an-email')
  if (name === '') {
    if (Object.values(details).some((detail) => detail !== '')) reject('name', 'name-missing')
    return null
  }
  const contact = Contact.safeParse({ name, ...details })
  if (contact.success) return contact.data
  for (const { path } of contact.error.issues) {
    if (path[0] !== 'email') reject(contactColumn(path[0]), 'too-long')
  }
  return null
}

function contactColumn(part: PropertyKey | undefined): RegisterField {
  const own = (['phone', 'address', 'identityNumber'] as const).find((field) => field === part)
  return own ?? 'name'
}

/** By which way it came; an account alone tells its channel. */
function readWay(row: RegisterRow, known: RegisterVocabulary) {
  const { at, reject } = row
  const named = row.read('channel', 'unknown-channel', known.channels.find)
  const account = row.read('account', 'unknown-account', known.accounts.find)
  const network = account === null ? null : known.networkOf(account)
  const ofAccount = network === null ? null : known.channelOf(network)
  const channel = at('channel') === '' ? (ofAccount ?? known.channel) : named
  if (channel === null && at('channel') === '') reject('channel', 'channel-missing')
  if (account !== null && channel !== null && known.networkOfChannel(channel) !== network) {
    reject('account', 'unknown-account')
  }
  if (!OptionalWebsite.safeParse(at('link')).success) reject('link', 'not-a-link')
  return { channel, accountId: account }
}

/** What the row says; else that of the road; else that of rows without one. */
function readKind(row: RegisterRow, known: RegisterVocabulary, ofRoad: string | null) {
  const named = row.read('kind', 'unknown-kind', known.kinds.find)
  const kind = row.at('kind') === '' ? (ofRoad ?? known.kind) : named
  if (kind === null && row.at('kind') === '') row.reject('kind', 'kind-missing')
  const subKind =
    kind === null ? null : row.read('subKind', 'unknown-sub-kind', known.subKinds(kind).find)
  return { kind, subKind }
}

/** Which column a part of a complaint came from. */
function columnOf(part: PropertyKey | undefined): RegisterField {
  if (part === 'fromMetres' || part === 'toMetres') return 'kilometre'
  const own = (['reference', 'link', 'district', 'place'] as const).find((each) => each === part)
  return own ?? 'what'
}
