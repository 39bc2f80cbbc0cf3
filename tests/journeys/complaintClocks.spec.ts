import { fillRegister, line } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { noticesOf } from '../support/noticeActions.ts'
import { closePreview, openPreview, previewIsThere, savedPages } from '../support/printActions.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
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

test('clocks run, pause, are met, say why, and move with the holidays', async ({
  start,
  folder,
}) => {
  test.setTimeout(420_000)
  await fillRegister(await start(), 40)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  const { shown } = await noticesOf(application)
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
    await window.getByRole('checkbox', { name: /^Lewat/ }).uncheck()
    // A day's answer, of which nine tenths are used; the fuller share is said of those not late.
    await window.getByRole('checkbox', { name: /^Masa digunakan ≥ 75%/ }).check()
    await window.getByRole('grid', { name: 'Aduan dalam daftar' }).press('End')
    await expect(window.getByRole('gridcell').last()).toContainText('· 75%')
    await look(application, 'complaints-warned-ms-light')
    await button(window, 'Kosongkan penapis').first().click()
  })

  await test.step('the computer warns during the day, by numbers alone', async () => {
    const warned = async () => (await shown()).filter(({ title }) => title === 'Had masa aduan')
    await expect.poll(async () => (await warned()).length, { timeout: 60_000 }).toBeGreaterThan(0)
    const said = (await warned()).map(({ body }) => body).join('\n')
    expect(said).toMatch(/^(Had masa dilepasi|\d+% masa digunakan): ADU-\d{4}-\d{6}/m)
    expect(said).not.toMatch(/Rosli|Kavitha/)
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

  await test.step('how serious a case is chooses its set, and the case says so', async () => {
    const severities = window.getByRole('group', { name: 'Bagi tahap keseriusan' })
    await severities.getByRole('checkbox', { name: 'Keselamatan' }).check()
    await severities.scrollIntoViewIfNeeded()
    await look(application, 'clocks-severities-ms-light')
    await button(window, 'Simpan').click()
    await expect(window.getByText('Piagam KKR disimpan').first()).toBeVisible()
    await window.keyboard.press('Escape')
    await goTo(window, 'Daftar Aduan')
    await window.keyboard.press('n')
    await window.getByRole('radio', { name: 'Telefon' }).check()
    await window.getByRole('switch', { name: 'Tanpa nama' }).check()
    await field(window, 'Apa yang berlaku').fill('Pagar jejambat tercabut')
    await window.getByRole('radio', { name: 'Jalan Persekutuan' }).check()
    await window.keyboard.press('Control+Enter')
    await expect(window.getByText(/000042$/)).toBeVisible()
    await goTo(window, 'Daftar Aduan')
    await line(window, '000042').click()
    await expect(strip).toContainText('kerana tiada set lain sesuai')
    await pane.getByRole('button', { name: 'Ubah', exact: true }).click()
    await pane.getByLabel('Tahap keseriusan').selectOption('Keselamatan')
    await pane.getByRole('button', { name: 'Simpan', exact: true }).click()
    await expect(strip).toContainText('Set: Piagam KKR — kerana tahap keseriusan')
    await expect(pane).toContainText('Set had masa berubah kerana tahap keseriusan diubah')
    await pane
      .getByText('Set had masa berubah kerana tahap keseriusan diubah')
      .scrollIntoViewIfNeeded()
    await look(application, 'clocks-severity-ms-light')
  })

  await test.step('a late case is taken to the head on paper, without who complained', async () => {
    await goTo(window, 'Daftar Aduan')
    await window.getByRole('checkbox', { name: /^Lewat/ }).check()
    await line(window, '000001').click()
    await pane.getByRole('button', { name: 'Cetak aduan' }).click()
    await window.getByRole('menuitem', { name: 'Cetak memo eskalasi' }).click()
    await previewIsThere(window)
    const text = (await savedPages(application, 'escalation-ms')).join(' ')
    expect(text).toMatch(/ADU-\d{4}-000001/)
    expect(text).toContain('Lewat')
    await closePreview(application)
  })

  await test.step('all late cases of a rung are printed at once, one memo each', async () => {
    // On which days of the week rungs lie is nothing this journey can choose.
    const reached = `approver_at = '2020-01-01T00:00:00.000Z'`
    const rung = 'due_respond is not null and settled_at is null and ordinal in (1, 2, 4)'
    changeRows(folder, passphrase, 'update complaint set approver_at = null')
    changeRows(folder, passphrase, `update complaint set ${reached} where ${rung}`)
    const numbers = readRows<{ number: string }>(
      folder,
      passphrase,
      'select number from complaint where approver_at is not null',
    )
    await window.getByRole('button', { name: 'Cetak dan simpan daftar' }).click()
    await window.getByRole('menuitem', { name: 'Cetak memo kes lewat: pelulus' }).click()
    await previewIsThere(window)
    const text = (await savedPages(application, 'memos-ms')).join(' ')
    expect(numbers.length).toBeGreaterThan(0)
    expect(text).toContain(`Kes lewat ${numbers.length}`)
    // In the list, and at the head of a memo of its own.
    for (const { number } of numbers) expect(text.split(number).length).toBeGreaterThan(2)
    expect(text).not.toMatch(/Rosli|Kavitha/)
    await closePreview(application)
  })

  await test.step('the ladder is the office’s: warnings, who is told, and after what', async () => {
    await goTo(window, 'Tetapan', 'Amaran dan eskalasi aduan')
    await expect(window.getByText('Ini nilai asal.')).toBeVisible()
    await look(application, 'complaints-ladder-ms-light')
    await window.getByLabel('Amaran kedua').fill('95')
    await expect(window.getByText(/^Peratus amaran mesti menaik/)).toBeVisible()
    await expect(button(window, 'Simpan')).toBeDisabled()
    await look(application, 'complaints-ladder-wrong-ms-light')
    await window.getByLabel('Amaran kedua').fill('60')
    const first = (what: string) => window.getByLabel(`${what}: Peringkat pertama`)
    await first('Siapa dimaklumkan').selectOption('Pentadbir')
    await first('Selepas had masa dalam hari').fill('0')
    await button(window, 'Simpan').click()
    await expect(window.getByText('Tetapan amaran dan eskalasi disimpan').first()).toBeVisible()
    const kept = readRows<{ value: string }>(
      folder,
      passphrase,
      `select value from setting where name = 'complaint-ladder'`,
    )
    expect(JSON.parse(kept[0]?.value ?? '{}')).toMatchObject({
      ...{ shares: { 'used-75': 60 }, rungs: { approver: { role: 'administrator', days: 0 } } },
    })
  })

  await test.step('filters, menu and board follow it, and it goes back to what is shipped', async () => {
    await goTo(window, 'Daftar Aduan')
    await expect(window.getByRole('checkbox', { name: /^Masa digunakan ≥ 60%/ })).toBeVisible()
    await expect(window.getByRole('checkbox', { name: /^Untuk makluman pentadbir/ })).toBeVisible()
    await button(window, 'Cetak dan simpan daftar').click()
    await expect(
      window.getByRole('menuitem', { name: 'Cetak memo kes lewat: pentadbir' }),
    ).toBeVisible()
    await window.keyboard.press('Escape')
    await goTo(window, 'Papan Pemuka')
    const rung = window.getByRole('region', { name: /^Aduan lewat untuk makluman pentadbir/ })
    await expect(rung).toContainText(/ADU-\d{4}-000001/)
    await look(application, 'complaints-rung-board-ms-light')
    await window.emulateMedia({ colorScheme: 'dark' })
    await look(application, 'complaints-rung-board-ms-dark')
    await window.emulateMedia({ colorScheme: 'light' })
    await goTo(window, 'Tetapan', 'Amaran dan eskalasi aduan')
    await button(window, 'Guna nilai asal').click()
    await expect(window.getByText('Nilai asal digunakan semula').first()).toBeVisible()
    await expect(window.getByLabel('Amaran kedua')).toHaveValue('75')
    await goTo(window, 'Papan Pemuka')
    await expect(rung).toHaveCount(0)
  })
  expect(application.complaints).toEqual([])
})
