import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import ReferencePage from '../../../src/renderer/reference/ReferencePage.vue'
import { eventually } from '../../support/eventually.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'

let test: TestWorkspace
beforeEach(async () => {
  setActivePinia(createPinia())
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

describe('the page of reference data', () => {
  it('keeps what was typed when a name is taken, and says so', async () => {
    const page = await mountPart(ReferencePage, test.client)
    await page.says('Segmen18')
    await page.click(/^Segmen/)
    await page.click('Tambah perkara')
    await page.type('Nama (Bahasa Melayu)', 'Kontraktor')
    await page.type('Nama (Inggeris)', 'Builders')
    await page.click('Tambah')
    await page.says('Nama ini sudah ada dalam senarai')
    expect(page.control('field', 'Nama (Inggeris)')).toMatchObject({ value: 'Builders' })
  })

  it('keeps what is typed of one item while another is looked at', async () => {
    const page = await mountPart(ReferencePage, test.client)
    await page.says('Fasa5')
    const row = (place: number) =>
      document.querySelectorAll<HTMLElement>('[role="gridcell"]')[place]?.click()
    row(0)
    await page.says('Nama (Bahasa Melayu)')
    await page.type('Nama (Bahasa Melayu)', 'Permulaan')
    await page.says('Belum disimpan')
    row(1)
    await eventually(() => expect(page.text()).not.toContain('Belum disimpan'))
    row(0)
    await page.says('Asal: Tindakan dalaman BKK')
    await page.click('Buang perubahan')
    await eventually(() => expect(page.text()).not.toContain('Belum disimpan'))
  })

  it('shows the states, which nobody may change', async () => {
    const page = await mountPart(ReferencePage, test.client)
    await page.says('Negeri16')
    await page.click(/^Negeri/)
    await page.says('Johor')
    document.querySelector<HTMLElement>('[role="gridcell"]')?.click()
    await page.says('Nama dan kod negeri tidak boleh diubah')
    expect(page.text()).not.toContain('Tambah perkara')
  })
})
