import type { Action } from '../shell/actions'

/** A key that the part with the focus hears by itself: told among the page's keys, no more. */
export function explained(key: string, label: string): Action {
  return { id: `explained-${key}`, label, key, explainedOnly: true, run: () => undefined }
}
