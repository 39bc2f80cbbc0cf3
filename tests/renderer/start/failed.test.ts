import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { reasonsByCode } from '#contract/errors'
import ProcessBanner from '../../../src/renderer/start/ProcessBanner.vue'
import StartFailed from '../../../src/renderer/start/StartFailed.vue'
import StartGate from '../../../src/renderer/start/StartGate.vue'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'

let test: TestWorkspace

afterEach(() => test.stop())

describe('a workspace that cannot be opened', () => {
  it('says what is the case and what to do, and tries again when asked', async () => {
    test = await startTestWorkspace('sqlite')
    await test.running.stop()
    for (const file of ['kunci.json', 'sandaran/kunci.json']) {
      await writeFile(join(test.folder, file), '{"format":')
    }
    await test.restart()
    const page = await mountPart(StartGate, test.client)
    await page.says('Ruang kerja tidak dapat dibuka')
    await page.says('Pulihkan fail kunci daripada sandaran')
    await page.click('Buka folder data')
    expect(page.desktop.done).toContain('reveal')
    await page.click('Cuba semula')
    await page.says('Fail kunci rosak')
  })

  it.each(reasonsByCode.database)('has a step of its own for %s', async (reason) => {
    test = await startTestWorkspace('sqlite', { created: false })
    const page = await mountPart(StartFailed, test.client, {
      reason,
      details: { reference: 'A1B2C3D4' },
    })
    expect(page.text()).toContain('Rujukan: A1B2C3D4')
    expect(page.text()).not.toContain('Jika berulang')
    expect(page.text()).not.toMatch(/errors\.|start\./)
  })

  it('stays readable for a reason it does not know', async () => {
    test = await startTestWorkspace('sqlite', { created: false })
    const page = await mountPart(StartFailed, test.client, { reason: 'else.where', details: {} })
    expect(page.text()).toContain('Berlaku ralat yang tidak dijangka')
    expect(page.text()).toContain('Jika berulang')
  })
})

describe('the workspace process', () => {
  it('is spoken of only while something is wrong with it', async () => {
    test = await startTestWorkspace('sqlite', { created: false })
    const said = async (state: string) => {
      const page = await mountPart(ProcessBanner, test.client, { state })
      const text = document.querySelector('.banner')?.textContent ?? ''
      page.page.unmount()
      return text
    }
    expect(await said('running')).toBe('')
    expect(await said('restarting')).toContain('sedang dimulakan semula')
    expect(await said('given-up')).toContain('tiga kali')
  })
})
