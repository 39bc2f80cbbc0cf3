import type { Language } from '#contract/values'
import { listAccounts } from '../../accounts/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { listPeople } from '../../people/queries.ts'
import { itemsOf } from '../../reference/queries.ts'

const lists = [
  ...(['complaint-channels', 'complaint-kinds', 'complaint-sub-kinds'] as const),
  ...(['urgent-kinds', 'agencies', 'states', 'clock-sets'] as const),
] as const

/** What complaints name, in words: also what is retired or no longer offered. */
export interface RegisterNames {
  /** Empty for null; a key that nothing bears is itself. */
  item(list: (typeof lists)[number], key: string | null): string
  /** A question of a sub-kind. */
  question(key: string): string
  account(id: string | null): string
  person(id: string | null): string
}

/** All names, read once. */
export async function readRegisterNames(db: Reader, language: Language): Promise<RegisterNames> {
  const items = new Map<string, ReadonlyMap<string, string>>()
  for (const list of lists) {
    const all = await itemsOf(db, list, true)
    items.set(list, new Map(all.map((item) => [item.key, item[language]])))
  }
  const subKinds = await itemsOf(db, 'complaint-sub-kinds', true)
  const questions = new Map(
    subKinds.flatMap((kind) => kind.questions.map((each) => [each.key, each[language]])),
  )
  const accounts = new Map<string, string>(
    (await listAccounts(db)).map(({ id, name }) => [id, name]),
  )
  const people = new Map<string, string>((await listPeople(db)).map(({ id, name }) => [id, name]))
  return {
    item: (list, key) => (key === null ? '' : (items.get(list)?.get(key) ?? key)),
    question: (key) => questions.get(key) ?? key,
    account: (id) => (id === null ? '' : (accounts.get(id) ?? '')),
    person: (id) => (id === null ? '' : (people.get(id) ?? '')),
  }
}
