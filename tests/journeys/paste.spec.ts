import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { drawFewImages } from '../support/imageFolder.ts'
import { expect, test } from '../support/launch.ts'
import { button, enter } from '../support/startActions.ts'

/** Pastes a picture of these bytes, or of so many. */
async function paste(page: Page, content: number[] | number): Promise<void> {
  // Electron's own clipboard changed its shape between the versions in use; the event did not.
  await page.evaluate((given) => {
    const bytes = typeof given === 'number' ? new Uint8Array(given) : new Uint8Array(given)
    const copied = new DataTransfer()
    copied.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
    const paste = { clipboardData: copied, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new ClipboardEvent('paste', paste))
  }, content)
}

test('a picture copied in another program is pasted and checked', async ({
  application,
  folder,
}) => {
  const { window } = application
  await enter(window)
  await expect(window.getByText('Belum ada imej disemak')).toBeVisible()
  const [path = ''] = await drawFewImages(join(folder, 'few'))
  await paste(window, [...readFileSync(path)])
  const pasted = window.getByRole('gridcell').filter({ hasText: /^Tampalan .+\.png/ })
  await expect(pasted).toContainText('Lulus', { timeout: 60_000 })
  await pasted.click({ position: { x: 180, y: 20 } })
  await expect(window.getByText('Ditampal, tiada fail')).toBeVisible()
  await button(window, 'Simpan dalam pustaka').click()
  await expect(pasted).toContainText('Dalam pustaka', { timeout: 60_000 })

  await paste(window, 100_000_001)
  const refusal = window.getByText('Imej ini terlalu besar untuk ditampal (had 100 MB).')
  await expect(refusal.first()).toBeVisible()
  await expect(pasted).toHaveCount(1)
  await button(window, 'EN').click()
  await expect(
    window.getByText('This image is too large to be pasted (limit 100 MB).').first(),
  ).toBeVisible()
  expect(application.complaints).toEqual([])
})
