import type { ComplainantChoice, ComplaintFields, Contact } from '#contract/complaintFields'
import { ComplaintFilter, type Complaint } from '#contract/complaints'
import { Instant } from '#contract/values'
import type { TestWorkspace } from './workspace.ts'

/** A complaint by phone about a pothole, received on Friday morning; the test says what differs. */
export function complaintFields(parts: Partial<ComplaintFields> = {}): ComplaintFields {
  return {
    ...{ channel: 'phone', accountId: null, reference: '', link: '' },
    receivedAt: Instant.parse('2026-11-20T02:30:00.000Z'),
    ...{ kind: 'federal-road', subKind: null, what: 'Lubang besar di lorong kiri', answers: {} },
    ...{ state: null, district: '', road: null, fromMetres: null, toMetres: null },
    ...{ place: '', urgent: null },
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
