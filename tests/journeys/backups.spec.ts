import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerDialog } from '../support/dialogs.ts'
import { expect, killWorkspace, test, type Application } from '../support/launch.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office, unlock } from '../support/startActions.ts'

let outside: string

async function answerFolder(application: Application, path: string): Promise<void> {
  await answerDialog(application, 'showOpenDialog', { canceled: false, filePaths: [path] })
}

test.beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'folder-kedua-'))
})
test.afterEach(() => rmSync(outside, { recursive: true, force: true }))

async function addPerson(page: Page, name: string): Promise<void> {
  await goTo(page, 'Tetapan', 'Orang')
  await page.keyboard.press('n')
  await field(page, 'Nama').fill(name)
  await field(page, 'Jawatan').fill('Pereka')
  await button(page, 'Tambah').click()
  await expect(page.getByRole('gridcell', { name })).toBeVisible()
}

const rows = (page: Page) =>
  page.getByRole('grid', { name: 'Senarai sandaran' }).getByRole('gridcell')

test('a backup is made, a state brought back, and that is undone', async ({ application }) => {
  const { window, folder } = application
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Tetapan', 'Sandaran')
  const second = join(outside, 'Kongsi JKR')
  mkdirSync(second)
  await answerFolder(application, second)
  await button(window, 'Pilih folder').click()
  await expect(window.getByText('Folder kedua disimpan').first()).toBeVisible()

  await window.keyboard.press('n')
  await expect(window.getByText('Sandaran dibuat dan disemak').first()).toBeVisible()
  await expect(rows(window).filter({ hasText: 'Dibuat sendiri' })).toHaveCount(1)
  await expect(window.getByText(/^Disalin \d/)).toBeVisible()
  const copies = readdirSync(second, { recursive: true, encoding: 'utf8' })
  expect(copies.filter((name) => name.endsWith('-tangan.db'))).toHaveLength(1)
  expect(copies.filter((name) => name.endsWith('kunci.json'))).toHaveLength(1)

  await addPerson(window, 'Ahmad Faizal bin Ismail')
  await goTo(window, 'Sandaran')
  await rows(window).filter({ hasText: 'Dibuat sendiri' }).click()
  const pane = window.getByRole('complementary', { name: 'Butiran' })
  await expect(pane.getByRole('row', { name: /^Orang 1 2$/ })).toBeVisible()
  await picture(application, 'backups-page-ms-light')
  await expectAccessible(application)
  await window.emulateMedia({ colorScheme: 'dark' })
  await button(window, 'EN').click()
  await picture(application, 'backups-page-en-dark')
  await expectAccessible(application)
  await button(window, 'BM').click()
  await window.emulateMedia({ colorScheme: 'light' })
  await button(window, 'Pulihkan sandaran ini').click()
  await picture(application, 'backups-confirm-ms-light')
  await button(window, 'Pulihkan').click()
  await expect(window.getByText(/^Dipulihkan kepada keadaan pada/).first()).toBeVisible()
  await goTo(window, 'Tetapan', 'Orang')
  await expect(window.getByText(office.name, { exact: true }).first()).toBeVisible()
  await expect(window.getByText('Ahmad Faizal bin Ismail')).toHaveCount(0)

  await goTo(window, 'Sandaran')
  await expect(window.getByText(/^Ruang kerja ini dipulihkan pada/)).toBeVisible()
  await button(window, 'Kembali kepada keadaan sebelumnya').click()
  await goTo(window, 'Tetapan', 'Orang')
  await expect(window.getByText('Ahmad Faizal bin Ismail')).toBeVisible()
  await goTo(window, 'Log Audit')
  await expect(window.getByText('Pulihkan sandaran').first()).toBeVisible()
  await application.close()
  const log = readRows<{ action: string }>(
    folder,
    office.passphrase,
    "select action from audit_entry where action = 'gate.restore'",
  )
  expect(log).toHaveLength(1)
  expect(application.complaints).toEqual([])
})

test('what was acknowledged is there after a kill, and a damaged file gives way to a backup', async ({
  start,
  folder,
}) => {
  const first = await start({ begun: true, failuresExpected: true })
  await enter(first.window)
  for (const name of ['Zainab', 'Yusof', 'Wani']) await addPerson(first.window, name)
  await killWorkspace(first)
  // Another process takes over, with everything that was said to be saved.
  await expect(first.window.getByText('telah dimulakan semula').first()).toBeVisible()
  for (const name of ['Zainab', 'Yusof', 'Wani']) {
    await expect(first.window.getByRole('gridcell', { name })).toBeVisible()
  }
  await addPerson(first.window, 'Salmah')
  await goTo(first.window, 'Sandaran')
  await button(first.window, 'Sandarkan sekarang').click()
  await expect(rows(first.window).filter({ hasText: 'Dibuat sendiri' })).toHaveCount(1)
  await first.close()
  const database = join(folder, 'ruang-kerja.db')
  const bytes = readFileSync(database)
  bytes.fill(0x5a, 0, 8_192)
  writeFileSync(database, bytes)

  const second = await start({ failuresExpected: true })
  await useOfficeScreen(second)
  await unlock(second.window)
  await expect(second.window.getByText('Ruang kerja tidak dapat dibuka')).toBeVisible()
  await expect(second.window.getByText(/^Sandaran terbaharu yang baik dibuat/)).toBeVisible()
  await picture(second, 'backups-damaged-ms-light')
  await expectAccessible(second)
  await button(second.window, 'Pulihkan').click()
  await expect(second.window.getByRole('navigation', { name: 'Navigasi utama' })).toBeVisible()
  await goTo(second.window, 'Tetapan', 'Orang')
  for (const name of ['Zainab', 'Yusof', 'Wani']) {
    await expect(second.window.getByText(name).first()).toBeVisible()
  }
  const aside = readdirSync(folder).filter((name) => /^diketepikan-.*\.db$/.test(name))
  expect(aside).toHaveLength(1)
  expect(readFileSync(join(folder, aside[0] ?? '')).subarray(0, 8)).toEqual(Buffer.alloc(8, 0x5a))
})

test('another computer takes the workspace over from the second folder', async ({ start }) => {
  const first = await start({ begun: true })
  await enter(first.window)
  await goTo(first.window, 'Tetapan', 'Sandaran')
  await answerFolder(first, outside)
  await button(first.window, 'Pilih folder').click()
  await button(first.window, 'Sandarkan sekarang').click()
  await expect(first.window.getByText(/^Disalin \d/)).toBeVisible()
  await first.close()

  const elsewhere = mkdtempSync(join(tmpdir(), 'komputer-lain-'))
  const other = await start({ folder: elsewhere })
  await useOfficeScreen(other)
  await button(other.window, 'Pulihkan daripada sandaran').click()
  await answerFolder(other, outside)
  await button(other.window, 'Pilih folder').click()
  await expect(other.window.getByText(/^Sandaran terbaharu yang baik dibuat/)).toBeVisible()
  await button(other.window, 'Pulihkan').click()
  await field(other.window, 'Frasa laluan ruang kerja itu').fill('bukan frasa laluan ini')
  await button(other.window, 'Pulihkan').click()
  await expect(other.window.getByText('Frasa laluan tidak betul')).toBeVisible()
  await picture(other, 'backups-first-run-ms-light')
  await expectAccessible(other)
  await field(other.window, 'Frasa laluan ruang kerja itu').fill(office.passphrase)
  await button(other.window, 'Pulihkan').click()
  await expect(other.window.getByText(`${office.name} (${office.post})`)).toBeVisible()
  expect(existsSync(join(elsewhere, 'ruang-kerja.db'))).toBe(true)
  await other.close()
  rmSync(elsewhere, { recursive: true, force: true })
})
