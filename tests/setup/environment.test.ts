import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createContext } from '../../scripts/setup/context.mjs'
import { environment } from '../../scripts/setup/environment.mjs'

let root: string
let electron: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'environment-'))
  electron = mkdtempSync(join(tmpdir(), 'electron-'))
  mkdirSync(join(root, 'node_modules/better-sqlite3'), { recursive: true })
  writeFileSync(join(root, 'node_modules/better-sqlite3/package.json'), '{ "version": "13.0.3" }')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', electron)
  vi.stubEnv('BKK_SQLITE_BINARY', undefined)
})

afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of [root, electron]) rmSync(folder, { recursive: true })
})

function environmentWith(version: string): NodeJS.ProcessEnv {
  writeFileSync(join(electron, 'version'), version)
  return environment(createContext(root))
}

it('names the SQLite compiled for an Electron that is too old for the delivered one', () => {
  const { BKK_SQLITE_BINARY: binary } = environmentWith('33.2.1')
  expect(binary).toBe(join(root, `.cache/sqlite/better-sqlite3-13.0.3-napi9-${process.arch}.node`))
})

it('leaves an Electron of today with the SQLite that npm delivered', () => {
  expect(environmentWith('v45.4.1')).not.toHaveProperty('BKK_SQLITE_BINARY')
})

it("puts the project's own programs first", () => {
  const [first] = (environmentWith('v45.4.1')['PATH'] ?? '').split(delimiter)
  expect(first).toBe(join(root, 'node_modules/.bin'))
})
