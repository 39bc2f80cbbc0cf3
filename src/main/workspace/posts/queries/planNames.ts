import type { AccountId } from '#contract/accounts'
import type { PhaseId } from '#contract/cycles'
import type { Language, PersonId } from '#contract/values'
import { accountLabel } from '../../accounts/rules.ts'
import { listAccounts } from '../../accounts/queries.ts'
import { listCycles } from '../../cycles/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { listPeople } from '../../people/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import { phaseWord } from '../reports/planWords.ts'

/** What the plan's rows name, in words: also what is retired or no longer offered. */
export interface PlanNames {
  /** `Facebook @jkrmalaysia` */
  account(id: AccountId): string
  /** `Fasa 2: …` */
  phase(id: PhaseId | null): string
  person(id: PersonId | null): string
  item(list: NamedList, key: string | null): string
}

export type NamedList = 'wave-categories' | 'approaches' | 'thrusts' | 'segments' | 'states'

/** All names, read once. */
export async function readPlanNames(db: Reader, language: Language): Promise<PlanNames> {
  const channels = new Map(
    (await itemsOf(db, 'channels', true)).map((item) => [item.key, item[language]]),
  )
  const accounts = new Map(
    (await listAccounts(db)).map(({ id, channel, handle }) => [
      id,
      accountLabel(channels.get(channel) ?? channel, handle),
    ]),
  )
  const phases = new Map(
    (await listCycles(db)).flatMap((cycle) =>
      cycle.phases.map(({ id, number, name, nameEn }) => [
        id,
        `${phaseWord[language]} ${number}: ${language === 'ms' ? name : nameEn}`,
      ]),
    ),
  )
  const people = new Map((await listPeople(db)).map(({ id, name }) => [id, name]))
  const namesOf = async (list: NamedList) =>
    new Map((await itemsOf(db, list, true)).map((item) => [item.key, item[language]]))
  const items = {
    'wave-categories': await namesOf('wave-categories'),
    approaches: await namesOf('approaches'),
    thrusts: await namesOf('thrusts'),
    segments: await namesOf('segments'),
    states: await namesOf('states'),
  }
  return {
    account: (id) => accounts.get(id) ?? '',
    phase: (id) => (id === null ? '' : (phases.get(id) ?? '')),
    person: (id) => (id === null ? '' : (people.get(id) ?? '')),
    item: (list, key) => (key === null ? '' : (items[list].get(key) ?? key)),
  }
}
