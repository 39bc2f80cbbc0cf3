import { fillRegister, line } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { closePreview, openPreview, savedPages } from '../support/printActions.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, goTo, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

/** A Monday to Friday about a week from now, in Malaysia. */
function workingDay(): string {
  const day = new Date(Date.now() + 8 * 3_600_000 + 7 * 86_400_000)
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

test('clocks run, pause, are met, say why, and move with the holidays', async ({ start }) => {
  test.setTimeout(420_000)
  await fillRegister(await start(), 40)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const pane = window.getByRole('complementary', { name: 'Aduan' })
  const strip = pane.getByRole('region', { name: 'Had masa' })
  const clock = (name: string) => strip.getByRole('button', { name: new RegExp(`^${name}`) })
  const press = (name: string) => strip.getByRole('button', { name, exact: true }).click()

  await test.step('the board and the list say what is late, first of all', async () => {
    await goTo(window, 'Papan Pemuka')
    const board = window.getByRole('region', { name: /^Aduan/ })
    await expect(board).toContainText('lewat')
    await look(application, 'clocks-board-ms-light')
    await board.getByRole('button', { name: /^Lihat semua/ }).click()
    await expect(window.getByRole('checkbox', { name: /^Perlu hari ini/ })).toBeChecked()
    await window.getByRole('checkbox', { name: /^Perlu hari ini/ }).uncheck()
    await window.getByRole('checkbox', { name: /^Lewat/ }).check()
    await expect(window.getByRole('gridcell').first()).toContainText('000001')
    await expect(window.getByRole('gridcell').first()).toContainText('Lewat')
    await look(application, 'clocks-late-ms-light')
    await button(window, 'Kosongkan penapis').first().click()
  })

  await test.step('a dangerous pothole runs by the limits of its danger', async () => {
    await window.keyboard.press('n')
    await window.getByRole('radio', { name: /^Lubang/ }).check()
    await window.getByRole('radio', { name: 'Telefon' }).check()
    await window.getByRole('switch', { name: 'Tanpa nama' }).check()
    await field(window, 'Apa yang berlaku').fill('Lubang dalam di selekoh')
    await field(window, 'Jalan dan kilometer').fill('ft4 km 12.3')
    await window.getByRole('radio', { name: 'Jalan Persekutuan' }).check()
    await window.keyboard.press('Control+Enter')
    await expect(window.getByText(/000041$/)).toBeVisible()
    await goTo(window, 'Daftar Aduan')
    await line(window, '000041').click()
    await expect(strip).toContainText('Set: Lubang yang berbahaya — kerana bahaya segera')
    await expect(clock('Jawapan pertama')).toContainText('Tinggal 23 jam')
    await expect(clock('Akuan terima')).toContainText('Diukur')
    await look(application, 'clocks-strip-ms-light')
  })

  await test.step('the first answer is recorded, taken back and recorded again', async () => {
    await press('Rekod')
    await window.getByRole('menuitem', { name: 'Rekod jawapan pertama' }).click()
    await window.keyboard.press('Control+Enter')
    await expect(strip.getByText('Nyatakan caranya.')).toBeVisible()
    await field(window, 'Cara').fill('Panggilan telefon')
    await look(application, 'clocks-record-ms-light')
    await window.keyboard.press('Control+Enter')
    await expect(clock('Jawapan pertama')).toContainText('Dipenuhi')
    await expect(pane).toContainText('Jawapan pertama direkodkan')
    await button(window, 'Buat asal').click()
    await expect(clock('Jawapan pertama')).toContainText('Tinggal 23 jam')
    await expect(pane).toContainText('Rekod jawapan pertama ditarik balik')
  })

  await test.step('another set is chosen with its reason; asking for information pauses it', async () => {
    await press('Tukar set')
    await strip
      .getByLabel('Set had masa', { exact: true })
      .selectOption({ label: 'Piagam KKR (KKR 21.3.2023)' })
    await field(window, 'Sebab memilih set ini').fill('Arahan ketua unit')
    await window.keyboard.press('Control+Enter')
    await expect(strip).toContainText('Set: Piagam KKR — dipilih oleh Siti: Arahan ketua unit')
    await press('Jeda')
    await field(window, 'Sebab dijeda').fill('Menunggu gambar daripada pengadu')
    await window.keyboard.press('Control+Enter')
    await expect(clock('Selesai')).toContainText('Dijeda')
    await expect(strip).toContainText('Menunggu gambar daripada pengadu (Siti)')
    await expect(line(window, '000041')).toContainText('Dijeda')
    await look(application, 'clocks-paused-ms-light')
    await press('Sambung')
    await expect(clock('Selesai')).toContainText('Tinggal')
    await pane.getByRole('button', { name: 'Tukar status', exact: true }).click()
    await window.getByRole('menuitem', { name: 'Minta maklumat' }).click()
    await field(window, 'Sebab: Minta maklumat').fill('Kilometer yang tepat')
    await window.keyboard.press('Control+Enter')
    await expect(clock('Selesai')).toContainText('Dijeda')
    await pane.getByRole('button', { name: 'Tukar status', exact: true }).click()
    await window.getByRole('menuitem', { name: 'Ambil tindakan' }).click()
    await expect(clock('Selesai')).toContainText('Tinggal')
  })

  const why = pane.getByRole('region', { name: 'Mengapa tarikh ini? Selesai' })
  let before = ''
  await test.step('why this date: weekends are skipped', async () => {
    await clock('Selesai').press('Enter')
    await expect(clock('Selesai')).toHaveAttribute('aria-expanded', 'true')
    await expect(why).toContainText('15 hari bekerja, boleh dijeda')
    await expect(why).toContainText('Hujung minggu (Sabtu dan Ahad')
    await expect(why).toContainText('Menunggu gambar daripada pengadu')
    before = await why.getByRole('definition').last().innerText()
    await look(application, 'clocks-why-ms-light')
  })

  await test.step('a holiday declared late moves the date, and the case says so', async () => {
    await goTo(window, 'Tetapan', 'Hari dan cuti umum')
    await button(window, 'Tambah cuti').click()
    await window.getByLabel('Tarikh', { exact: true }).fill(workingDay())
    await field(window, 'Nama cuti').fill('Cuti Peristiwa')
    await button(window, 'Pilih semua').click()
    await button(window, 'Tambah').click()
    await expect(window.getByText('Cuti Peristiwa ditambah').first()).toBeVisible()
    await goTo(window, 'Daftar Aduan')
    await line(window, '000041').click()
    await expect(pane).toContainText('Tarikh akhir berubah kerana cuti diubah')
    await expect(pane).toContainText(`Tarikh akhir Selesai berubah dari ${before} ke`)
    await clock('Selesai').click()
    await expect(why).toContainText(/Cuti umum di .*: Cuti Peristiwa/)
    expect(await why.getByRole('definition').last().innerText()).not.toBe(before)
    await look(application, 'clocks-moved-ms-light')
  })

  await test.step('the explanation is printed, by number and without anybody’s name', async () => {
    await openPreview(application)
    const text = (await savedPages(application, 'clock-ms')).join(' ')
    expect(text).toMatch(/ADU-\d{4}-000041/)
    expect(text).toContain('Kiraan had masa aduan')
    expect(text).toContain('Cuti Peristiwa')
    expect(text).toContain('Hujung minggu (Sabtu dan Ahad')
    expect(text).toContain('Piagam KKR (KKR 21.3.2023)')
    await closePreview(application)
  })

  await test.step('in English and dark; the sets stand in the settings', async () => {
    await window.emulateMedia({ colorScheme: 'dark' })
    await button(window, 'EN').click()
    await expect(window.getByRole('region', { name: 'Time limits' })).toContainText('left')
    await look(application, 'clocks-why-en-dark')
    await button(window, 'BM').click()
    await window.emulateMedia({ colorScheme: 'light' })
    await goTo(window, 'Tetapan', 'Data rujukan')
    await window.getByRole('button', { name: /^Set had masa aduan/ }).click()
    await window.getByRole('gridcell').filter({ hasText: 'Piagam KKR' }).click()
    await expect(window.getByRole('switch', { name: 'Had selesai' })).toBeChecked()
    await look(application, 'clocks-settings-ms-light')
  })
  expect(application.complaints).toEqual([])
})
