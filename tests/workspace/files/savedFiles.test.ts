import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WorkspaceError } from '#contract/errors'
import {
  notWritten,
  writeAs,
  writeIntoFolder,
} from '../../../src/main/workspace/files/savedFiles.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simpan-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const nobodys = () => Promise.resolve(false)

/** Yields two pieces, and then what a disk, a person or a damaged file may put an end to. */
async function* brokenOff(error: Error): AsyncGenerator<Uint8Array> {
  yield Promise.resolve(new Uint8Array(1_000))
  yield Promise.resolve(new Uint8Array(1_000))
  throw error
}

const fromDisk = (code: string) => Object.assign(new Error(`${code}: /home/rahsia`), { code })

describe('what the disk says', () => {
  it.each([
    ['ENOSPC', 'images.target-full'],
    ['EDQUOT', 'images.target-full'],
    ['EFBIG', 'images.target-full'],
    ['EROFS', 'images.target-read-only'],
    ['EACCES', 'images.target-read-only'],
    ['EPERM', 'images.target-read-only'],
    ['ENOENT', 'images.fix-not-written'],
    ['EIO', 'images.fix-not-written'],
  ])('%s becomes %s', (code, reason) => {
    expect(notWritten(fromDisk(code))).toEqual(new WorkspaceError(reason as never))
  })

  it('is told apart from what the content says, which stays', () => {
    const calledOff = new WorkspaceError('call.cancelled')
    const ours = new TypeError('no number')
    expect(notWritten(calledOff)).toBe(calledOff)
    expect(notWritten(ours)).toBe(ours)
  })
})

describe('a file that breaks off', () => {
  it('leaves nothing in a folder, and what was there as it was', async () => {
    await writeFile(join(folder, 'a.mp4'), 'lama')
    const nameFor = (isTaken: (name: string) => boolean) => (isTaken('a.mp4') ? 'b.mp4' : 'a.mp4')
    for (const [error, reason] of [
      [fromDisk('ENOSPC'), 'images.target-full'],
      [new WorkspaceError('call.cancelled'), 'call.cancelled'],
    ] as const) {
      await expect(writeIntoFolder(folder, nameFor, brokenOff(error))).rejects.toMatchObject({
        reason,
      })
      expect(await readdir(folder)).toEqual(['a.mp4'])
    }
    expect(await readFile(join(folder, 'a.mp4'), 'utf8')).toBe('lama')
  })

  it('does not replace the one that was to be replaced', async () => {
    const path = join(folder, 'a.mp4')
    await writeFile(path, 'lama')
    await expect(
      writeAs(path, 'mp4', brokenOff(fromDisk('ENOSPC')), nobodys),
    ).rejects.toMatchObject({ reason: 'images.target-full' })
    expect(await readFile(path, 'utf8')).toBe('lama')
    expect(await readdir(folder)).toEqual(['a.mp4'])
  })
})

it.each([
  ['Poster akhir', 'jpeg', 'Poster akhir.jpg'],
  ['Poster akhir.JPEG', 'jpeg', 'Poster akhir.JPEG'],
  ['Poster akhir.png', 'jpeg', 'Poster akhir.png.jpg'],
  ['lawatan.mp4', 'mp4', 'lawatan.mp4'],
  ['lawatan.exe', 'mp4', 'lawatan.exe.mp4'],
  ['laporan', 'pdf', 'laporan.pdf'],
] as const)('%s as %s is written as %s', async (asked, format, written) => {
  const path = await writeAs(join(folder, asked), format, new Uint8Array(3), nobodys)
  expect(path).toBe(join(folder, written))
  expect(await readdir(folder)).toEqual([written])
})
