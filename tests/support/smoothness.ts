import type { Page } from '@playwright/test'
import { expect } from './launch.ts'

declare global {
  interface Window {
    /** Milliseconds of every task that kept the page's thread busy for longer than 50 ms. */
    longTasks: number[]
  }
}

/** Starts to note what keeps the page's thread busy. */
export async function noticeTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.longTasks = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(duration)
    }).observe({ type: 'longtask' })
  })
}

/** The longest task since this was asked last, in milliseconds; 0 when none was long. */
export async function longestTasks(page: Page): Promise<number> {
  return page.evaluate(() => Math.round(Math.max(0, ...window.longTasks.splice(0))))
}

/** Goes to a page by the side navigation; milliseconds until its list can be read. */
export async function timeUntilShown(page: Page, link: string): Promise<number> {
  const shown = await page.evaluate(async (name) => {
    const links = [...document.querySelectorAll<HTMLElement>('nav a')]
    const before = performance.now()
    links.find((each) => each.textContent.trim() === name)?.click()
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const title = document.querySelector('h1')?.textContent.trim()
      if (title === name && document.querySelector('[role=gridcell]')) break
    }
    return performance.now() - before
  }, link)
  await expect(page.getByRole('heading', { name: link, level: 1 })).toBeVisible()
  return Math.round(shown)
}

/**
 * Rolls the list from its first row to its last in a second or two, as a hurried wheel does.
 * Returns the longest task meanwhile, in milliseconds.
 */
export async function scrollThrough(page: Page): Promise<number> {
  await longestTasks(page)
  await page.evaluate(async () => {
    const scroller = document.querySelector('[role=grid]')?.parentElement
    if (!scroller) throw new Error('There is no list')
    const frames = 60
    const step = (scroller.scrollHeight - scroller.clientHeight) / frames
    for (let frame = 1; frame <= frames; frame++) {
      scroller.scrollTop = step * frame
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })
  return longestTasks(page)
}
