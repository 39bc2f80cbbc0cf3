import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '#contract/people'
import { idleChoices } from '../../../src/renderer/office/screenLockView'
import SecurityPage from '../../../src/renderer/office/SecurityPage.vue'
import PeoplePage from '../../../src/renderer/people/PeoplePage.vue'
import { faultOf } from '../../../src/renderer/people/pinForm'
import ShellFrame from '../../../src/renderer/shell/ShellFrame.vue'
import { pin, seatTwo } from '../../support/seats.ts'
import { type TestWorkspace } from '../../support/workspace.ts'
import { mountPart, type Mounted } from '../support/mountPart'

let test: TestWorkspace
let siti: Person
let lim: Person

beforeEach(async () => {
  ;({ test, siti, lim } = await seatTwo('sqlite'))
})
afterEach(() => test.stop())

const seatSiti = () => test.workspace.gate.switchPerson({ id: siti.id })

async function openPerson(page: Mounted, name: string): Promise<void> {
  await page.says(name)
  const row = [...document.querySelectorAll<HTMLElement>('[role="gridcell"]')].find((cell) =>
    cell.textContent.includes(name),
  )
  row?.click()
  await page.says(`Ubah ${name}`)
}

/** A radio button or check box whose label wraps it. */
function choice(name: string): HTMLInputElement {
  const label = [...document.querySelectorAll('label')].find(
    (each) => each.textContent.trim() === name,
  )
  const input = label?.querySelector('input')
  if (!input) throw new Error(`No choice ${name}`)
  return input
}

async function tick(role: string): Promise<void> {
  box(role).click()
  await flushPromises()
}

function box(role: string): HTMLInputElement {
  const label = [...document.querySelectorAll('label')].find((each) => each.textContent === role)
  const input = document.getElementById(label?.htmlFor ?? '')
  if (!(input instanceof HTMLInputElement)) throw new Error(`No box for ${role}`)
  return input
}

describe('the roles of a person', () => {
  it('are ticked, saved, and refused when none is left', async () => {
    await seatSiti()
    const page = await mountPart(PeoplePage, test.client)
    await openPerson(page, 'Lim Mei Ling')
    expect(box('Pereka').checked).toBe(true)
    await tick('Pereka')
    await page.says('Pilih sekurang-kurangnya satu peranan')
    await tick('Pelulus')
    await tick('Perancang')
    await page.click('Simpan')
    await page.says('Maklumat Lim Mei Ling disimpan')
    const saved = (await test.workspace.people.list({})).find(({ id }) => id === lim.id)
    expect(saved?.roles).toEqual(['planner', 'approver'])
  })

  it('say why the last administrator keeps that role', async () => {
    await seatSiti()
    const page = await mountPart(PeoplePage, test.client)
    await openPerson(page, 'Siti Aminah binti Abdullah')
    await tick('Pentadbir')
    await tick('Ketua')
    await page.click('Simpan')
    await page.says('Sekurang-kurangnya seorang pentadbir yang aktif mesti kekal')
  })

  it('shut out of the settings: what cannot be done says who can', async () => {
    const page = await mountPart(PeoplePage, test.client)
    await openPerson(page, 'Siti Aminah binti Abdullah')
    await page.says('Untuk pentadbir sahaja')
    const add = page.control('button', 'Tambah orang')
    expect(add.getAttribute('aria-disabled')).toBe('true')
    expect(add.getAttribute('aria-description')).toContain('Untuk pentadbir sahaja')
    await page.click('Tambah orang')
    await page.press('n')
    expect(page.text()).toContain('Ubah Siti')
    expect(box('Pentadbir').closest('fieldset:disabled')).not.toBe(null)
  })
})

describe('a PIN', () => {
  it.each([
    ['27051', '27051', 'weak'],
    ['123456', '123456', 'weak'],
    ['270519', '270518', 'different'],
    ['270519', '270519', null],
  ])('of %s, typed again as %s: %s', (first, again, fault) => {
    expect(faultOf(first, again)).toBe(fault)
  })

  it('is changed by its owner, who knows the old one', async () => {
    const page = await mountPart(PeoplePage, test.client)
    await openPerson(page, 'Lim Mei Ling')
    await page.type('PIN sekarang', '270518')
    await page.type('PIN baharu', '481516')
    await page.type('PIN baharu sekali lagi', '481516')
    await page.click('Tukar PIN')
    await page.says('PIN tidak betul')
    expect(page.control('field', 'PIN sekarang').getAttribute('aria-invalid')).toBe('true')
    await page.type('PIN sekarang', pin)
    await page.click('Tukar PIN')
    await page.says('PIN ditetapkan')
    await seatSiti()
    await test.workspace.gate.switchPerson({ id: lim.id, pin: '481516' })
  })

  it('that was forgotten is taken away by an administrator', async () => {
    await seatSiti()
    const page = await mountPart(PeoplePage, test.client)
    await openPerson(page, 'Lim Mei Ling')
    await page.click('Set semula PIN')
    await page.says('PIN Lim Mei Ling telah dibuang')
    await page.says('Tiada PIN')
  })

  it('is asked for before its owner is chosen', async () => {
    await seatSiti()
    const page = await mountPart(ShellFrame, test.client)
    await page.says('Siti Aminah binti Abdullah (Pereka) · Pentadbir')
    page.desktop.request('switch-person')
    await page.says('Siapa yang menggunakan komputer ini?')
    await page.press('1')
    await page.says('PIN Lim Mei Ling')
    // A digit of the PIN chooses nobody.
    await page.press('2')
    await page.type('PIN Lim Mei Ling', '270518')
    await page.click('Pilih')
    await page.says('PIN tidak betul')
    await page.type('PIN Lim Mei Ling', pin)
    await page.click('Pilih')
    await page.says('Lim Mei Ling (Pereka) · Pereka')
    expect(page.text()).not.toContain('Log Audit')
  })
})

describe('the time until the screen locks', () => {
  it.each([
    [600, [60, 120, 300, 600, 900, 1_800, 3_600, 0]],
    [45, [45, 60, 120, 300, 600, 900, 1_800, 3_600, 0]],
    [0, [60, 120, 300, 600, 900, 1_800, 3_600, 0]],
  ])('is chosen among others when it is %i seconds', (set, offered) => {
    expect(idleChoices(set)).toEqual(offered)
  })

  it('is changed by an administrator, and put back when asked', async () => {
    await seatSiti()
    const page = await mountPart(SecurityPage, test.client)
    await page.says('selepas 10 minit')
    choice('selepas 5 minit').click()
    await page.says('Masa kunci skrin disimpan')
    expect(await test.workspace.office.screenLock({})).toEqual({ idleSeconds: 300 })
    await page.click('Buat asal')
    await page.says('selepas 10 minit')
    await expect.poll(() => test.workspace.office.screenLock({})).toEqual({ idleSeconds: 600 })
  })

  it('is only shown to others', async () => {
    const page = await mountPart(SecurityPage, test.client)
    await page.says('selepas 10 minit')
    expect(choice('selepas 5 minit').closest('fieldset:disabled')).not.toBe(null)
    await page.click('Kunci skrin')
    await expect.poll(() => test.workspace.gate.state({})).toMatchObject({ kind: 'screen-locked' })
  })
})
