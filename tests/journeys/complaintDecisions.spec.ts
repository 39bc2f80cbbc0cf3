import { fillRegister, line } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { closePreview, previewIsThere, savedPages, savedWhen } from '../support/printActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, goTo, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('what a meeting decides goes back to its cases, and into the next pack', async ({ start }) => {
  test.setTimeout(300_000)
  await fillRegister(await start(), 12)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const menu = async (item: RegExp) => {
    await button(window, 'Cetak laporan').click()
    await window.getByRole('menuitem', { name: item }).click()
  }
  const list = window.getByRole('region', { name: 'Keputusan' })
  const yesterday = new Date(Date.now() + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10)
  const year = String(new Date(Date.now() + 8 * 3_600_000).getUTCFullYear())

  await test.step('decisions are typed one after another, by number', async () => {
    await goTo(window, 'Ringkasan Aduan')
    await menu(/^Rekod keputusan mesyuarat/)
    await expect(window.getByText('Tiada keputusan direkod bagi mesyuarat ini.')).toBeVisible()
    await window.getByLabel('Tarikh mesyuarat', { exact: true }).fill(yesterday)
    await field(window, 'Nombor aduan').fill(`${year} 99`)
    await field(window, 'Keputusan').fill('Tampal dalam minggu ini')
    await button(window, 'Rekod keputusan').click()
    await expect(window.getByText('Tiada aduan dengan nombor ini.')).toBeVisible()
    await field(window, 'Nombor aduan').fill(`${year} 7`)
    await window.getByLabel('Tindakan oleh').selectOption({ index: 1 })
    await window.getByLabel('Selewat-lewatnya').fill(yesterday)
    await button(window, 'Rekod keputusan').click()
    await expect(list).toContainText('Tampal dalam minggu ini')
    await expect(list).toContainText('Lewat')
    await field(window, 'Nombor aduan').fill(`${year} 8`)
    await field(window, 'Keputusan').fill('Tulis kepada PLUS')
    await button(window, 'Rekod keputusan').click()
    await expect(list.getByRole('listitem')).toHaveCount(2)
    await look(application, 'complaint-decisions-ms-light')
  })

  await test.step('the case has it, and says who and until when', async () => {
    await list.getByRole('link', { name: /000007$/ }).click()
    const part = window.getByRole('region', { name: 'Keputusan mesyuarat' })
    await expect(part).toContainText('Tampal dalam minggu ini')
    await expect(window.getByText('Selewat-lewatnya:').first()).toBeVisible()
    await part.scrollIntoViewIfNeeded()
    await look(application, 'complaint-decision-case-ms-light')
    await part.getByRole('button', { name: 'Tandakan dilaksanakan' }).click()
    await expect(part).toContainText('Dilaksanakan')
    await button(window, 'Buat asal').click()
    await expect(part).toContainText('Lewat')
  })

  await test.step('the next pack lists what is not done, on paper and as a workbook', async () => {
    await goTo(window, 'Ringkasan Aduan')
    await menu(/^Cetak pek mesyuarat/)
    await button(window, 'Tunjukkan').click()
    await previewIsThere(window)
    const text = (await savedPages(application, 'meeting-decisions-ms')).join(' ')
    expect(text).toContain('Belum dilaksanakan (2)')
    expect(text).toContain('Tulis kepada PLUS')
    await closePreview(application)
    const bytes = await savedWhen(application, 'meeting-ms.xlsx', () =>
      menu(/^Simpan pek mesyuarat/),
    )
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })
  expect(application.complaints).toEqual([])
})

test('an officer is chosen for a kind, and what is registered of it is theirs', async ({
  start,
  folder,
}) => {
  test.setTimeout(300_000)
  await fillRegister(await start(), 4)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  await goTo(window, 'Tetapan', 'Pegawai aduan')
  const choice = window.getByLabel('Pegawai bagi Jalan Persekutuan')
  await choice.selectOption({ index: 1 })
  await expect(window.getByText('Pegawai bagi Jalan Persekutuan disimpan').first()).toBeVisible()
  const name = (await choice.locator('option:checked').innerText()).trim()
  await look(application, 'complaint-officers-ms-light')
  await button(window, 'Buat asal').click()
  await expect(choice).toHaveValue('')
  await choice.selectOption({ index: 1 })
  await goTo(window, 'Daftar Aduan')
  await window.keyboard.press('n')
  await window.getByRole('radio', { name: 'Telefon' }).check()
  await window.getByRole('switch', { name: 'Tanpa nama' }).check()
  await field(window, 'Apa yang berlaku').fill('Pagar jejambat tercabut')
  await window.getByRole('radio', { name: 'Jalan Persekutuan' }).check()
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText(/000005$/)).toBeVisible()
  await goTo(window, 'Daftar Aduan')
  await line(window, '000005').click()
  await expect(window.getByText(`Ditugaskan kepada ${name}`).first()).toBeVisible()
  const [row] = readRows<{ name: string }>(
    folder,
    passphrase,
    `select person.name from complaint join person on person.id = complaint.assignee_id
     where complaint.number like '%000005'`,
  )
  expect(row?.name).toBe(name)
  expect(application.complaints).toEqual([])
})
