import { expect, type Locator, type Page } from '@playwright/test'
import type {} from './clientInPage.ts'
import { takeClient } from './takeClient.ts'

/** Keys that do not write: each is counted, text is not. */
export interface Strokes {
  press(key: string): Promise<void>
  /** What somebody would have to type in any form. */
  type(text: string): Promise<void>
  readonly count: number
}

export function strokes(page: Page): Strokes {
  let count = 0
  return {
    async press(key) {
      count += 1
      await page.keyboard.press(key)
    },
    async type(text) {
      await page.keyboard.type(text)
    },
    get count() {
      return count
    },
  }
}

/** The row of a complaint in the list. */
export function line(page: Page, text: string | RegExp): Locator {
  return page.getByRole('gridcell').filter({ hasText: text })
}
