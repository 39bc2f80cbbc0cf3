import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { DebugLogger } from 'builder-util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import configuration from '../../scripts/packaging/electron-builder.config.mjs'
import { setFuses, wrongFuses } from '../../scripts/packaging/fuses.mjs'

/** What stands before the fuses in every Electron since 12. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packaging-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** A file that holds nothing of Electron but its fuses, all in the given state. */
function wire(count: number, state: '0' | '1'): string {
  const file = join(folder, 'electron')
  const fuses = Buffer.concat([Buffer.from([1, count]), Buffer.from(state.repeat(count))])
  writeFileSync(file, Buffer.concat([Buffer.from(`code${sentinel}`), fuses, Buffer.from('more')]))
  return file
}

describe('the configuration of electron-builder', () => {
  it('fits its own schema', async () => {
    await expect(
      validateConfiguration(configuration, new DebugLogger(false)),
    ).resolves.toBeUndefined()
  })

  it('would not, with an option misspelt', async () => {
    const misspelt = { ...configuration, nsis: { perMachin: true } }
    const validation = validateConfiguration(misspelt as object, new DebugLogger(false))
    await expect(validation).rejects.toThrow('configuration.nsis')
  })

  it('makes an installer for Windows, for the whole machine', () => {
    expect(configuration.win?.target).toEqual([{ target: 'nsis', arch: ['x64'] }])
    expect(configuration.nsis?.perMachine).toBe(true)
  })
})

describe('the fuses', () => {
  it.each(['0', '1'] as const)(
    'are all nine as decided, whatever they were (%s)',
    async (state) => {
      const file = wire(9, state)
      expect(await wrongFuses(file)).not.toEqual([])
      await setFuses(file)
      expect(await wrongFuses(file)).toEqual([])
      expect(readFileSync(file, 'latin1')).toBe(`code${sentinel}\x01\x09010011001more`)
    },
  )

  it('of the closed-network runtime are set as well, which lacks the ninth', async () => {
    const file = wire(8, '1')
    await setFuses(file)
    expect(await wrongFuses(file)).toEqual(['WasmTrapHandlers'])
    expect(await getCurrentFuseWire(file)).not.toHaveProperty(
      String(FuseV1Options.WasmTrapHandlers),
    )
  })

  it('stop the packaging when Electron has one more than was decided', async () => {
    await expect(setFuses(wire(10, '0'))).rejects.toThrow('strictlyRequireAllFuses')
  })
})
