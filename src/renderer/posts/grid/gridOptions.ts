import type { CalendarOptions } from '@fullcalendar/vue3'
import dayGridPlugin from '@fullcalendar/vue3/daygrid'
import interactionPlugin from '@fullcalendar/vue3/interaction'
import enLocale from '@fullcalendar/vue3/locales/en-gb'
import msLocale from '@fullcalendar/vue3/locales/ms'
import classicThemePlugin from '@fullcalendar/vue3/themes/classic'
import timeGridPlugin from '@fullcalendar/vue3/timegrid'
import type { WeekStart } from '#contract/planning'
import type { Language, PlainDate } from '#contract/values'
import type { ViewKey } from '../calendarScreen'
import { tilesWithoutTime } from './roomView'

export const gridViews = { month: 'dayGridMonth', week: 'timeGridWeek' } as const

/** What the grid calls the view that is wanted; the list is not drawn by it. */
export function gridViewOf(view: ViewKey): string {
  return view === 'week' ? gridViews.week : gridViews.month
}

export interface GridWords {
  readonly withoutTime: string
  readonly more: (count: number) => string
  readonly moreHint: (count: number) => string
  readonly close: string
}

/**
 * What never changes while the grid stands. Days and times are Malaysian and without a zone: to the
 * grid they are UTC, so that nothing is ever shifted.
 */
export function fixedOptions(
  language: Language,
  view: ViewKey,
  { day, starts }: { readonly day: PlainDate; readonly starts: WeekStart },
  words: GridWords,
): CalendarOptions {
  return {
    plugins: [classicThemePlugin, dayGridPlugin, timeGridPlugin, interactionPlugin],
    locales: [msLocale, enLocale],
    locale: language === 'ms' ? 'ms' : 'en-gb',
    ...{ firstDay: starts === 'monday' ? 1 : 0, timeZone: 'UTC', now: malaysianNow },
    ...{ initialView: gridViewOf(view), initialDate: day, headerToolbar: false, height: '100%' },
    ...{ borderless: true, expandRows: true, fixedWeekCount: false, navLinks: false },
    ...{
      dayMaxEvents: tilesAtFirst(view),
      eventDisplay: 'block',
      eventOrder: inPlace,
      // Nothing lasts over several days: there are no pieces to look for.
      eventSlicing: false,
    },
    ...{ eventInteractive: false, eventDurationEditable: false, dragRevertDuration: 0 },
    // Other days ask for their events always: they are told together with their tiles.
    lazyFetching: false,
    ...{ droppable: true, scrollTime: '07:00:00', scrollTimeReset: false },
    ...{ defaultTimedEventDuration: '01:00:00', forceEventDuration: true, nowIndicator: true },
    ...{ eventMinHeight: 38, slotEventOverlap: false, slotDuration: '00:30:00' },
    slotHeaderFormat: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    allDayText: words.withoutTime,
    moreLinkText: words.more,
    moreLinkHint: words.moreHint,
    closeHint: words.close,
    // What is dragged is hidden where it was; see `tile.css`.
    eventClass: ({ isDragging }) => (isDragging ? 'cal-event is-dragged' : 'cal-event'),
    moreLinkClass: 'cal-more',
    popoverClass: 'cal-popover',
    dayCellClass: ({ isOther }) => (isOther ? 'cal-cell is-other' : 'cal-cell'),
    dayCellTopClass: 'cal-top',
    dayCellTopInnerClass: 'cal-top-inner',
    dayHeaderClass: 'cal-head',
    dayHeaderInnerClass: 'cal-head-inner',
    dayLaneClass: 'cal-cell',
    views: {
      [gridViews.month]: { dayHeaderFormat: { weekday: 'short' } },
      [gridViews.week]: {
        ...{ dayHeaderFormat: { weekday: 'short', day: 'numeric' }, eventOrderStrict: true },
      },
    },
  }
}

/** As the workspace tells them. The grid lays what we gave an event beside its own. */
function inPlace(one: unknown, other: unknown): number {
  return placeOf(one) - placeOf(other)
}

function placeOf(event: unknown): number {
  const isPlaced = typeof event === 'object' && event !== null && 'place' in event
  return isPlaced ? Number(event.place) : 0
}

/** Before its height is known, a month shows one post of each day. */
function tilesAtFirst(view: ViewKey): number {
  return view === 'week' ? tilesWithoutTime : 1
}

/**
 * What stands in a cell names it: the day's own button, or its posts. The grid would give the cell
 * another name and hide the button from who cannot see it.
 */
export function bareCell(cell: HTMLElement): void {
  const head = cell.querySelector('[data-day]')
  if (head === null && cell.getAttribute('role') !== 'gridcell') return
  cell.removeAttribute('aria-label')
  head?.parentElement?.removeAttribute('aria-hidden')
}

/** The clock in Malaysia, eight hours ahead of UTC all year, as if it were UTC. */
function malaysianNow(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString()
}
