import type { Desktop } from '../preload/desktop'

declare global {
  interface Window {
    /** What the preload script exposes; nothing else of the desktop is within reach. */
    readonly desktop: Desktop
  }
}
