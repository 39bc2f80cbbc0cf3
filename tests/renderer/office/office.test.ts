import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import AuditLogPage from '../../../src/renderer/office/AuditLogPage.vue'
import { groupsOfHash, rowsByTable } from '../../../src/renderer/office/auditView'
import { letterheadLines } from '../../../src/renderer/office/letterhead'
import { readLogo } from '../../../src/renderer/office/logo'
import OfficePage from '../../../src/renderer/office/OfficePage.vue'
import SecurityPage from '../../../src/renderer/office/SecurityPage.vue'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'

let test: TestWorkspace

beforeEach(async () => {
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

describe('the office page', () => {
  it('saves what changed, and puts it back when asked', async () => {
    const page = await mountPart(OfficePage, test.client)
    await page.says('Nama unit')
    expect(page.control('button', 'Simpan')).toMatchObject({ disabled: true })
    await page.type('Nama unit', 'Unit Komunikasi')
    await page.click('Simpan')
    await page.says('Maklumat pejabat disimpan')
    expect((await test.workspace.office.read({})).unitName).toBe('Unit Komunikasi')
    await page.click('Buat asal')
    await page.says('Bahagian Komunikasi Korporat')
    expect((await test.workspace.office.read({})).unitName).toBe('Bahagian Komunikasi Korporat')
  })

  it('throws away what was typed and not saved', async () => {
    const page = await mountPart(OfficePage, test.client)
    await page.says('Nama unit')
    expect(page.text()).not.toContain('Belum disimpan')
    expect(page.control('button', 'Buang perubahan')).toMatchObject({ disabled: true })
    await page.type('Nama unit', 'Unit Komunikasi')
    await page.says('Belum disimpan')
    await page.click('Buang perubahan')
    expect(page.control('field', 'Nama unit')).toMatchObject({
      value: 'Bahagian Komunikasi Korporat',
    })
    expect(page.control('button', 'Simpan')).toMatchObject({ disabled: true })
  })
})

describe('the security page', () => {
  it('locks at once', async () => {
    const page = await mountPart(SecurityPage, test.client)
    await page.click('Tutup ruang kerja')
    await expect(test.workspace.people.list({})).rejects.toMatchObject({ reason: 'gate.locked' })
  })

  it('says that this computer cannot remember the key', async () => {
    const page = await mountPart(SecurityPage, test.client)
    await page.says('tiada storan selamat')
    expect(page.control('field', 'Ingat pada komputer ini')).toMatchObject({ disabled: true })
  })

  it('does not change to a short passphrase', async () => {
    const page = await mountPart(SecurityPage, test.client)
    await page.type('Frasa laluan baharu', 'pendek')
    await page.click('Tukar frasa laluan')
    await page.says('sekurang-kurangnya 12 aksara')
    const log = await test.workspace.office.auditLog({ before: null, limit: 10 })
    expect(log.map(({ action }) => action)).not.toContain('gate.changePassphrase')
  })
})

describe('the audit log page', () => {
  it('lists changes with people and plain words, newest first', async () => {
    await test.workspace.people.add({ name: 'Ahmad', post: 'Pereka' })
    const page = await mountPart(AuditLogPage, test.client)
    await page.says('Tambah orang')
    const actions = [...document.querySelectorAll('[role="row"]')].map((row) => row.textContent)
    expect(actions[0]).toContain('Siti Aminah binti Abdullah')
    expect(actions.at(-1)).toContain('Cipta ruang kerja')
  })

  it('shows count and last hash of a chain that holds', async () => {
    await test.workspace.people.add({ name: 'Ahmad', post: 'Pereka' })
    const chain = await test.workspace.office.verifyAudit({})
    const page = await mountPart(AuditLogPage, test.client)
    await page.click('Sahkan rantai')
    await page.says(`Rantai utuh: ${String(chain.entries)} entri disahkan.`)
    await page.says(groupsOfHash(chain.head))
  })

  it('reaches back past what one answer holds', async () => {
    for (let number = 0; number < 210; number += 1) {
      await test.workspace.people.add({ name: `Orang ${String(number)}`, post: 'Pereka' })
    }
    const page = await mountPart(AuditLogPage, test.client)
    await page.says('Log Audit')
    await expect
      .poll(() => document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount'))
      .toBe('211')
  })
})

describe('the parts of the office', () => {
  it('read a logo by its first bytes, not by its name', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
    const read = await readLogo(new File([png], 'logo.txt'))
    expect(read).toEqual({
      logo: `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
    })
    expect(await readLogo(new File(['<svg/>'], 'logo.png'))).toEqual({ problem: 'logoType' })
    const large = new File([new Uint8Array(1_000_001)], 'logo.png')
    expect(await readLogo(large)).toEqual({ problem: 'logoLarge' })
  })

  it('take the lines of a letterhead as they will be printed', () => {
    expect(letterheadLines(' JKR \r\n\n  Kuala Lumpur\n')).toEqual(['JKR', 'Kuala Lumpur'])
  })

  it('count rows by table, and group a hash for the eye', () => {
    const subject = (table: string) => ({ table, id: '1', fields: [] })
    const counts = rowsByTable([subject('image'), subject('person'), subject('image')])
    expect([...counts]).toEqual([
      ['image', 2],
      ['person', 1],
    ])
    expect(groupsOfHash('0123456789abcdef')).toBe('01234567 89abcdef')
  })
})
