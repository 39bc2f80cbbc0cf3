import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { blankContent } from '#contract/postContent'
import { nextTick } from 'vue'
import ImageCheckPage from '../../../src/renderer/images/ImageCheckPage.vue'
import LibraryPage from '../../../src/renderer/images/LibraryPage.vue'
import { eventually } from '../../support/eventually.ts'
import { present } from '../../support/present.ts'
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

/** A passing poster, its copy, one too small, and a text file that calls itself a picture. */
async function draw(): Promise<string[]> {
  const paths = ['a asal.png', 'b salinan.png', 'c kecil.png', 'd nota.jpg'].map((name) =>
    join(folder, name),
  )
  const [original = '', copy = '', small = '', note = ''] = paths
  await open(await scene(1))
    .png()
    .toFile(original)
  await copyFile(original, copy)
  await open(await scene(2, { width: 560, height: 300 }))
    .png()
    .toFile(small)
  await writeFile(note, 'bukan imej')
  return paths
}

async function checkPageWith(paths: string[]): Promise<Mounted> {
  const page = await mountPart(ImageCheckPage, test.client)
  Object.assign(page.desktop, { pickImages: () => Promise.resolve(paths) })
  await page.says('Belum ada imej disemak')
  await page.click('Tambah imej')
  await page.says('Tidak boleh dibaca1')
  return page
}

function cells(): string[] {
  return [...document.querySelectorAll('[role="gridcell"]')].map((cell) =>
    cell.textContent.replaceAll(/\s+/g, ' ').trim(),
  )
}

async function openCell(name: string): Promise<void> {
  const cell = [...document.querySelectorAll<HTMLElement>('[role="gridcell"]')].find((one) =>
    one.textContent.includes(name),
  )
  cell?.click()
  await nextTick()
}

describe('the image check', () => {
  it('shows every file with its verdict and first finding', async () => {
    const page = await checkPageWith(await draw())
    await page.says('Semua4')
    expect(page.text()).toContain('Lulus1Amaran0Ditolak2Tidak boleh dibaca1Perlu putusan0')
    const [original, copy, small, note] = cells()
    expect(original).toContain('Lulus')
    expect(copy).toContain('Fail ini salinan tepat a asal.png.')
    expect(small).toContain('Saiz 560×300 px kurang daripada minimum 600×315 px.')
    expect(note).toContain('Kandungan fail bukan imej dalam format yang disokong.')
  })

  it('offers to clear a search that nothing fits', async () => {
    const page = await checkPageWith(await draw())
    await page.type('Cari', 'jambatan')
    await page.says('Tiada yang sepadan dengan penapis ini.')
    await page.click('Kosongkan penapis')
    expect(cells()).toHaveLength(4)
  })

  it('asks for a reason before it makes an exception, and takes it back', async () => {
    const page = await checkPageWith(await draw())
    await openCell('c kecil.png')
    await page.says('Imej yang ditolak boleh disimpan')
    await page.click('Beri pengecualian')
    await page.click('Beri pengecualian')
    await page.says('Nyatakan sebabnya.')
    await page.type('Sebab pengecualian', 'Diminta pengarah')
    await page.click('Beri pengecualian')
    await page.says('Diberi oleh Siti Aminah binti Abdullah')
    expect(cells()[2]).toContain('Pengecualian')
    await page.click('Buat asal')
    await eventually(() => expect(cells()[2]).toContain('Ditolak'))
  })

  it('selects with Space, changes the kind of many, and undoes it', async () => {
    const page = await checkPageWith(await draw())
    const [first] = document.querySelectorAll<HTMLElement>('[role="gridcell"]')
    first?.focus()
    await page.press(' ', first)
    await page.press('ArrowDown', first)
    await page.press(' ')
    await page.says('2 dipilih')
    const kinds = page.control('field', 'Tukar jenis kepada')
    if (!(kinds instanceof HTMLSelectElement)) throw new Error('not a list of kinds')
    kinds.value = 'photo'
    kinds.dispatchEvent(new Event('change', { bubbles: true }))
    await page.says('Jenis 2 imej telah ditukar.')
    const kindsNow = async () => {
      const [batch] = await test.workspace.images.batches({})
      if (!batch) throw new Error('no batch')
      const checks = await test.workspace.images.checks({ batchId: batch.id })
      return checks.map((check) => check.kind)
    }
    expect(await kindsNow()).toEqual(['photo', 'photo', 'poster', 'poster'])
    await page.click('Buat asal')
    await eventually(async () =>
      expect(await kindsNow()).toEqual(['poster', 'poster', 'poster', 'poster']),
    )
  })

  it('takes a batch off the list, once that was confirmed', async () => {
    const page = await checkPageWith(await draw())
    const [first] = document.querySelectorAll<HTMLElement>('[aria-label="Buang daripada senarai"]')
    first?.click()
    await page.says('Keputusan semakan bagi 4 imej akan dibuang.')
    const confirm = document.querySelector<HTMLElement>('dialog footer button:last-of-type')
    confirm?.click()
    await page.says('Belum ada imej disemak')
    expect(await test.workspace.images.batches({})).toEqual([])
  })
})

describe('the library', () => {
  async function keepOne(): Promise<void> {
    const [path = ''] = await draw()
    const { batchId } = await test.workspace.images.checkFiles({ paths: [path], kind: null })
    const [check] = await test.workspace.images.checks({ batchId })
    if (!check) throw new Error('nothing was checked')
    await test.workspace.images.keep({ ids: [check.id] })
  }

  it('is empty at first, and says where pictures come from', async () => {
    const page = await mountPart(LibraryPage, test.client)
    await page.says('Pustaka masih kosong.')
    expect(page.control('button', 'Buka Semakan Imej')).toBeTruthy()
  })

  /** What the library says of the source of its only picture. */
  async function source(): Promise<string | undefined> {
    const whole = { text: '', kind: null, tag: null, addedFrom: null, addedTo: null }
    const [image] = await test.workspace.images.library({ ...whole, trashed: false })
    return image?.source
  }

  it('saves what is typed by Ctrl + S, wherever the focus is', async () => {
    await keepOne()
    const page = await mountPart(LibraryPage, test.client)
    await page.says('a asal.png')
    await openCell('a asal.png')
    await page.type('Sumber', 'Unit Fotografi')
    const press = { key: 's', ctrlKey: true, bubbles: true, cancelable: true }
    page.control('button', 'Tutup').dispatchEvent(new KeyboardEvent('keydown', press))
    await page.says('Butiran 1 imej telah disimpan.')
    expect(await source()).toBe('Unit Fotografi')
  })

  it('keeps what is typed until it is saved, and undoes it', async () => {
    await keepOne()
    const page = await mountPart(LibraryPage, test.client)
    await page.says('a asal.png')
    await openCell('a asal.png')
    await page.type('Sumber', 'Unit Fotografi')
    await page.says('Belum disimpan')
    await page.click('Tutup')
    await openCell('a asal.png')
    expect(page.control('field', 'Sumber')).toMatchObject({ value: 'Unit Fotografi' })
    await page.click('Simpan')
    await page.says('Butiran 1 imej telah disimpan.')
    expect(await source()).toBe('Unit Fotografi')
    await page.click('Buat asal')
    await eventually(async () => expect(await source()).toBe(''))
  })

  it('moves a picture to the trash, and brings it back', async () => {
    await keepOne()
    const page = await mountPart(LibraryPage, test.client)
    await page.says('a asal.png')
    await openCell('a asal.png')
    await page.click('Buang ke tong sampah')
    await page.says('Pustaka masih kosong.')
    await page.click('Tong sampah')
    await page.says('a asal.png')
    await openCell('a asal.png')
    await page.click('Pulihkan')
    await page.says('Tong sampah kosong.')
  })

  it('names the posts that show a picture before it goes to the trash', async () => {
    await keepOne()
    const { images, posts } = test.workspace
    const [image] = await images.library({
      ...{ text: '', kind: null, tag: null, addedFrom: null, addedTo: null, trashed: false },
    })
    await posts.add({
      content: {
        ...blankContent('Laluan alternatif', 'infographic'),
        images: [{ imageId: present(image).id, altText: '' }],
      },
      status: 'draft',
    })
    const page = await mountPart(LibraryPage, test.client)
    await page.says('a asal.png')
    await openCell('a asal.png')
    await page.click('Buang ke tong sampah')
    await page.says('Laluan alternatif')
    expect((await images.libraryImage({ id: present(image).id })).trashedAt).toBeNull()
  })
})
