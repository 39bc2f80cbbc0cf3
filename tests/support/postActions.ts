import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chip, dropFiles, notice } from './imageActions.ts'
import { expect, type Application } from './launch.ts'
import { open, scene } from './pictures.ts'
import { button, field, goTo } from './startActions.ts'

/** Made by `addDesigner`. */
export const designer = 'Lim Mei Ling'

/** Two posters, kept in the library. */
export async function keepPictures({ window }: Application, folder: string): Promise<void> {
  const paths = [join(folder, 'peta-laluan.png'), join(folder, 'papan-tanda.png')]
  for (const [place, path] of paths.entries()) {
    await open(await scene(410 + place * 37, { width: 1200, height: 630 }))
      .png()
      .toFile(path)
  }
  await dropFiles(window, paths)
  await expect(chip(window, 'Semua')).toContainText('2', { timeout: 60_000 })
  await window.getByRole('button', { name: /^Simpan 2/ }).click()
  await expect(notice(window, /^2 imej disimpan dalam pustaka/)).toBeVisible()
}

export async function addDesigner({ window }: Application): Promise<void> {
  await goTo(window, 'Tetapan', 'Orang')
  await window.keyboard.press('n')
  await field(window, 'Nama').fill(designer)
  await field(window, 'Jawatan').fill('Pereka grafik')
  await window.getByRole('checkbox', { name: 'Pereka', exact: true }).check()
  await button(window, 'Tambah').click()
  await expect(window.getByRole('gridcell', { name: designer })).toContainText('Pereka')
}

export async function sitAs({ window }: Application, name: string): Promise<void> {
  await window.keyboard.press('Control+u')
  await window.getByRole('dialog').getByRole('button', { name }).click()
  await expect(window.getByRole('dialog')).toHaveCount(0)
  // The dialog is gone before the workspace has said that it is they.
  await expect(window.getByRole('contentinfo')).toContainText(name)
}

/** Goes to a post by its address, as a link does. */
export async function goToAddress(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => {
    location.hash = hash
  }, address)
}

export function addressOf(window: Page): Promise<string> {
  return window.evaluate(() => location.hash)
}
