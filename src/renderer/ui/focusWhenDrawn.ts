import { nextTick } from 'vue'

/** Frames a far-away row may take to be drawn after its list has scrolled there. */
const patienceFrames = 10

/**
 * Focuses an element that may still have to be drawn; gives up when it is no longer wanted.
 * @param find the element, or null while it is not there
 * @param isWanted false once the focus is to go elsewhere
 */
export async function focusWhenDrawn(
  find: () => HTMLElement | null,
  isWanted: () => boolean,
  options: FocusOptions,
): Promise<void> {
  await nextTick()
  for (let frame = 0; frame < patienceFrames && find() === null && isWanted(); frame += 1) {
    await new Promise((drawn) => requestAnimationFrame(drawn))
    await nextTick()
  }
  if (isWanted()) find()?.focus(options)
}
