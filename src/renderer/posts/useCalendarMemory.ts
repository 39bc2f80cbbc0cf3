import { onScopeDispose, watch } from 'vue'
import { z } from 'zod'
import { PlainDate } from '#contract/values'
import { useWorkspace } from '../workspace/calls'
import { useGate } from '../workspace/gate'
import { quarterParts, useCalendarScreen, viewKeys, yearSpans } from './calendarScreen'

const restMs = 1_000

/** What is remembered of the calendar; a view that this version does not have is not. */
const Remembered = z.object({
  view: z.enum(viewKeys),
  day: PlainDate,
  listScope: z.enum(['month', 'all', 'trash']),
  dense: z.boolean(),
  // What an earlier version left says nothing of them.
  span: z.enum(yearSpans).default('year'),
  partsBy: z.enum(quarterParts).default('phase'),
})

export interface CalendarMemory {
  /** Somebody chose what is shown, be it what stands there already: what was left is not brought. */
  readonly stay: () => void
}

/** The calendar opens where the person left it, also in another session. */
export function useCalendarMemory(): CalendarMemory {
  const gate = useGate()
  const workspace = useWorkspace()
  const screen = useCalendarScreen()
  let isChosen = false
  let timer: ReturnType<typeof setTimeout> | undefined

  /** What was left stands there once a session for each person: afterwards the screen knows. */
  async function recall(person: string): Promise<void> {
    if (screen.recalledFor === person) return
    // What somebody else filtered and opened is theirs, whatever this person left here.
    if (screen.recalledFor !== null) screen.reset()
    const before = shown()
    screen.recalledFor = person
    const { value } = await workspace.people.remembered({ name: 'calendar' })
    const left = Remembered.safeParse(value)
    // Whoever went elsewhere meanwhile stays there.
    const isAsBefore = !isChosen && shown().every((each, at) => each === before[at])
    if (left.success && isAsBefore && gate.actor.value?.id === person) {
      Object.assign(screen, left.data)
    }
    isChosen = false
  }

  /** What is remembered, as it stands. */
  function shown(): readonly unknown[] {
    return [
      ...[screen.view, screen.day, screen.listScope, screen.dense],
      ...[screen.span, screen.partsBy],
    ]
  }

  function keep(): void {
    clearTimeout(timer)
    const person = gate.actor.value?.id
    const { view, day, listScope, dense, span, partsBy } = screen
    timer = setTimeout(() => {
      // Whoever sits here by then has a calendar of their own.
      if (gate.isOpen.value && gate.actor.value?.id === person && screen.recalledFor === person) {
        const value = { view, day, listScope, dense, span, partsBy }
        workspace.people.remember({ name: 'calendar', value }).catch(() => undefined)
      }
    }, restMs)
  }

  watch(
    [gate.isOpen, () => gate.actor.value?.id],
    ([isOpen, person]) => {
      if (isOpen && person !== undefined) recall(person).catch(() => undefined)
    },
    { immediate: true },
  )
  watch(shown, keep)
  onScopeDispose(() => {
    clearTimeout(timer)
  })
  return {
    stay: () => {
      isChosen = true
    },
  }
}
