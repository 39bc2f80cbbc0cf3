import { inject, type InjectionKey } from 'vue'
import type { Desktop } from '../../preload/desktop'

export const desktopKey: InjectionKey<Desktop> = Symbol('desktop')

/** Pickers, printing, theme and menu: everything outside the page. */
export function useDesktop(): Desktop {
  const desktop = inject(desktopKey)
  if (!desktop) throw new Error('No desktop was provided')
  return desktop
}
