import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import type { Application } from './launch.ts'
import { pagesOf } from './readPdf.ts'
import { button } from './startActions.ts'

/** What hidden pages complain of: errors, and refusals of their content policy. */
export function complaintsOfHiddenPages({ electron }: Application): readonly string[] {
  const complaints: string[] = []
  electron.on('window', (page) => {
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
  })
  return complaints
}

/** Opens the preview by its key and waits until the document is there; returns its pages' number. */
export async function openPreview({ window }: Application): Promise<number> {
  await window.keyboard.press('Control+p')
  return previewIsThere(window)
}

/**
 * Keys of the page are deaf until it is gone: a closed dialog is hidden a moment before its event
 * takes it away, and what is pressed in between would still be for it.
 */
export async function closePreview({ window }: Application): Promise<void> {
  await window.keyboard.press('Escape')
  await expect(window.locator('dialog')).toHaveCount(0)
}

export async function previewIsThere(window: Application['window']): Promise<number> {
  const preview = window.getByRole('dialog')
  await expect(preview.locator('canvas').first()).toBeVisible({ timeout: 60_000 })
  return preview.getByRole('article').count()
}

const documents = fileURLToPath(new URL('../../test-results/documents/', import.meta.url))

/**
 * Saves by the button of this name, without the system's dialog; returns what was written. The
 * file stays in `test-results/documents`, to be looked at.
 */
export async function savedBy(
  application: Application,
  name: 'Simpan PDF' | 'Simpan CSV',
  as: string,
): Promise<Buffer> {
  return savedWhen(application, as, () => button(application.window, name).click())
}

/** The same, whatever asks for the file. */
export async function savedWhen(
  application: Application,
  as: string,
  ask: () => Promise<void>,
): Promise<Buffer> {
  mkdirSync(documents, { recursive: true })
  const path = join(documents, as)
  rmSync(path, { force: true })
  await application.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await ask()
  await expect.poll(() => existsSync(path)).toBe(true)
  return readFileSync(path)
}

/** The text of each page of what is previewed, read back from the saved file. */
export async function savedPages(application: Application, as: string): Promise<string[]> {
  return pagesOf(await savedBy(application, 'Simpan PDF', `${as}.pdf`))
}

/** The page on which this stands, from 1; the test fails unless it is exactly one. */
export function pageWith(pages: readonly string[], text: string): string {
  const found = pages.filter((page) => page.includes(text))
  expect(found, text).toHaveLength(1)
  return found[0] ?? ''
}
