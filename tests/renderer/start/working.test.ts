import { afterEach, expect, it } from 'vitest'
import RestoreOffer from '../../../src/renderer/backups/RestoreOffer.vue'
import WorkingScreen from '../../../src/renderer/start/WorkingScreen.vue'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'

let test: TestWorkspace
afterEach(() => test.stop())

const work = { kind: 'working', done: 40, total: 100, failed: null } as const

it('a close shows how far its backup is, and need not be waited for', async () => {
  test = await startTestWorkspace('sqlite', { created: false })
  const page = await mountPart(WorkingScreen, test.client, { work: { ...work, what: 'close' } })
  await page.says('Membuat sandaran sebelum ditutup')
  expect(document.querySelector('progress')?.value).toBe(40)
  await page.click('Tutup sekarang')
  expect(page.desktop.done).toContain('quit')
})

it('a close whose backup failed says why, and that it closes all the same', async () => {
  test = await startTestWorkspace('sqlite', { created: false })
  const failed = { ...work, what: 'close', failed: 'backups.folder-full' }
  const page = await mountPart(WorkingScreen, test.client, { work: failed })
  await page.says('Tiada ruang untuk sandaran')
  await page.says('aplikasi tetap ditutup')
})

it('a folder without backups says so', async () => {
  test = await startTestWorkspace('sqlite')
  const page = await mountPart(RestoreOffer, test.client, { atOnce: true })
  await page.says('Tiada sandaran ditemui')
})
