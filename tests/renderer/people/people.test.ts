import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import PeoplePage from '../../../src/renderer/people/PeoplePage.vue'
import App from '../../../src/renderer/App.vue'
import ShellFrame from '../../../src/renderer/shell/ShellFrame.vue'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'

let test: TestWorkspace

beforeEach(async () => {
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

function rows(): string[] {
  return [...document.querySelectorAll('[role="gridcell"] .name')].map((name) => name.textContent)
}

describe('the people page', () => {
  it('adds a person and shows the list with its counts', async () => {
    const page = await mountPart(PeoplePage, test.client)
    await page.says('Siti Aminah binti Abdullah')
    await page.click('Tambah orang')
    expect(document.activeElement).toBe(page.control('field', 'Nama'))
    await page.type('Nama', '  Lim Mei Ling ')
    await page.type('Jawatan', 'Perancang')
    await page.click('Tambah')
    await page.says('Lim Mei Ling ditambah')
    await page.says('Semua2')
    expect(rows()).toEqual(['Lim Mei Ling', 'Siti Aminah binti Abdullah'])
    // What was added can be changed at once.
    expect(page.control('field', 'Nama')).toMatchObject({ value: 'Lim Mei Ling' })
    expect(page.control('field', 'Jawatan')).toMatchObject({ value: 'Perancang' })
  })

  it('keeps what was typed when a name is taken, and says so beside the name', async () => {
    const page = await mountPart(PeoplePage, test.client)
    await page.says('Siti Aminah binti Abdullah')
    await page.click('Tambah orang')
    await page.type('Nama', 'SITI AMINAH BINTI ABDULLAH')
    await page.type('Jawatan', 'Pelulus')
    await page.click('Tambah')
    await page.says('Nama ini sudah digunakan')
    const field = page.control('field', 'Nama')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(
      document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent,
    ).toContain('sudah digunakan')
    expect(page.control('field', 'Jawatan')).toMatchObject({ value: 'Pelulus' })
  })

  it('deactivates a person, and takes it back', async () => {
    await test.workspace.people.add({ name: 'Ahmad', post: 'Pereka' })
    const page = await mountPart(PeoplePage, test.client)
    await page.says('Ahmad')
    document.querySelector<HTMLElement>('[role="gridcell"]')?.click()
    await page.says('Ubah Ahmad')
    await page.click('Nyahaktifkan')
    await page.says('Ahmad dinyahaktifkan')
    expect(await test.workspace.people.list({})).toContainEqual(
      expect.objectContaining({ name: 'Ahmad', active: false }),
    )
    await page.click('Buat asal')
    await page.says('Aktif2')
  })

  it('explains why the last active person stays', async () => {
    const page = await mountPart(PeoplePage, test.client)
    await page.says('Siti Aminah binti Abdullah')
    document.querySelector<HTMLElement>('[role="gridcell"]')?.click()
    await page.says('Nyahaktifkan')
    await page.click('Nyahaktifkan')
    await page.says('Sekurang-kurangnya seorang mesti kekal aktif')
  })

  it('shows a change made elsewhere without being asked', async () => {
    const page = await mountPart(PeoplePage, test.client)
    await page.says('Siti Aminah binti Abdullah')
    await test.workspace.people.add({ name: 'Priya', post: 'Pegawai Aduan' })
    await page.says('Priya')
  })

  it('offers to clear a filter that leaves nobody', async () => {
    const page = await mountPart(PeoplePage, test.client)
    await page.says('Siti Aminah binti Abdullah')
    await page.click(/^Tidak aktif/)
    await page.says('Tiada yang sepadan')
    await page.click('Kosongkan penapis')
    await page.says('Siti Aminah binti Abdullah')
  })

  it('says what failed, and shows the list once it can be read', async () => {
    await test.workspace.gate.lock({})
    const page = await mountPart(PeoplePage, test.client)
    await page.says('Ruang kerja dikunci')
  })
})

describe('the frame', () => {
  it('switches the person in two keys, and records what follows under that name', async () => {
    await test.workspace.people.add({
      name: 'Ahmad',
      post: 'Pereka',
      roles: ['administrator', 'designer'],
    })
    const page = await mountPart(ShellFrame, test.client)
    await page.says('Siti Aminah binti Abdullah (Pereka)')
    document.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'u', ctrlKey: true, cancelable: true }),
    )
    await page.says('Siapa yang menggunakan komputer ini?')
    await page.press('1')
    await page.says('Pengguna sekarang: Ahmad')
    await page.says('Ahmad (Pereka)')
    await test.workspace.people.add({ name: 'Lim', post: 'Perancang' })
    const [newest] = await test.workspace.office.auditLog({ before: null, limit: 1 })
    expect(newest).toMatchObject({ personName: 'Ahmad', action: 'people.add' })
  })

  it('runs what is chosen in the command palette', async () => {
    const page = await mountPart(App, test.client)
    await page.says('Siti Aminah')
    page.desktop.request('command-palette')
    await page.says('Palet arahan')
    await page.type('Cari halaman, tindakan atau orang', 'eng')
    await page.press('Enter', page.control('field', 'Cari halaman, tindakan atau orang'))
    await page.says('Workspace')
    expect(document.documentElement.lang).toBe('en')
    expect(page.desktop.done).toEqual(['theme system', 'language ms', 'language en'])
  })
})
