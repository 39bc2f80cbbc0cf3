import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataFolder, type DataFolder } from '../../../src/main/workspace/gate/folder.ts'
import { newDataKey, sealBySecret, type KeyFile } from '../../../src/main/workspace/gate/keys.ts'
import { completeSwap, swapIn } from '../../../src/main/workspace/gate/swap.ts'

const cost = { N: 1024, r: 8, p: 1 } as const

async function keyFile(secret: string): Promise<KeyFile> {
  const sealed = await sealBySecret(newDataKey(), secret, cost)
  return { format: 1, passphrase: sealed, recovery: sealed, system: null }
}

let folder: DataFolder
let [old, fresh]: [string, string] = ['', '']
beforeEach(async () => {
  folder = dataFolder(mkdtempSync(join(tmpdir(), 'tukar-')))
  mkdirSync(folder.backups)
  old = JSON.stringify(await keyFile('lama'))
  fresh = JSON.stringify(await keyFile('baharu'))
  writeFileSync(folder.database, 'the old database')
  writeFileSync(`${folder.database}-wal`, 'its log')
  writeFileSync(folder.keys, old)
  writeFileSync(folder.keysCopy, old)
  writeFileSync(folder.restored, 'the restored database')
})
afterEach(() => rmSync(folder.root, { recursive: true, force: true }))

function expectSwapped(aside: string | null): void {
  expect(readFileSync(folder.database, 'utf8')).toBe('the restored database')
  expect(existsSync(`${folder.database}-wal`)).toBe(false)
  expect(JSON.parse(readFileSync(folder.keys, 'utf8'))).toEqual(JSON.parse(fresh))
  expect(JSON.parse(readFileSync(folder.keysCopy, 'utf8'))).toEqual(JSON.parse(fresh))
  const left = readdirSync(folder.root).filter((name) => name.startsWith('pulih'))
  expect(left).toEqual([])
  if (aside === null) return
  expect(readFileSync(join(folder.root, aside), 'utf8')).toBe('the old database')
  expect(readFileSync(join(folder.root, `${aside}-wal`), 'utf8')).toBe('its log')
}

describe('a swap', () => {
  it.each([null, 'diketepikan-20261123-010000.db'])('puts the old file aside as %s', (aside) => {
    writeFileSync(folder.restoredKeys, fresh)
    swapIn(folder, aside)
    expectSwapped(aside)
  })

  // Each is what a kill leaves after one more step than the one before it.
  it.each([1, 2, 3, 4, 5])(
    'that was cut off after step %i is finished by the next start',
    (steps) => {
      const aside = 'diketepikan-20261123-010000.db'
      writeFileSync(folder.restoredKeys, fresh)
      writeFileSync(folder.restoring, JSON.stringify({ aside }))
      if (steps >= 2) renameSync(folder.database, join(folder.root, aside))
      if (steps >= 3) renameSync(`${folder.database}-wal`, join(folder.root, `${aside}-wal`))
      if (steps >= 4) renameSync(folder.restored, folder.database)
      if (steps >= 5) writeFileSync(folder.keys, fresh)
      completeSwap(folder)
      expectSwapped(aside)
      // Once more does nothing.
      completeSwap(folder)
      expectSwapped(aside)
    },
  )

  it('that was not begun leaves what was there and takes away what was brought', () => {
    writeFileSync(folder.restoredKeys, fresh)
    completeSwap(folder)
    expect(readFileSync(folder.database, 'utf8')).toBe('the old database')
    expect(readFileSync(`${folder.database}-wal`, 'utf8')).toBe('its log')
    expect(readFileSync(folder.keys, 'utf8')).toBe(old)
    expect(readdirSync(folder.root).filter((name) => name.startsWith('pulih'))).toEqual([])
  })

  it('without other keys keeps those that are there', () => {
    swapIn(folder, null)
    expect(readFileSync(folder.database, 'utf8')).toBe('the restored database')
    expect(readFileSync(folder.keys, 'utf8')).toBe(old)
  })
})
