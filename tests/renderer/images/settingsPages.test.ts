import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultFixPresets } from '#contract/fixPresets'
import { nextTick } from 'vue'
import PresetsPage from '../../../src/renderer/images/fix/PresetsPage.vue'
import ImageRulesPage from '../../../src/renderer/images/ImageRulesPage.vue'
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

describe('the image rules', () => {
  it('are saved when they are sound, and put back', async () => {
    const before = await test.workspace.images.rules({})
    const page = await mountPart(ImageRulesPage, test.client)
    await page.says('Sumber: Melaka 13.5')
    await typeNumber('640')
    await page.says('Ukuran ini berbeza daripada Melaka 13.5')
    await page.click('Simpan')
    await page.says('Peraturan imej telah disimpan.')
    expect((await test.workspace.images.rules({})).poster.minimum.width).toBe(640)
    await page.click('Buat asal')
    await eventually(async () => expect(await test.workspace.images.rules({})).toEqual(before))
  })
  it('follow what is kept until somebody types, and not after that', async () => {
    const { workspace } = test
    const kept = await workspace.images.rules({})
    const minimum = (width: number) => ({
      ...{ ...kept, poster: { ...kept.poster, minimum: { width, height: 315 } } },
    })
    const width = () => document.querySelector<HTMLInputElement>('input[type="number"]')?.value
    const page = await mountPart(ImageRulesPage, test.client)
    await page.says('Sumber: Melaka 13.5')
    await workspace.images.changeRules(minimum(620))
    await eventually(() => expect(width()).toBe('620'))
    await typeNumber('640')
    await workspace.images.changeRules(minimum(610))
    await page.says('Belum disimpan')
    await page.click('Buang perubahan')
    await eventually(() => expect(width()).toBe('610'))
  })
})

describe('the sizes pictures are made to', () => {
  const names = () =>
    [...document.querySelectorAll<HTMLInputElement>('td.name input')].map(({ value }) => value)

  it('are added, saved, put back, and returned to the first ones', async () => {
    const before = await test.workspace.images.fixPresets({})
    const page = await mountPart(PresetsPage, test.client)
    await page.says('Tambah saiz')
    await page.click('Tambah saiz')
    await typeNumber('800')
    expect(names()).toHaveLength(before.length + 1)
    expect(page.control('button', 'Simpan')).toMatchObject({ disabled: false })
    await page.click('Simpan')
    await eventually(async () => {
      const kept = await test.workspace.images.fixPresets({})
      expect(kept.map(({ width }) => width)).toEqual([
        800,
        ...before.slice(1).map(({ width }) => width),
        before.at(-1)?.width,
      ])
    })
    await page.says('Buat asal')
    await page.click('Buat asal')
    await eventually(async () => expect(await test.workspace.images.fixPresets({})).toEqual(before))
    expect(names()).toHaveLength(before.length)
    expect(before).toEqual(defaultFixPresets)
  })
})
