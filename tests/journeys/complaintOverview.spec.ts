import type {} from '../support/clientInPage.ts'
import { fillRegister, line } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import {
  closePreview,
  openPreview,
  previewIsThere,
  savedBy,
  savedPages,
} from '../support/printActions.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, goTo, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

/** A post that is out of place while people complain of that place. */
async function planCheerfulPost(application: Application): Promise<void> {
  await application.window.evaluate(async () => {
    const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
    const content = {
      ...{ title: 'Senyuman dari Raub', kind: 'text', brief: '', text: '', notes: '' },
      ...{ phaseId: null, category: 'feel-good', approach: null, programme: null },
      ...{ requestedOn: null, deliveredOn: null, day, time: null },
      ...{ ownerId: null, designerId: null, approverId: null },
      ...{ thrusts: [], segments: [], hashtags: [], images: [], links: [], accounts: [] },
    }
    await window.clientInPage.call('posts.add', { content, status: 'draft' })
  })
}

test('every number opens its cases, what rises becomes a post, and three reports are printed', async ({
  start,
  folder,
}) => {
  test.setTimeout(420_000)
  await fillRegister(await start(), 40, planCheerfulPost)
  const application = await start()
  const { window } = application
  const rows = <T>(query: string) => readRows<T>(folder, passphrase, query)
  const count = (where: string) =>
    rows<{ n: number }>(`select count(*) as n from complaint where ${where}`)[0]?.n ?? -1
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const now = window.getByRole('region', { name: 'Keadaan sekarang' })
  const recurring = window.getByRole('region', { name: 'Berulang dan meningkat' })
  const said = window.getByRole('status').filter({ hasText: 'sepadan dengan penapis' })

  await test.step('the overview says how the register stands', async () => {
    await goTo(window, 'Ringkasan Aduan')
    await button(window, 'Tahun lalu').click()
    await expect(now).toBeVisible()
    await button(window, 'Tarikh lain').click()
    // Whatever day it is: the last two days may lie in another year.
    await window
      .getByLabel('Hingga', { exact: true })
      .fill(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))
    await expect(now.getByRole('button', { name: /^Masih terbuka: 40 aduan/ })).toBeVisible()
    await expect(window.getByRole('button', { name: /^Diterima: 40 aduan/ })).toBeVisible()
    await look(application, 'complaint-overview-ms-light')
  })

  await test.step('a number opens its cases, by mouse and by keyboard', async () => {
    const kinds = window.getByRole('region', { name: 'Jenis', exact: true })
    const federal = count("kind = 'federal-road'")
    await kinds.getByRole('button', { name: `Jenis: Jalan Persekutuan: ${federal} aduan` }).click()
    await expect(said).toHaveText(`${federal} aduan sepadan dengan penapis`)
    await goTo(window, 'Ringkasan Aduan')
    const pahang = window.getByRole('button', { name: /^Negeri: Pahang: \d+ aduan/ })
    await pahang.focus()
    await window.keyboard.press('Enter')
    await expect(said).toHaveText(`${count("state = 'MY-06'")} aduan sepadan dengan penapis`)
    await goTo(window, 'Ringkasan Aduan')
    await window
      .getByRole('button', { name: /^Jawapan pertama, .*berjalan: \d+ aduan/ })
      .first()
      .click()
    await expect(
      window.getByRole('button', { name: /^Jawapan pertama, .*: masih berjalan/ }),
    ).toBeVisible()
    await look(application, 'complaint-overview-opened-ms-light')
    await button(window, 'Kosongkan penapis').first().click()
  })

  await test.step('what rises names the cheerful post there and becomes a post of its own', async () => {
    await goTo(window, 'Ringkasan Aduan')
    const place = recurring.getByRole('listitem', { name: 'Raub, Pahang' })
    await expect(place).toContainText('Meningkat')
    await expect(place).toContainText('Senyuman dari Raub')
    await place.scrollIntoViewIfNeeded()
    await look(application, 'complaint-overview-rising-ms-light')
    await place.getByRole('button', { name: 'Cadangkan hantaran' }).press('Enter')
    await expect(place).toContainText('Hantaran: Penerangan: Raub, Pahang')
    const [post] = rows<{ brief: string; notes: string; status: string }>(
      "select brief, notes, status from post where title = 'Penerangan: Raub, Pahang'",
    )
    const raub = count("district = 'Raub'")
    expect(post?.status).toBe('draft')
    expect(post?.brief).toContain(`diterima ${raub} aduan`)
    expect(post?.notes.match(/ADU-/g)).toHaveLength(raub)
    await button(window, 'Buat asal').click()
    await expect(place).not.toContainText('Hantaran: Penerangan')
    await place.getByRole('button', { name: 'Cadangkan hantaran' }).click()
    await place.getByRole('button', { name: 'Hantaran: Penerangan: Raub, Pahang' }).click()
    const back = window.getByRole('button', { name: `Menerangkan ${raub} aduan: Raub, Pahang` })
    await expect(back).toBeVisible()
    await look(application, 'complaint-overview-post-ms-light')
    await back.click()
    await expect(said).toHaveText(`${raub} aduan sepadan dengan penapis`)
    // And the case names it, and leads there.
    await line(window, 'Lubang besar').first().click()
    const explaining = window.getByRole('region', { name: 'Hantaran yang menerangkan' })
    await explaining.scrollIntoViewIfNeeded()
    await look(application, 'complaint-overview-case-ms-light')
    // One that is there is tied to it by hand, let go, and tied again.
    await explaining.getByRole('button', { name: 'Kaitkan hantaran' }).click()
    await explaining.getByLabel('Cari hantaran').fill('Senyuman')
    await explaining.getByRole('radio', { name: /^Senyuman dari Raub/ }).check()
    await look(application, 'complaint-post-tie-ms-light')
    await window.keyboard.press('Control+Enter')
    const tied = explaining.getByRole('button', { name: 'Senyuman dari Raub', exact: true })
    await expect(tied).toBeVisible()
    await explaining.getByRole('button', { name: /^Leraikan kaitan/ }).click()
    await expect(tied).toHaveCount(0)
    await button(window, 'Buat asal').click()
    await tied.click()
    await expect(window.getByText('Menjawab aduan:')).toBeVisible()
    await look(application, 'complaint-post-cases-ms-light')
    await window.goBack()
    await explaining.getByRole('button', { name: 'Penerangan: Raub, Pahang' }).click()
    await expect(back).toBeVisible()
  })

  await test.step('the charter on paper is what the rows say, and follows them', async () => {
    await goTo(window, 'Ringkasan Aduan')
    await expect(now).toBeVisible()
    await openPreview(application)
    const text = (await savedPages(application, 'complaint-charter-ms')).join(' ')
    expect(text).toContain('Pencapaian Piagam Pelanggan')
    const running = count(
      "clock_set = 'dangerous-pothole' and settled_at is null and due_respond >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
    )
    const missed = count(
      "clock_set = 'dangerous-pothole' and due_respond < strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
    )
    const told = (late: number, open: number, all: number) =>
      new RegExp(
        `Lubang yang berbahaya Jawapan pertama 24 jam berterusan 0(?: \\(0%\\))? ${late}(?: \\(100%\\))? ${open} ${all}`,
      )
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(told(missed, running, missed + running))
    const csv = (await savedBy(application, 'Simpan CSV', 'complaint-charter-ms.csv')).toString()
    expect(csv).toContain('Lubang yang berbahaya,Jawapan pertama,24 jam,0,')
    await closePreview(application)
    changeRows(folder, passphrase, "update complaint set status = 'voided' where ordinal = 36")
    await openPreview(application)
    const after = (await savedPages(application, 'complaint-charter-after-ms')).join(' ')
    expect(after).toContain('Dibatalkan: 1')
    expect(after.replaceAll(/\s+/g, ' ')).toMatch(told(missed, running - 1, missed + running - 1))
    await closePreview(application)
  })

  await test.step('so are the yearly set and the meeting pack', async () => {
    const menu = window.getByRole('button', { name: 'Cetak laporan' })
    await menu.click()
    await window.getByRole('menuitem', { name: 'Cetak set tahunan', exact: true }).click()
    await previewIsThere(window)
    const year = (await savedPages(application, 'complaint-year-ms')).join(' ')
    expect(year).toContain('Statistik aduan tahun')
    expect(year.replaceAll(/\s+/g, ' ')).toMatch(
      /Tahap kerumitan Perkara Bilangan Bahagian Biasa \d/,
    )
    expect(year).toContain('Kerumitan belum dinilai')
    const channel = count(
      "channel = 'facebook' and status <> 'voided' and substr(received_day, 1, 4) = strftime('%Y', 'now', '+1 day')",
    )
    expect(year.replaceAll(/\s+/g, ' ')).toContain(`Facebook ${channel} `)
    await closePreview(application)

    await menu.click()
    await window.getByRole('menuitem', { name: 'Cetak pek mesyuarat' }).click()
    await button(window, 'Tunjukkan').click()
    await previewIsThere(window)
    const pack = (await savedPages(application, 'complaint-meeting-ms')).join(' ')
    const unowned = count("assignee_id is null and status = 'new'")
    expect(pack).toContain(`Belum ditugaskan (${unowned})`)
    expect(pack).toContain('Raub, Pahang')
    expect(pack).toContain('Penerangan: Raub, Pahang')
    expect(pack).not.toContain('Rosli')
    await closePreview(application)
    changeRows(
      folder,
      passphrase,
      'update complaint set assignee_id = entered_by where ordinal = 1',
    )
    await menu.click()
    await window.getByRole('menuitem', { name: 'Cetak pek mesyuarat' }).click()
    await button(window, 'Tunjukkan').click()
    await previewIsThere(window)
    const after = (await savedPages(application, 'complaint-meeting-after-ms')).join(' ')
    expect(after).toContain(`Belum ditugaskan (${unowned - 1})`)
    await closePreview(application)
  })

  await test.step('in English and dark', async () => {
    await window.emulateMedia({ colorScheme: 'dark' })
    await button(window, 'EN').click()
    await expect(window.getByRole('region', { name: 'As it stands now' })).toBeVisible()
    await look(application, 'complaint-overview-en-dark')
  })
  expect(application.complaints).toEqual([])
})
