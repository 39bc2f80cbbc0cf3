import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import LibraryPage from '../../../src/renderer/images/LibraryPage.vue'
import { encodeScene } from '../../support/encodedPictures.ts'
import { eventually } from '../../support/eventually.ts'
import { present } from '../../support/present.ts'
import { savedAgain } from '../../workspace/images/dropping.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart } from '../support/mountPart'
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

/** Two pictures of the library that a person called different. */
async function decideAndKeep(): Promise<void> {
  const { images } = test.workspace
  const bytes = await encodeScene(3)
  const [one, other] = [join(folder, 'a.png'), join(folder, 'b.jpg')]
  await writeFile(one, bytes)
  await writeFile(other, await savedAgain(bytes))
  const { batchId } = await images.checkFiles({ paths: [one, other], kind: 'poster' })
  const [a, b] = await images.checks({ batchId })
  const pair = { checkId: present(b).id, of: present(a).id }
  await images.decideRepeat({ pairs: [pair], outcome: 'different', reason: 'Edisi lain' })
  const { kept } = await images.keep({ ids: [pair.of, pair.checkId] })
  expect(kept).toHaveLength(2)
}

async function openCell(name: string): Promise<void> {
  const cell = [...document.querySelectorAll<HTMLElement>('[role="gridcell"]')].find((one) =>
    one.textContent.includes(name),
  )
  present(cell).click()
  await nextTick()
}

/** The words that hold, by SQL of the test's own. */
async function words(): Promise<string[]> {
  const rows = await test.rows<{ reason: string }>('select reason from image_pair order by id')
  return rows.map(({ reason }) => reason)
}

it('a decision on a pair is taken back in the library, and restored, each with its way back', async () => {
  await decideAndKeep()
  const page = await mountPart(LibraryPage, test.client)
  await page.says('b.jpg')
  await openCell('b.jpg')
  await page.says('Edisi lain')
  expect(await words()).toEqual(['Edisi lain'])

  await page.click('Tarik balik keputusan')
  await page.says('Keputusan tentang a.png telah ditarik balik.')
  await page.says('tidak lagi dipakai')
  expect(await words()).toEqual([])

  await page.click('Buat asal')
  await eventually(async () => expect(await words()).toEqual(['Edisi lain']))
  await eventually(() => expect(page.control('button', 'Tarik balik keputusan')).toBeTruthy())

  await page.click('Tarik balik keputusan')
  await page.says('tidak lagi dipakai')
  await page.click('Pulihkan keputusan')
  await page.says('Keputusan tentang a.png telah dipulihkan.')
  expect(await words()).toEqual(['Edisi lain'])
  await eventually(() => expect(page.control('button', 'Tarik balik keputusan')).toBeTruthy())
})
