import type { Person } from '#contract/people'
import { present } from './present.ts'
import {
  startTestWorkspace,
  testPassphrase,
  type DatabaseName,
  type TestOptions,
  type TestWorkspace,
} from './workspace.ts'

export const pin = '270519'

export function byPin(typed: string) {
  return { kind: 'pin' as const, pin: typed }
}

export function byPassphrase(typed = testPassphrase) {
  return { kind: 'passphrase' as const, passphrase: typed }
}

/** A workspace with two people: Siti, an administrator without a PIN, and Lim, who sits and has one. */
export async function seatTwo(
  database: DatabaseName,
  options: TestOptions = {},
): Promise<{ test: TestWorkspace; siti: Person; lim: Person }> {
  const test = await startTestWorkspace(database, options)
  const { people, gate } = test.workspace
  const siti = present((await people.list({}))[0])
  const lim = await people.add({ name: 'Lim Mei Ling', post: 'Pereka', roles: ['designer'] })
  await gate.switchPerson({ id: lim.id })
  await gate.setPin({ current: null, pin })
  return { test, siti, lim }
}

/** The audit log: what was done, and the first name of who did it. */
export async function deeds(test: TestWorkspace): Promise<string[]> {
  const rows = await test.rows<{ action: string; name: string }>(
    `select action, name from audit_entry join person on person.id = person_id order by sequence`,
  )
  return rows.map(({ action, name }) => `${action} ${name.split(' ')[0] ?? ''}`)
}
