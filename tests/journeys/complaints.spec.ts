import type { Locator } from '@playwright/test'
import { fillRegister, line } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, goTo, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('the register is read, searched, worked through and guarded', async ({ start }) => {
  test.setTimeout(300_000)
  await fillRegister(await start(), 240)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  await goTo(window, 'Daftar Aduan')
  const pane = window.getByRole('complementary', { name: 'Aduan' })
  const search = window.getByRole('searchbox', { name: /^Cari nombor/ })
  const rows = window.getByRole('gridcell')

  await test.step('the list says how each stands, and arrows show the case', async () => {
    await expect(window.getByText('240 aduan', { exact: true })).toBeVisible()
    await window.getByLabel('Susunan').selectOption({ label: 'Nombor terbaharu dahulu' })
    await look(application, 'complaints-list-ms-light')
    await rows.first().focus()
    await window.keyboard.press('ArrowDown')
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText(/000239$/)
    await window.keyboard.press('ArrowDown')
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText(/000238$/)
    await look(application, 'complaints-pane-ms-light')
    await window.keyboard.press('Enter')
    await expect(pane.getByRole('heading', { level: 2 })).toBeFocused()
    await window.keyboard.press('Escape')
    await expect(pane).toBeHidden()
    await expect(line(window, '000238')).toBeFocused()
    await window.keyboard.press('Control+a')
    await expect(window.getByText('240 dipilih')).toBeVisible()
    await button(window, 'Kosongkan pilihan').click()
  })

  await test.step('the filter counts and narrows; nothing left offers to clear it', async () => {
    const filter = window.getByRole('region', { name: 'Penapis' })
    await expect(filter.getByText('Masih terbuka').locator('..')).toContainText('240')
    await filter.getByRole('checkbox', { name: /^Salah saluran/ }).check()
    await expect(window.getByText('96 aduan sepadan dengan penapis')).toBeVisible()
    await filter.getByRole('checkbox', { name: /^Bahaya/ }).check()
    await expect(window.getByText('Tiada yang sepadan dengan penapis ini.')).toBeVisible()
    await look(application, 'complaints-filtered-none-ms-light')
    await button(window, 'Kosongkan penapis').first().click()
    await expect(window.getByText('240 aduan', { exact: true })).toBeVisible()
  })

  await test.step('found by number, by road and kilometre, by plate and by words', async () => {
    await window.keyboard.press('/')
    await expect(search).toBeFocused()
    await window.keyboard.type('7')
    await search.fill('adu 2026 7'.replace('2026', String(new Date().getFullYear())))
    await expect(rows.first()).toContainText('000007')
    await expect(rows.first()).toContainText('Padanan tepat: nombor')
    await search.fill('ft04 km 12')
    await expect(rows.first()).toContainText('Padanan tepat: jalan')
    await look(application, 'complaints-found-road-ms-light')
    await search.fill('wxy1234')
    await expect(rows.first()).toContainText('Padanan tepat: nombor plat')
    await search.fill('longkang melimpah')
    await expect(window.getByText('48 ditemui')).toBeVisible()
    await expect(rows.first().locator('mark').first()).toHaveText(/longkang/i)
    await look(application, 'complaints-found-words-ms-light')
    await search.fill('kucing')
    await expect(window.getByText('Tiada aduan dengan semua kata ini.')).toBeVisible()
    await search.fill('')
  })

  await test.step('several are selected by keys, assigned and moved on, and it is undone', async () => {
    await rows.first().focus()
    await window.keyboard.press('Shift+ArrowDown')
    await window.keyboard.press('Shift+ArrowDown')
    await expect(window.getByText('3 dipilih')).toBeVisible()
    await window.getByLabel('Tugaskan kepada').selectOption({ label: 'Hafiz Othman' })
    await expect(line(window, '000240')).toContainText('Hafiz Othman')
    await button(window, 'Buat asal').click()
    await expect(line(window, '000240')).toContainText('Belum ditugaskan')
    await rows.first().focus()
    await window.keyboard.press(' ')
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press(' ')
    await button(window, 'Tukar status').first().click()
    await look(application, 'complaints-bulk-ms-light')
    await window.getByRole('menuitem', { name: 'Selesaikan' }).click()
    await window.keyboard.press('Control+Enter')
    await expect(window.getByText('Nyatakan sebab.')).toBeVisible()
    await window.keyboard.type('Ditampal oleh JKR Daerah')
    await window.keyboard.press('Control+Enter')
    await expect(line(window, '000240')).toContainText('Selesai')
    await expect(line(window, '000239')).toContainText('Selesai')
  })

  await test.step('a case: step with its reason and back, assignment, note', async () => {
    await line(window, '000236').click()
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText(/000236$/)
    await pane.getByLabel('Pegawai').selectOption({ label: 'Hafiz Othman' })
    await expect(pane).toContainText('Ditugaskan kepada Hafiz Othman')
    await within(pane, 'Tukar status').click()
    await window.getByRole('menuitem', { name: 'Ambil tindakan' }).click()
    await expect(pane).toContainText('Status ditukar kepada dalam tindakan')
    await within(pane, 'Tukar status').click()
    await window.getByRole('menuitem', { name: 'Minta maklumat' }).click()
    await field(window, 'Sebab: Minta maklumat').fill('Kilometer yang tepat diperlukan')
    await look(application, 'complaints-reason-ms-light')
    await window.keyboard.press('Control+Enter')
    await expect(pane).toContainText('Kilometer yang tepat diperlukan')
    await button(window, 'Buat asal').click()
    await expect(pane).toContainText('Langkah dibuat asal; status kembali dalam tindakan')
    await field(window, 'Nota').fill('Daerah sudah dihubungi.')
    await window.keyboard.press('Control+Enter')
    await expect(pane.getByText('Daerah sudah dihubungi.')).toBeVisible()
  })

  await test.step('personal data: covered, shown for the record, covered again', async () => {
    await expect(pane).not.toContainText('Kavitha')
    await within(pane, 'Tunjuk data peribadi').click()
    await expect(pane).toContainText(/Rosli bin Hamid|Aisyah binti Osman|Tan Siew Ling|Kavitha/)
    await expect(pane).toContainText('Data peribadi dilihat')
    await look(application, 'complaints-revealed-ms-light')
    await line(window, '000237').click()
    await line(window, '000236').click()
    await expect(within(pane, 'Tunjuk data peribadi')).toBeVisible()
  })

  await test.step('it is corrected in the fields of the intake, and the change is undone', async () => {
    await within(pane, 'Ubah').click()
    await expect(field(window, 'Daerah')).toBeVisible()
    await field(window, 'Daerah').fill('Lipis')
    await look(application, 'complaints-edit-ms-light')
    await window.keyboard.press('Control+s')
    await expect(pane).toContainText('Daerah: ')
    await expect(pane).toContainText('→ Lipis')
    await button(window, 'Buat asal').click()
    await expect(pane).toContainText('Daerah: Lipis →')
  })

  await test.step('a case has a page of its own; in English and dark', async () => {
    await within(pane, 'Buka sehalaman').click()
    await expect(window.getByRole('heading', { name: /000236$/ })).toBeVisible()
    await look(application, 'complaints-case-ms-light')
    await window.emulateMedia({ colorScheme: 'dark' })
    await button(window, 'EN').click()
    await look(application, 'complaints-case-en-dark')
    await button(window, 'Close').click()
    await expect(window.getByRole('heading', { name: 'Complaint register' })).toBeVisible()
    await look(application, 'complaints-list-en-dark')
    await window.keyboard.press('n')
    await look(application, 'complaints-intake-en-dark')
    await button(window, 'BM').click()
    await window.emulateMedia({ colorScheme: 'light' })
  })

  await test.step('who looked stands in the audit log', async () => {
    await goTo(window, 'Log Audit')
    await expect(window.getByText('Lihat data peribadi pengadu').first()).toBeVisible()
  })

  await test.step('a designer has no register; a viewer reads it covered', async () => {
    await sitAs(application, 'Lim Mei Ling')
    await expect(window.getByRole('link', { name: 'Kalendar' }).first()).toBeVisible()
    await expect(window.getByRole('link', { name: 'Daftar Aduan' })).toBeHidden()
    await window.evaluate(() => (location.hash = '#/aduan/baharu'))
    await expect(window.getByRole('heading', { name: 'Aduan baharu' })).toBeHidden()
    await sitAs(application, 'Nor Azlan')
    await goTo(window, 'Daftar Aduan')
    await line(window, '000236').click()
    const show = pane.getByRole('button', { name: 'Tunjuk data peribadi' })
    await expect(show).toHaveAttribute('aria-disabled', 'true')
    await show.click({ force: true })
    await expect(pane).not.toContainText('Kavitha')
    await look(application, 'complaints-viewer-ms-light')
  })
  expect(application.complaints).toEqual([])
})

/** A button of the case. */
function within(pane: Locator, name: string): Locator {
  return pane.getByRole('button', { name, exact: true })
}

async function sitAs({ window }: Application, name: string): Promise<void> {
  await window.keyboard.press('Control+u')
  await window.getByRole('dialog').getByRole('button', { name }).click()
  await expect(window.getByRole('dialog')).toHaveCount(0)
}
