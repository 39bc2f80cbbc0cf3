import type { Holiday } from '#contract/days'
import type { PlanChoice, PlanSheet } from '#contract/postLeaving'
import type { Period } from '#contract/posts'
import { listAccounts } from '../../accounts/queries.ts'
import { listCycles } from '../../cycles/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { holidaysOfYear } from '../../days/queries.ts'
import { yearOf } from '../../days/rules/dates.ts'
import { listPeople } from '../../people/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import { planTiles } from './planRows.ts'
import type { Now } from './rows.ts'

/** Some sixty pages: more than anybody leafs through. */
const mostOnPaper = 3_000

/** The plan of a period as it stands on paper. */
export async function readPlanSheet(
  db: Reader,
  { period, filter }: Omit<PlanChoice, 'ids'>,
  now: Now,
): Promise<PlanSheet> {
  const tiles = await planTiles(db, { period, filter, ids: null }, now)
  const channels = new Map((await itemsOf(db, 'channels', true)).map(({ key, ms }) => [key, ms]))
  return {
    ...{ period, filter, tiles: tiles.slice(0, mostOnPaper), fitting: tiles.length },
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
    holidays: period === null ? [] : await holidaysIn(db, period),
  }
}

async function holidaysIn(db: Reader, { from, to }: Period): Promise<Holiday[]> {
  const found: Holiday[] = []
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    found.push(...(await holidaysOfYear(db, year, null)))
  }
  return found.filter(({ date, removed }) => !removed && date >= from && date <= to)
}
