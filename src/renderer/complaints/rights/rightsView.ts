import { CalendarClock, CheckCheck, CircleX, TriangleAlert } from '@lucide/vue'
import type { Component } from 'vue'
import type { PersonRequest } from '#contract/complaintRequests'
import type { PlainDate } from '#contract/values'
import type { Tone } from '../../ui/tone'

type LookKey = 'open' | 'soon' | 'late' | 'answered' | 'refused'

const looks: Readonly<Record<LookKey, { readonly icon: Component; readonly tone: Tone }>> = {
  open: { icon: CalendarClock, tone: 'neutral' },
  soon: { icon: CalendarClock, tone: 'warning' },
  late: { icon: TriangleAlert, tone: 'danger' },
  answered: { icon: CheckCheck, tone: 'success' },
  refused: { icon: CircleX, tone: 'neutral' },
}

/** How a request stands: late after its last day, soon from its last working day on. */
export function requestLook(
  { state, dueOn, answerBy }: Pick<PersonRequest, 'state' | 'dueOn' | 'answerBy'>,
  today: PlainDate,
): { readonly key: LookKey; readonly icon: Component; readonly tone: Tone } {
  const open = today > dueOn ? 'late' : today >= answerBy ? 'soon' : 'open'
  const key = state === 'open' ? open : state
  return { key, ...looks[key] }
}
