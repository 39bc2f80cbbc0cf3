import { HolidayDate, HolidayKind, type HolidayInput } from '#contract/days'
import type { HolidayField, HolidayProblem, RejectedHoliday } from '#contract/holidayImports'
import { StateCode } from '#contract/states'
import { Line } from '#contract/values'
import { namedBy } from '../../../sheets/names.ts'
import { openRow, type RowPlace, type SheetRow } from '../../../sheets/row.ts'
import { writtenDay } from '../../../sheets/writtenDay.ts'
import { writtenStates } from './states.ts'

const kindNames: Readonly<Record<HolidayKind, readonly string[]>> = {
  federal: ['persekutuan', 'cuti persekutuan', 'federal', 'kebangsaan', 'national'],
  state: ['negeri', 'cuti negeri', 'state'],
  replacement: ['ganti', 'cuti ganti', 'gantian', 'cuti gantian', 'replacement', 'substitute'],
  special: ['khas', 'cuti khas', 'peristiwa', 'cuti peristiwa', 'special', 'tambahan'],
}

const kinds = namedBy(
  HolidayKind.options.map((value) => ({ value, names: [value, ...kindNames[value]] })),
)

type Row = SheetRow<HolidayField, HolidayProblem>

/** A row as a holiday, or what is wrong with it. */
export function readHolidayRow(
  cells: readonly string[],
  place: RowPlace<HolidayField>,
): { readonly wanted: HolidayInput } | { readonly rejected: RejectedHoliday[] } {
  const row = openRow<HolidayField, HolidayProblem>(cells, place)
  const date = dateOf(row)
  const name = row.at('name') === '' ? row.reject('name', 'name-missing') : lineOf(row, 'name')
  const states = statesOf(row)
  const kind = row.read('kind', 'unknown-kind', kinds.find)
  const [nameEn, reference] = [lineOf(row, 'nameEn'), lineOf(row, 'reference')]
  if (date === null || name === null || states === null || row.rejected.length > 0) {
    return { rejected: row.rejected }
  }
  // What all states have is declared for the federation; what one has, by its state (ours).
  const likely = states.length === StateCode.options.length ? 'federal' : 'state'
  return { wanted: { date, name, nameEn, states, kind: kind ?? likely, reference } }
}

function dateOf(row: Row) {
  if (row.at('date') === '') return row.reject('date', 'date-missing')
  const day = row.read('date', 'not-a-day', writtenDay)
  if (day === null) return null
  const here = HolidayDate.safeParse(day)
  return here.success ? here.data : row.reject('date', 'beyond-years')
}

function lineOf(row: Row, field: 'name' | 'nameEn' | 'reference'): string | null {
  return row.read(field, 'too-long', (text) => {
    const line = Line.safeParse(text)
    return line.success ? line.data : null
  })
}

function statesOf(row: Row): StateCode[] | null {
  if (row.at('states') === '') return row.reject('states', 'states-missing')
  const read = writtenStates(row.at('states'))
  if ('unknown' in read) return row.reject('states', 'unknown-state', read.unknown)
  return read.states.length === 0 ? row.reject('states', 'states-missing') : read.states
}
