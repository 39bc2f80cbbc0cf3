import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { present } from '../../support/present.ts'
import { lockedPdf } from '../../support/samplePdf.ts'
import { sampleMp4 } from '../../support/sampleVideos.ts'
import { secrets, toldPdf } from '../../support/toldPdf.ts'
import { withTold } from '../../support/toldVideo.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { onlyKept, openDrop, type Drop } from './dropping.ts'

let test: TestWorkspace
let drop: Drop
beforeEach(async () => {
  drop = await openDrop()
})
afterEach(async () => {
  await test.stop()
  await drop.remove()
})

describe.each(databases)('what a video says of places and persons on %s', (database) => {
  it('is shown, and gone from a copy in which nothing else changed', async () => {
    test = await startTestWorkspace(database)
    const { images } = test.workspace
    const secret = '+03.1390+101.6869/'
    const told = withTold(sampleMp4, secret)
    await drop.put('satu/a.mp4', told)
    const check = present((await drop.check(test, 'satu'))[0])
    const imageId = await onlyKept(test, check)
    const detail = { kind: 'location', value: secret }
    for (const of of [
      { where: 'library', imageId },
      { where: 'batch', checkId: check.id },
    ] as const) {
      expect(await images.personalDetails({ of })).toEqual([detail])
    }
    const to = { kind: 'folder', path: drop.folder } as const
    const { results } = await images.saveCopies({ ids: [imageId], to })
    expect(results[0]?.saved?.manner).toBe('cleaned')
    const left = await readFile(join(drop.folder, 'a.mp4'))
    expect(left.includes(secret)).toBe(false)
    const expected = Buffer.from(told)
    const at = expected.indexOf('udta')
    expected.write('free', at)
    expected.fill(0, at + 4, at - 4 + expected.readUInt32BE(at - 4))
    expect(left.equals(expected)).toBe(true)
  })
})

describe.each(databases)('what a PDF says of persons on %s', (database) => {
  it('is shown, and gone from a copy that leaves; an encrypted one leaves as it is', async () => {
    test = await startTestWorkspace(database)
    const { images } = test.workspace
    const create = { width: 64, height: 32, channels: 3, background: '#0b3d91' } as const
    const told = toldPdf(await sharp({ create }).jpeg().toBuffer(), 'plain')
    await drop.put('satu/a.pdf', told)
    const locked = lockedPdf()
    await drop.put('dua/b.pdf', locked)
    const check = present((await drop.check(test, 'satu'))[0])
    const imageId = await onlyKept(test, check)
    const shown = await images.personalDetails({ of: { where: 'library', imageId } })
    expect(shown).toEqual(
      await images.personalDetails({ of: { where: 'batch', checkId: check.id } }),
    )
    expect(shown).toContainEqual({ kind: 'author', value: 'Siti Aminah' })
    const to = { kind: 'folder', path: drop.folder } as const
    const { results } = await images.saveCopies({ ids: [imageId], to })
    expect(results[0]?.saved).toMatchObject({ manner: 'cleaned', byteSize: told.length })
    const left = await readFile(join(drop.folder, 'a.pdf'))
    expect(left.length).toBe(told.length)
    for (const secret of secrets) expect(left.includes(secret)).toBe(false)

    const other = await onlyKept(test, present((await drop.check(test, 'dua'))[0]))
    const again = await images.saveCopies({ ids: [other], to })
    expect(again.results[0]?.saved?.manner).toBe('as-is')
    expect((await readFile(join(drop.folder, 'b.pdf'))).equals(locked)).toBe(true)
  })
})
