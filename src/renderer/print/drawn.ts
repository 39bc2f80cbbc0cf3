import { nextTick } from 'vue'

/**
 * Waits until everything on the page is there: texts in their fonts, pictures loaded. A hidden page
 * may draw no frames, and `fonts.ready` and `image.decode()` wait for one: neither is asked.
 */
export async function whenDrawn(page: Document): Promise<void> {
  await nextTick()
  await fontsLoaded(page)
  await Promise.all([...page.images].map(whenLoaded))
  // What a picture that cannot be had is replaced by.
  await nextTick()
}

/** Laying out asks for the fonts of the letters that occur; having one may ask for another. */
async function fontsLoaded(page: Document): Promise<void> {
  for (;;) {
    page.body.getBoundingClientRect()
    const loading = [...page.fonts].filter(({ status }) => status === 'loading')
    if (loading.length === 0) return
    await Promise.all(loading.map(({ loaded }) => loaded.catch(() => undefined)))
  }
}

function whenLoaded(image: HTMLImageElement): Promise<void> {
  if (image.complete) return Promise.resolve()
  return new Promise((resolve) => {
    image.addEventListener('load', () => resolve(), { once: true })
    image.addEventListener('error', () => resolve(), { once: true })
  })
}
