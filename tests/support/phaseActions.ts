import type { Locator } from '@playwright/test'
import type { Application } from './launch.ts'

/** Takes the calendar to one of its views, by the name of its tab. */
export async function toView({ window }: Application, name: string): Promise<void> {
  await window.getByRole('tab', { name, exact: true }).click()
}

/** A column of the phase board in Malay; 0: that of posts without a phase. */
export function column({ window }: Application, number: number): Locator {
  return window.getByRole('region', {
    name: number === 0 ? /^Tiada fasa,/ : new RegExp(`^Fasa ${number},`),
  })
}

/** A post on the board, by its title or a part of it. */
export function card(within: Locator, title: string): Locator {
  return within.getByRole('gridcell', { name: title })
}
