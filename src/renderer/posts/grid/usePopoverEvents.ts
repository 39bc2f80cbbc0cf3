import { onBeforeUnmount, onMounted } from 'vue'

/** The box of the posts that a day has no room for, wherever the grid puts it. */
export const popoverSelector = '.cal-popover'

/** What is heard of the grid's own elements. */
interface Heard {
  readonly keydown: (event: KeyboardEvent) => void
  readonly focusin: (event: FocusEvent) => void
  readonly focusout: (event: FocusEvent) => void
  readonly contextmenu: (event: MouseEvent) => void
}

/** Hears the same within the box of further posts, which stands outside of the grid's element. */
export function usePopoverEvents(heard: Heard): void {
  const within =
    <E extends Event>(hear: (event: E) => void) =>
    (event: E): void => {
      if (event.target instanceof Element && event.target.closest(popoverSelector)) hear(event)
    }
  const [keydown, contextmenu] = [within(heard.keydown), within(heard.contextmenu)]
  const [focusin, focusout] = [within(heard.focusin), within(heard.focusout)]

  onMounted(() => {
    // Before the page's keys, as those of the grid itself are.
    document.addEventListener('keydown', keydown, true)
    document.addEventListener('contextmenu', contextmenu)
    document.addEventListener('focusin', focusin)
    document.addEventListener('focusout', focusout)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('keydown', keydown, true)
    document.removeEventListener('contextmenu', contextmenu)
    document.removeEventListener('focusin', focusin)
    document.removeEventListener('focusout', focusout)
  })
}
