import { PostKind } from '#contract/postContent'
import { PostStatus } from '#contract/posts'
import { StateCode } from '#contract/states'
import { accountNames } from '../../accounts/queries.ts'
import { listCycles } from '../../cycles/queries.ts'
import { phaseOn } from '../../cycles/rules/phases.ts'
import type { Reader } from '../../database/schema.ts'
import { listPeople } from '../../people/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import { kindWords, phaseWord, statusWords } from '../reports/planWords.ts'
import { namedBy } from '../../sheets/names.ts'
import type { Vocabulary } from '../rules/sheet/row.ts'

/** Everything in use that a row may name, read once for a sheet. */
export async function readVocabulary(db: Reader): Promise<Vocabulary> {
  const items = async (list: 'wave-categories' | 'approaches' | 'thrusts' | 'segments') =>
    namedBy(
      (await itemsOf(db, list)).map(({ key, ms, en }) => ({ value: key, names: [key, ms, en] })),
    )
  const cycles = (await listCycles(db)).filter(({ archived, example }) => !archived && !example)
  const phases = cycles.flatMap((cycle) => cycle.phases)
  const phaseNames = namedBy(phases.map((phase) => ({ value: phase.id, names: namesOf(phase) })))

  return {
    kinds: namedBy(
      PostKind.options.map((kind) => ({
        value: kind,
        names: [kind, kindWords[kind].ms, kindWords[kind].en],
      })),
    ),
    statuses: namedBy(
      PostStatus.options.map((status) => ({
        ...{ value: status, names: [status, statusWords[status].ms, statusWords[status].en] },
      })),
    ),
    categories: await items('wave-categories'),
    approaches: await items('approaches'),
    thrusts: await items('thrusts'),
    segments: await items('segments'),
    states: namedBy(
      (await itemsOf(db, 'states')).map(({ key, ms, en }) => ({
        ...{ value: StateCode.parse(key), names: [key, ms, en] },
      })),
    ),
    accounts: namedBy(await accountNames(db)),
    people: namedBy(
      (await listPeople(db)).flatMap(({ id, name, active }) =>
        active ? [{ value: id, names: [name] }] : [],
      ),
    ),
    phase(name, day) {
      const number = /^\s*(?:fasa|phase)?\s*([1-5])\b/i.exec(name)?.[1]
      if (number === undefined) return phaseNames.find(name)
      const there = cycles.find(
        (cycle) =>
          day !== null &&
          cycle.phases.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn),
      )
      const cycle = there ?? cycles[0]
      return cycle?.phases.find((phase) => phase.number === Number(number))?.id ?? null
    },
    phaseOn: (day) => phaseOn(cycles, day)?.id ?? null,
  }
}

function namesOf({ number, name, nameEn }: { number: number; name: string; nameEn: string }) {
  return [
    name,
    nameEn,
    `${phaseWord.ms} ${number}: ${name}`,
    `${phaseWord.en} ${number}: ${nameEn}`,
  ]
}
