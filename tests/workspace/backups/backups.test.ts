import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blankContent } from '#contract/postContent'
import { present } from '../../support/present.ts'
import { testPassphrase } from '../../support/workspace.ts'
import { personalStrings, tracesBelow } from '../personalStrings.ts'
import { addPerson, keepPictures, originals, secret, startEach } from './started.ts'

const each = startEach()

describe('a backup', () => {
  it('is a proved copy with a manifest that tells what it holds', async () => {
    const test = await each.start()
    await addPerson(test, 'Ahmad Faizal')
    await keepPictures(test, each.outside, 2)
    const made = await test.workspace.backups.make({})
    const head = await test.workspace.office.auditHead({})
    expect(made).toMatchObject({
      ...{ reason: 'manual', state: 'good', own: true, audit: head },
      media: { files: 2, missing: 0 },
    })
    expect(made.name).toBe('sandaran-20261123-090000-tangan')
    expect(made.rows).toMatchObject({ person: 2, image: 2 })
    const file = join(made.folder, `${made.name}.db`)
    expect((await readFile(file)).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    const overview = await test.workspace.backups.overview({})
    expect(overview).toMatchObject({ lastGoodAt: made.at, overdue: false, second: null })
    expect(overview.backups).toEqual([made])
    expect(overview.present.audit).toEqual(head)
  })

  it('names what is missing of the originals that rows need', async () => {
    const test = await each.start()
    await keepPictures(test, each.outside, 3)
    const [lost] = Object.keys(await originals(test.folder))
    await rm(join(test.folder, 'media', 'original', present(lost)))
    const made = await test.workspace.backups.make({})
    expect(made.media).toMatchObject({ files: 2, missing: 1 })
  })

  it('holds attachments, and names those that are missing', async () => {
    const test = await each.start()
    const { attachments, backups, posts } = test.workspace
    const { id } = await posts.add({ content: blankContent('Satu', 'text'), status: 'draft' })
    const bytes = new TextEncoder().encode('Surat program')
    const owner = { kind: 'post', id } as const
    await attachments.addPasted({ owner, name: 'surat.txt', bytes })
    expect((await backups.make({})).media).toMatchObject({ files: 1, missing: 0 })
    await rm(join(test.folder, 'media', 'attachment'), { recursive: true })
    expect((await backups.make({})).media).toMatchObject({ files: 0, missing: 1 })
  })

  it('holds no personal data that can be read, in its manifest neither', async () => {
    const test = await each.start()
    const texts = personalStrings()
    for (let count = 0; count < 20; count++) await addPerson(test, texts.next('Nama'))
    const second = join(each.outside, 'kongsi')
    await mkdir(second)
    await test.workspace.backups.chooseFolder({ folder: second })
    await test.workspace.backups.make({})
    const secrets = [...texts.all, 'Siti Aminah binti Abdullah', testPassphrase]
    for (const folder of [join(test.folder, 'sandaran'), second]) {
      const { files, found } = await tracesBelow(folder, secrets)
      expect(files.some((each) => each.endsWith('.json'))).toBe(true)
      expect(found).toEqual([])
    }
  })

  it('is made at a clean close only where something changed', async () => {
    const test = await each.start({ automaticBackups: true })
    await addPerson(test, 'Ahmad Faizal')
    await test.restart()
    await test.workspace.gate.unlock({ secret, remember: false })
    const after = (await test.workspace.backups.overview({})).backups
    expect(after[0]).toMatchObject({ reason: 'close', rows: { person: 2 } })
    await test.restart()
    await test.workspace.gate.unlock({ secret, remember: false })
    expect((await test.workspace.backups.overview({})).backups).toEqual(after)
  })

  it('comes before bulk work that declares it, and stops it where it cannot be made', async () => {
    const test = await each.start({ automaticBackups: true })
    await test.workspace.backups.make({})
    await addPerson(test, 'Ahmad Faizal')
    const sheet = new TextEncoder().encode('Tajuk\nGotong-royong\n')
    const columns = ['title' as const]
    const file = { name: 'a.csv', bytes: sheet, columns }
    await test.workspace.posts.importPosts({ ...file, trial: true })
    expect((await test.workspace.backups.overview({})).backups).toHaveLength(1)
    await test.workspace.posts.importPosts({ ...file, trial: false })
    const [newest] = (await test.workspace.backups.overview({})).backups
    // Made before: the post is not in it, the person is.
    expect(newest).toMatchObject({ reason: 'bulk', rows: { person: 2, post: 0 } })

    const folder = join(test.folder, 'sandaran')
    await rm(folder, { recursive: true })
    await writeFile(folder, 'a file stands in the way')
    await expect(test.workspace.posts.importPosts({ ...file, trial: false })).rejects.toMatchObject(
      { reason: 'backups.not-made' },
    )
    await rm(folder)
  })
})
