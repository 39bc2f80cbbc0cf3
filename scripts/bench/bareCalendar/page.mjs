// FullCalendar as its own documentation sets it up: events as an array, tiles as they come; in the
// letters of our page, and in a week with the same hours.
import '@fontsource-variable/inter'
import '@fullcalendar/vue3/skeleton.css'
import '@fullcalendar/vue3/themes/classic/theme.css'
import '@fullcalendar/vue3/themes/classic/palette.css'
import FullCalendar from '@fullcalendar/vue3'
import dayGridPlugin from '@fullcalendar/vue3/daygrid'
import interactionPlugin from '@fullcalendar/vue3/interaction'
import msLocale from '@fullcalendar/vue3/locales/ms'
import classicThemePlugin from '@fullcalendar/vue3/themes/classic'
import timeGridPlugin from '@fullcalendar/vue3/timegrid'
import { createApp, h, ref } from 'vue'

/**
 * @param {{ events: { id: string, title: string, start: string, allDay: boolean }[], day: string,
 *   view: string, most: number, width: number, height: number }} setting
 */
function draw({ events, day, view, most, width, height }) {
  const place = document.querySelector('#calendar')
  if (!(place instanceof HTMLElement)) throw new Error('There is no place for the calendar')
  place.style.width = `${width}px`
  place.style.height = `${height}px`
  const grid = ref()
  createApp({
    setup: () => () =>
      h(FullCalendar, {
        ref: grid,
        options: {
          plugins: [classicThemePlugin, dayGridPlugin, timeGridPlugin, interactionPlugin],
          ...{ locales: [msLocale], locale: 'ms', timeZone: 'UTC', firstDay: 1 },
          ...{ initialView: view, initialDate: day, headerToolbar: false },
          ...{ height: '100%', fixedWeekCount: false, editable: true, dayMaxEvents: most, events },
          ...{ eventMinHeight: 38, slotEventOverlap: false, scrollTime: '07:00:00' },
          ...{ defaultTimedEventDuration: '01:00:00', forceEventDuration: true },
          ...{ nowIndicator: true, scrollTimeReset: false },
        },
      }),
  }).mount(place)
  Reflect.set(window, 'calendarApi', grid.value.getApi())
}

Reflect.set(window, 'drawCalendar', draw)
