import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Desktop } from '../../src/preload/desktop.ts'
import type * as Recorder from './electronRecorder.ts'
import { eventually } from '../support/eventually.ts'

vi.mock('electron', () => import('./electronRecorder.ts'))

// Electron's security checklist (docs/tutorial/security.md), walked through the application's own
// entry files with Electron replaced by a recorder. The real Electron is asked in *.spec.ts.

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder = ''
let electron: typeof Recorder

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ruang-kerja-checklist-'))
  vi.stubEnv('BKK_DATA_DIR', folder)
  vi.stubEnv('ELECTRON_RENDERER_URL', 'http://localhost:5173/')
  electron = await import('./electronRecorder.ts')
  await import('../../src/main/index.ts')
  await eventually(() => expect(electron.recorded.windows).toHaveLength(1))
})

afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

function ownWindow() {
  const [window] = electron.recorded.windows
  if (window === undefined) throw new Error('There is no window')
  return window
}

/** Calls what the application registered under this name. */
function call(name: string, ...args: unknown[]): unknown {
  const handler = electron.recorded.handlers.get(name)
  if (handler === undefined) throw new Error(`Nothing is registered for ${name}`)
  return Reflect.apply(handler, undefined, args)
}

/** Whether the application prevents what this event of the page announces. */
function prevents(event: string, details: object = {}): boolean {
  let prevented = false
  const preventDefault = () => (prevented = true)
  ownWindow().webContents.emit(event, { ...details, preventDefault })
  return prevented
}

function sourcesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|vue|html)$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
}

describe('Electron’s security checklist', () => {
  it('1: loads only its own content', () => {
    expect(ownWindow().address).toBe('app://bkk/')
    const cancelled = (url: string) => {
      let outcome: unknown
      call('before request', { url }, (decision: unknown) => (outcome = decision))
      return outcome
    }
    for (const url of ['http://localhost:5173/', 'https://example.com/', 'file:///x', 'ws://x/']) {
      expect(cancelled(url)).toEqual({ cancel: true })
    }
    expect(cancelled('app://bkk/assets/x.js')).toEqual({ cancel: false })
    expect(electron.recorded.values.get('switch host-resolver-rules')).toBe('MAP * ~NOTFOUND')
  })

  it.each([
    ['2: no Node in pages', 'nodeIntegration', false],
    ['2: no Node in their workers', 'nodeIntegrationInWorker', false],
    ['2: no Node in their frames', 'nodeIntegrationInSubFrames', false],
    ['3: pages are isolated from preload', 'contextIsolation', true],
    ['4: pages are sandboxed', 'sandbox', true],
    ['6: web security stays on', 'webSecurity', true],
    ['8: no insecure content', 'allowRunningInsecureContent', false],
    ['9: no experimental features', 'experimentalFeatures', false],
    ['10: no Blink features switched on', 'enableBlinkFeatures', undefined],
    ['11: no web views, so none with pop-ups', 'webviewTag', false],
    ['a dropped file is no navigation', 'navigateOnDragDrop', false],
    ['no developer tools in a packaged application', 'devTools', false],
  ])('%s', (_name, preference, expected) => {
    expect(ownWindow().options.webPreferences[preference]).toBe(expected)
  })

  it('4: the sandbox is also asked for everything', () => {
    expect(electron.recorded.values.get('sandbox')).toBe(true)
  })

  it('5: every permission is refused, whoever asks', () => {
    let copying: unknown
    call('permission request', {}, 'clipboard-sanitized-write', (answer: unknown) => {
      copying = answer
    })
    // The one exception: words and pictures that are posted by hand.
    expect(copying).toBe(true)
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'hid']) {
      let granted: unknown
      call('permission request', {}, permission, (answer: unknown) => (granted = answer))
      expect([permission, granted]).toEqual([permission, false])
      expect(call('permission check', {}, permission, 'app://bkk')).toBe(false)
    }
    expect(call('device permission', { deviceType: 'usb' })).toBe(false)
    expect(electron.recorded.values.get('display media')).toBeNull()
  })

  it('7: answers carry the content policy', async () => {
    const answer = await call('protocol app', { url: 'app://bkk/../x', method: 'GET' })
    expect(answer).toMatchObject({ status: 404 })
    const { contentPolicy } = await import('../../src/main/desktop/contentPolicy.ts')
    expect(contentPolicy('x')).not.toMatch(/unsafe|https?:|\*/)
  })

  it('12: no web view is attached', () => {
    expect(prevents('will-attach-webview')).toBe(true)
  })

  it('13: the page and its frames stay where they are', () => {
    for (const url of [
      'https://example.com/',
      'app://bkk/',
      'http://localhost:5173/',
      'about:blank',
    ]) {
      expect(prevents('will-navigate', { url })).toBe(true)
      expect(prevents('will-frame-navigate', { url })).toBe(true)
    }
    expect(prevents('will-redirect', { url: 'app://bkk/' })).toBe(true)
  })

  it('14: no page opens another window', () => {
    expect(ownWindow().webContents.openHandler?.()).toEqual({ action: 'deny' })
  })

  it('15: nothing is opened outside', () => {
    const mentions = sourcesOf('src').filter((text) => text.includes('openExternal'))
    expect(mentions).toEqual([])
  })

  it('16: Electron is a current one, exactly named', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8')
    expect(manifest).toMatch(/"electron": "(4[5-9]|[5-9]\d)\.\d+\.\d+"/)
  })

  it('17: one file answers pages, and one makes windows', () => {
    const sources = sourcesOf('src')
    expect(sources.filter((text) => text.includes('ipcMain.'))).toHaveLength(1)
    expect(sources.filter((text) => /new BrowserWindow\b/.test(text))).toHaveLength(1)
  })

  it('18: pages come from an own scheme; file:// is not served', async () => {
    expect(await call('protocol file', { url: 'file:///etc/passwd' })).toMatchObject({
      status: 403,
    })
    expect(electron.recorded.values.get('schemes')).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
      { scheme: 'media', privileges: { standard: true, secure: true } },
    ])
  })

  it('19: packing sets all nine fuses', async () => {
    const { setFuses, wrongFuses } = await import('../../scripts/packaging/fuses.mjs')
    const { FuseState, FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses')
    // What Electron's executable carries: a sentinel, version 1, nine fuses, all the other way round.
    const executable = join(folder, 'electron')
    const wire = ['dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', '\x01\x09', '101100110']
    writeFileSync(executable, Buffer.from(wire.join(''), 'latin1'))
    expect(await wrongFuses(executable)).toHaveLength(9)

    await setFuses(executable)
    expect(await wrongFuses(executable)).toEqual([])
    const read = await getCurrentFuseWire(executable)
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.WasmTrapHandlers,
    ]
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    expect(on.map((fuse) => read[fuse])).toEqual(on.map(() => FuseState.ENABLE))
    expect(off.map((fuse) => read[fuse])).toEqual(off.map(() => FuseState.DISABLE))
  })

  it('20: preload exposes plain values and functions under one name, and no event', async () => {
    vi.stubGlobal('window', { location: { origin: 'app://bkk' }, postMessage: () => undefined })
    await import('../../src/preload/index.ts')
    expect([...electron.recorded.exposed.keys()]).toEqual(['desktop'])
    const desktop = electron.recorded.exposed.get('desktop') as Desktop
    const kinds = new Set(Object.values(desktop).map((value) => typeof value))
    expect([...kinds].sort()).toEqual(['function', 'object', 'string'])
    expect(Object.keys(desktop.versions)).toEqual(['app', 'electron', 'chrome'])

    const heard: unknown[][] = []
    desktop.onRequest((...args: unknown[]) => heard.push(args))
    electron.ipcRenderer.emit('desktop:request', { sender: 'an event' }, 'lock')
    expect(heard).toEqual([['lock']])
    vi.unstubAllGlobals()
  })
})

describe('around the checklist', () => {
  it('test-only switches of the environment do nothing in a packaged application', () => {
    expect(ownWindow().address).toBe('app://bkk/')
    expect(electron.recorded.handlers.has('headers received')).toBe(false)
  })

  it('one instance owns a data folder, with Chromium’s files in it', () => {
    expect(electron.recorded.values.get('path userData')).toBe(join(folder, 'shell'))
    expect(electron.recorded.values.get('single instance')).toBe(true)
  })
})
