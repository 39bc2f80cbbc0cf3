import type { CheckId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ImageChoiceRow } from '../tables.ts'

/** The number that the next choice goes by. */
export async function nextChoice(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('image_choice')
    .select((e) => e.fn.max('number').as('last'))
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function addChoice(writer: Writer, rows: readonly ImageChoiceRow[]): Promise<void> {
  for (const row of rows) await writer.insertInto('image_choice').values(row).execute()
}

/** The choices that concern these checks, latest first; each with all of its rows. */
export async function choicesOf(
  db: Reader,
  ids: readonly CheckId[],
): Promise<readonly ImageChoiceRow[][]> {
  const numbers = new Set<number>()
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await db
      .selectFrom('image_choice')
      .select('number')
      .where('check_id', 'in', ids.slice(from, from + 500))
      .orderBy('id')
      .execute()
    for (const row of rows) numbers.add(row.number)
  }
  const choices: ImageChoiceRow[][] = []
  for (const number of [...numbers].sort((one, other) => other - one)) {
    choices.push(
      await db
        .selectFrom('image_choice')
        .selectAll()
        .where('number', '=', number)
        .orderBy('id')
        .execute(),
    )
  }
  return choices
}

export async function removeChoice(writer: Writer, number: number): Promise<void> {
  await writer.deleteFrom('image_choice').where('number', '=', number).execute()
}

/** Whether a choice concerned none but these checks. */
export function isAmong(choice: readonly ImageChoiceRow[], ids: readonly string[]): boolean {
  return choice.every(({ check_id }) => ids.includes(check_id))
}
