import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillRegister, line } from '../support/complaintActions.ts'
import { answerDialog } from '../support/dialogs.ts'
import { encodeScene } from '../support/encodedPictures.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { sitAs } from '../support/postActions.ts'
import { closePreview, previewIsThere, savedPages } from '../support/printActions.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, goTo, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('a complaint is forwarded, answered after a review, closed, and taken up again', async ({
  start,
}) => {
  test.setTimeout(420_000)
  await fillRegister(await start(), 10)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const strip = window.getByRole('region', { name: 'Had masa' })
  const clock = (name: string) => strip.getByRole('button', { name: new RegExp(`^${name}`) })
  const part = (name: string) => window.getByRole('region', { name, exact: true })
  const timeline = part('Garis masa')
  const openWhole = async () => {
    await goTo(window, 'Daftar Aduan')
    await line(window, '000001').click()
    await button(window, 'Buka sehalaman').click()
    await expect(window.getByRole('grid')).toHaveCount(0)
    await expect(timeline).toContainText('Aduan didaftarkan')
  }
  const step = async (name: string) => {
    await button(window, 'Tukar status').click()
    await window.getByRole('menuitem', { name, exact: true }).click()
  }

  await test.step('it goes to the agency by a letter, with a clock of its own, and back', async () => {
    await openWhole()
    await step('Majukan')
    await expect(window.getByLabel('Majukan kepada', { exact: true })).toHaveValue('kkr')
    await window.getByLabel('Majukan kepada', { exact: true }).selectOption({ label: 'JKR Daerah' })
    const letter = field(window, 'Surat atau teks')
    await expect(letter).toHaveValue(/dimajukan kepada \{agensi\} untuk tindakan/)
    await letter.fill('Aduan {nombor} dimajukan kepada {agensi}. {hari}')
    await expect(window.getByText(/\{hari\} bukan ruang yang dikenali/)).toBeVisible()
    await look(application, 'answers-forward-ms-light')
    await letter.fill('Tuan/Puan, aduan {nombor} dimajukan kepada {agensi}. Terima kasih.')
    await expect(window.getByText(/dimajukan kepada JKR Daerah\. Terima kasih\./)).toBeVisible()
    await window.keyboard.press('Control+Enter')
    await expect(part('Pemajuan')).toContainText('Susulan:')
    await expect(timeline).toContainText('Dimajukan kepada JKR Daerah')
    await part('Pemajuan').getByRole('button', { name: 'Ingatkan', exact: true }).click()
    await expect(letter).toHaveValue(/masih menunggu maklum balas/)
    await expect(window.getByText(/dimajukan kepada JKR Daerah, masih menunggu/)).toBeVisible()
    await look(application, 'answers-remind-ms-light')
    await window.keyboard.press('Control+Enter')
    await expect(part('Pemajuan')).toContainText('diingatkan sekali')
    await expect(timeline).toContainText('JKR Daerah diingatkan')
    await look(application, 'answers-reminded-ms-light')
    await part('Pemajuan').getByRole('button', { name: 'Cetak peringatan' }).click()
    await previewIsThere(window)
    const reminder = (await savedPages(application, 'surat-peringatan')).join(' ')
    expect(reminder).toContain('masih menunggu maklum balas')
    expect(reminder).toMatch(/Saya yang menjalankan amanah,\s+Siti/)
    await closePreview(application)
    await part('Pemajuan').getByRole('button', { name: 'Rekod hasil', exact: true }).click()
    await window.getByRole('radio', { name: 'Dijawab oleh mereka' }).check()
    await window.getByRole('textbox', { name: /^Butiran hasil/ }).fill('Lubang telah ditampal')
    await window.keyboard.press('Control+Enter')
    await expect(part('Pemajuan')).toContainText('Dijawab oleh mereka')
    await look(application, 'answers-forwarded-ms-light')
  })

  const answers = part('Jawapan')
  const text = answers.getByRole('textbox', { name: 'Teks jawapan' })
  await test.step('an answer in standard words, with hints while it is written', async () => {
    await answers.getByRole('button', { name: 'Tulis jawapan', exact: true }).press('Enter')
    // It is being worked on: what tells of that stands first.
    await expect(window.getByRole('menuitem').first()).toHaveText(/Dicadangkan$/)
    await look(application, 'answers-kinds-ms-light')
    await window.getByRole('menuitem', { name: 'Aduan penting, tindakan menyusul' }).click()
    await expect(text).toBeFocused()
    await expect(answers).toContainText(/Terima kasih atas aduan bernombor ADU-\d{4}-000001/)
    await window.keyboard.press('Control+End')
    await window.keyboard.type(' SILA BERSABAR dahulu! Hubungi 012-345 6789.')
    await expect(answers).toContainText('Huruf besar terasa seperti menengking')
    await expect(answers).toContainText('Melaka 13.4')
    await expect(answers).toContainText('Data peribadi jangan disiarkan')
    await look(application, 'answers-hints-ms-light')
    await text.fill('Tuan/Puan, terima kasih. Aduan {nombor} telah diambil tindakan di {tempat}.')
    await expect(answers).toContainText(/telah diambil tindakan di FT4 km 12\.3|FT04 km 12\.3/)
    await expect(answers).toContainText('Menunggu semakan orang lain')
    await expect(answers.getByRole('button', { name: 'Tandakan dihantar' })).toHaveCount(0)
    await expect(answers.getByText(/^Draf disimpan/)).toBeVisible()
  })

  await test.step('another person reviews it; an edit voids the review; it is reviewed again', async () => {
    await sitAs(application, 'Hafiz Othman')
    await openWhole()
    await answers.getByRole('button', { name: 'Sahkan semakan', exact: true }).click()
    await expect(answers).toContainText('Disemak oleh Hafiz Othman')
    await sitAs(application, 'Siti')
    await openWhole()
    await text.fill('Tuan/Puan, terima kasih. Aduan {nombor} telah selesai ditampal.')
    await expect(answers).toContainText('Teks diubah selepas disemak; semak semula.')
    await expect(timeline).toContainText('semakan terbatal')
    await look(application, 'answers-voided-ms-light')
    await sitAs(application, 'Hafiz Othman')
    await openWhole()
    await answers.getByRole('button', { name: 'Sahkan semakan', exact: true }).click()
    await expect(answers).toContainText('Disemak oleh Hafiz Othman')
  })

  await test.step('it is printed with its number, copied, and marked as sent: the clocks are met', async () => {
    await answers.getByRole('button', { name: 'Cetak surat', exact: true }).click()
    await previewIsThere(window)
    const paper = (await savedPages(application, 'surat-jawapan')).join(' ')
    expect(paper).toMatch(/ADU-\d{4}-000001\/2/)
    expect(paper).toContain('Rosli bin Hamid')
    expect(paper).toContain('telah selesai ditampal')
    expect(paper).toMatch(/Saya yang menjalankan amanah,\s+Siti/)
    await closePreview(application)
    await expect(answers).toContainText('dicetak sekali')
    await answers.getByRole('button', { name: 'Tandakan dihantar', exact: true }).click()
    await window.keyboard.type('facebook.com/jkr')
    await window.keyboard.press('Control+Enter')
    await expect(window.getByText('Pautan bermula dengan https://')).toBeVisible()
    await answers
      .getByRole('textbox', { name: /^Pautan jawapan/ })
      .fill('https://www.facebook.com/jkr/posts/1')
    await look(application, 'answers-send-ms-light')
    await window.keyboard.press('Control+Enter')
    await expect(clock('Jawapan pertama')).toContainText('Dipenuhi')
    await expect(answers).toContainText('Dihantar melalui Telefon')
    await expect(timeline).toContainText('Jawapan dihantar')
    await button(window, 'Buat asal').click()
    await expect(clock('Jawapan pertama')).not.toContainText('Dipenuhi')
    await answers.getByRole('button', { name: 'Tandakan dihantar', exact: true }).click()
    await window.keyboard.press('Control+Enter')
    await expect(clock('Jawapan pertama')).toContainText('Dipenuhi')
    await look(application, 'answers-sent-ms-light')
  })

  const checks = part('Sebelum ditutup')
  await test.step('closing asks for what is missing, and for nothing else', async () => {
    await step('Selesaikan')
    await field(window, 'Sebab: Selesaikan').fill('Lubang ditampal')
    await window.keyboard.press('Control+Enter')
    await expect(checks).toContainText('Gambar selepas dilampirkan')
    // What was sent before it was settled did not tell how it ended.
    await expect(checks).toContainText('Pengadu telah dimaklumkan hasilnya · Belum')
    await step('Tutup')
    await expect(window.getByText('Perkara ini dilengkapkan pada bahagian lain')).toBeVisible()
    await look(application, 'answers-closing-missing-ms-light')
    await window.keyboard.press('Escape')
    await checks.getByRole('button', { name: 'Rekod hasil dimaklumkan' }).click()
    await window.getByRole('textbox', { name: 'Cara', exact: true }).fill('Telefon')
    await look(application, 'answers-told-ms-light')
    await window.keyboard.press('Control+Enter')
    await expect(checks).toContainText('Pengadu telah dimaklumkan hasilnya · Ada')
    const path = (name: string) => join(application.folder, name)
    writeFileSync(path('sebelum.png'), await encodeScene(1))
    writeFileSync(path('selepas.png'), await encodeScene(2))
    await answerDialog(application, 'showOpenDialog', {
      ...{ canceled: false, filePaths: [path('sebelum.png'), path('selepas.png')] },
    })
    await button(window, 'Lampirkan fail').click()
    await window.getByLabel('Peranan sebelum').selectOption({ label: 'Sebelum' })
    await window.getByLabel('Peranan selepas').selectOption({ label: 'Selepas' })
    const slider = window.getByRole('slider')
    await slider.press('ArrowRight')
    await expect(slider).toHaveValue('51')
    await slider.scrollIntoViewIfNeeded()
    await look(application, 'answers-photos-ms-light')
    await step('Tutup')
    const form = window.getByRole('form', { name: 'Tutup aduan' })
    await expect(form).toBeVisible()
    for (const box of await form.getByRole('textbox').all()) await box.fill('Ya')
    for (const list of await form.getByRole('combobox').all()) {
      await list.selectOption({ index: 1 })
    }
    await form.getByRole('checkbox', { name: 'Hasil tindakan telah disahkan' }).check()
    await look(application, 'answers-closing-ms-light')
    await window.keyboard.press('Control+Enter')
    await expect(timeline).toContainText('Status ditukar kepada ditutup')
  })

  await test.step('what is not solved is taken up again, counted apart', async () => {
    await button(window, 'Rekod kepuasan').click()
    await window.getByRole('radio', { name: /^1 / }).check()
    await window.getByRole('switch', { name: 'Masih belum selesai' }).check()
    await window.keyboard.press('Control+Enter')
    await expect(window.getByText('Nyatakan apa yang belum selesai.')).toBeVisible()
    await window.getByRole('textbox', { name: /^Kata pengadu/ }).fill('Lubang terbuka semula')
    await look(application, 'answers-satisfaction-ms-light')
    await window.keyboard.press('Control+Enter')
    await expect(window.getByText('dibuka semula 1 kali')).toBeVisible()
    await expect(timeline).toContainText('masih belum selesai')
    await expect(clock('Selesai')).not.toContainText('Dipenuhi')
  })

  await test.step('a wrong step is taken back and leaves its trace', async () => {
    await step('Minta maklumat')
    await field(window, 'Sebab: Minta maklumat').fill('Tersilap')
    await window.keyboard.press('Control+Enter')
    await expect(timeline).toContainText('Status ditukar kepada perlu maklumat')
    await button(window, 'Buat asal').click()
    await expect(timeline).toContainText('Langkah dibuat asal; status kembali dalam tindakan')
  })

  await test.step('outside the jurisdiction: where it should have gone is kept', async () => {
    await goTo(window, 'Daftar Aduan')
    await line(window, '000003').click()
    await step('Nyatakan luar bidang kuasa')
    await expect(window.getByLabel('Sepatutnya kepada')).toHaveValue('llm')
    await look(application, 'answers-outside-ms-light')
    await window.keyboard.press('Control+Enter')
    await expect(part('Pemajuan')).toContainText('Salah saluran')
    await expect(line(window, '000003')).toContainText('Luar bidang kuasa')
    await look(application, 'answers-outside-done-ms-light')
  })

  await test.step('in English and dark; the words stand in the settings', async () => {
    await openWhole()
    await window.emulateMedia({ colorScheme: 'dark' })
    await button(window, 'EN').click()
    await expect(part('Answers')).toContainText('Sent by')
    await look(application, 'answers-case-en-dark')
    await button(window, 'BM').click()
    await window.emulateMedia({ colorScheme: 'light' })
    await goTo(window, 'Tetapan', 'Data rujukan')
    await window.getByRole('button', { name: /^Jawapan piawai/ }).click()
    await window.getByRole('gridcell').filter({ hasText: 'Diterima dan didaftarkan' }).click()
    await expect(window.getByText('Ruang yang diisi daripada aduan').first()).toBeVisible()
    await look(application, 'answers-settings-ms-light')
  })
  expect(application.complaints).toEqual([])
})
