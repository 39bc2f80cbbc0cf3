import type { Locator, Page } from '@playwright/test'
import { todayInMalaysia } from '../../src/renderer/accounts/today.ts'
import { addDays, monthOf } from '../../src/renderer/posts/calendarDays.ts'
import { drag } from '../support/dragging.ts'
import { passphrase } from '../support/furnish.ts'
import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { fillWithPosts } from '../support/manyPosts.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

/** The tenth of this month: its grid always has a week before and after it. */
const day = addDays(monthOf(todayInMalaysia()).from, 9)

function head(window: Page, of: string): Locator {
  return window.locator(`[data-day="${of}"] .day-number`)
}

function tile(window: Page, title: string): Locator {
  return window.getByRole('button', { name: new RegExp(`^${title} ?\\.`) })
}

/** The cell of the grid that a tile stands in, by the day it says. */
async function dayOf(post: Locator): Promise<string> {
  return (await post.getAttribute('title')) ?? ''
}

async function addOn(window: Page, of: string, title: string): Promise<void> {
  await head(window, of).focus()
  await window.keyboard.press('n')
  await expect(field(window, 'Tajuk')).toBeFocused()
  await window.keyboard.type(title)
  await window.keyboard.press('Enter')
  await expect(notice(window, `${title} ditambah`)).toBeVisible()
}

const longDay = (of: string) =>
  new Intl.DateTimeFormat('ms-MY', { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${of}T00:00:00Z`),
  )

test('posts are planned, moved with a way back, filtered, listed and kept as a view', async ({
  application,
}) => {
  test.setTimeout(180_000)
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Kalendar')

  await test.step('an empty month says so, and a day takes a post by keys', async () => {
    await expect(window.getByText('Tiada hantaran dalam bulan ini.')).toBeVisible()
    await addOn(window, day, 'Notis lencongan trafik')
    await expect(tile(window, 'Notis lencongan trafik')).toBeVisible()
    await addOn(window, day, 'Keselamatan cerun sempena monsun')
    await addOn(window, addDays(day, 2), 'Perasmian jambatan')
    await look(application, 'calendar-month-few-ms-light')
    await button(window, 'Satu baris bagi setiap hantaran').click()
    await expect(tile(window, 'Keselamatan cerun sempena monsun')).toBeVisible()
    await expect(tile(window, 'Notis lencongan trafik')).toBeVisible()
  })

  await test.step('the sign for adding is there for the mouse too, and can be undone', async () => {
    const cell = window.locator(`[data-day="${addDays(day, -3)}"]`)
    await cell.hover()
    await cell.getByRole('button', { name: 'Tambah hantaran pada hari ini' }).click()
    await field(window, 'Tajuk').fill('Tersilap')
    await look(application, 'calendar-add-ms-light')
    await button(window, 'Tambah').click()
    await expect(tile(window, 'Tersilap')).toBeVisible()
    await button(window, 'Buat asal').click()
    await expect(tile(window, 'Tersilap')).toHaveCount(0)
  })

  await test.step('a post is dragged to another day and put back', async () => {
    const post = tile(window, 'Perasmian jambatan')
    await drag(window, post, window.locator(`[data-day="${addDays(day, 4)}"]`))
    await expect(notice(window, /^Perasmian jambatan dipindahkan ke /)).toBeVisible()
    await expect.poll(() => dayOf(post)).toContain(longDay(addDays(day, 4)))
    await button(window, 'Buat asal').click()
    await expect.poll(() => dayOf(post)).toContain(longDay(addDays(day, 2)))
  })

  await test.step('by keys: into the day, a day on, a week on, back, and to a date', async () => {
    await head(window, addDays(day, 1)).focus()
    await window.keyboard.press('ArrowRight')
    await expect(head(window, addDays(day, 2))).toBeFocused()
    await window.keyboard.press('Enter')
    const post = tile(window, 'Perasmian jambatan')
    await expect(post).toBeFocused()
    await window.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => dayOf(post)).toContain(longDay(addDays(day, 3)))
    await expect(post).toBeFocused()
    await window.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => dayOf(post)).toContain(longDay(addDays(day, 10)))
    await button(window, 'Buat asal').click()
    await expect.poll(() => dayOf(post)).toContain(longDay(addDays(day, 3)))
    await post.focus()
    await window.keyboard.press('m')
    const dialog = window.getByRole('dialog', { name: 'Pindah ke tarikh…' })
    await dialog.getByLabel('Tarikh').fill(addDays(day, 5))
    await dialog.getByLabel('Masa').fill('10:15')
    await look(application, 'calendar-move-ms-light')
    await dialog.getByRole('button', { name: 'Pindah' }).click()
    await expect.poll(() => dayOf(post)).toContain(`${longDay(addDays(day, 5))}, 10:15`)
    // Six weeks on, no month drawn has it any more: the grid follows it, and it keeps the focus.
    await post.focus()
    let before = 0
    for (const weeks of [1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 0]) {
      await window.keyboard.press(weeks > before ? 'Alt+ArrowDown' : 'Alt+ArrowUp')
      before = weeks
      await expect.poll(() => dayOf(post)).toContain(longDay(addDays(day, 5 + 7 * weeks)))
      await expect(post).toBeFocused()
    }
  })

  await test.step('a post leaves the calendar over its menu and waits in the tray', async () => {
    await tile(window, 'Notis lencongan trafik').click({ button: 'right' })
    await window.getByRole('menuitem', { name: 'Keluarkan daripada kalendar' }).click()
    await expect(tile(window, 'Notis lencongan trafik')).toHaveCount(0)
    await button(window, 'Buka senarai belum dijadualkan (1)').click()
    const waiting = window.locator('[data-post]').filter({ hasText: 'Notis lencongan trafik' })
    await drag(window, waiting, window.locator(`[data-day="${addDays(day, 1)}"]`))
    const post = tile(window, 'Notis lencongan trafik')
    await expect.poll(() => dayOf(post)).toContain(longDay(addDays(day, 1)))
    await button(window, 'Tutup senarai belum dijadualkan').click()
  })

  await test.step('the week, by its key; a post of it an hour later by keys, and back', async () => {
    await head(window, addDays(day, 5)).focus()
    await window.keyboard.press('2')
    await expect(window.getByRole('tab', { name: 'Minggu' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await expect(window.locator(`[data-day="${addDays(day, 5)}"]`)).toBeVisible()
    await look(application, 'calendar-week-few-ms-light')
    await tile(window, 'Perasmian jambatan').press('Alt+ArrowDown')
    await expect.poll(() => dayOf(tile(window, 'Perasmian jambatan'))).toContain(', 11:15')
    await button(window, 'Buat asal').click()
  })

  await test.step('the list: a title and a day are changed in their place', async () => {
    await window.keyboard.press('4')
    const title = window.getByRole('gridcell', { name: 'Perasmian jambatan', exact: true })
    await title.focus()
    await window.keyboard.press('F2')
    const editor = window.getByRole('textbox', { name: 'Tajuk' })
    await editor.fill('Perasmian Jambatan Sungai Pahang')
    await editor.press('Enter')
    const changed = window.getByRole('gridcell', {
      ...{ name: 'Perasmian Jambatan Sungai Pahang', exact: true },
    })
    await expect(changed).toBeFocused()
    await window.keyboard.press('ArrowLeft')
    await window.keyboard.press('F2')
    await window.keyboard.press('Escape')
    await window.keyboard.press('Alt+ArrowRight')
    await expect(notice(window, /^Perasmian Jambatan Sungai Pahang dipindahkan ke /)).toBeVisible()
    await look(application, 'calendar-list-few-ms-light')
  })

  await test.step('many at once, to the trash and back', async () => {
    await window.getByRole('checkbox', { name: /^Pilih Notis/ }).check()
    await window.getByRole('checkbox', { name: /^Pilih Keselamatan/ }).check()
    await expect(window.getByText('2 dipilih')).toBeVisible()
    await look(application, 'calendar-many-ms-light')
    await button(window, 'Ubah…').click()
    const dialog = window.getByRole('dialog', { name: 'Ubah 2 hantaran' })
    await dialog.getByLabel('Jenis').selectOption({ label: 'Album foto' })
    await dialog.getByLabel('Tambah tanda pagar').fill('JKR ')
    await dialog.getByLabel('Tambah tanda pagar').press('Enter')
    await dialog.getByRole('checkbox', { name: 'Penyampaian maklumat' }).check()
    await look(application, 'calendar-change-many-ms-light')
    await dialog.getByRole('button', { name: 'Ubah', exact: true }).click()
    await expect(notice(window, '2 hantaran diubah')).toBeVisible()
    await window.keyboard.press('Control+z')
    await expect(notice(window, 'Dibuat asal: 2 hantaran diubah')).toBeVisible()
    await button(window, 'Buang ke tong sampah').click()
    await expect(window.getByRole('gridcell', { name: /^Notis/ })).toHaveCount(0)
    await window.getByRole('button', { name: /^Tong sampah/ }).click()
    await window.getByRole('checkbox', { name: /^Pilih Notis/ }).check()
    await button(window, 'Pulihkan').click()
    await window.getByRole('button', { name: /^Bulan dipilih/ }).click()
    await expect(window.getByRole('gridcell', { name: /^Notis/ })).toBeVisible()
  })

  await test.step('a filter with its counts is kept under a name and comes back', async () => {
    await window.getByRole('button', { name: /^Jenis/ }).click()
    const kinds = window.getByRole('dialog', { name: 'Jenis' })
    await expect(kinds.getByText('Infografik')).toBeVisible()
    await kinds.getByRole('checkbox', { name: /Infografik/ }).check()
    await look(application, 'calendar-filter-ms-light')
    await window.keyboard.press('Escape')
    await button(window, 'Paparan disimpan').click()
    await field(window, 'Simpan paparan semasa sebagai').fill('Infografik sahaja')
    await window.keyboard.press('Enter')
    await expect(notice(window, 'Paparan Infografik sahaja disimpan')).toBeVisible()
    await button(window, 'Kosongkan penapis').first().click()
    await window.keyboard.press('1')
    await button(window, 'Paparan disimpan').click()
    await window.getByRole('button', { name: 'Infografik sahaja', exact: true }).click()
    await expect(window.getByRole('tab', { name: 'Senarai' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await expect(button(window, 'Kosongkan penapis').first()).toBeVisible()
  })
  expect(application.complaints).toEqual([])
})

test('three hundred posts in a month stay readable, in both languages and themes', async ({
  start,
}) => {
  test.setTimeout(180_000)
  const first = await start()
  await fillWithPosts(first, 300, monthOf(day).from, 30)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  await goTo(window, 'Kalendar')
  await expect(window.getByText('+', { exact: false }).first()).toBeVisible()
  await expect(window.locator('.day-marks.is-holiday').first()).toBeVisible()
  await look(application, 'calendar-month-many-ms-light')
  await test.step('a day says who is over or under the guide, and can be silent', async () => {
    const strip = window.locator('.day-rhythm:visible').first()
    await expect(strip).toHaveAttribute('title', /^Irama\n.* akaun (melebihi|di bawah) panduan/)
    await strip.click()
    const told = window.getByRole('dialog', { name: /^Irama pada / })
    await expect(told.getByRole('listitem').first()).toContainText(/hantaran · panduan \d/)
    await look(application, 'calendar-rhythm-ms-light')
    await window.keyboard.press('Escape')
    await expect(told).toHaveCount(0)
    await expect(strip).toBeFocused()
    await window.keyboard.press('Enter')
    await expect(told).toBeVisible()
    await window.keyboard.press('Escape')
    await button(window, 'Sembunyikan irama akaun').click()
    await expect(window.locator('.day-rhythm:visible')).toHaveCount(0)
    await button(window, 'Tunjukkan irama akaun').click()
    await expect(strip).toBeVisible()
  })
  await button(window, 'Satu baris bagi setiap hantaran').click()
  await look(application, 'calendar-month-dense-ms-light')
  await button(window, 'Dua baris bagi setiap hantaran').click()
  await window
    .getByRole('button', { name: /^\+\d+ lagi/ })
    .first()
    .click()
  await look(application, 'calendar-more-ms-light')

  await test.step('what the day has no room for is reached by keys, with the same menu', async () => {
    await window.keyboard.press('Escape')
    await head(window, day).focus()
    await window.keyboard.press('Enter')
    const box = window.locator('.cal-popover')
    for (let presses = 0; presses < 8 && (await box.count()) === 0; presses += 1) {
      await window.keyboard.press('ArrowDown')
    }
    await expect(box.locator('[data-tile]:focus')).toHaveCount(1)
    await window.keyboard.press('Shift+F10')
    await expect(window.getByRole('menuitem', { name: 'Pindah ke tarikh…' })).toBeVisible()
    await look(application, 'calendar-more-menu-ms-light')
    await window.keyboard.press('Escape')
  })
  await window.keyboard.press('Escape')
  await window.keyboard.press('2')
  await look(application, 'calendar-week-many-ms-light')
  await window.keyboard.press('4')
  await look(application, 'calendar-list-many-ms-light')

  await test.step('an approved post is not moved without a word', async () => {
    const approved = window.getByRole('gridcell', { name: 'Ucapan takziah (5)', exact: true })
    const asked = window.getByRole('dialog', { name: 'Pindahkan hantaran ini?' })
    await approved.focus()
    await window.keyboard.press('Alt+ArrowDown')
    await expect(asked).toContainText('Ucapan takziah (5) sudah diluluskan.')
    await look(application, 'calendar-ask-ms-light')
    await asked.getByRole('button', { name: 'Batal' }).click()
    await expect(asked).toHaveCount(0)
    await approved.focus()
    await window.keyboard.press('Alt+ArrowDown')
    await asked.getByRole('button', { name: 'Pindah' }).click()
    await expect(notice(window, /^Ucapan takziah \(5\) dipindahkan ke 8 /)).toBeVisible()
  })
  await window.emulateMedia({ colorScheme: 'dark' })
  await button(window, 'EN').click()
  await look(application, 'calendar-list-many-en-dark')
  await window.keyboard.press('1')
  await look(application, 'calendar-month-many-en-dark')
  await window.keyboard.press('2')
  await look(application, 'calendar-week-many-en-dark')
  expect(application.complaints).toEqual([])
})
