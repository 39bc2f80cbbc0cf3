import type { ComplaintFields, ComplaintId } from '#contract/complaintFields'
import { WorkspaceError } from '#contract/errors'
import { findAccount } from '../../accounts/queries.ts'
import type { CommandContext } from '../../context.ts'
import { itemsOf } from '../../reference/queries.ts'
import { findByReference } from '../queries/known.ts'
import { isCovered } from '../rules/cover.ts'
import { signsKey } from '../rules/keys.ts'

/** What is being changed, and what stood there; what stood there may stay though no longer offered. */
interface Before {
  readonly id: ComplaintId
  readonly fields: ComplaintFields
}

/**
 * Refuses what names something that is not there, or that another complaint has already.
 * @throws WorkspaceError `complaints.unknown-…`, `complaints.reference-taken`,
 *   `complaints.received-later`, `complaints.covered-text`
 */
export async function refuseUnsound(
  context: CommandContext,
  fields: ComplaintFields,
  before: Before | null,
): Promise<void> {
  const { db, clock } = context
  if (fields.receivedAt > clock.now()) throw new WorkspaceError('complaints.received-later')
  const texts = [fields.what, fields.place, ...Object.values(fields.answers)]
  if (texts.some(isCovered)) throw new WorkspaceError('complaints.covered-text')

  const channels = await itemsOf(db, 'complaint-channels')
  const channel = channels.find(({ key }) => key === fields.channel)
  if (channel === undefined && fields.channel !== before?.fields.channel) {
    throw new WorkspaceError('complaints.unknown-channel')
  }
  if (fields.accountId !== null && fields.accountId !== before?.fields.accountId) {
    const account = await findAccount(db, fields.accountId)
    if (account === null || account.channel !== channel?.network) {
      throw new WorkspaceError('complaints.unknown-account')
    }
  }
  await refuseUnknownKeys(context, fields, before?.fields ?? null)

  const key = signsKey(fields.reference)
  if (channel?.reference === 'unique' && key !== '') {
    const other = await findByReference(db, fields.channel, key)
    if (other !== null && other.id !== before?.id) {
      throw new WorkspaceError('complaints.reference-taken', { number: other.number })
    }
  }
}

/** Kind, sub-kind, its questions and the danger must be offered, or have stood there before. */
async function refuseUnknownKeys(
  { db }: CommandContext,
  fields: ComplaintFields,
  before: ComplaintFields | null,
): Promise<void> {
  const kinds = await itemsOf(db, 'complaint-kinds')
  const isKnown = kinds.some(({ key }) => key === fields.kind)
  if (!isKnown && fields.kind !== before?.kind) throw new WorkspaceError('complaints.unknown-kind')

  const subKinds = await itemsOf(db, 'complaint-sub-kinds')
  const subKind =
    subKinds.find(({ key, kinds: of }) => key === fields.subKind && of.includes(fields.kind)) ??
    null
  const isSame = fields.subKind === before?.subKind && fields.kind === before.kind
  if (fields.subKind !== null && subKind === null && !isSame) {
    throw new WorkspaceError('complaints.unknown-sub-kind')
  }
  const asked = new Set([
    ...(subKind?.questions ?? []).map(({ key }) => key),
    ...Object.keys(before?.answers ?? {}),
  ])
  if (!Object.keys(fields.answers).every((key) => asked.has(key))) {
    throw new WorkspaceError('complaints.unknown-question')
  }
  const urgentKinds = await itemsOf(db, 'urgent-kinds')
  if (
    fields.urgent !== null &&
    fields.urgent !== before?.urgent &&
    !urgentKinds.some(({ key }) => key === fields.urgent)
  ) {
    throw new WorkspaceError('complaints.unknown-urgent-kind')
  }
}
