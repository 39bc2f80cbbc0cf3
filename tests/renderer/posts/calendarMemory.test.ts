import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, watch } from 'vue'
import { useCalendarScreen } from '../../../src/renderer/posts/calendarScreen'
import { useCalendarMemory } from '../../../src/renderer/posts/useCalendarMemory'
import { eventually } from '../../support/eventually.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'

let test: TestWorkspace
beforeEach(async () => {
  test = await startTestWorkspace('sqlite')
  await test.workspace.people.remember({
    name: 'calendar',
    value: { view: 'list', day: '2026-10-05', listScope: 'all', dense: true },
  })
})
afterEach(() => test.stop())

/** The calendar as somebody opens it, who does something at once. */
async function opened(act: (of: { stay: () => void }) => void = () => undefined) {
  setActivePinia(createPinia())
  const host = defineComponent({
    setup() {
      act(useCalendarMemory())
      return () => h('p', 'Kalendar')
    },
  })
  await mountPart(host, test.client)
  const screen = useCalendarScreen()
  await eventually(() => expect(screen.recalledFor).not.toBeNull())
  return screen
}

/** What was asked for before this has been answered and heard. */
async function answered(): Promise<void> {
  await test.workspace.people.remembered({ name: 'calendar' })
  await nextTick()
}

describe('the calendar of a person', () => {
  it('opens where it was left', async () => {
    const screen = await opened()
    await eventually(() => expect(screen.view).toBe('list'))
    expect(screen).toMatchObject({ day: '2026-10-05', listScope: 'all', dense: true })
  })

  it('stays where somebody went meanwhile, be it where it stands', async () => {
    const stayed = await opened(({ stay }) => stay())
    await answered()
    expect(stayed.view).toBe('month')
    const went = await opened(() => {
      const screen = useCalendarScreen()
      const goElsewhere = () => (screen.view = 'week')
      watch(() => screen.recalledFor, goElsewhere, { flush: 'sync' })
    })
    await answered()
    expect(went.view).toBe('week')
  })
})
