import type {} from '../support/clientInPage.ts'
import { fillRegister, line } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { closePreview, previewIsThere, savedBy, savedPages } from '../support/printActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, goTo, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

/** Somebody shows one complaint, and takes all of them out for a reason. */
async function seeAndTakeOut(application: Application): Promise<void> {
  await application.window.evaluate(async () => {
    const { call } = window.clientInPage
    const page = { filter: {}, order: 'number', descending: false, offset: 0, limit: 50 }
    const { rows } = (await call('complaints.list', page)) as { rows: { id: string }[] }
    await call('complaints.reveal', { id: rows[0]?.id })
    await call('complaints.takeOut', {
      ...{ what: 'csv', choice: { filter: {}, ids: null }, reason: 'Audit dalaman' },
    })
  })
}

const malaysian = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString()

test('a breach is recorded, told within its hours, and packed from the audit log', async ({
  start,
}) => {
  test.setTimeout(300_000)
  await fillRegister(await start(), 6, seeAndTakeOut)
  const application = await start()
  const { window, folder } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const began = Date.now() - 26 * 3_600_000
  const when = async (label: string, moment: number) => {
    const group = window.getByRole('group', { name: label, exact: true })
    await group.getByLabel('Tarikh').fill(malaysian(moment).slice(0, 10))
    await group.getByLabel('Masa').fill(malaysian(moment).slice(11, 16))
    await group.getByLabel('Masa').press('Tab')
  }

  await test.step('none is there yet, and what is missing of one is said', async () => {
    await goTo(window, 'Tetapan', 'Simpanan dan pelupusan')
    await window.getByRole('tab', { name: 'Pelanggaran', exact: true }).click()
    await expect(window.getByText('Tiada pelanggaran data peribadi')).toBeVisible()
    await look(application, 'breach-none-ms-light')
    await button(window, 'Rekod pelanggaran').click()
    const form = window.getByRole('form', { name: 'Rekod pelanggaran' })
    await window.keyboard.press('Control+Enter')
    await expect(form).toContainText('Nyatakan apa yang berlaku.')
    await expect(form).toContainText('Pilih tarikh dan masa.')
    await form.getByLabel('Apa yang berlaku').fill('Fail daftar tersalah hantar kepada kontraktor')
    await when('Bermula', began)
    await when('Diketahui pejabat', began + 3_600_000)
    await form.getByLabel('Nama', { exact: true }).check()
    await form.getByLabel('Telefon').check()
    await form.getByLabel('Bilangan orang').fill('dua')
    await form.getByLabel('Nombor aduan').fill('2020/77')
    await window.keyboard.press('Control+Enter')
    await expect(form).toContainText('Taip nombor bulat')
    await form.getByLabel('Bilangan orang').fill('4')
    await form.getByLabel('Mungkin menyebabkan kemudaratan ketara').check()
    await form.getByLabel('Langkah yang diambil').fill('Penerima diminta memadam fail')
    await look(application, 'breach-form-ms-light')
    await window.keyboard.press('Control+Enter')
    // What was typed stays, and what is wrong is said.
    await expect(window.getByText('Tiada aduan bernombor 2020/77')).toBeVisible()
    await form.getByLabel('Nombor aduan').fill('')
    await window.keyboard.press('Control+Enter')
    await expect(line(window, 'PLG-')).toContainText('tinggal')
  })

  const pane = window.getByRole('complementary', { name: 'Pelanggaran data' })
  const commissioner = pane.getByRole('article', { name: 'Pesuruhjaya (JPDP)' })
  const persons = pane.getByRole('article', { name: 'Orang yang terlibat' })

  await test.step('the clocks run to the minute, and the persons wait for the Commissioner', async () => {
    const due = malaysian(began + 73 * 3_600_000).slice(11, 16)
    await expect(commissioner).toContainText(due)
    // 25 hours and a few minutes of the 72 passed.
    await expect(commissioner).toContainText(/1 hari 1 jam( \d+ minit)? berlalu/)
    await expect(persons).toContainText('Selepas Pesuruhjaya')
    await expect(pane).toContainText('entri log')
    await look(application, 'breach-ms-light')
    await window.emulateMedia({ colorScheme: 'dark' })
    await look(application, 'breach-ms-dark')
    await window.emulateMedia({ colorScheme: 'light' })
  })

  await test.step('the board of today tells of it, and leads to it', async () => {
    await goTo(window, 'Papan Pemuka')
    const card = window.getByRole('region', { name: /Pelanggaran data/ })
    await expect(card).toContainText(malaysian(began + 73 * 3_600_000).slice(11, 16))
    await expect(card.getByTitle('Pesuruhjaya (JPDP): tinggal')).toBeVisible()
    await look(application, 'breach-board-ms-light')
    await card.getByRole('button', { name: /PLG-/ }).click()
    await expect(commissioner).toBeVisible()
  })

  await test.step('the Commissioner is told, taken back and told again; then the persons', async () => {
    await commissioner.getByRole('button', { name: 'Maklumkan Pesuruhjaya' }).click()
    await window.keyboard.press('Control+Enter')
    await expect(commissioner).toContainText('Isi ruangan ini.')
    await commissioner.getByLabel('Cara dimaklumkan').fill('Borang dalam talian JPDP')
    await commissioner.getByLabel('Rujukan').fill('JPDP/2026/117')
    await window.keyboard.press('Control+Enter')
    await expect(commissioner).toContainText('Dalam tempoh')
    await button(window, 'Buat asal').click()
    await expect(commissioner).toContainText('Masa berjalan')
    await commissioner.getByRole('button', { name: 'Maklumkan Pesuruhjaya' }).click()
    await commissioner.getByLabel('Cara dimaklumkan').fill('Borang dalam talian JPDP')
    await commissioner.getByLabel('Rujukan').fill('JPDP/2026/117')
    await window.keyboard.press('Control+Enter')
    await expect(commissioner).toContainText('JPDP/2026/117')
    await expect(persons).toContainText('Masa berjalan')
    await expect(persons).toContainText('7 hari dari')
    await expect(pane).toContainText('(30 hari)')
    await persons.getByRole('button', { name: 'Maklumkan orang yang terlibat' }).click()
    await persons.getByLabel('Cara dimaklumkan').fill('Surat berdaftar')
    await window.keyboard.press('Control+Enter')
    await expect(persons).toContainText('Dalam tempoh')
  })

  await test.step('the pack says what the log and the rows say', async () => {
    const [counted] = readRows<{ people: number; cases: number; phones: number }>(
      ...([folder, passphrase] as const),
      `select count(distinct complainant_id) as people, count(*) as cases,
      count(distinct case when phone <> '' then complainant_id end) as phones
      from complaint left join complainant on complainant.id = complainant_id`,
    )
    const entries = readRows<{ sequence: number; action: string }>(
      ...([folder, passphrase] as const),
      `select sequence, action from audit_entry
      where action in ('complaints.reveal', 'complaints.takeOut') order by sequence`,
    )
    expect(entries).toHaveLength(2)
    await button(window, 'Cetak pek').click()
    await previewIsThere(window)
    const csv = (await savedBy(application, 'Simpan CSV', 'pek-pelanggaran.csv')).toString()
    const rows = csv.trim().split('\r\n').slice(1)
    expect(rows.map((row) => Number(row.split(',')[0]))).toEqual(
      entries.map(({ sequence }) => sequence),
    )
    const pages = (await savedPages(application, 'pek-pelanggaran')).join(' ')
    const text = pages.replaceAll(/\s+/g, ' ')
    expect(text).toContain(`${counted?.people ?? '?'} orang`)
    expect(text).toContain(`${counted?.cases ?? '?'} aduan`)
    expect(text).toContain(`Telefon: ${counted?.phones ?? '?'} orang`)
    expect(text).toContain('Ditunjukkan pada skrin')
    expect(text).toContain('Tidak melebihi 1 000 orang')
    expect(text).toContain('JPDP/2026/117')
    for (const { sequence } of entries) expect(text).toContain(` ${sequence} `)
    // Nobody who complained is named.
    const names = readRows<{ name: string }>(folder, passphrase, 'select name from complainant')
    for (const { name } of names) expect(text).not.toContain(name)
    await look(application, 'breach-pack-ms-light')
    await closePreview(application)
  })
})
