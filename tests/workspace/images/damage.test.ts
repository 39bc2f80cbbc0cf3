import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImageId } from '#contract/values'
import { encodeScene } from '../../support/encodedPictures.ts'
import { present } from '../../support/present.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let drop: string
beforeEach(async () => {
  drop = await mkdtemp(join(tmpdir(), 'gambar-'))
  test = await startTestWorkspace('sqlite')
})
afterEach(async () => {
  await test.stop()
  await rm(drop, { recursive: true, force: true })
})

async function keptPicture(): Promise<ImageId> {
  await writeFile(join(drop, 'a.png'), await encodeScene(5))
  const { batchId } = await test.workspace.images.checkFiles({ paths: [drop], kind: 'poster' })
  const [check] = await test.workspace.images.checks({ batchId })
  const { kept } = await test.workspace.images.keep({ ids: [present(check).id] })
  return present(kept[0]).imageId
}

/** What a power failure leaves of files that were not flushed. */
async function cutShort(area: string): Promise<void> {
  const entries = await readdir(join(test.folder, 'media', area), {
    recursive: true,
    withFileTypes: true,
  })
  const files = entries.filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(0)
  for (const [at, { parentPath, name }] of files.entries()) {
    await truncate(join(parentPath, name), at % 2 === 0 ? 0 : 40)
  }
}

describe('derived files that a power failure cut short', () => {
  it('are made again: a sketch, when a picture is compared with it', async () => {
    await keptPicture()
    await cutShort('sketch')
    await writeFile(
      join(drop, 'a.png'),
      await sharp(await encodeScene(5))
        .jpeg({ quality: 80 })
        .toBuffer(),
    )
    const { batchId } = await test.workspace.images.checkFiles({ paths: [drop], kind: 'poster' })
    const [check] = await test.workspace.images.checks({ batchId })
    expect(present(check).repeats).toMatchObject([{ of: { where: 'library' } }])
    expect(test.log).toEqual([])
  })

  it('are made again: a thumbnail, when it is shown', async () => {
    const id = await keptPicture()
    await cutShort('thumbnail')
    const shown = await test.running.readMedia({ size: 'thumbnail', of: 'image', id })
    expect((await sharp(present(shown).bytes).metadata()).width).toBe(320)
  })

  it('an original whose seal does not fit is not passed off as one', async () => {
    const id = await keptPicture()
    await cutShort('original')
    await cutShort('thumbnail')
    expect(await test.running.readMedia({ size: 'preview', of: 'image', id })).toBeNull()
  })
})

describe('a job', () => {
  it('answers for all of its work, whoever sits down meanwhile', async () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      await writeFile(join(drop, `${seed}.png`), await encodeScene(seed))
    }
    const lim = await test.workspace.people.add({ name: 'Lim Mei Ling', post: 'Perancang' })
    let switched: Promise<unknown> = Promise.resolve()
    await test.workspace.images.checkFiles(
      { paths: [drop], kind: 'poster' },
      {
        onProgress({ done }) {
          if (done === 1) switched = test.workspace.gate.switchPerson({ id: lim.id })
        },
      },
    )
    await switched
    const names = await test.rows<{ name: string }>(
      `select distinct name from audit_entry join person on person.id = person_id
       where action = 'images.checkFiles'`,
    )
    expect(names).toEqual([{ name: 'Siti Aminah binti Abdullah' }])
  })
})
