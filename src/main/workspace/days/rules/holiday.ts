import type { HolidayInput } from '#contract/days'

/** Columns, by what they are called in the contract. */
const columns = {
  date: 'date',
  name: 'name',
  nameEn: 'name_en',
  kind: 'kind',
  states: 'states',
  reference: 'reference',
} as const satisfies Record<keyof HolidayInput, string>

/** Names of the columns in which two differ, for the audit log. */
export function changedFields(before: HolidayInput, after: HolidayInput): string[] {
  return Object.entries(columns)
    .filter(([field]) => valueOf(before, field) !== valueOf(after, field))
    .map(([, column]) => column)
}

export function sameHoliday(one: HolidayInput, other: HolidayInput): boolean {
  return changedFields(one, other).length === 0
}

function valueOf(holiday: HolidayInput, field: string): string {
  return JSON.stringify(Object.entries(holiday).find(([name]) => name === field)?.[1] ?? null)
}
