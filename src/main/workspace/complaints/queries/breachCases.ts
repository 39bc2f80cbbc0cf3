import type { BreachField } from '#contract/complaintBreaches'
import type { ComplainantId, ComplaintId, ComplaintNumber } from '#contract/complaintFields'
import type { Reader } from '../../database/schema.ts'
import { inParts } from './retention.ts'

/** Whose a complaint is, and what of them is kept with it. */
export interface BreachCase {
  readonly number: ComplaintNumber
  /** The person, whichever of their entries it names; null where nobody gave a name. */
  readonly person: ComplainantId | null
  readonly has: ReadonlySet<BreachField>
}

/** Complaints of a pack as they are kept now. */
export async function breachCases(
  db: Reader,
  ids: readonly ComplaintId[],
): Promise<ReadonlyMap<ComplaintId, BreachCase>> {
  const found = new Map<ComplaintId, BreachCase>()
  for (const some of inParts(ids)) {
    const rows = await db
      .selectFrom('complaint')
      .leftJoin('complainant', 'complainant.id', 'complaint.complainant_id')
      .select(['complaint.id', 'complaint.number', 'complaint.what', 'complainant.id as person'])
      .select(['same_as', 'name', 'phone', 'email', 'identity_number', 'address'])
      .where('complaint.id', 'in', some)
      .execute()
    const filed = await db
      .selectFrom('attachment')
      .select('owner_id')
      .distinct()
      .where('owner_kind', '=', 'complaint')
      .where('owner_id', 'in', some)
      .execute()
    const withFiles = new Set(filed.map(({ owner_id }) => owner_id))
    for (const row of rows) {
      const kept: readonly (readonly [BreachField, boolean])[] = [
        ['name', (row.name ?? '') !== ''],
        ['phone', (row.phone ?? '') !== ''],
        ['email', (row.email ?? '') !== ''],
        ['identityNumber', (row.identity_number ?? '') !== ''],
        ['address', (row.address ?? '') !== ''],
        ['what', row.what !== ''],
        ['files', withFiles.has(row.id)],
      ]
      found.set(row.id, {
        ...{ number: row.number, person: row.same_as ?? row.person },
        has: new Set(kept.flatMap(([field, is]) => (is ? [field] : []))),
      })
    }
  }
  return found
}
