import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { open, scene, type RawPicture } from '../../support/pictures.ts'
import { addPerson, approve, asked, cameOut, complete } from '../../support/postRounds.ts'
import { on } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { phone, screenshotOf } from '../../support/screenshots.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(async () => {
  await test.stop()
})

/** Takes two pictures into the library, in this order. */
async function keep(pictures: readonly RawPicture[]) {
  const { images } = test.workspace
  const drop = await mkdtemp(join(tmpdir(), 'gambar-'))
  for (const [place, picture] of pictures.entries()) {
    await writeFile(join(drop, `${place}.png`), await open(picture).png().toBuffer())
  }
  const { batchId } = await images.checkFiles({ paths: [drop], kind: 'poster' })
  const checks = await images.checks({ batchId })
  const { kept } = await images.keep({ ids: checks.map(({ id }) => id) })
  await rm(drop, { recursive: true })
  const names = new Map(checks.map(({ id, name }) => [id, name]))
  return pictures.map((_, place) =>
    present(kept.find(({ checkId }) => names.get(checkId)?.endsWith(`${place}.png`))),
  )
}

describe.each(databases)('screenshots of what was posted, on %s', (database) => {
  it('are held against each approved picture, and change nothing', async () => {
    test = await startTestWorkspace(database)
    // Half the pixels of a phone: each comparison decodes them.
    const screen = { ...phone, size: { width: 540, height: 960 }, top: 210, wide: 540 }
    const { posts, attachments, accounts } = test.workspace
    const drawn = [await scene(41), await scene(42)]
    const kept = await keep(drawn)
    const lim = await addPerson(test, 'Lim Mei Ling')
    const accountId = present((await accounts.list({}))[0]).id
    const { id } = await asked(test, {
      ...{ ...(await complete(test)), accounts: [on(accountId)] },
      images: kept.map(({ imageId }) => ({ imageId, altText: 'Pemandangan' })),
    })
    await approve(test, id, lim)
    await posts.setStatus({ ids: [id], to: 'ready', reason: '' })
    const { id: out } = await posts.publish({ id, accountId, publication: cameOut })
    expect(await posts.postedPictures({ id: out })).toEqual([])

    const owner = { kind: 'publication', id: out } as const
    const attach = async (name: string, bytes: Uint8Array) =>
      present((await attachments.addPasted({ owner, name, bytes })).added[0]).id
    const first = await attach('a.png', await screenshotOf(present(drawn[0]), screen))
    const audited = await test.rows('select sequence from audit_entry')
    const verdicts = async () =>
      (await posts.postedPictures({ id: out })).map(({ screenId, imageId, place, shown }) => [
        ...[screenId, imageId, place, shown?.verdict ?? null],
      ])
    const [one, other] = kept.map(({ imageId }) => imageId)
    const told = [
      [first, one, 0, 'same'],
      [first, other, 1, 'unseen'],
    ]
    expect(await verdicts()).toEqual(told)
    const empty = await attach('b.png', await screenshotOf(null, screen))
    expect(await verdicts()).toEqual([
      ...told,
      [empty, one, 0, 'unseen'],
      [empty, other, 1, 'unseen'],
    ])
    expect(await test.rows('select sequence from audit_entry')).toHaveLength(audited.length + 1)
    expect((await posts.get({ id })).status).toBe('published')

    await attachments.remove({ id: empty })
    expect(await verdicts()).toEqual(told)
    await posts.removePublication({ id: out })
    await expect(posts.postedPictures({ id: out })).rejects.toMatchObject({
      reason: 'posts.unknown-publication',
    })
  }, 60_000)
})
