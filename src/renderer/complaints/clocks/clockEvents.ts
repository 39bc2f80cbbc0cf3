import {
  AlarmClock,
  CirclePause,
  ClipboardCheck,
  Play,
  SlidersHorizontal,
  Undo2,
  CalendarSync,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { ClockName } from '#contract/clockLimits'
import type { ComplaintEventKind } from '#contract/complaintEvents'

/** Signs of what happened to clocks. */
export const clockEventIcons = {
  'clock-met': ClipboardCheck,
  'clock-unmet': Undo2,
  paused: CirclePause,
  resumed: Play,
  'clock-set': SlidersHorizontal,
  recounted: CalendarSync,
  warned: AlarmClock,
} as const satisfies Partial<Record<ComplaintEventKind, Component>>

const fields: Readonly<Record<string, ClockName>> = {
  ...{ acknowledged_at: 'acknowledge', responded_at: 'respond', progressed_at: 'progress' },
  ...{ due_acknowledge: 'acknowledge', due_respond: 'respond' },
  ...{ due_progress: 'progress', due_close: 'close' },
}

/** The clock that a field of an event is about; null for other fields. */
export function clockOfField(field: string): ClockName | null {
  return fields[field] ?? null
}
