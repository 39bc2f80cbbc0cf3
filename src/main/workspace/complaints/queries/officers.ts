import { z } from 'zod'
import { PersonId } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { readSetting } from '../../office/queries.ts'
import { listPeople } from '../../people/queries.ts'

/** Under which name it is kept who is given complaints of each kind. */
export const officersSetting = 'complaints.officers'

const Officers = z.record(z.string(), PersonId)
export type Officers = z.infer<typeof Officers>

/** By the keys of kinds; those that nobody is given are left out. */
export async function readOfficers(db: Reader): Promise<Officers> {
  return (await readSetting(db, officersSetting, Officers)) ?? {}
}

/** Whether somebody works here, and on complaints. */
export async function worksOnComplaints(db: Reader, id: PersonId): Promise<boolean> {
  const person = (await listPeople(db)).find((each) => each.id === id)
  const works = person?.roles.some(
    (role) => role === 'complaints-officer' || role === 'administrator',
  )
  return person?.active === true && works === true
}

/** Who is given a new complaint of a kind; null where nobody is, or who was does not work here now. */
export async function officerOfKind(db: Reader, kind: string): Promise<PersonId | null> {
  const id = (await readOfficers(db))[kind]
  return id !== undefined && (await worksOnComplaints(db, id)) ? id : null
}
