import readXlsxFile from 'read-excel-file/node'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cellsOf } from '../support/cells.ts'
import { fillRegister, line } from '../support/complaintActions.ts'
import { answerDialog } from '../support/dialogs.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test } from '../support/launch.ts'
import { sitAs } from '../support/postActions.ts'
import {
  closePreview,
  complaintsOfHiddenPages,
  openPreview,
  previewIsThere,
  savedPages,
} from '../support/printActions.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, goTo, unlock } from '../support/startActions.ts'

interface Case {
  readonly id: string
  readonly number: string
  readonly status: string
}

test('a case, the register and a handover are printed; the register leaves as a file', async ({
  start,
}) => {
  test.setTimeout(420_000)
  const filled = await start()
  const { folder } = filled
  await fillRegister(filled, 8)
  const application = await start()
  const { window } = application
  const wrong = complaintsOfHiddenPages(application)
  const rows = <T>(query: string) => readRows<T>(folder, passphrase, query)
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  const cases = rows<Case>('select id, number, status from complaint order by ordinal')
  const first = cases[0]?.number ?? ''
  const menu = async (name: string, item: string | RegExp) => {
    await button(window, name).click()
    await window.getByRole('menuitem', { name: item }).click()
  }

  await test.step('a case file stands covered, with every row of its timeline and the audit head', async () => {
    await goTo(window, 'Daftar Aduan')
    await line(window, '000001').click()
    await expect(window.getByRole('region', { name: 'Garis masa' })).toContainText('didaftarkan')
    await openPreview(application)
    const pages = await savedPages(application, 'fail-kes')
    const text = pages.join(' ')
    expect(text).toContain(`Fail kes ${first}`)
    expect(text).toContain('R••• bin H•••')
    expect(text).not.toMatch(/Rosli|012-345/)
    for (const part of ['Had masa', 'Jawapan', 'Pemajuan', 'Sebelum ditutup', 'Garis masa']) {
      expect(text).toContain(part)
    }
    const [head] = rows<{ entries: number; hash: string }>(
      'select (select count(*) from audit_entry) as entries, hash from audit_entry order by sequence desc limit 1',
    )
    for (const [place, page] of pages.entries()) {
      expect(page).toContain(`Muka ${place + 1} / ${pages.length}`)
      expect(page).toContain(`Log audit: ${head?.entries} entri`)
    }
    expect(text).toContain(head?.hash)
    await closePreview(application)
  })

  await test.step('a note that is added stands on the next paper', async () => {
    await field(window, 'Nota').fill('Kontraktor dihubungi pada petang ini')
    await button(window, 'Tambah nota').click()
    await expect(window.getByRole('region', { name: 'Garis masa' })).toContainText('Kontraktor')
    await openPreview(application)
    const text = (await savedPages(application, 'fail-kes-nota')).join(' ')
    expect(text).toContain('Kontraktor dihubungi pada petang ini')
    await closePreview(application)
  })

  await test.step('in full only with a reason, which the timeline keeps', async () => {
    await menu('Cetak aduan', 'Cetak fail kes penuh…')
    const dialog = window.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Pratonton' })).toBeDisabled()
    await dialog.getByLabel('Sebab').fill('Diminta oleh mahkamah')
    await picture(application, 'complaint-papers-open-ms-light')
    await expectAccessible(application)
    await dialog.getByRole('button', { name: 'Pratonton' }).click()
    await previewIsThere(window)
    await picture(application, 'complaint-papers-case-ms-light')
    const text = (await savedPages(application, 'fail-kes-penuh')).join(' ')
    expect(text).toContain('Rosli bin Hamid')
    expect(text).toContain('Diminta oleh mahkamah')
    await closePreview(application)
    await expect(window.getByRole('region', { name: 'Garis masa' })).toContainText(
      'Diminta oleh mahkamah',
    )
    expect(rows('select what, reason, covered, cases from complaint_takeout')).toEqual([
      { what: 'case-file', reason: 'Diminta oleh mahkamah', covered: 0, cases: 1 },
    ])
  })

  const papers = 'Cetak dan simpan daftar'
  const leaving = window.getByRole('dialog')
  await test.step('the register of the days is printed; a changed row is printed changed', async () => {
    await button(window, 'Tutup').first().click()
    await menu(papers, 'Cetak daftar aduan…')
    await picture(application, 'complaint-papers-register-ms-light')
    await expectAccessible(application)
    await leaving.getByRole('button', { name: 'Pratonton' }).click()
    await previewIsThere(window)
    const text = (await savedPages(application, 'daftar')).join(' ')
    for (const { number } of cases) expect(text).toContain(number)
    expect(text).not.toMatch(/Rosli|Kavitha/)
    expect(text).toContain('Bilangan 8')
    await closePreview(application)
    changeRows(
      folder,
      passphrase,
      `update complaint set district = 'Kuala Lipis' where ordinal = 2`,
    )
    await menu(papers, 'Cetak daftar aduan…')
    await leaving.getByRole('button', { name: 'Pratonton' }).click()
    await previewIsThere(window)
    expect((await savedPages(application, 'daftar-berubah')).join(' ')).toContain('Kuala Lipis')
    await closePreview(application)
  })

  await test.step('a handover note has the open cases and places to sign', async () => {
    await menu(papers, 'Cetak nota serah tugas…')
    await leaving.getByLabel('Diserahkan kepada').selectOption({ label: 'Hafiz Othman' })
    await leaving.getByLabel(/^Catatan serah tugas/).fill('Kunci fail di laci kedua')
    await picture(application, 'complaint-papers-handover-ms-light')
    const book = join(folder, 'serah-tugas.xlsx')
    await answerDialog(application, 'showSaveDialog', { canceled: false, filePath: book })
    await leaving.getByRole('button', { name: 'Simpan sebagai XLSX' }).click()
    await expect.poll(() => existsSync(book)).toBe(true)
    const [cases, ...others] = await readXlsxFile(readFileSync(book))
    expect(others.map(({ sheet }) => sheet)).toEqual(['Keputusan', 'Draf menunggu'])
    expect(cases?.data.slice(1).map(([, number]) => number)).toHaveLength(
      rows<Case>(
        `select id, number, status from complaint
         where status in ('new', 'needs-information', 'forwarded', 'in-progress')`,
      ).length,
    )
    await leaving.getByRole('button', { name: 'Pratonton' }).click()
    await previewIsThere(window)
    const text = (await savedPages(application, 'serah-tugas')).join(' ')
    const open = rows<Case>(
      `select id, number, status from complaint
       where status in ('new', 'needs-information', 'forwarded', 'in-progress')`,
    )
    for (const { number } of open) expect(text).toContain(number)
    expect(text).toContain(`${open.length} Masih terbuka`)
    expect(text).toContain('Kunci fail di laci kedua')
    expect(text).toMatch(/Diserahkan oleh.*Diterima oleh.*Disaksikan oleh/s)
    await closePreview(application)
  })

  const saved = async (item: string, name: string, reason: string | null): Promise<Buffer> => {
    const path = join(folder, name)
    rmSync(path, { force: true })
    await answerDialog(application, 'showSaveDialog', { canceled: false, filePath: path })
    await menu(papers, item)
    if (reason !== null) {
      await leaving.getByRole('switch', { name: 'Dengan data peribadi' }).check()
      await leaving.getByLabel('Sebab').fill(reason)
    }
    await leaving.getByRole('button', { name: 'Simpan' }).click()
    await expect(window.getByText(`8 aduan disimpan dalam ${name}`).first()).toBeVisible()
    await expect.poll(() => existsSync(path)).toBe(true)
    return readFileSync(path)
  }
  await test.step('files are covered, or in full for a reason', async () => {
    const covered = (await saved('Simpan sebagai CSV…', 'daftar.csv', null)).toString('utf8')
    expect(covered).not.toMatch(/Rosli|012-345 6/)
    expect(
      cellsOf(covered.slice(1))
        .slice(1)
        .map(([number]) => number),
    ).toEqual(cases.map(({ number }) => number))
    const full = (await saved('Simpan sebagai CSV…', 'penuh.csv', 'Audit dalaman')).toString('utf8')
    expect(full).toContain('Rosli bin Hamid')
    const workbook = await saved('Simpan sebagai XLSX…', 'daftar.xlsx', null)
    expect(workbook.subarray(0, 2).toString()).toBe('PK')
    expect(rows('select what, covered, cases from complaint_takeout order by at, id')).toEqual([
      { what: 'case-file', covered: 0, cases: 1 },
      { what: 'csv', covered: 1, cases: 8 },
      { what: 'csv', covered: 0, cases: 8 },
      { what: 'xlsx', covered: 1, cases: 8 },
    ])
  })

  await test.step('who only looks prints covered, and saves nothing', async () => {
    await sitAs(application, 'Nor Azlan')
    await goTo(window, 'Daftar Aduan')
    await button(window, papers).click()
    await expect(window.getByRole('menuitem', { name: 'Simpan sebagai CSV…' })).toBeDisabled()
    await window.getByRole('menuitem', { name: 'Cetak daftar aduan…' }).click()
    await expect(leaving.getByRole('switch', { name: 'Dengan data peribadi' })).toBeDisabled()
    await leaving.getByRole('button', { name: 'Pratonton' }).click()
    await previewIsThere(window)
    expect((await savedPages(application, 'daftar-pemerhati')).join(' ')).not.toContain('Rosli')
    await closePreview(application)
  })
  expect(wrong).toEqual([])
})
