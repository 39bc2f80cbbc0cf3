import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { openMediaStore } from '../../../src/main/workspace/media/store.ts'
import { testFolder } from '../../images/folder.ts'

const mebibyte = 1_048_576
const header = 36
/** Nonce and tag of every chunk. */
const sealed = mebibyte + 28
const name = 'a'.repeat(64)
const other = 'b'.repeat(64)
/** Two whole chunks and a part of one. */
const content = randomBytes(2 * mebibyte + 1_234)

async function* inPieces(bytes: Buffer, length = 300_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
  await Promise.resolve()
}

const put = (store: ReturnType<typeof openMediaStore>, as = name, bytes = content) =>
  store.putLarge(as, bytes.length, inPieces(bytes), () => true)

async function kept() {
  const folder = testFolder()
  const store = openMediaStore(folder, Buffer.alloc(32, 7))
  expect(await put(store)).toBe(true)
  const file = (of: string) => join(folder, 'large', of.slice(0, 2), of)
  return { folder, store, file }
}

it('gives any part back, over the borders of chunks and past the end', async () => {
  const { store } = await kept()
  for (const [from, to] of [
    [0, content.length],
    [0, 1],
    [mebibyte - 1, mebibyte + 1],
    [mebibyte, 2 * mebibyte],
    [2 * mebibyte - 10, content.length + 500],
    [content.length, content.length + 1],
  ] as const) {
    const part = await store.readLarge(name, from, to)
    expect(part?.size).toBe(content.length)
    expect(Buffer.from(part?.bytes ?? []).equals(content.subarray(from, to))).toBe(true)
  }
})

it('holds nothing readable, and no other key opens it', async () => {
  const { folder, file } = await kept()
  const bytes = readFileSync(file(name))
  expect(bytes.length).toBe(header + content.length + 3 * 28)
  expect(bytes.includes(content.subarray(0, 32))).toBe(false)
  const stranger = openMediaStore(folder, Buffer.alloc(32, 8))
  expect(await stranger.readLarge(name, 0, 10)).toBeNull()
})

it.each([0, 1, 2])('a changed bit in chunk %i closes that chunk alone', async (chunk) => {
  const { store, file } = await kept()
  const bytes = readFileSync(file(name))
  const at = header + chunk * sealed + 100
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(file(name), bytes)
  for (const each of [0, 1, 2]) {
    const part = await store.readLarge(name, each * mebibyte, each * mebibyte + 50)
    expect(part === null, `chunk ${each}`).toBe(each === chunk)
  }
})

it.each([...Array(header).keys()])(
  'a changed byte %i of the header closes all of it',
  async (at) => {
    const { store, file } = await kept()
    const bytes = readFileSync(file(name))
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(file(name), bytes)
    expect(await store.readLarge(name, 0, 10)).toBeNull()
  },
)

it('two chunks in each other’s places, one doubled, one left out do not open', async () => {
  const { store, file } = await kept()
  const whole = readFileSync(file(name))
  const start = whole.subarray(0, header)
  const chunk = (at: number) => whole.subarray(header + at * sealed, header + (at + 1) * sealed)
  writeFileSync(file(name), Buffer.concat([start, chunk(1), chunk(0), chunk(2)]))
  expect(await store.readLarge(name, 0, 10)).toBeNull()
  expect(await store.readLarge(name, mebibyte, mebibyte + 10)).toBeNull()
  writeFileSync(file(name), Buffer.concat([start, chunk(0), chunk(0), chunk(2)]))
  expect(await store.readLarge(name, mebibyte, mebibyte + 10)).toBeNull()
  writeFileSync(file(name), Buffer.concat([start, chunk(0), chunk(2)]))
  expect(await store.readLarge(name, 0, 10)).toBeNull()
})

it.each([1, 28, 1_234 + 28, sealed])('cut short by %i bytes nothing opens', async (less) => {
  const { store, file } = await kept()
  truncateSync(file(name), readFileSync(file(name)).length - less)
  expect(await store.readLarge(name, 0, 10)).toBeNull()
})

it('a file under another’s name, or a chunk of another file, does not open', async () => {
  const { store, file } = await kept()
  await put(store, other, Buffer.from(content.map((byte) => byte ^ 255)))
  const mine = readFileSync(file(name))
  const theirs = readFileSync(file(other))
  writeFileSync(file(name), Buffer.concat([mine.subarray(0, header), theirs.subarray(header)]))
  expect(await store.readLarge(name, 0, 10)).toBeNull()
  mkdirSync(dirname(file(name)), { recursive: true })
  copyFileSync(file(other), file(name))
  expect(await store.readLarge(name, 0, 10)).toBeNull()
  expect(await store.readLarge(other, 0, 10)).not.toBeNull()
})

it('what is not accepted, breaks off or has another size leaves no trace', async () => {
  const folder = testFolder()
  const store = openMediaStore(folder, Buffer.alloc(32, 7))
  const pieces = () => inPieces(content)
  expect(await store.putLarge(name, content.length, pieces(), () => false)).toBe(false)
  expect(await store.putLarge(name, content.length + 1, pieces(), () => true)).toBe(false)
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield* pieces()
    throw new Error('the disk went away')
  }
  await expect(store.putLarge(name, content.length, breaking(), () => true)).rejects.toThrow()
  expect(readdirSync(join(folder, 'large', 'aa'))).toEqual([])
  expect(await store.readLarge(name, 0, 1)).toBeNull()
  expect(await store.bytesOnDisk()).toBe(0)
})

it('counts what it takes on the disk, also when put again', async () => {
  const { store, file } = await kept()
  expect(await store.bytesOnDisk()).toBe(readFileSync(file(name)).length)
  await put(store)
  expect(await store.bytesOnDisk()).toBe(readFileSync(file(name)).length)
})
