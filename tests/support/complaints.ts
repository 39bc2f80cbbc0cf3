import type { ComplainantChoice, ComplaintFields, Contact } from '#contract/complaintFields'
import type { DisposalId } from '#contract/complaintDisposals'
import type { Forwarding } from '#contract/complaintForwarding'
import { ComplaintFilter, type Complaint } from '#contract/complaints'
import { Instant, type Language } from '#contract/values'
import { present } from './present.ts'
import { encodeScene } from './encodedPictures.ts'
import type { TestWorkspace } from './workspace.ts'

/** A complaint by phone about a pothole, received on Friday morning; the test says what differs. */
export function complaintFields(parts: Partial<ComplaintFields> = {}): ComplaintFields {
  return {
    ...{ channel: 'phone', accountId: null, reference: '', link: '' },
    receivedAt: Instant.parse('2026-11-20T02:30:00.000Z'),
    ...{ kind: 'federal-road', subKind: null, what: 'Lubang besar di lorong kiri', answers: {} },
    ...{ state: null, district: '', road: null, fromMetres: null, toMetres: null },
    ...{ place: '', urgent: null, severity: null, difficulty: null },
    ...parts,
  }
}

/** Somebody with nothing but a name, unless the test says more. */
export function contact(name: string, parts: Partial<Contact> = {}): Contact {
  return { name, phone: '', email: '', address: '', identityNumber: '', ...parts }
}

/** A filter that leaves everything, unless the test says otherwise. */
export function complaintFilter(parts: Partial<ComplaintFilter> = {}): ComplaintFilter {
  return ComplaintFilter.parse(parts)
}

/** Registers a complaint through the workspace. */
export function register(
  { workspace }: TestWorkspace,
  parts: Partial<ComplaintFields> = {},
  complainant: ComplainantChoice = { kind: 'anonymous' },
): Promise<Complaint> {
  return workspace.complaints.add({ fields: complaintFields(parts), complainant })
}

/** Attaches a photo to a complaint and says that it shows the place after the work. */
export async function attachAfterPhoto(
  { workspace }: TestWorkspace,
  id: Complaint['id'],
): Promise<void> {
  const bytes = new Uint8Array(await encodeScene(1))
  const owner = { kind: 'complaint', id } as const
  const { added } = await workspace.attachments.addPasted({ owner, name: 'selepas.png', bytes })
  const { id: attachmentId } = present(added[0])
  await workspace.complaints.setPhotoRole({ id, attachmentId, role: 'after' })
}

/** Meets what closing asks of a road's complaint: where it is, a photo, and a person's word. */
export async function meetChecks(test: TestWorkspace, id: Complaint['id']): Promise<void> {
  const { version } = await test.workspace.complaints.get({ id })
  await attachAfterPhoto(test, id)
  await test.workspace.complaints.completeCase({
    ...{ id, base: version, state: 'MY-06', place: 'Hadapan pasar', answers: {} },
    confirmed: ['verified'],
  })
}

/** Registers a complaint and settles it so long ago that its retention has ended. */
export async function settleLongAgo(
  test: TestWorkspace,
  parts: Partial<ComplaintFields> = {},
  complainant: ComplainantChoice = { kind: 'anonymous' },
): Promise<Complaint['id']> {
  const { id } = await register(test, parts, complainant)
  await test.workspace.complaints.setStatus({ ids: [id], to: 'false', reason: 'Tiada kerosakan' })
  await test.rows(`update complaint set status_at = '2016-05-10T02:00:00.000Z' where id = '${id}'`)
  return id
}

/** What a proposal says beside its cases. */
export const proposal = {
  series: 'Aduan awam',
  security: 'restricted',
  location: 'Bilik fail BKK',
  reason: 'Tempoh simpanan tamat',
} as const

/** Proposes the disposal of a case whose time has come. */
export async function proposeOld(test: TestWorkspace): Promise<DisposalId> {
  const ids = [await settleLongAgo(test)]
  return (await test.workspace.complaints.proposeDisposal({ ids, ...proposal })).id
}

/** Hands one complaint to another; to the ministry and without a letter unless told otherwise. */
export async function forward(
  { workspace }: TestWorkspace,
  id: Complaint['id'],
  letter: { agency?: string; outside?: boolean; language?: Language; text?: string } = {},
): Promise<Forwarding> {
  const plain = { agency: 'kkr', outside: false, language: 'ms', text: '' } as const
  const [sent] = await workspace.complaints.forward({ ids: [id], ...plain, ...letter })
  return present(sent)
}
