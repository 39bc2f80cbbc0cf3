import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillRegister, line } from '../support/complaintActions.ts'
import { answerDialog } from '../support/dialogs.ts'
import { passphrase } from '../support/furnish.ts'
import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { closePreview, previewIsThere, savedPages } from '../support/printActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, goTo, unlock } from '../support/startActions.ts'

let outside: string
test.beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'fail-akses-'))
})
test.afterEach(() => rmSync(outside, { recursive: true, force: true }))

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('a complainant asks what is kept, is answered, corrected and objects', async ({ start }) => {
  test.setTimeout(300_000)
  await fillRegister(await start(), 6)
  const application = await start()
  const { window, folder } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  await goTo(window, 'Daftar Aduan')
  await window.getByLabel('Susunan').selectOption({ label: 'Nombor terbaharu dahulu' })
  await line(window, '000001').click()
  await button(window, 'Buka sehalaman').click()
  const rights = window.getByRole('region', { name: 'Hak pengadu' })
  const card = rights.getByRole('article')

  await test.step('a request is recorded with its last day, and why it is that one', async () => {
    await rights.getByRole('button', { name: 'Rekod permohonan' }).click()
    await window.keyboard.press('Control+Enter')
    await expect(rights).toContainText('Isi ruangan ini.')
    await rights.getByLabel('Apa yang diminta').fill('Salinan semua rekod saya')
    await window.keyboard.press('Control+Enter')
    await expect(card).toContainText('PD-')
    await expect(card).toContainText('Dalam tempoh')
    await card.getByRole('button', { name: 'Mengapa?' }).click()
    await expect(card).toContainText('21 hari kalendar')
    await expect(card).toContainText('hujung minggu')
    await rights.scrollIntoViewIfNeeded()
    await look(application, 'rights-request-ms-light')
    await card.getByRole('button', { name: 'Lanjutkan 14 hari' }).click()
    await card.getByLabel('Sebab lanjutan').fill('Rekod lama perlu dicari')
    await window.keyboard.press('Control+Enter')
    await expect(card).toContainText('35 hari kalendar')
    await expect(card.getByRole('button', { name: 'Lanjutkan 14 hari' })).toHaveCount(0)
  })

  await test.step('the file holds what is theirs and nothing of others', async () => {
    await card.getByRole('button', { name: 'Cetak fail akses' }).click()
    await previewIsThere(window)
    const pages = (await savedPages(application, 'fail-akses')).join(' ')
    const people = readRows<{ name: string; what: string }>(
      ...([folder, passphrase] as const),
      'select name, what from complaint join complainant on complainant.id = complainant_id order by ordinal',
    )
    const [own, ...others] = people
    expect(pages.replaceAll(/\s+/g, ' ')).toContain(own?.name ?? '?')
    expect(pages.replaceAll(/\s+/g, ' ')).toContain(own?.what ?? '?')
    for (const other of others) {
      if (other.name !== own?.name) expect(pages).not.toContain(other.name)
    }
    await closePreview(application)
    await expect(rights).toContainText('direkodkan oleh aplikasi')
  })

  await test.step('its files leave in a folder of their own', async () => {
    const saving = card.getByRole('button', { name: 'Simpan lampiran…' })
    const choose = (path: string) =>
      answerDialog(application, 'showOpenDialog', { canceled: false, filePaths: [path] })
    await choose(outside)
    await saving.click()
    await expect(notice(window, 'Tiada lampiran dalam kes-kes orang ini.')).toBeVisible()
    expect(readdirSync(outside)).toEqual([])

    const letter = join(outside, 'Surat pengadu.txt')
    writeFileSync(letter, 'Jalan di hadapan rumah saya')
    await choose(letter)
    await button(window, 'Lampirkan fail').click()
    await expect(window.getByText('Surat pengadu').first()).toBeVisible()
    await choose(outside)
    await saving.focus()
    await window.keyboard.press('Enter')
    await expect(notice(window, /^1 lampiran disimpan dalam folder PD-/)).toBeVisible()
    const [folderName = ''] = readdirSync(outside).filter((name) => name.startsWith('PD-'))
    const [name = ''] = readdirSync(join(outside, folderName))
    expect(name).toMatch(/^adu-\d{4}-000001-surat-pengadu\.txt$/)
    expect(readFileSync(join(outside, folderName, name), 'utf8')).toBe(readFileSync(letter, 'utf8'))
    await rights.scrollIntoViewIfNeeded()
    await look(application, 'rights-files-ms-light')
  })

  await test.step('what others were told is recorded, and undone', async () => {
    await rights.getByRole('button', { name: 'Rekod pendedahan' }).click()
    await rights.getByLabel('Kepada siapa').fill('PDRM Raub')
    await rights.getByLabel('Data apa').fill('Nama dan telefon')
    await rights.getByLabel('Asas undang-undang').fill('KPJ s.111')
    await window.keyboard.press('Control+Enter')
    await expect(rights).toContainText('Nama dan telefon kepada PDRM Raub')
    await button(window, 'Buat asal').click()
    await expect(rights).not.toContainText('PDRM Raub')
  })

  await test.step('a correction keeps what was in a note, an objection stays beside it', async () => {
    await button(window, 'Tunjuk data peribadi').click()
    await button(window, 'Betulkan dengan nota').first().click()
    const form = window.getByRole('form', { name: 'Betulkan dengan nota' })
    await form.getByLabel('Telefon').fill('019-888 7777')
    await form.getByLabel('Sebab pembetulan').fill('Nombor bertukar')
    await window.keyboard.press('Control+Enter')
    await expect(rights).toContainText('Dibetulkan')
    await rights.getByRole('button', { name: 'Tambah nota bantahan' }).click()
    await rights.getByLabel('Kenyataan pengadu').fill('Saya tidak bersetuju dengan catatan itu')
    await window.keyboard.press('Control+Enter')
    await expect(rights).toContainText('Saya tidak bersetuju')
    await rights.scrollIntoViewIfNeeded()
    await look(application, 'rights-notes-ms-light')
    const notes = readRows<{ text: string }>(folder, passphrase, 'select text from person_note')
    expect(notes.some(({ text }) => text.includes('012-345'))).toBe(true)
  })

  await test.step('it is answered, and stands in the list of requests', async () => {
    await card.getByRole('button', { name: 'Rekod jawapan' }).click()
    await card.getByLabel('Jawapan, atau sebab ditolak').fill('Fail diserahkan di kaunter')
    await window.keyboard.press('Control+Enter')
    await expect(card).toContainText('Dijawab')
    await goTo(window, 'Tetapan', 'Simpanan dan pelupusan')
    await window.getByRole('tab', { name: 'Permohonan', exact: true }).click()
    await expect(line(window, 'PD-')).toContainText('Dijawab')
    await look(application, 'rights-list-ms-light')
  })
})
