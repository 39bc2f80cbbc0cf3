import { readonly, ref } from 'vue'

const isCovered = ref(false)

/**
 * Whether a lock screen covers the page. Modal dialogs lie above everything opened before them: while
 * it is there none may open over it; it waits for its turn.
 */
export const covered = readonly(isCovered)

export function setCovered(now: boolean): void {
  isCovered.value = now
}
