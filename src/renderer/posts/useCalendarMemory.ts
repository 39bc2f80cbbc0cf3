import { onScopeDispose, watch } from 'vue'
import { z } from 'zod'
import { PlainDate } from '#contract/values'
import { useWorkspace } from '../workspace/calls'
import { useGate } from '../workspace/gate'
import { useCalendarScreen, viewKeys } from './calendarScreen'

const restMs = 1_000

/** What is remembered of the calendar; a view that this version does not have is not. */
const Remembered = z.object({
  view: z.enum(viewKeys),
  day: PlainDate,
  listScope: z.enum(['month', 'all', 'trash']),
  dense: z.boolean(),
})

/** The calendar opens where the person left it, also in another session. */
export function useCalendarMemory(): void {
  const gate = useGate()
  const workspace = useWorkspace()
  const screen = useCalendarScreen()
  let timer: ReturnType<typeof setTimeout> | undefined

  /** What was left stands there once a session for each person: afterwards the screen knows. */
  async function recall(person: string): Promise<void> {
    if (screen.recalledFor === person) return
    const before = screen.recalledFor
    screen.recalledFor = person
    const { value } = await workspace.people.remembered({ name: 'calendar' })
    const left = Remembered.safeParse(value)
    if (left.success && gate.actor.value?.id === person) Object.assign(screen, left.data)
    else if (before !== null) screen.reset()
  }

  function keep(): void {
    clearTimeout(timer)
    const person = gate.actor.value?.id
    const { view, day, listScope, dense } = screen
    timer = setTimeout(() => {
      // Whoever sits here by then has a calendar of their own.
      if (gate.isOpen.value && gate.actor.value?.id === person && screen.recalledFor === person) {
        const value = { view, day, listScope, dense }
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
  watch(() => [screen.view, screen.day, screen.listScope, screen.dense], keep)
  onScopeDispose(() => {
    clearTimeout(timer)
  })
}
