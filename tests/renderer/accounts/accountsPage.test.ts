import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import AccountsPage from '../../../src/renderer/accounts/AccountsPage.vue'
import ReferencePage from '../../../src/renderer/reference/ReferencePage.vue'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'

let test: TestWorkspace
beforeEach(async () => {
  setActivePinia(createPinia())
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

function names(): string[] {
  return [...document.querySelectorAll('[role="gridcell"] .name')].map((name) => name.textContent)
}

describe('the page of accounts', () => {
  it('shows what changes elsewhere, and offers to clear a filter that leaves nothing', async () => {
    const page = await mountPart(AccountsPage, test.client)
    await page.says('Semua21')
    expect(names()).toHaveLength(21)
    await page.click(/^YouTube/)
    await page.says('Tiada yang sepadan')
    await page.click('Kosongkan penapis')
    const [first] = await test.workspace.accounts.list({})
    if (first === undefined) throw new Error('no account')
    await test.workspace.accounts.retire({ id: first.id })
    await page.says('Semua20')
    await page.says('Tidak digunakan1')
  })

  it('is not red before anything is typed, and says what is missing when it is sent', async () => {
    const page = await mountPart(AccountsPage, test.client)
    await page.says('Semua21')
    await page.click('Tambah akaun')
    expect(page.text()).not.toContain('Isi nama akaun.')
    await page.click('Tambah')
    await page.says('Isi nama akaun.')
    await page.says('Isi nama paparan.')
    await page.type('Nama akaun', '@jkrmalaysia')
    await page.type('Nama paparan', 'JKR di Facebook')
    await page.type('Unit', 'JKR Ibu Pejabat')
    await page.click('Tambah')
    await page.says('JKR di Facebook ditambah')
    await page.says('Facebook1')
  })

  it('stops using an account, and takes it back', async () => {
    const page = await mountPart(AccountsPage, test.client)
    await page.says('Semua21')
    document.querySelector<HTMLElement>('[role="gridcell"]')?.click()
    await page.says('Henti guna')
    await page.click('Henti guna')
    await page.says('YB Menteri tidak lagi digunakan')
    await page.click('Buat asal')
    await page.says('Semua21')
  })

  it('says what failed', async () => {
    await test.workspace.gate.lock({})
    const page = await mountPart(AccountsPage, test.client)
    await page.says('Ruang kerja dikunci')
  })
})

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
