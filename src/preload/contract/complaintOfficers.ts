import { z } from 'zod'
import { command, query } from './call.ts'
import { ReferenceKey } from './reference.ts'
import { PersonId } from './values.ts'

/** Who is given complaints of a kind as they are registered (table B 9); null: nobody. */
export const KindOfficer = z.object({ kind: ReferenceKey, personId: PersonId.nullable() })
export type KindOfficer = z.infer<typeof KindOfficer>

export const complaintOfficers = {
  /** Of every kind that is offered, in the office's order. */
  kindOfficers: query(z.object({}), z.array(KindOfficer)),
  /** @throws `complaints.unknown-kind`, `complaints.unknown-person` */
  changeKindOfficer: command(KindOfficer, KindOfficer),
}
