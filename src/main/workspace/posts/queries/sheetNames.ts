import type { Holiday } from '#contract/days'
import type { SheetNames } from '#contract/postLeaving'
import type { Period } from '#contract/posts'
import { listAccounts } from '../../accounts/queries.ts'
import { listCycles } from '../../cycles/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { holidaysOfYear } from '../../days/queries.ts'
import { yearOf } from '../../days/rules/dates.ts'
import { listPeople } from '../../people/queries.ts'
import { itemsOf } from '../../reference/queries.ts'

/** Names of what posts and their filter refer to, in both languages, for a sheet of paper. */
export async function readSheetNames(db: Reader): Promise<SheetNames> {
  const channels = new Map((await itemsOf(db, 'channels', true)).map(({ key, ms }) => [key, ms]))
  return {
    accounts: (await listAccounts(db)).map(({ id, channel, handle }) => ({
      ...{ id, channel: channels.get(channel) ?? channel, handle },
    })),
    phases: (await listCycles(db)).flatMap(({ phases }) =>
      phases.map(({ id, number, name, nameEn }) => ({ id, number, name, nameEn })),
    ),
    people: (await listPeople(db)).map(({ id, name }) => ({ id, name })),
    categories: (await itemsOf(db, 'wave-categories', true)).map(({ key, ms, en }) => ({
      ...{ key, ms, en },
    })),
  }
}

/** The holidays that count on the days of a period. */
export async function holidaysIn(db: Reader, { from, to }: Period): Promise<Holiday[]> {
  const found: Holiday[] = []
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    found.push(...(await holidaysOfYear(db, year, null)))
  }
  return found.filter(({ date, removed }) => !removed && date >= from && date <= to)
}
