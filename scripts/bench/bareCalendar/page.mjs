// FullCalendar's month as its own documentation sets it up: events as an array, tiles as they come.
import '@fullcalendar/vue3/skeleton.css'
import '@fullcalendar/vue3/themes/classic/theme.css'
import '@fullcalendar/vue3/themes/classic/palette.css'
import FullCalendar from '@fullcalendar/vue3'
import dayGridPlugin from '@fullcalendar/vue3/daygrid'
import interactionPlugin from '@fullcalendar/vue3/interaction'
import msLocale from '@fullcalendar/vue3/locales/ms'
import classicThemePlugin from '@fullcalendar/vue3/themes/classic'
import { createApp, h, ref } from 'vue'

/**
 * @param {{ events: { id: string, title: string, start: string, allDay: boolean }[], day: string,
 *   most: number, width: number, height: number }} setting
 */
function draw({ events, day, most, width, height }) {
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
          plugins: [classicThemePlugin, dayGridPlugin, interactionPlugin],
          ...{ locales: [msLocale], locale: 'ms', timeZone: 'UTC', firstDay: 1 },
          ...{ initialView: 'dayGridMonth', initialDate: day, headerToolbar: false },
          ...{ height: '100%', fixedWeekCount: false, editable: true, dayMaxEvents: most, events },
        },
      }),
  }).mount(place)
  Reflect.set(window, 'calendarApi', grid.value.getApi())
}

Reflect.set(window, 'drawCalendar', draw)
