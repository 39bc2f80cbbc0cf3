import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import OfficersPage from '../../../src/renderer/complaints/officers/OfficersPage.vue'
import { eventually } from '../../support/eventually.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'

let test: TestWorkspace
beforeEach(async () => {
  setActivePinia(createPinia())
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

it('says who is given which kind, changes it by a list, and takes it back', async () => {
  const { people, complaints } = test.workspace
  const hafiz = await people.add({ name: 'Hafiz', post: 'Pegawai', roles: ['complaints-officer'] })
  await people.add({ name: 'Lim', post: 'Pereka', roles: ['designer'] })
  const officer = async () =>
    (await complaints.kindOfficers({})).find(({ kind }) => kind === 'federal-road')?.personId
  const page = await mountPart(OfficersPage, test.client)
  await page.says('Jalan Persekutuan')
  const list = page.control('field', 'Pegawai bagi Jalan Persekutuan')
  if (!(list instanceof HTMLSelectElement)) throw new Error('It is no list')
  await eventually(() => expect(list.options).toHaveLength(3))
  expect([...list.options].map(({ text }) => text.trim())).not.toContain('Lim')
  list.value = hafiz.id
  list.dispatchEvent(new Event('change', { bubbles: true }))
  await page.says('Pegawai bagi Jalan Persekutuan disimpan')
  expect(await officer()).toBe(hafiz.id)
  await page.click('Buat asal')
  await eventually(async () => expect(await officer()).toBeNull())
})
