import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import CyclesPage from '../../../src/renderer/cycles/CyclesPage.vue'
import { useNotices } from '../../../src/renderer/shell/notices'
import { present } from '../../support/present.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'

let test: TestWorkspace
beforeEach(async () => {
  setActivePinia(createPinia())
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

function cell(place: number): HTMLElement {
  return present([...document.querySelectorAll<HTMLElement>('[role="gridcell"]')][place])
}

describe('the page of cycles', () => {
  it('says what to do when all are archived, and takes the archiving back', async () => {
    const page = await mountPart(CyclesPage, test.client)
    await page.says('Tindakan dalaman BKK')
    await page.click('Arkibkan')
    await page.says('Semua kitaran diarkibkan.')
    await page.says('Diarkibkan1')
    present(useNotices().done?.undo)()
    await page.says('Tindakan dalaman BKK')
  })

  it('keeps what is typed into one phase while another is looked at', async () => {
    const page = await mountPart(CyclesPage, test.client)
    await page.says('Tindakan dalaman BKK')
    cell(0).click()
    await page.says('Fasa 1')
    await page.type('Nama', 'Tindakan unit')
    await page.says('Belum disimpan')
    cell(1).click()
    await page.says('Fasa 2')
    cell(0).click()
    await page.says('Belum disimpan')
    await page.click('Simpan')
    await page.says('Tindakan unit')
    const [cycle] = await test.workspace.cycles.list({})
    expect(present(cycle).phases[0]?.name).toBe('Tindakan unit')
  })

  it('says beside the field what is wrong, and what the workspace refuses', async () => {
    const page = await mountPart(CyclesPage, test.client)
    await page.says('Tindakan dalaman BKK')
    cell(0).click()
    await page.says('Sasaran mengikut jenis hantaran')
    await page.type('Nama', ' ')
    await page.says('Isi nama.')
    await page.type('Nama', 'Fasa pertama')
    const { people } = test.workspace
    const gone = await people.add({ name: 'Rashid', post: 'Pegawai' })
    await page.says('Rashid')
    const owner = [...document.querySelectorAll('select')].find((each) =>
      each.textContent.includes('Rashid'),
    )
    present(owner).value = gone.id
    present(owner).dispatchEvent(new Event('change'))
    await people.change({ ...gone, active: false })
    await page.click('Simpan')
    await page.says('Pemilik fasa ini tidak lagi aktif')
  })
})
