import { todayInMalaysia } from '../../src/renderer/accounts/today.ts'
import { addDays, monthOf } from '../../src/renderer/posts/calendarDays.ts'
import { notice } from '../support/imageActions.ts'
import { expect, test } from '../support/launch.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo } from '../support/startActions.ts'

/** The tenth of this month: its grid always has a week before and after it. */
const day = addDays(monthOf(todayInMalaysia()).from, 9)

test('a template is kept, chosen on a day, and filled from the programme', async ({
  application,
}) => {
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Tetapan', 'Templat hantaran')
  const row = (name: string) => window.getByRole('gridcell').filter({ hasText: name })
  await expect(row('Pelancaran atau program')).toContainText('Melaka 13.5')
  await picture(application, 'templates-ms-light')
  await expectAccessible(application)

  // What nothing could fill is told before anything is saved.
  await window.keyboard.press('n')
  await expect(field(window, 'Nama templat')).toBeFocused()
  await window.keyboard.type('Gotong-royong')
  await field(window, 'Tajuk').fill('{{programme.name}}')
  await field(window, 'Teks induk').fill('{{programme.nama}}')
  await expect(window.getByText('Ruang ini tidak dikenali: {{programme.nama}}')).toBeVisible()
  await field(window, 'Nama templat').press('Enter')
  await expect(row('Gotong-royong')).toHaveCount(0)
  await field(window, 'Teks induk').fill('{{programme.name}} pada {{programme.day}} di ')
  await button(window, 'Tempat').click()
  await window.getByLabel('Hantaran diterbitkan', { exact: true }).selectOption({
    label: 'Hari kalendar sebelum',
  })
  await window.getByLabel('Bilangan hari: Hantaran diterbitkan').fill('2')
  await picture(application, 'templates-pane-ms-light')
  await expectAccessible(application)
  await field(window, 'Nama templat').press('Enter')
  await expect(notice(window, 'Templat Gotong-royong ditambah')).toBeVisible()
  await expect(row('Gotong-royong')).toBeVisible()

  // Removed and taken back.
  await button(window, 'Buang templat').click()
  await expect(row('Gotong-royong')).toHaveCount(0)
  await expect(notice(window, 'Templat Gotong-royong dibuang')).toBeVisible()
  await button(window, 'Buat asal').last().click()
  await expect(row('Gotong-royong')).toBeVisible()

  await goTo(window, 'Kalendar')
  await window.locator(`[data-day="${day}"] .day-number`).focus()
  await window.keyboard.press('n')
  await expect(field(window, 'Tajuk')).toBeFocused()
  await window.getByLabel('Templat', { exact: true }).selectOption({ label: 'Gotong-royong' })
  await field(window, 'Nama program').fill('Gotong-royong perdana')
  await window.getByRole('switch', { name: 'Hari ini ialah hari program' }).check()
  await picture(application, 'templates-quick-add-ms-light')
  await expectAccessible(application)
  await button(window, 'Isi butiran').click()

  await expect(field(window, 'Tajuk')).toHaveValue('Gotong-royong perdana')
  await expect(window.getByLabel('Tarikh', { exact: true })).toHaveValue(addDays(day, -2))
  await expect(window.getByText('Ruang templat belum diisi: Tempat')).toBeVisible()
  await expect(button(window, 'Isi daripada butiran program')).toHaveCount(0)
  await field(window, 'Tempat').fill('Kuantan')
  await button(window, 'Isi daripada butiran program').scrollIntoViewIfNeeded()
  await picture(application, 'templates-unfilled-ms-light')
  await button(window, 'Isi daripada butiran program').click()
  await expect(field(window, 'Teks induk')).toHaveValue(/di Kuantan$/)
  await expect(window.getByText('Ruang templat belum diisi')).toHaveCount(0)

  // What was written for once serves again.
  await button(window, 'Simpan sebagai draf').click()
  await button(window, 'Simpan sebagai templat').click()
  await expect(notice(window, 'Templat Gotong-royong perdana ditambah')).toBeVisible()
  await expectAccessible(application)
  await picture(application, 'templates-saved-ms-light')
  await goTo(window, 'Tetapan', 'Templat hantaran')
  await row('Gotong-royong perdana').focus()
  await window.keyboard.press('Enter')
  await expect(field(window, 'Nama templat')).toHaveValue('Gotong-royong perdana')
  for (const typed of ['tukar english', 'dark']) {
    await expect(window.locator('dialog')).toHaveCount(0)
    await window.keyboard.press('Control+k')
    await window.keyboard.type(typed)
    await window.keyboard.press('Enter')
  }
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expectAccessible(application)
  await picture(application, 'templates-pane-en-dark')
})
