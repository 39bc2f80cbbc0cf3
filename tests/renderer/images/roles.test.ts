import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '#contract/roles'
import ImageCheckPage from '../../../src/renderer/images/ImageCheckPage.vue'
import ImageRulesPage from '../../../src/renderer/images/ImageRulesPage.vue'
import { present } from '../../support/present.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'

let test: TestWorkspace

beforeEach(async () => {
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

async function sitAs(...roles: Role[]): Promise<void> {
  const { people, gate } = test.workspace
  const { id } = await people.add({ name: roles.join(' '), post: 'Pegawai', roles })
  await gate.switchPerson({ id })
}

describe('the image check', () => {
  it('lets a viewer add nothing, by button or by key, and says who may', async () => {
    await sitAs('viewer')
    const page = await mountPart(ImageCheckPage, test.client)
    await page.says('Tambah imej')
    const add = page.control('button', 'Tambah imej')
    expect(add.getAttribute('aria-disabled')).toBe('true')
    expect(add.getAttribute('aria-description')).toBe(
      'Untuk pentadbir, perancang atau pereka sahaja. Minta pentadbir jika anda memerlukan peranan itu.',
    )
    let picked = 0
    Object.assign(page.desktop, { pickImages: () => Promise.resolve([String((picked += 1))]) })
    await page.click('Tambah imej')
    await page.press('n')
    expect(picked).toBe(0)
  })

  it.each([['designer'], ['planner'], ['viewer', 'designer']] as const)(
    'lets a %s add images',
    async (...roles) => {
      await sitAs(...roles)
      const page = await mountPart(ImageCheckPage, test.client)
      await page.says('Tambah imej')
      let picked = 0
      Object.assign(page.desktop, {
        pickImages: () => {
          picked += 1
          return Promise.resolve([])
        },
      })
      await page.click('Tambah imej')
      await page.press('n', document.body)
      expect(picked).toBe(2)
    },
  )

  it('changes in one go with who sits down', async () => {
    await sitAs('viewer')
    const page = await mountPart(ImageCheckPage, test.client)
    await page.says('Tambah imej')
    const everybody = await test.workspace.people.list({})
    const siti = present(everybody.find(({ roles }) => roles.includes('administrator')))
    await test.workspace.gate.switchPerson({ id: siti.id })
    await expect
      .poll(() => page.control('button', 'Tambah imej').getAttribute('aria-disabled'))
      .toBe(null)
  })
})

describe('the rules of images', () => {
  it('are only shown to a designer', async () => {
    await sitAs('designer')
    const page = await mountPart(ImageRulesPage, test.client)
    await page.says('Untuk pentadbir sahaja')
    const fields = [...document.querySelectorAll('input, select')]
    expect(fields.length).toBeGreaterThan(10)
    expect(fields.filter((field) => !field.matches(':disabled, fieldset:disabled *'))).toEqual([])
  })
})
