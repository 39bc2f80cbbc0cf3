import { expect, type Locator, type Page } from '@playwright/test'

/** The row of a checked file or of a library picture. */
export function row(page: Page, name: string): Locator {
  return page.getByRole('gridcell').filter({ has: page.getByText(name, { exact: true }) })
}

/** A chip of the filter bar, whatever its count. */
export function chip(page: Page, label: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^${label}\\s*[\\d,]+$`) })
}

export async function countOn(page: Page, label: string): Promise<number> {
  const text = await chip(page, label).innerText()
  return Number(/[\d,]+$/.exec(text)?.[0].replaceAll(',', '') ?? 'NaN')
}

/**
 * Drops files from the disk, as the system does. Playwright's own drop makes files without a place
 * on the disk; those sent over the debugging protocol have one.
 */
export async function dropFiles(
  page: Page,
  paths: readonly string[],
  invitation = 'Lepaskan fail atau folder untuk disemak',
): Promise<void> {
  const protocol = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  const at = { x: 700, y: 400 }
  await protocol.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data })
  await protocol.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data })
  await expect(page.getByText(invitation).last()).toBeVisible()
  await protocol.send('Input.dispatchDragEvent', { type: 'drop', ...at, data })
  await protocol.detach()
}

/** Waits until every file has its verdict. */
export async function checkEnds(page: Page, files: number): Promise<void> {
  await expect(chip(page, 'Semua')).toContainText(String(files), { timeout: 60_000 })
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 90_000 })
  await expect(page.getByText('Menunggu', { exact: true })).toHaveCount(0)
}

/** Opens a row's details by its left part: the middle of a row holds its list of kinds. */
export async function openRow(page: Page, name: string): Promise<Locator> {
  await row(page, name).click({ position: { x: 180, y: 20 } })
  const details = page.getByRole('complementary')
  await expect(details.getByRole('heading', { name, level: 2 })).toBeVisible()
  return details
}

/** The notice of what was done; the same sentence is also spoken, unseen. */
export function notice(page: Page, text: string | RegExp): Locator {
  return page.getByText(text).first()
}
