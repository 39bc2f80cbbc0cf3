import { afterEach, describe, expect, it } from 'vitest'
import StartGate from '../../../src/renderer/start/StartGate.vue'
import { startTestWorkspace, testPassphrase, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart, type Mounted } from '../support/mountPart'

let test: TestWorkspace

afterEach(() => test.stop())

const passphrase = 'kerusi hijau sungai tembaga'

async function fillUpToCode(page: Mounted): Promise<string> {
  await page.says('Unit dan kepala surat')
  await page.type('Nama unit', 'Bahagian Komunikasi Korporat')
  await page.type(/^Kepala surat/, 'Jabatan Kerja Raya\n\n  50480 Kuala Lumpur  ')
  await page.click('Seterusnya')
  await page.type('Nama', 'Siti Aminah')
  await page.type('Jawatan', 'Pegawai Perhubungan Awam')
  await page.click('Seterusnya')
  await page.type('Frasa laluan', passphrase)
  await page.type('Frasa laluan sekali lagi', passphrase)
  await page.click('Seterusnya')
  await page.says('satu-satunya jalan masuk')
  return shownCode()
}

function shownCode(): string {
  const code = document.querySelector('main [role="group"][aria-label="Kod pemulihan"]')
  return [...(code?.children ?? [])].map((group) => group.textContent).join(' ')
}

describe('the first run', () => {
  it('makes a workspace of what was typed, once the code was typed back', async () => {
    test = await startTestWorkspace('sqlite', { created: false })
    const page = await mountPart(StartGate, test.client)
    const code = await fillUpToCode(page)
    expect(code).toMatch(/^([0-9A-Z]{4} ){7}[0-9A-Z]{4}$/)
    await page.click('Cetak helaian')
    await page.click('Simpan sebagai PDF')
    expect(page.desktop.done).toContain('print')
    expect(page.desktop.done).toContain('pdf helaian-kod-pemulihan')
    await page.click('Seterusnya')

    await page.type('Kod daripada helaian', 'ABCD')
    await page.click('Cipta ruang kerja')
    await page.says('tidak sama dengan kod pada helaian')
    expect(page.control('field', 'Kod daripada helaian')).toMatchObject({ value: 'ABCD' })

    await page.type('Kod daripada helaian', code.toLowerCase())
    await page.click('Cipta ruang kerja')
    await page.says('Ruang kerja sedia')
    expect(await test.workspace.office.read({})).toEqual({
      unitName: 'Bahagian Komunikasi Korporat',
      letterhead: ['Jabatan Kerja Raya', '50480 Kuala Lumpur'],
      logo: null,
      language: 'ms',
    })
    expect(await test.workspace.people.list({})).toMatchObject([
      { name: 'Siti Aminah', post: 'Pegawai Perhubungan Awam', active: true },
    ])
    await page.says('Mula bekerja')
    await page.click('Mula bekerja')
    await page.says('Siti Aminah (Pegawai Perhubungan Awam)')
    expect(document.querySelector('.paper')).toBe(null)
  })

  it('does not go on without what it needs, and puts the focus where that is missing', async () => {
    test = await startTestWorkspace('sqlite', { created: false })
    const page = await mountPart(StartGate, test.client)
    await page.says('Unit dan kepala surat')
    await page.click('Seterusnya')
    await page.says('Isi nama unit.')
    expect(document.activeElement).toBe(page.control('field', 'Nama unit'))
  })

  it('makes a new code when the workspace was started anew meanwhile, and keeps the rest', async () => {
    test = await startTestWorkspace('sqlite', { created: false })
    const page = await mountPart(StartGate, test.client)
    const code = await fillUpToCode(page)
    await page.click('Seterusnya')
    await test.restart()
    await page.type('Kod daripada helaian', code)
    await page.click('Cipta ruang kerja')
    await page.says('Kod pemulihan baharu telah dijana')
    const renewed = shownCode()
    expect(renewed).not.toBe(code)
    await page.click('Seterusnya')
    await page.type('Kod daripada helaian', renewed)
    await page.click('Cipta ruang kerja')
    await page.says('Ruang kerja sedia')
    expect(await test.workspace.office.read({})).toMatchObject({
      unitName: 'Bahagian Komunikasi Korporat',
    })
  })

  it('prints the code on a sheet of its own, with unit, purpose and place', async () => {
    test = await startTestWorkspace('sqlite', { created: false })
    const page = await mountPart(StartGate, test.client)
    const code = await fillUpToCode(page)
    const sheet = document.querySelector('body > .paper')
    const printed = [...(sheet?.querySelectorAll('.code span') ?? [])].map((el) => el.textContent)
    expect(printed.join(' ')).toBe(code)
    expect(sheet?.textContent).toContain('Bahagian Komunikasi Korporat')
    expect(sheet?.textContent).toContain('Tempat simpanan')
  })
})

describe('a locked workspace', () => {
  it('opens by its passphrase; a wrong one stays in the field and is answered beside it', async () => {
    test = await startTestWorkspace('sqlite')
    await test.workspace.gate.lock({})
    const page = await mountPart(StartGate, test.client)
    await page.says('Buka ruang kerja')
    await page.type('Frasa laluan', 'bukan frasa ini')
    await page.click('Buka')
    await page.says('Frasa laluan tidak betul')
    expect(page.control('field', 'Frasa laluan')).toMatchObject({ value: 'bukan frasa ini' })
    await page.type('Frasa laluan', testPassphrase)
    await page.click('Buka')
    await page.says('Siti Aminah binti Abdullah (Pereka)')
  })

  it('opened with the recovery code asks for a new passphrase, which then opens it', async () => {
    test = await startTestWorkspace('sqlite', { created: false })
    const page = await mountPart(StartGate, test.client)
    const code = await fillUpToCode(page)
    await page.click('Seterusnya')
    await page.type('Kod daripada helaian', code)
    await page.click('Cipta ruang kerja')
    await page.says('Mula bekerja')
    await page.click('Mula bekerja')
    await test.workspace.gate.lock({})
    await page.says('Buka ruang kerja')
    await page.click('Guna kod pemulihan')
    await page.type('Kod pemulihan', code)
    await page.click('Buka')
    await page.says('Tetapkan frasa laluan baharu')
    await page.type('Frasa laluan baharu', 'payung biru di atas meja')
    await page.type('Frasa laluan sekali lagi', 'payung biru di atas meja')
    await page.click('Tetapkan')
    await page.says('Siti Aminah (')
    await test.workspace.gate.lock({})
    const opened = await test.workspace.gate.unlock({
      secret: { kind: 'passphrase', passphrase: 'payung biru di atas meja' },
      remember: false,
    })
    expect(opened.kind).toBe('open')
  })

  it('shows nothing that was said while it was open', async () => {
    test = await startTestWorkspace('sqlite')
    const page = await mountPart(StartGate, test.client)
    await page.says('Siti Aminah binti Abdullah')
    await test.workspace.gate.lock({})
    await page.says('Buka ruang kerja')
    expect(page.text()).not.toContain('Siti')
  })

  it('says so when it is locked because the workspace process was started anew', async () => {
    test = await startTestWorkspace('sqlite')
    const page = await mountPart(StartGate, test.client)
    await page.says('Siti Aminah binti Abdullah')
    await test.restart()
    await page.says('telah dimulakan semula')
    await page.type('Frasa laluan', testPassphrase)
    await page.click('Buka')
    await page.says('Siti Aminah binti Abdullah')
  })
})
