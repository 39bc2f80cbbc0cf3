import type { ViewDefinition } from '#contract/postViews'
import { useCalendarScreen, viewKeys, type ViewKey } from '../calendarScreen'

/** What a saved view keeps of the calendar's screen, and how it is brought back. */
export function useViewDefinition() {
  const screen = useCalendarScreen()

  function now(): ViewDefinition {
    return {
      ...{ view: screen.view, filter: screen.filter },
      list: { scope: screen.listScope, order: screen.order, descending: screen.descending },
      ...{ cycleId: screen.cycleId, state: screen.state },
      year: { span: screen.span, partsBy: screen.partsBy },
    }
  }

  /** A view that this version does not have is shown as the one that is open. */
  function isView(view: string): view is ViewKey {
    return viewKeys.some((key) => key === view)
  }

  function bringBack({ view, filter, list, cycleId, state, year }: ViewDefinition): void {
    screen.filter = filter
    if (isView(view)) screen.view = view
    if (list !== undefined) {
      screen.listScope = list.scope
      screen.order = list.order
      screen.descending = list.descending
    }
    if (cycleId !== undefined) screen.cycleId = cycleId
    if (state !== undefined) screen.state = state
    if (year !== undefined) {
      screen.span = year.span
      screen.partsBy = year.partsBy
    }
  }

  return { now, bringBack }
}
