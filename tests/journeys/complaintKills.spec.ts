import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { line } from '../support/complaintActions.ts'
import { notice } from '../support/imageActions.ts'
import { expect, killWorkspace, test } from '../support/launch.ts'
import { readRows } from '../support/readDatabase.ts'
import { registerCsv, registerHeads, registerRows } from '../support/registerSheet.ts'
import { picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office, unlock } from '../support/startActions.ts'

/** Enough for the import to be well under way when it is killed. */
const imported = 3_000

async function fill(page: Page, what: string): Promise<void> {
  await page.getByRole('radio', { name: 'Telefon' }).check()
  await page.getByRole('switch', { name: 'Tanpa nama' }).check()
  await field(page, 'Apa yang berlaku').fill(what)
  await page.getByRole('radio', { name: 'Jalan Negeri' }).check()
}

const takenOver = (page: Page) =>
  expect(page.getByText('telah dimulakan semula').first()).toBeVisible()
const backups = (page: Page) =>
  page.getByRole('grid', { name: 'Senarai sandaran' }).getByRole('gridcell')

test('kills in the midst of intake and import lose nothing; a backup is restored and undone', async ({
  start,
  folder,
}) => {
  test.setTimeout(420_000)
  const rows = <T>(query: string) => readRows<T>(folder, office.passphrase, query)
  const serials = () =>
    rows<{ serial: number }>('select serial from complaint order by serial').map(
      ({ serial }) => serial,
    )
  const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1)
  const told = (what: string) =>
    rows<{ serial: number }>(`select serial from complaint where what = '${what}'`)
  const first = await start({ begun: true, failuresExpected: true })
  const { window } = first
  await useOfficeScreen(first)
  await enter(window)
  await goTo(window, 'Daftar Aduan')

  await test.step('two are taken in; while a third is typed the process dies, and it goes on', async () => {
    await window.keyboard.press('n')
    for (const [place, what] of ['Aduan satu', 'Aduan dua'].entries()) {
      await fill(window, what)
      await window.keyboard.press('Control+Enter')
      await expect(window.getByText(new RegExp(`^ADU-\\d{4}-00000${place + 1}$`))).toBeVisible()
      await button(window, 'Daftar lagi').click()
    }
    await fill(window, 'Aduan tiga')
    await expect(window.getByText(/^Disimpan sebagai draf/)).toBeVisible()
    await killWorkspace(first)
    await takenOver(window)
    await expect(field(window, 'Apa yang berlaku')).toHaveValue('Aduan tiga')
    expect(serials()).toEqual(upTo(2))
  })

  let last = 2
  await test.step('it dies in the midst of registering: acknowledged, or still on the screen', async () => {
    await Promise.all([window.keyboard.press('Control+Enter'), killWorkspace(first)])
    const done = window.getByText(/^ADU-\d{4}-\d{6}$/)
    const typed = field(window, 'Apa yang berlaku')
    // What was acknowledged shows its number; anything else is there to be sent once more.
    await expect
      .poll(async () => (await done.count()) + (await typed.count()), { timeout: 30_000 })
      .toBeGreaterThan(0)
    if ((await done.count()) === 0) {
      await expect(typed).toHaveValue('Aduan tiga')
      await expect(async () => {
        if ((await done.count()) === 0) await window.keyboard.press('Control+Enter')
        await expect(done).toBeVisible({ timeout: 3_000 })
      }).toPass({ timeout: 60_000 })
    }
    const number = (await done.innerText()).slice(-6)
    expect(told('Aduan tiga').map(({ serial }) => serial)).toContain(Number(number))
    last = Number(number)
    expect(serials()).toEqual(upTo(last))
  })

  await test.step('half a complaint is offered after the application ended as well', async () => {
    await button(window, 'Daftar lagi').click()
    await fill(window, 'Aduan separuh')
    // All of it is kept, the last choice too, and not what stood there a moment ago.
    await expect
      .poll(() => rows<{ content: string }>('select content from complaint_draft')[0]?.content)
      .toContain('state-road')
    await first.close()
  })

  // Another application: after three deaths within a minute it would rather say so than try again.
  const second = await start({ failuresExpected: true })
  const page = second.window
  await useOfficeScreen(second)
  await unlock(page)
  await test.step('the draft is there, and becomes the next number', async () => {
    await goTo(page, 'Daftar Aduan')
    await page.keyboard.press('n')
    await expect(page.getByText('Aduan separuh', { exact: true })).toBeVisible()
    await button(page, 'Sambung').click()
    await page.keyboard.press('Control+Enter')
    last += 1
    await expect(page.getByText(new RegExp(`^ADU-\\d{4}-00000${last}$`))).toBeVisible()
    expect(serials()).toEqual(upTo(last))
    await goTo(page, 'Tetapan', 'Sandaran')
    await button(page, 'Sandarkan sekarang').click()
    await expect(backups(page).filter({ hasText: 'Dibuat sendiri' })).toHaveCount(1)
  })

  const dialog = page.getByRole('dialog')
  await test.step('an import dies in its midst: all of it is gone, and it can be done again', async () => {
    const sheets = join(folder, 'daftar')
    mkdirSync(sheets)
    const sheet = join(sheets, 'daftar lama.csv')
    await writeFile(sheet, registerCsv(registerHeads, registerRows(imported)))
    const bringIn = async () => {
      await goTo(page, 'Daftar Aduan')
      await button(page, 'Import daftar lama…').click()
      await page.locator('input[type=file][accept*=xlsx]').setInputFiles(sheet)
      await button(page, 'Semak baris').click()
      await expect(dialog.getByRole('status').first()).toContainText(
        '3,000 aduan sedia diimport.',
        {
          timeout: 60_000,
        },
      )
      await button(page, 'Import 3,000 aduan').click()
    }
    await bringIn()
    // The rows are read, and those of the database are being written.
    await page.waitForFunction(() => {
      const progress = document.querySelector('dialog progress')
      return progress instanceof HTMLProgressElement && progress.value >= progress.max * 0.9
    })
    await killWorkspace(second)
    await takenOver(page)
    await expect(dialog.getByRole('alert').first()).toBeVisible()
    await picture(second, 'complaint-import-killed-ms-light')
    expect(serials()).toEqual(upTo(last))
    expect(rows('select id from complaint_import')).toEqual([])
    await page.keyboard.press('Escape')
    await bringIn()
    await expect(notice(page, '3,000 aduan diimport')).toBeVisible({ timeout: 90_000 })
    expect(serials()).toEqual(upTo(last + imported))
  })

  await test.step('the backup from before is restored: what was taken in then, and no more', async () => {
    await page.keyboard.press('Escape')
    await goTo(page, 'Tetapan', 'Sandaran')
    await backups(page).filter({ hasText: 'Dibuat sendiri' }).click()
    await button(page, 'Pulihkan sandaran ini').click()
    await button(page, 'Pulihkan').click()
    await expect(page.getByText(/^Dipulihkan kepada keadaan pada/).first()).toBeVisible({
      timeout: 60_000,
    })
    expect(serials()).toEqual(upTo(last))
    await goTo(page, 'Daftar Aduan')
    await expect(line(page, 'Aduan separuh')).toBeVisible()
    await expect(page.getByText(`${last} aduan`, { exact: true })).toBeVisible()
  })

  await test.step('that is undone: everything is there again, and the numbers go on', async () => {
    await goTo(page, 'Tetapan', 'Sandaran')
    await button(page, 'Kembali kepada keadaan sebelumnya').click()
    await expect(page.getByText(/^Dipulihkan kepada keadaan pada/).first()).toBeVisible({
      timeout: 60_000,
    })
    await expect.poll(() => serials().length, { timeout: 30_000 }).toBe(last + imported)
    expect(serials()).toEqual(upTo(last + imported))
    await goTo(page, 'Daftar Aduan')
    await page.keyboard.press('n')
    await fill(page, 'Aduan terakhir')
    await page.keyboard.press('Control+Enter')
    const next = String(last + imported + 1).padStart(6, '0')
    await expect(page.getByText(new RegExp(`^ADU-\\d{4}-${next}$`))).toBeVisible()
    expect(serials()).toEqual(upTo(last + imported + 1))
  })
})
