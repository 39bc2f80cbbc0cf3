import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import {
  cacheIn,
  forgetOldMeasurements,
} from '../../../src/main/workspace/images/service/measureCache.ts'
import { openMediaStore } from '../../../src/main/workspace/media/store.ts'

const name = 'ab'.repeat(32)
const other = 'cd'.repeat(32)

it('measurements are sealed at rest and thrown away when nobody checked the file for a month', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bkk-ukuran-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const media = openMediaStore(folder, Buffer.alloc(32, 7))
  const cache = cacheIn(media)
  await cache.put(name, Buffer.from('semalam'))
  await cache.put(other, Buffer.from('dua bulan lalu'))
  await media.put('thumbnail', name, Buffer.from('lama tetapi disimpan'))
  const days = (count: number) => new Date(Date.now() - count * 86_400_000)
  utimesSync(join(folder, 'measured', 'ab', name), days(1), days(1))
  utimesSync(join(folder, 'measured', 'cd', other), days(60), days(60))
  utimesSync(join(folder, 'thumbnail', 'ab', name), days(60), days(60))
  const before = await media.bytesOnDisk()

  await forgetOldMeasurements(media)

  expect(readdirSync(join(folder, 'measured'), { recursive: true })).toEqual([
    'ab',
    'cd',
    join('ab', name),
  ])
  expect(Buffer.from((await cache.get(name)) ?? []).toString()).toBe('semalam')
  expect(await cache.get(other)).toBeNull()
  expect(Buffer.from((await media.get('thumbnail', name)) ?? []).toString()).toBe(
    'lama tetapi disimpan',
  )
  // A seal adds a nonce of 12 bytes and a tag of 16.
  expect(before - (await media.bytesOnDisk())).toBe('dua bulan lalu'.length + 28)
})
