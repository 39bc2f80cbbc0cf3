import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick, reactive } from 'vue'
import JobSteps from '../../../src/renderer/images/JobSteps.vue'
import LibraryPage from '../../../src/renderer/images/LibraryPage.vue'
import { eventually } from '../../support/eventually.ts'
import { open, scene } from '../../support/pictures.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart, type Mounted } from '../support/mountPart'
import { RoomyObserver } from '../support/roomyObserver'

let test: TestWorkspace
let folder: string

beforeEach(async () => {
  vi.stubGlobal('ResizeObserver', RoomyObserver)
  test = await startTestWorkspace('sqlite')
  folder = await mkdtemp(join(tmpdir(), 'imej-'))
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await test.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The library page with one kept poster, its details open. */
async function libraryOfOne(): Promise<Mounted> {
  const path = join(folder, 'Gotong Royong.png')
  await open(await scene(1))
    .png()
    .toFile(path)
  const { images } = test.workspace
  const { batchId } = await images.checkFiles({ paths: [path], kind: 'poster' })
  await images.keep({ ids: (await images.checks({ batchId })).map(({ id }) => id) })
  const page = await mountPart(LibraryPage, test.client)
  await page.says('Gotong Royong.png')
  await openCell()
  return page
}

async function openCell(): Promise<void> {
  document.querySelector<HTMLElement>('[role="gridcell"]')?.click()
  await nextTick()
}

it('asks the system where to, and does nothing when the person thinks better of it', async () => {
  const page = await libraryOfOne()
  await page.click('Simpan salinan…')
  await eventually(() => expect(page.desktop.done).toContain('picture gotong-royong.png'))
  expect(await readdir(folder)).toEqual(['Gotong Royong.png'])
})

it('says what was in the way, in a notice that stays', async () => {
  const page = await libraryOfOne()
  const path = join(folder, 'tiada', 'a.png')
  Object.assign(page.desktop, { pickFilePath: () => Promise.resolve(path) })
  await page.click('Simpan salinan…')
  await page.says('Fail tidak dapat ditulis di situ.')
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('Pilih folder lain')
})

it('is offered for nothing in the trash', async () => {
  const page = await libraryOfOne()
  expect(page.control('button', 'Simpan salinan…')).toBeTruthy()
  await page.click('Buang ke tong sampah')
  await page.says('Pustaka masih kosong.')
  await page.click('Tong sampah')
  await page.says('Gotong Royong.png')
  await openCell()
  await page.says('Pulihkan')
  expect(page.text()).not.toContain('Simpan salinan')
})

it('shows how far it has come, and can be called off once', async () => {
  const job = reactive({
    ...{ id: 1, slice: 'images', name: 'saveCopies', title: () => 'Menyimpan salinan' },
    ...{ done: 3, total: 12, startedAt: 0, cancelling: false, progress: null },
    cancel: vi.fn(() => (job.cancelling = true)),
  })
  const page = await mountPart(JobSteps, test.client, { job })
  await page.says('3 daripada 12 siap')
  const bar = document.querySelector('progress')
  expect([bar?.value, bar?.max]).toEqual([3, 12])
  await page.click('Batal')
  await page.click('Batal')
  expect(job.cancel).toHaveBeenCalledTimes(1)
})
