import { expectWholePaper, sign, squeeze } from '../support/assessmentPaper.ts'
import { addAssessmentWork, approver, reviewer } from '../support/assessmentWork.ts'
import { fillRegister } from '../support/complaintActions.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { sitAs } from '../support/postActions.ts'
import { closePreview, openPreview, savedPages } from '../support/printActions.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { unbroken } from '../support/readPdf.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, goTo, unlock } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('three people prepare, review and approve; what was approved stays, and is printed', async ({
  start,
  folder,
}) => {
  test.setTimeout(300_000)
  await fillRegister(await start(), 2, addAssessmentWork)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const dialog = window.getByRole('dialog')
  const rows = window.getByRole('group', { name: 'Perkara penilaian Seluruh bahagian' })
  const way = window.getByRole('region', { name: 'Laluan kelulusan' })
  const read = <T>(query: string) => readRows<T>(folder, passphrase, query)

  await test.step('the quality check stops what is not complete, and leads to it', async () => {
    await goTo(window, 'Penilaian')
    await window.getByRole('gridcell', { name: 'Seluruh bahagian' }).click()
    await expect(way).toContainText('1 perlu dibaiki')
    await button(window, 'Serah untuk semakan').click()
    await expect(dialog.getByText('Perlu dibaiki dahulu')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Serah untuk semakan' })).toBeDisabled()
    await look(application, 'assessments-quality-ms-light')
    await dialog.getByRole('button', { name: /Belum dijawab$/ }).click()
    await expect(dialog).toHaveCount(0)
    const open = rows.getByRole('button', { expanded: true })
    await expect(open).toContainText('Belum dijawab')
    await window.keyboard.press('1')
    await expect(open).toContainText('Dipatuhi')
  })

  await test.step('it is handed over with its warnings acknowledged and a signature', async () => {
    await button(window, 'Serah untuk semakan').click()
    await dialog.getByRole('button', { name: 'Serah untuk semakan' }).click()
    await expect(dialog.getByText('Tandakan bahawa amaran telah dibaca.')).toBeVisible()
    await dialog.getByLabel('Amaran telah dibaca dan diterima').check()
    await sign(application)
    await look(application, 'assessments-hand-over-ms-light')
    await dialog.getByRole('button', { name: 'Serah untuk semakan' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(way).toContainText('Menunggu')
    // Nothing is answered any more, and nobody goes on with their own work.
    await window.keyboard.press('3')
    await expect(rows.getByRole('button', { expanded: true })).toContainText('Dipatuhi')
    await expect(button(window, 'Sahkan semakan')).toHaveAttribute('aria-disabled', 'true')
  })

  await test.step('a reviewer sees it waiting, and sends it back with a word', async () => {
    await sitAs(application, reviewer)
    await goTo(window, 'Papan Pemuka')
    const mine = window.getByRole('region', { name: /^Penilaian menunggu anda/ })
    await look(application, 'assessments-board-ms-light')
    await mine.getByRole('button', { name: /Seluruh bahagian/ }).click()
    await button(window, 'Pulangkan').click()
    await dialog.getByRole('button', { name: 'Pulangkan' }).click()
    await expect(dialog.getByText('Nyatakan sebabnya.')).toBeVisible()
    await field(window, 'Perkara yang perlu dibaiki').fill('Lampirkan rekod poster')
    await dialog.getByRole('button', { name: 'Pulangkan' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(way.getByText(/Lampirkan rekod poster/)).toBeVisible()
  })

  await test.step('it is handed over again, reviewed, and approved by a third', async () => {
    await sitAs(application, 'Siti')
    await button(window, 'Serah untuk semakan').click()
    await dialog.getByLabel('Amaran telah dibaca dan diterima').check()
    await sign(application)
    await dialog.getByRole('button', { name: 'Serah untuk semakan' }).click()
    await expect(dialog).toHaveCount(0)
    await sitAs(application, reviewer)
    await button(window, 'Sahkan semakan').click()
    await field(window, 'Catatan (pilihan)').fill('Bukti disemak dengan rekod asal')
    await dialog.getByRole('button', { name: 'Sahkan semakan' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(button(window, 'Luluskan')).toHaveAttribute('aria-disabled', 'true')
    await sitAs(application, approver)
    await button(window, 'Luluskan').click()
    await sign(application)
    await dialog.getByRole('button', { name: 'Luluskan' }).click()
    await expect(way.getByText('Cap jari sepadan')).toBeVisible()
    await button(window, 'Sejarah laluan (5)').click()
    await look(application, 'assessments-approved-ms-light')
    await expect(rows.getByRole('button').first()).toBeVisible()
    await rows.getByRole('button').first().click()
    await window.keyboard.press('3')
    await expect(rows.getByRole('button').first()).toContainText('Dipatuhi')
    await window.keyboard.press('Escape')
  })

  await test.step('the printed report holds all of it, and what proves it', async () => {
    await openPreview(application)
    const pages = (await savedPages(application, 'penilaian-lulus')).map(unbroken)
    const { hash, answered } = expectWholePaper(pages, folder, passphrase)
    expect(answered).toBe(6)
    const squeezed = squeeze(pages.join(' '))
    for (const said of [
      ...['Seluruh bahagian', '1 Jan 2026', '30 Jun 2026', 'Skor', 'Keputusan mengikut bahagian'],
      ...['Piagam JaPen', 'https://www.jkr.gov.my/piagam', 'Poster disiapkan lewat tiga kali'],
      ...['Agih kerja reka bentuk lebih awal', 'Bukti disemak dengan rekod asal'],
      ...[reviewer, approver, 'Ketua Unit Komunikasi Korporat', 'Lampirkan rekod poster'],
    ]) {
      expect(squeezed, said).toContain(squeeze(said))
    }
    await picture(application, 'assessments-paper-ms-light')
    await dialog.getByRole('button', { name: 'EN' }).click()
    const english = (await savedPages(application, 'assessment-approved')).map(unbroken).join(' ')
    for (const said of ['Compliance assessment report', 'Not applicable', 'Page 1 of', hash]) {
      expect(english).toContain(said)
    }
    await closePreview(application)
  })

  await test.step('in a file of many, each of its pages carries the beginning of its hash', async () => {
    const [snapshot] = read<{ hash: string }>('select hash from assessment_snapshot')
    await button(window, 'Semua penilaian').click()
    await window.getByRole('button', { name: /^Diluluskan/ }).click()
    const row = window.getByRole('gridcell', { name: 'Seluruh bahagian' })
    await expect(row).toBeVisible()
    await openPreview(application)
    const pages = (await savedPages(application, 'penilaian-kelompok-lulus')).map(unbroken)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages.slice(1)) {
      const mark = page.slice(page.indexOf('Petikan keluaran 1 · SHA-256 ')).replaceAll(' ', '')
      expect(mark).toContain(`Petikankeluaran1·SHA-256${snapshot?.hash.slice(0, 16)}`)
      expect(page).not.toContain('DRAF')
    }
    // Results, their notes and who signed stand in the file as on the paper by itself.
    const whole = squeeze(pages.join(' '))
    const answers = read<{ clause: string; note: string }>(
      `select c.clause, n.note from assessment a
         join framework_control c on c.version_id = a.version_id
         join assessment_answer n on n.assessment_id = a.id and n.control_key = c.control_key
         where a.stage = 'approved' and n.result is not null`,
    )
    expect(answers).toHaveLength(6)
    for (const { clause, note } of answers) {
      expect(whole).toContain(squeeze(clause))
      expect(whole).toContain(squeeze(note))
    }
    for (const said of [
      ...['Dipatuhi', 'Sebahagian', 'Tidak dipatuhi', 'Tidak berkaitan', reviewer, approver],
      ...['Disediakan oleh', 'Disemak oleh', 'Diluluskan oleh', 'Tandatangan', 'Jawatan'],
    ]) {
      expect(whole, said).toContain(squeeze(said))
    }
    await closePreview(application)
    await row.click()
    await expect(rows.getByRole('button').first()).toBeVisible()
  })

  await test.step('a new issue begins; the one that was approved is still printed as it was', async () => {
    await button(window, 'Buka keluaran baharu').click()
    await field(window, 'Sebab keluaran baharu').fill('Rekod poster ditemui')
    await dialog.getByRole('button', { name: 'Buka keluaran baharu' }).click()
    await expect(window.getByText('Keluaran 2', { exact: true })).toBeVisible()
    await rows.getByRole('button').nth(2).click()
    await window.keyboard.press('1')
    await expect(rows.getByRole('button').nth(2)).toContainText('Dipatuhi')
    await window.keyboard.press('Escape')
    await openPreview(application)
    const draft = (await savedPages(application, 'penilaian-draf')).join(' ')
    expect(draft).toContain('DRAF keluaran 2')
    await closePreview(application)
    // The unit has another name since: what was approved was said under the one of that day.
    const [office] = read<{ unit: string }>(
      `select value ->> 'unitName' as unit from setting where name = 'office'`,
    )
    const unit = office?.unit ?? ''
    const rename = (name: string) =>
      changeRows(
        folder,
        passphrase,
        `update setting set value = json_set(value, '$.unitName', '${name}') where name = 'office'`,
      )
    rename('Unit Media Baharu')
    await button(window, 'Cetak keluaran 1').click()
    await expect(dialog.locator('canvas').first()).toBeVisible()
    const keptPages = (await savedPages(application, 'penilaian-keluaran-1')).map(unbroken)
    const kept = keptPages.join(' ')
    expect(keptPages[0]).toContain(`Unit yang menilai ${unit}`)
    expect(keptPages[0]?.split(unit).length).toBeGreaterThan(2)
    expect(kept).not.toContain('Unit Media Baharu')
    expect(kept).toContain('Tidak dipatuhi')
    expect(kept).not.toContain('DRAF')
    await closePreview(application)
    rename(unit)
    await look(application, 'assessments-reopened-ms-light')
  })

  await test.step('many leave in one file, whose contents name their pages', async () => {
    await button(window, 'Semua penilaian').click()
    await window.getByRole('button', { name: /^Dalam penyediaan/ }).click()
    await expect(window.getByRole('gridcell', { name: 'JKR Perak' })).toBeVisible()
    await look(application, 'assessments-states-ms-light')
    await openPreview(application)
    const pages = (await savedPages(application, 'penilaian-kelompok')).map(unbroken)
    const [contents = ''] = pages
    expect(contents).toContain('Isi kandungan')
    for (const title of ['1. JKR Perak', '2. Seluruh bahagian']) {
      const page = pages.findIndex((each) => each.includes(title)) + 1
      expect(page).toBeGreaterThan(1)
      const name = title.slice(3)
      const line = contents.slice(contents.indexOf(name, contents.indexOf('Isi kandungan')))
      expect(line).toMatch(new RegExp(String.raw`DRAF keluaran \d ${page}\b`))
    }
    // Every page of a chapter says whose it is, and that it is a draft.
    for (const page of pages.slice(1)) {
      expect(page).toMatch(/(1\. JKR Perak|2\. Seluruh bahagian) DRAF keluaran \d /)
    }
    expect(contents).toContain('Mengandungi 2 DRAF')
    await closePreview(application)
  })

  await test.step('a checklist is printed as a form for ink', async () => {
    await goTo(window, 'Senarai semak')
    // The key waits for the checklist that it prints.
    await expect(window.getByRole('group', { name: /^Perkara dalam / })).toBeVisible()
    await openPreview(application)
    const pages = (await savedPages(application, 'borang-kosong')).map(unbroken)
    const squeezed = squeeze(pages.join(''))
    const [first] = read<{ id: string }>(
      `select v.id from framework f join framework_version v on v.framework_id = f.id
         where v.state = 'published' order by f.place limit 1`,
    )
    const controls = read<{ clause: string; question: string; retired: string | null }>(
      `select clause, question_ms as question, retired_reason as retired from framework_control
         where version_id = '${first?.id ?? ''}'`,
    )
    expect(controls.length).toBeGreaterThan(5)
    for (const { clause, question, retired } of controls) {
      expect(squeezed).toContain(squeeze(clause))
      if (retired === null) expect(squeezed).toContain(squeeze(question))
    }
    // A box for each result, told by its letter, and three to sign.
    for (const said of [
      ...['Yang dinilai', 'Tempoh', 'Disediakan oleh', 'Disemak oleh', 'Diluluskan oleh'],
      ...[
        'Tandatangan',
        'Nama',
        'Tarikh',
        'D = dipatuhi · S = sebahagian · TD = tidak dipatuhi · TB = tidak berkaitan',
      ],
    ]) {
      expect(squeezed, said).toContain(squeeze(said))
    }
    await closePreview(application)
  })
  expect(application.complaints).toEqual([])
})
