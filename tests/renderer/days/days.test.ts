import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PlainDate } from '#contract/values'
import DaysPage from '../../../src/renderer/days/DaysPage.vue'
import { eventually } from '../../support/eventually.ts'
import { present } from '../../support/present.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart, type Mounted } from '../support/mountPart'

let test: TestWorkspace
beforeEach(async () => {
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

async function choose(page: Mounted, label: string, value: string): Promise<void> {
  const field = page.control('field', label)
  if (!(field instanceof HTMLSelectElement)) throw new Error(`${label} is no list`)
  field.value = value
  field.dispatchEvent(new Event('change'))
  await page.says(/./)
}

async function pick(page: Mounted, label: string, date: string): Promise<void> {
  const field = page.control('field', label)
  if (!(field instanceof HTMLInputElement)) throw new Error(`${label} is no field`)
  field.value = date
  field.dispatchEvent(new Event('change'))
  await page.says(/./)
}

function row(name: string): HTMLElement {
  const cells = [...document.querySelectorAll<HTMLElement>('[role="gridcell"]')]
  return present(cells.find((cell) => cell.querySelector('.name')?.textContent === name))
}

async function year2026(): Promise<Mounted> {
  const page = await mountPart(DaysPage, test.client)
  await choose(page, 'Tahun', '2026')
  await page.says('Jumaat, 1 Mei 2026')
  return page
}

describe('the days page', () => {
  it('shows a year with its kinds, and of one state only what it keeps', async () => {
    const page = await year2026()
    expect(row('Hari Pekerja').textContent).toContain('Semua negeri')
    expect(row('Hari Pekerja').textContent).toContain('Persekutuan')
    await choose(page, 'Negeri', 'MY-13')
    await page.says('Hari Kemerdekaan Sarawak')
    await eventually(() => expect(page.text()).not.toContain('Hari Deepavali'))
  })

  it('adds a holiday, and takes it back', async () => {
    const page = await year2026()
    await page.click('Tambah cuti')
    await page.click('Tambah')
    await page.says('Pilih tarikh dari 2013 hingga 2040.')
    await page.says('Pilih sekurang-kurangnya satu negeri.')
    await pick(page, 'Tarikh', '2026-12-04')
    await page.type('Nama cuti', 'Cuti khas Selangor')
    page.control('field', 'Selangor').click()
    await page.click('Tambah')
    await page.says('Cuti khas Selangor ditambah')
    await page.says('Daripada pejabat1')
    expect(row('Cuti khas Selangor').textContent).toContain('Ditambah pejabat')
    await page.click('Buat asal')
    await page.says('Dibuang1')
    await page.says('Daripada pejabat0')
  })

  it('removes a listed holiday, keeps it among the removed, and restores it', async () => {
    const page = await year2026()
    row('Hari Pekerja').click()
    await page.says('Sumber')
    await page.click('Buang cuti')
    await page.says('Hari Pekerja dibuang')
    await page.click(/^Dibuang/)
    await page.says('Dibuang oleh pejabat')
    await page.click('Pulihkan')
    await page.says('Hari Pekerja dipulihkan')
    await page.says('Dibuang0')
  })

  it('changes a listed holiday, and puts it back as listed', async () => {
    const page = await year2026()
    row('Hari Pekerja').click()
    await page.says('Sumber')
    await page.type(/^Rujukan/, 'Surat 7/2026')
    await page.click('Simpan')
    await page.says('Hari Pekerja disimpan')
    await page.says('Daripada pejabat1')
    await page.click('Kembalikan kepada senarai asal')
    await page.says('Daripada pejabat0')
    expect(page.control('field', /^Rujukan/)).toMatchObject({ value: '' })
    const { holidays } = await test.workspace.days.holidays({ year: 2026, state: null })
    expect(holidays.find(({ name }) => name === 'Hari Pekerja')).toMatchObject({ origin: 'list' })
  })

  it('says of a year without a list what has no date, and takes one', async () => {
    const page = await year2026()
    await choose(page, 'Tahun', '2028')
    await page.says('Senarai rasmi bagi 2028 belum ada')
    await page.click('Papar')
    await page.click('Beri tarikh: Hari Wesak')
    expect(page.control('field', 'Nama cuti')).toMatchObject({ value: 'Hari Wesak' })
    await pick(page, 'Tarikh', '2028-05-09')
    await page.click('Tambah')
    await page.says('Selasa, 9 Mei 2028')
    expect(page.text()).not.toContain('Beri tarikh: Hari Wesak')
  })

  it('counts working days with every day and its reason, at once after a change', async () => {
    const page = await year2026()
    await page.click('Kira hari bekerja')
    await pick(page, 'Tarikh mula', '2025-03-28')
    await page.type('Bilangan', '1')
    await page.says('1 hari bekerja selepas Jumaat, 28 Mac 2025')
    await page.says('1 dikira, 4 dilangkau')
    await page.says('Hujung minggu (Sabtu dan Ahad)')
    await page.says('Hari Raya Puasa (Hari Kedua)')
    await test.workspace.days.addHoliday({
      ...{ date: PlainDate.parse('2025-04-02'), name: 'Cuti khas', nameEn: null },
      ...{ kind: 'special', states: ['MY-14'], reference: null },
    })
    await page.says('Khamis, 3 April 2025')
    await page.says('1 dikira, 5 dilangkau')
    await page.type('Bilangan', '')
    await page.says('Isi nombor 0 hingga 400.')
  })
})
