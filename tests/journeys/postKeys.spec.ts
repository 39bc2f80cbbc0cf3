import { notice } from '../support/imageActions.ts'
import { expect, test } from '../support/launch.ts'
import { goToAddress } from '../support/postActions.ts'
import { useOfficeScreen } from '../support/screens.ts'
import { enter, field } from '../support/startActions.ts'

test('a post is written, saved and looked back on by keys alone', async ({ application }) => {
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await goToAddress(window, '#/kalendar/hantaran')
  await expect(field(window, 'Tajuk')).toBeFocused()
  await window.keyboard.type('Waktu operasi kaunter')
  await window.keyboard.press('Tab')
  await expect(field(window, 'Taklimat (pilihan)')).toBeFocused()
  await window.keyboard.press('Tab')
  await expect(window.getByLabel('Jenis')).toBeFocused()
  await window.keyboard.type('Teks')
  await expect(window.getByLabel('Jenis')).toHaveValue('text')
  await window.keyboard.press('Control+s')
  await expect(notice(window, '“Waktu operasi kaunter” disimpan (versi 1)')).toBeVisible()
  await window.keyboard.press('Shift+Tab')
  await window.keyboard.press('Shift+Tab')
  await window.keyboard.press('End')
  await window.keyboard.type(' Isnin')
  await window.keyboard.press('Control+s')
  await expect(notice(window, /disimpan \(versi 2\)/)).toBeVisible()
  await window.keyboard.press('Shift+Tab')
  await expect(window.getByRole('tab', { name: 'Kandungan' })).toBeFocused()
  await window.keyboard.press('ArrowLeft')
  await expect(window.getByRole('tab', { name: 'Sejarah' })).toBeFocused()
  await expect(window.getByText('Versi (2)')).toBeVisible()
  await window.keyboard.press('Tab')
  await expect(window.getByRole('radio', { name: 'Banding kepada versi 2' })).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await expect(window.getByText('Pilih dua versi yang berlainan.')).toBeVisible()
  await window.keyboard.press('ArrowUp')
  await expect(window.locator('ins')).toHaveText('ditambah: Isnin')
  expect(application.complaints).toEqual([])
})
