import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import sharp from 'sharp'
import ImageCheckPage from '../../../src/renderer/images/ImageCheckPage.vue'
import { encodeScene } from '../../support/encodedPictures.ts'
import { eventually } from '../../support/eventually.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart, type Mounted } from '../support/mountPart'
import { RoomyObserver } from '../support/roomyObserver'

let test: TestWorkspace
let folder: string

beforeEach(async () => {
  vi.stubGlobal('ResizeObserver', RoomyObserver)
  test = await startTestWorkspace('sqlite')
  folder = await mkdtemp(join(tmpdir(), 'majlis-'))
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await test.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Photos of a camera, each by name and time. */
async function take(times: Record<string, string>): Promise<string[]> {
  const paths: string[] = []
  for (const [name, time] of Object.entries(times)) {
    const drawn = await encodeScene(paths.length + 1, { width: 800, height: 600 })
    const exif = { IFD0: { Make: 'Contoh' }, IFD2: { DateTimeOriginal: `2026:11:21 ${time}` } }
    const path = join(folder, name)
    await writeFile(path, await sharp(drawn).jpeg().withExif(exif).toBuffer())
    paths.push(path)
  }
  return paths
}

async function pageWith(times: Record<string, string>): Promise<Mounted> {
  const { workspace } = test
  await workspace.images.checkFiles({ paths: await take(times), kind: 'photo' })
  const page = await mountPart(ImageCheckPage, test.client)
  await page.says(`Semua${Object.keys(times).length}`)
  return page
}

function cells(): string[] {
  return [...document.querySelectorAll('[role="gridcell"]')].map((cell) =>
    cell.textContent.replaceAll(/\s+/g, ' ').trim(),
  )
}

/** What the workspace has noted of each photo, by name. */
async function noted(): Promise<Record<string, boolean | null>> {
  const [batch] = await test.workspace.images.batches({})
  if (!batch) throw new Error('no batch')
  const checks = await test.workspace.images.checks({ batchId: batch.id })
  return Object.fromEntries(
    checks.map(({ name, review }) => [name, review?.answers.repeatedScene ?? null]),
  )
}

const oneEvent = { 'a.jpg': '09:30:00', 'b.jpg': '09:10:00', 'lain.jpg': '15:00:00' }

it('the best photo of an event is picked, saved, and taken back', async () => {
  const page = await pageWith(oneEvent)
  await page.says('Foto satu majlis (2)')
  await page.click('Foto satu majlis (2)')
  await page.says('21 Nov 2026, 09:10–09:30')
  expect(cells().map((cell) => cell.slice(0, 5))).toEqual(['b.jpg', 'a.jpg'])
  expect(page.control('button', 'Pilih sekurang-kurangnya satu')).toMatchObject({ disabled: true })

  const [first] = document.querySelectorAll<HTMLElement>('[role="gridcell"]')
  first?.focus()
  await page.press('ArrowRight', first)
  await page.press(' ')
  await page.says('1 daripada 2 dipilih')
  expect(cells().map((cell) => /(Tidak d|D|Belum d)ipilih/.exec(cell)?.[0])).toEqual([
    'Tidak dipilih',
    'Dipilih',
  ])
  await page.click('Simpan pilihan')
  await page.says('1 foto dipilih, 1 dicatat berulang.')
  await page.says('Dicatat tidak dipilih oleh Siti Aminah binti Abdullah')
  expect(await noted()).toEqual({ 'a.jpg': null, 'b.jpg': true, 'lain.jpg': null })

  await page.click('Buat asal')
  await eventually(async () =>
    expect(await noted()).toEqual({ 'a.jpg': null, 'b.jpg': null, 'lain.jpg': null }),
  )
  // The choice itself is still there, to be saved or changed.
  await page.says('Belum disimpan')
  await page.click('Simpan pilihan')
  await eventually(async () => expect((await noted())['b.jpg']).toBe(true))

  await page.click('Kembali ke senarai')
  await page.says('Tidak dipilih (foto berulang)')
  const tagged = cells().filter((cell) => cell.includes('Tidak dipilih (foto berulang)'))
  expect(tagged.map((cell) => cell.slice(0, 5))).toEqual(['b.jpg'])
})

it('a photo is shown large, and picked there', async () => {
  const page = await pageWith(oneEvent)
  await page.says('Foto satu majlis (2)')
  await page.click('Foto satu majlis (2)')
  await page.says('21 Nov 2026')
  const [first] = document.querySelectorAll<HTMLElement>('[role="gridcell"]')
  first?.focus()
  await page.press('Enter', first)
  await page.says('Foto 1 daripada 2')
  await page.click('Foto berikutnya')
  await page.says('Foto 2 daripada 2')
  await page.press(' ', document.querySelector('h1') ?? document.body)
  await page.says('Dipilih')
  await page.click('Kembali ke semua foto')
  await page.says('1 daripada 2 dipilih')
})

it('nothing is offered where each photo is of its own event', async () => {
  const page = await pageWith({ 'a.jpg': '09:30:00', 'lain.jpg': '15:00:00' })
  const [batch] = await test.workspace.images.batches({})
  if (!batch) throw new Error('no batch')
  expect(await test.workspace.images.events({ batchId: batch.id })).toEqual([])
  expect(page.text()).not.toContain('Foto satu majlis')
})
