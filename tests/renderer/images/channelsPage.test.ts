import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import ChannelsPage from '../../../src/renderer/images/fix/ChannelsPage.vue'
import { eventually } from '../../support/eventually.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'

let test: TestWorkspace

beforeEach(async () => {
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

/** Types a number into the first field for one. */
async function typeNumber(typed: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('input[type="number"]')
  if (!field) throw new Error('no field')
  field.value = typed
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await nextTick()
}

describe('what the channels take', () => {
  it('is changed, saved, put back, and returned to the first values', async () => {
    const before = await test.workspace.images.fixChannels({})
    const limits = async () =>
      (await test.workspace.images.fixChannels({})).map(({ maxBytes }) => maxBytes)
    const page = await mountPart(ChannelsPage, test.client)
    await page.says('X API, Media best practices')
    await typeNumber('400')
    await page.click('Simpan')
    await eventually(async () => {
      expect(await limits()).toEqual([400_000, ...before.slice(1).map(({ maxBytes }) => maxBytes)])
    })
    await page.says('Buat asal')
    await page.click('Buat asal')
    await eventually(async () =>
      expect(await test.workspace.images.fixChannels({})).toEqual(before),
    )
  })
})
