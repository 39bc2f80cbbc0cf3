import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findingWords } from '#contract/findingWords'
import type { Finding } from '#contract/findings'
import { cellsOf } from '../support/cells.ts'
import { checkEnds, chip, dropFiles, notice, openRow, row } from '../support/imageActions.ts'
import { drawImageFolder, drawScenes } from '../support/imageFolder.ts'
import { hostilePayloads } from '../support/hostilePayloads.ts'
import { expect, test } from '../support/launch.ts'
import {
  closePreview,
  complaintsOfHiddenPages,
  openPreview,
  pageWith,
  previewIsThere,
  savedBy,
  savedPages,
} from '../support/printActions.ts'
import { unbroken } from '../support/readPdf.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office } from '../support/startActions.ts'

interface CheckRow {
  readonly id: string
  readonly name: string
  readonly verdict: string
  readonly width: number | null
  readonly height: number | null
  readonly findings: string
}

const allChecks =
  'select id, name, verdict, width, height, findings from image_check order by position'
const lastEntry =
  'select (select count(*) from audit_entry) as entries, hash from audit_entry order by sequence desc limit 1'

/** A finding as a reader of the report expects it, worked out from the row. */
function sentence({ code, measured, required, of }: Finding): string {
  return findingWords[code].ms
    .replace('{measured}', measured ?? '')
    .replace('{required}', required ?? '')
    .replace('{of}', of?.split('/').at(-1) ?? '')
}

test('a batch report says what the rows say, and changes when they change', async ({
  application,
  folder,
}) => {
  test.setTimeout(300_000)
  const { window } = application
  const complaints = complaintsOfHiddenPages(application)
  const rows = <T>(query: string) => readRows<T>(folder, office.passphrase, query)
  const images = await drawImageFolder(join(folder, 'untuk-disemak'))
  await useOfficeScreen(application)
  await enter(window)
  await dropFiles(window, images.paths)
  await checkEnds(window, images.expected.length)

  await test.step('a person adds what only a person knows', async () => {
    await openRow(window, 'Ukuran 560x315.png')
    await button(window, 'Beri pengecualian').click()
    await field(window, 'Sebab pengecualian').fill('Diminta oleh pengarah')
    await button(window, 'Beri pengecualian').click()
    await expect(row(window, 'Ukuran 560x315.png')).toContainText('Pengecualian')
    const details = await openRow(window, 'IMG_2001.jpg')
    await details.getByRole('checkbox', { name: 'Tempat kelihatan kosong' }).check()
    await button(window, 'Rekod: 1 kelihatan').click()
    await expect(details).toContainText('Dilihat oleh')
  })

  const before = await test.step('the saved PDF is what was previewed', async () => {
    const pages = await openPreview(application)
    await expect(button(window, 'Cetak')).toBeEnabled()
    await picture(application, 'print-preview-ms-light')
    await expectAccessible(application)
    const saved = await savedPages(application, 'batch-ms')
    expect(saved).toHaveLength(pages)
    expect(pages).toBeGreaterThan(2)
    await expect(window.getByText('Dokumen telah disimpan.')).toBeVisible()
    return saved
  })

  await test.step('every row stands on one page, with its findings', () => {
    for (const { name, width, height, findings } of rows<CheckRow>(allChecks)) {
      const size = width === null ? [] : [`${width}×${String(height)} px`]
      const parsed = JSON.parse(findings) as Finding[]
      const said = parsed.map((one) => [sentence(one), one.clause ?? ''].filter(Boolean))
      const page = before.find((each) => [name, ...size].every((text) => each.includes(text)))
      expect(page, name).toBeDefined()
      for (const text of said.flat()) expect(unbroken(page ?? ''), name).toContain(text)
    }
  })

  await test.step('counts, persons and the end of the audit log are those of the rows', () => {
    const [first = ''] = before
    expect(first.startsWith(`${office.unitName} ${office.letterhead.replace('\n', ' ')}`)).toBe(
      true,
    )
    const counts = rows<{ verdict: string; count: number }>(
      'select verdict, count(*) as count from image_check group by verdict',
    )
    const words = { pass: 'Lulus', warn: 'Amaran', reject: 'Ditolak', unreadable: 'Tidak boleh' }
    for (const [verdict, word] of Object.entries(words)) {
      const count = counts.find((one) => one.verdict === verdict)?.count ?? 0
      expect(first).toContain(`${count} ${word}`)
    }
    const [said] = rows<{ override_reason: string; name: string; by: string }>(
      'select override_reason, image_check.name, person.name as by from image_check join person on person.id = override_by',
    )
    const page = pageWith(before, `Pengecualian: ${said?.override_reason} (${said?.by}, `)
    expect(page).toContain(said?.name)
    pageWith(before, 'Senarai semak foto: Tempat kelihatan kosong (Siti Aminah binti Rahman, ')
    const [end] = rows<{ entries: number; hash: string }>(lastEntry)
    const short = end?.hash.slice(0, 16).match(/.{4}/g)?.join(' ')
    for (const [place, each] of before.entries()) {
      expect(each).toContain(`Log audit: ${end?.entries} entri, ${short}`)
      expect(each).toContain(`oleh ${office.name}`)
      expect(each).toContain(`Muka ${place + 1} / ${before.length}`)
      if (place > 0) expect(each).toContain('Nama, jenis dan ukuran Keputusan Penemuan dan putusan')
    }
    expect(before.at(-1)).toContain(
      `Tamat dokumen Log audit semasa dicetak: ${end?.entries} entri.`,
    )
    expect(before.at(-1)?.replaceAll(' ', '')).toContain(end?.hash)
  })

  await test.step('the other language says the same in its words', async () => {
    await window.getByRole('dialog').getByRole('button', { name: 'EN', exact: true }).click()
    await previewIsThere(window)
    await expect(button(window, 'Simpan PDF')).toBeEnabled()
    const english = await savedPages(application, 'batch-en')
    expect(english[0]).toContain('Image check report Check begun')
    expect(english.at(-1)).toContain(`Page ${english.length} of ${english.length}`)
    pageWith(english, 'Exception: Diminta oleh pengarah')
    await closePreview(application)
  })

  await test.step('a decision shows in the next report, with its reason and its person', async () => {
    await window.keyboard.press('Escape')
    await chip(window, 'Perlu putusan').click()
    const details = await openRow(window, 'Templat 12 Dis.png')
    await details.getByRole('button', { name: /^Putuskan pasangan/ }).click()
    await button(window, 'Teks berbeza').click()
    await window.keyboard.press('b')
    await expect(notice(window, /diputuskan berbeza dan diterima/)).toBeVisible()
    await window.keyboard.press('Escape')
    await expect(chip(window, 'Semua')).toBeVisible()
    const decided = 'Diputuskan: berbeza. Sebab: Teks berbeza (Siti Aminah binti Rahman, '
    expect(before.join(' ')).not.toContain(decided)
    await openPreview(application)
    const after = await savedPages(application, 'batch-decided')
    expect(after.join(' ')).toContain(decided)
    const [end] = rows<{ entries: number }>(lastEntry)
    expect(after[0]).toContain(`Log audit: ${end?.entries} entri`)
    expect(before[0]).not.toContain(`Log audit: ${end?.entries} entri`)
    await closePreview(application)
  })

  await test.step('a changed name and letterhead show as well', async () => {
    const changed = rows<CheckRow>(allChecks).find(({ name }) => name === 'Kosong.png')
    const logo = `data:image/png;base64,${readFileSync('resources/icons/icon-256.png').toString('base64')}`
    changeRows(
      folder,
      office.passphrase,
      `update image_check set name = 'Nama baharu.png' where id = '${changed?.id}'`,
    )
    changeRows(
      folder,
      office.passphrase,
      `update setting set value = json_set(value, '$.unitName', 'Unit Ujian', '$.logo', '${logo}') where name = 'office'`,
    )
    await openPreview(application)
    const after = await savedPages(application, 'batch-logo')
    pageWith(after, 'Nama baharu.png')
    expect(after.join(' ')).not.toContain('Kosong.png')
    expect(after[0]?.startsWith('Unit Ujian ')).toBe(true)
    await picture(application, 'print-preview-logo-ms-light')
    await closePreview(application)
  })
  expect([...application.complaints, ...complaints]).toEqual([])
})

test('a contact sheet shows what the filter and the choice leave, beside it a table', async ({
  application,
  folder,
}) => {
  test.setTimeout(240_000)
  const { window } = application
  const complaints = complaintsOfHiddenPages(application)
  const rows = <T>(query: string) => readRows<T>(folder, office.passphrase, query)
  await useOfficeScreen(application)
  await enter(window)
  await dropFiles(window, await drawScenes(join(folder, 'foto'), 14))
  await checkEnds(window, 14)
  await window.getByRole('button', { name: /^Simpan \d+ beramaran/ }).click()
  await expect(notice(window, '14 imej disimpan dalam pustaka.')).toBeVisible({ timeout: 60_000 })
  const kept = rows<{ id: string; name: string }>('select id, name from image order by name')
  // Everything that people and files bring in, at its worst.
  const worst = hostilePayloads.slice(0, kept.length)
  const named = kept.map(({ id }, place) => {
    const text = (worst[place] ?? '').replaceAll("'", "''")
    return `when '${id}' then '${text}'`
  })
  const names = `case id ${named.join(' ')} end`
  changeRows(
    folder,
    office.passphrase,
    `update image set name = ${names}, programme = ${names}, place = '=1+1',
       guests = '+60123456789', source = '＝A1'`,
  )
  await goTo(window, 'Pustaka')
  await expect(button(window, 'Cetak helaian imej…')).toBeVisible()

  await test.step('the whole library, its worst names as plain text', async () => {
    await openPreview(application)
    const pages = await savedPages(application, 'library-hostile')
    const whole = pages.join(' ').replaceAll(/\s/g, '')
    for (const text of worst) expect(whole).toContain(text.replaceAll(/\s/g, ''))
    expect(pages[0]).toContain('Imej pada helaian 14 Penapis Tiada; seluruh pustaka')
    expect(pages[0]).not.toContain('Tidak disertakan')
    expect(pages[0]).toContain(`Muka 1 / ${pages.length}`)
  })

  await test.step('the table has every row, and no cell that a spreadsheet calculates', async () => {
    const bytes = await savedBy(application, 'Simpan CSV', 'library.csv')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [heads = [], ...table] = cellsOf(bytes.toString('utf8').slice(1))
    expect(heads.slice(0, 3)).toEqual(['Nama', 'Jenis', 'Lebar (px)'])
    const names = rows<{ name: string }>('select name from image order by added_at desc, id')
    expect(table.map(([name]) => name?.replace(/^'/, ''))).toEqual(names.map(({ name }) => name))
    const cells = new Set(table.flat())
    expect([...cells].filter((cell) => /^[=+\-@＝＋－＠\s]/.test(cell))).toEqual([])
    expect(cells).toContain("'+60123456789")
    await closePreview(application)
  })

  await test.step('a filter and a choice are named, and what they leave out is counted', async () => {
    await window.getByRole('searchbox').fill('svg')
    const fitting = worst.filter((text) => text.toLowerCase().includes('svg')).length
    await expect(window.getByRole('gridcell')).toHaveCount(fitting)
    await openPreview(application)
    const [first = ''] = await savedPages(application, 'library-filtered')
    expect(first).toContain(`Imej pada helaian ${fitting} Penapis carian “svg”`)
    expect(first).toContain(`Tidak disertakan ${14 - fitting} imej di luar penapis atau pilihan`)
    await closePreview(application)
  })
  expect([...application.complaints, ...complaints]).toEqual([])
})
