import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '#contract/people'
import StartGate from '../../../src/renderer/start/StartGate.vue'
import { pin, seatTwo } from '../../support/seats.ts'
import { testPassphrase, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart, type Mounted } from '../support/mountPart'

let test: TestWorkspace
let siti: Person

beforeEach(async () => {
  ;({ test, siti } = await seatTwo('sqlite'))
})
afterEach(() => test.stop())

function beneath(): HTMLElement | null {
  return document.querySelector('.within')
}

async function uncovered(): Promise<void> {
  await expect.poll(() => document.querySelectorAll('dialog.lock').length).toBe(0)
}

async function locked(): Promise<Mounted> {
  const page = await mountPart(StartGate, test.client)
  await page.says('Lim Mei Ling (Pereka)')
  await test.workspace.gate.lockScreen({})
  await page.says('Skrin dikunci')
  return page
}

describe('a locked screen', () => {
  it('covers what was shown, which stays as it was, and opens by the PIN', async () => {
    const page = await locked()
    expect(beneath()?.inert).toBe(true)
    expect(beneath()?.classList).toContain('covered')
    expect(document.querySelector<HTMLDialogElement>('dialog.lock')?.open).toBe(true)

    const kept = beneath()?.firstElementChild
    await page.type('PIN Lim Mei Ling', '270518')
    await page.click('Buka kunci')
    await page.says('PIN tidak betul')
    expect(page.control('field', 'PIN Lim Mei Ling')).toMatchObject({ value: '' })
    await page.type('PIN Lim Mei Ling', pin)
    await page.click('Buka kunci')
    await uncovered()
    await page.says('Lim Mei Ling (Pereka) · Pereka')
    expect(beneath()?.inert).toBe(false)
    // The very same elements: nothing was drawn anew, so nothing half typed is lost.
    expect(beneath()?.firstElementChild).toBe(kept)
  })

  it('says how long to wait after wrong PINs', async () => {
    const page = await locked()
    for (let time = 1; time <= 5; time += 1) {
      await page.type('PIN Lim Mei Ling', '270518')
      await page.click('Buka kunci')
      await page.says(time < 5 ? 'PIN tidak betul. Semak' : 'Cuba semula selepas 30 saat')
    }
  })

  it('asks who has no PIN for the passphrase', async () => {
    const page = await locked()
    await page.click('Orang lain')
    await page.click(/^Siti Aminah binti Abdullah/)
    await page.says('Siti Aminah binti Abdullah tiada PIN')
    await page.click('Buka kunci')
    await page.says('Isi frasa laluan')
    await page.type('Frasa laluan ruang kerja', testPassphrase)
    await page.click('Buka kunci')
    await page.says('Siti Aminah binti Abdullah (Pereka) · Pentadbir')
    expect(await test.workspace.gate.state({})).toMatchObject({ actor: { id: siti.id } })
  })

  it('is all there is for a page that is loaded while it is locked', async () => {
    await test.workspace.gate.lockScreen({})
    const page = await mountPart(StartGate, test.client)
    await page.says('Skrin dikunci')
    expect(beneath()).toBe(null)
    expect(page.text()).not.toContain('Log Audit')
  })

  it('leads out to the passphrase of the workspace', async () => {
    const page = await locked()
    await page.click('Tutup ruang kerja')
    await page.says('Buka ruang kerja')
    expect(page.text()).not.toContain('Lim Mei Ling')
  })

  it('hears nothing of the menu but what closes and what language it speaks', async () => {
    const page = await locked()
    page.desktop.request('switch-person')
    page.desktop.request('command-palette')
    expect(document.querySelectorAll('dialog[open]')).toHaveLength(1)
    page.desktop.request('lock')
    await page.says('Buka ruang kerja')
  })
})
