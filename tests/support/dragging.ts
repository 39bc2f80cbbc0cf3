import { expect, type Locator, type Page } from '@playwright/test'

/** The grid draws its days anew while it settles: a place is taken when there is one. */
async function placeOf(element: Locator): Promise<{ x: number; y: number }> {
  await expect.poll(() => element.boundingBox()).not.toBeNull()
  return (await element.boundingBox()) ?? placeOf(element)
}

/** As a hand drags: down, along, up, just below the head of the day. */
export async function drag(window: Page, what: Locator, target: Locator): Promise<void> {
  const [from, to] = [await placeOf(what), await placeOf(target)]
  await window.mouse.move(from.x + 40, from.y + 10)
  await window.mouse.down()
  await window.mouse.move(to.x + 20, to.y + 32, { steps: 12 })
  await window.mouse.up()
}
