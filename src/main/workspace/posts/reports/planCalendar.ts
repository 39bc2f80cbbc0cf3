import ical, { ICalEventStatus, type ICalEventData } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { PostStatus } from '#contract/posts'
import type { Instant, Language } from '#contract/values'
import type { PlanNames } from '../queries/planNames.ts'
import type { PlanRow } from '../queries/planRows.ts'
import { planHeadings } from './planHeadings.ts'
import { calendarName, expiredWords, statusWords } from './planWords.ts'

const zone = 'Asia/Kuala_Lumpur'
/** Malaysia has kept one offset since 1982: no library of zones is needed to say so. */
const zoneRules = [
  ...['BEGIN:VTIMEZONE', `TZID:${zone}`, 'BEGIN:STANDARD', 'DTSTART:19820101T000000'],
  ...['TZOFFSETFROM:+0730', 'TZOFFSETTO:+0800', 'TZNAME:+08', 'END:STANDARD', 'END:VTIMEZONE'],
].join('\r\n')

/** How long a post stands in a calendar that shows hours (ours): a moment would not be seen. */
const shownMinutes = 30

const firm: readonly PostStatus[] = ['approved', 'ready', 'published', 'archived']

/**
 * Slots as iCalendar events: in Malaysia's time zone, all day where no time is set. Nothing of a
 * post but its title, accounts, phase and status, since calendars are passed on.
 * @param at when the file is made
 */
export function planCalendar(
  rows: readonly PlanRow[],
  names: PlanNames,
  { language, at }: { readonly language: Language; readonly at: Instant },
): string {
  const calendar = ical({
    name: calendarName[language],
    prodId: { company: 'JKR', product: 'Ruang Kerja BKK', language: language.toUpperCase() },
    // Each event names the zone: with one for all, the library would set stamps in it as well.
    timezone: { name: null, generator: () => zoneRules },
  })
  for (const { tile, post } of rows) {
    const { day, time, status, expired, accountIds, phaseId } = tile
    if (day === null) continue
    const said = [statusWords[status][language], ...(expired ? [expiredWords[language]] : [])]
    const lines = [
      [planHeadings.status, said.join(', ')],
      [planHeadings.accounts, accountIds.map((id) => names.account(id)).join(', ')],
    ] as const
    const phase = names.phase(phaseId)
    calendar.createEvent({
      id: `${slotName({ tile, post })}@ruang-kerja-bkk`,
      // A calendar takes in what counts higher than what it holds: saves and statuses alike.
      ...{ stamp: at, lastModified: lastChange(post) },
      sequence: post.version + post.statusChanges,
      summary: tile.title,
      description: [
        ...lines.flatMap(([heading, value]) =>
          value === '' ? [] : [`${heading[language]}: ${value}`],
        ),
        ...(phase === '' ? [] : [phase]),
      ].join('\n'),
      status: statusOf(status),
      ...timesOf(day, time),
    })
  }
  return `${calendar.toString()}\r\n`
}

function lastChange({ changedAt, statusAt }: PlanRow['post']): Instant {
  return statusAt > changedAt ? statusAt : changedAt
}

/**
 * The same for a slot wherever it is moved: that of the post itself by its id, another also by the
 * first account that has it.
 */
function slotName({ tile, post }: Pick<PlanRow, 'tile' | 'post'>): string {
  return tile.apart ? [post.id, ...tile.accountIds.slice(0, 1)].join('-') : post.id
}

type Times = Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'>

function timesOf(day: string, time: string | null): Times {
  if (time === null) {
    const start = Temporal.PlainDate.from(day)
    return { start, end: start.add({ days: 1 }), allDay: true }
  }
  const start = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone)
  return { start, end: start.add({ minutes: shownMinutes }), timezone: zone }
}

function statusOf(status: PostStatus): ICalEventStatus {
  if (status === 'cancelled') return ICalEventStatus.CANCELLED
  return firm.includes(status) ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE
}
