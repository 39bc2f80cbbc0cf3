import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Application } from '../support/launch.ts'
import { line, strokes } from '../support/complaintActions.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, unlock } from '../support/startActions.ts'
import { tracesBelow } from '../workspace/personalStrings.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('a caller is taken in by the keyboard alone; the draft outlives a restart', async ({
  start,
  folder,
}) => {
  test.setTimeout(240_000)
  // Temporary files of this run alone.
  const temporary = await mkdtemp(join(tmpdir(), 'sementara-'))
  const env = { TMPDIR: temporary }
  const application = await start({ begun: true, env })
  const { window } = application
  const focused = window.locator(':focus')
  const number = /^ADU-\d{4}-000001$/
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Daftar Aduan')
  await expect(window.getByText('Belum ada aduan dalam daftar.')).toBeVisible()
  await look(application, 'complaints-none-ms-light')

  await test.step('the shortest case takes 25 keys at the most besides the words', async () => {
    const keys = strokes(window)
    await keys.press('n')
    await expect(window.getByRole('radio', { name: 'Tiada bahaya' })).toBeFocused()
    await keys.press('Tab')
    // The first time no channel is remembered: a letter chooses it.
    await keys.press('t')
    await expect(window.getByRole('radio', { name: 'Telefon' })).toBeChecked()
    await keys.press('Tab')
    await keys.press('Tab')
    await expect(field(window, 'Nama')).toBeFocused()
    await keys.type('Rosli bin Hamid')
    await keys.press('Tab')
    await keys.type('012-345 6789')
    await keys.press('Tab')
    await keys.press('Tab')
    await keys.press('Tab')
    await expect(field(window, 'Apa yang berlaku')).toBeFocused()
    await keys.type('Lubang besar di lorong kiri, tayar kereta WXY 1234 pecah')
    await keys.press('Tab')
    await expect(field(window, 'Jalan dan kilometer')).toBeFocused()
    await keys.type('ft 4 12.3')
    await expect(window.getByText('Difahami: FT04 km 12.3')).toBeVisible()
    await expect(window.getByRole('radio', { name: 'Jalan Persekutuan' })).toBeChecked()
    await expect(window.getByRole('region', { name: 'Siapa menjawab dahulu' })).toContainText(
      'KKR dan JKR',
    )
    await look(application, 'complaints-intake-ms-light')
    await keys.press('Control+Enter')
    await expect(window.getByText(number)).toBeVisible()
    expect(keys.count).toBeLessThanOrEqual(25)
    await look(application, 'complaints-registered-ms-light')
  })

  await test.step('the next caller: danger, a wrong door, and somebody the register knows', async () => {
    await expect(button(window, 'Daftar lagi')).toBeFocused()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('radio', { name: 'Telefon' })).toBeChecked()
    await window.keyboard.press('k')
    await expect(
      window.getByText('Had tindakan 1 jam sejak diterima (KKR 21.3.2023).'),
    ).toBeVisible()
    await window.keyboard.press('l')
    await expect(window.getByText('Had tindakan 24 jam sejak diterima')).toBeVisible()
    await field(window, 'Nama').focus()
    await window.keyboard.type('rosl')
    const people = window.getByRole('region', { name: 'Orang dalam daftar' })
    await expect(people.getByRole('button', { name: /R••• bin H•••/ })).toBeVisible()
    await window.keyboard.press('ArrowDown')
    await expect(focused).toContainText('1 aduan')
    await look(application, 'complaints-known-ms-light')
    await window.keyboard.press('Enter')
    await expect(field(window, 'Apa yang berlaku')).toBeFocused()
    await expect(window.getByRole('region', { name: 'Aduan terdahulu orang ini' })).toContainText(
      'ADU-',
    )
    await window.keyboard.type('Lubang di E1 km 305.5 arah utara')
    await button(window, 'Guna E01 km 305.5 daripada cerita').click()
    await expect(window.getByRole('region', { name: 'Siapa menjawab dahulu' })).toContainText('LLM')
    await expect(window.getByRole('region', { name: 'Siapa menjawab dahulu' })).toContainText(
      'Salah saluran',
    )
    await look(application, 'complaints-intake-urgent-ms-light')
    await window.keyboard.press('Control+Enter')
    await expect(window.getByText(/^ADU-\d{4}-000002$/)).toBeVisible()
  })

  await test.step('what is missing is told beside its field', async () => {
    await button(window, 'Daftar lagi').click()
    await window.keyboard.press('Control+Enter')
    await expect(window.getByText('Tulis apa yang diadukan.')).toBeVisible()
    await expect(window.getByText('Pilih jenis aduan.')).toBeVisible()
    await expect(field(window, 'Nama')).toBeFocused()
    await look(application, 'complaints-intake-missing-ms-light')
    // A network has accounts and links, SISPAA a number of its own.
    await window.getByRole('radio', { name: 'X (Twitter)' }).check()
    await expect(window.getByLabel('Akaun', { exact: true })).toContainText('JKR Malaysia')
    await expect(field(window, 'Pautan komen (pilihan)')).toBeVisible()
    await window.getByRole('radio', { name: 'SISPAA' }).check()
    await expect(field(window, 'Rujukan saluran')).toBeVisible()
    await window.getByRole('radio', { name: 'Telefon' }).check()
  })

  await test.step('half a complaint is there after a restart', async () => {
    await field(window, 'Apa yang berlaku').fill('Lampu isyarat rosak di Jalan Ipoh')
    await window.keyboard.press('Tab')
    await expect(window.getByText(/^Disimpan sebagai draf/)).toBeVisible()
    await application.close()
    const again = await start({ env })
    await useOfficeScreen(again)
    await unlock(again.window)
    await goTo(again.window, 'Daftar Aduan')
    await again.window.keyboard.press('n')
    await expect(again.window.getByText('Lampu isyarat rosak di Jalan Ipoh')).toBeVisible()
    await look(again, 'complaints-draft-ms-light')
    await button(again.window, 'Sambung').click()
    await expect(field(again.window, 'Apa yang berlaku')).toHaveValue(
      'Lampu isyarat rosak di Jalan Ipoh',
    )
    await again.window.getByRole('switch', { name: 'Tanpa nama' }).check()
    await again.window.getByRole('radio', { name: 'Jalan Negeri' }).check()
    await again.window.keyboard.press('Control+Enter')
    await expect(again.window.getByText(/^ADU-\d{4}-000003$/)).toBeVisible()
    await button(again.window, 'Buat asal').click()
    await goTo(again.window, 'Daftar Aduan')
    await expect(line(again.window, '000003')).toContainText('Dibatalkan')
    await look(again, 'complaints-three-ms-light')
    expect(again.complaints).toEqual([])
    await again.close()
  })

  await test.step('nothing that was typed stands readable in browser storage or a temporary file', async () => {
    const typed = ['Rosli bin Hamid', '012-345 6789', 'Lubang besar di lorong kiri', 'WXY 1234']
    const texts = [...typed, 'Lampu isyarat rosak di Jalan Ipoh']
    const kept = await tracesBelow(folder, texts)
    // Chromium's profile is there, with what it kept of two runs.
    expect(kept.files.filter((file) => file.startsWith('shell')).length).toBeGreaterThan(3)
    expect(kept.found).toEqual([])
    expect((await tracesBelow(temporary, texts)).found).toEqual([])
    await rm(temporary, { recursive: true, force: true })
  })
})

test('the office words its own questions, and the intake asks them', async ({ application }) => {
  const { window } = application
  const pane = window.getByRole('complementary')
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Tetapan', 'Data rujukan')
  await window.getByRole('button', { name: /^Bahaya segera/ }).click()
  await line(window, 'Lubang yang berbahaya').click()
  await expect(pane.getByRole('spinbutton', { name: 'Had tindakan' })).toHaveValue('24')
  await window.getByRole('button', { name: /^Jenis aduan/ }).click()
  await expect(line(window, 'Jalan Persekutuan')).toContainText('KKR, JKR')
  await window.getByRole('button', { name: /^Subjenis aduan/ }).click()
  await window.getByRole('gridcell').first().click()
  await button(window, 'Tambah soalan').click()
  await pane
    .getByRole('group', { name: 'Soalan 4' })
    .getByRole('textbox')
    .first()
    .fill('Sejak bila?')
  await expect(pane).toContainText('Isi setiap soalan dalam kedua-dua bahasa.')
  await pane
    .getByRole('group', { name: 'Soalan 4' })
    .getByRole('textbox')
    .last()
    .fill('Since when?')
  await look(application, 'complaints-questions-ms-light')
  await window.keyboard.press('Control+s')
  await expect(line(window, 'Lubang')).toContainText('4 soalan')
  await goTo(window, 'Daftar Aduan')
  await window.keyboard.press('n')
  await field(window, 'Jalan dan kilometer').fill('FT01')
  await window.getByRole('radio', { name: 'Lubang', exact: true }).check()
  await expect(field(window, 'Sejak bila? (pilihan)')).toBeVisible()
  await field(window, 'Sejak bila? (pilihan)').scrollIntoViewIfNeeded()
  await look(application, 'complaints-asked-ms-light')
  expect(application.complaints).toEqual([])
})
