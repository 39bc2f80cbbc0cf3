import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { childEnvironment } from '../../src/main/desktop/childEnvironment.ts'
import {
  contentPolicy,
  mediaHeaders,
  pageHeaders,
  withStyleNonce,
} from '../../src/main/desktop/contentPolicy.ts'
import { createQuestions, Unanswered } from '../../src/main/desktop/questions.ts'
import { createRestartPolicy } from '../../src/main/desktop/restartPolicy.ts'
import { refusedSwitch, trialSwitches } from '../../src/main/desktop/trialSwitches.ts'
import { windowBounds } from '../../src/main/desktop/windowBounds.ts'
import { systemDataFolder } from '../../src/main/hosts/dataFolder.ts'

describe('test-only switches', () => {
  const env = {
    BKK_SQLITE_BINARY: '/tmp/own.node',
    ELECTRON_RENDERER_URL: 'http://localhost:5173/',
    BKK_DATA_DIR: '/tmp/data',
  }

  it('do nothing in a packaged application', () => {
    expect(trialSwitches(true, env)).toEqual({})
  })

  it('work where the application is developed and tested', () => {
    expect(trialSwitches(false, env)).toEqual({
      sqliteBinary: '/tmp/own.node',
      pageUrl: 'http://localhost:5173/',
    })
    expect(trialSwitches(false, { BKK_SQLITE_BINARY: '', ELECTRON_RENDERER_URL: '' })).toEqual({})
  })
})

describe('switches of Chromium that open the page to others', () => {
  it.each(['remote-debugging-port', 'remote-debugging-pipe', 'disable-web-security', 'js-flags'])(
    '--%s keeps a packaged application from starting, and no other',
    (given) => {
      expect(refusedSwitch(true, (name) => name === given)).toBe(given)
      expect(refusedSwitch(false, (name) => name === given)).toBeNull()
    },
  )

  it('others do not', () => {
    expect(refusedSwitch(true, (name) => name === 'lang')).toBeNull()
  })
})

describe('the environment of the workspace and the image workers', () => {
  it('is a short list, whatever the application was started with', () => {
    const env = {
      HOME: '/home/siti',
      PATH: '/usr/bin',
      LANG: 'ms_MY.UTF-8',
      TZ: 'Asia/Kuala_Lumpur',
      SystemRoot: 'C:\\Windows',
      NODE_OPTIONS: '--require=/tmp/evil.js',
      NODE_PATH: '/tmp',
      LD_PRELOAD: '/tmp/evil.so',
      DYLD_INSERT_LIBRARIES: '/tmp/evil.dylib',
      ELECTRON_RUN_AS_NODE: '1',
      BKK_SQLITE_BINARY: '/tmp/own.node',
      HTTPS_PROXY: 'http://proxy',
      AWS_SECRET_ACCESS_KEY: 'x',
      TMPDIR: undefined,
    }
    expect(childEnvironment(env)).toEqual({
      HOME: '/home/siti',
      PATH: '/usr/bin',
      LANG: 'ms_MY.UTF-8',
      TZ: 'Asia/Kuala_Lumpur',
      SystemRoot: 'C:\\Windows',
    })
  })
})

describe('the data folder', () => {
  it.each([
    ['win32', { LOCALAPPDATA: '/c/Local' }, '/c/Local/Ruang Kerja BKK'],
    ['win32', {}, '/home/siti/AppData/Local/Ruang Kerja BKK'],
    ['darwin', {}, '/home/siti/Library/Application Support/Ruang Kerja BKK'],
    ['linux', {}, '/home/siti/.local/share/ruang-kerja-bkk'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/ruang-kerja-bkk'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/siti/.local/share/ruang-kerja-bkk'],
    ['linux', { BKK_DATA_DIR: '/srv/bkk/' }, '/srv/bkk'],
    ['win32', { BKK_DATA_DIR: '', LOCALAPPDATA: '/c/Local' }, '/c/Local/Ruang Kerja BKK'],
  ] as const)('on %s with %j is %s', (platform, env, expected) => {
    const folder = systemDataFolder({ env, platform, home: '/home/siti' })
    expect(resolve(folder)).toBe(resolve(expected))
  })

  it('is never relative to where one happens to stand', () => {
    const surroundings = { env: { BKK_DATA_DIR: 'data' }, platform: 'linux', home: '/' } as const
    expect(() => systemDataFolder(surroundings)).toThrow('BKK_DATA_DIR must be an absolute path')
  })
})

describe('the content security policy', () => {
  it('is the strict one, with this answer’s nonce for style elements', () => {
    expect(contentPolicy('bm9uY2U=')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-bm9uY2U='; " +
        "img-src 'self' media: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    )
  })

  it('goes with headers that keep the page alone and its types as they are', () => {
    expect(pageHeaders('text/css', 'policy')).toMatchObject({
      'Content-Type': 'text/css',
      'Content-Security-Policy': 'policy',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    })
    expect(mediaHeaders('image/webp')).toMatchObject({
      'Cache-Control': 'private',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
  })

  it('writes the nonce where the page looks for it and nowhere else', () => {
    const html = '<meta name="style-nonce" content="__STYLE_NONCE__" /><p content="x">$&</p>'
    expect(withStyleNonce(html, 'a$&b')).toBe(
      '<meta name="style-nonce" content="a$&b" /><p content="x">$&</p>',
    )
  })
})

describe('restarting after crashes', () => {
  it.each([
    ['three within a minute', [0, 1_000, 2_000], [true, true, false]],
    ['three in just a minute', [0, 30_000, 60_000], [true, true, true]],
    ['three in just under a minute', [0, 30_000, 59_999], [true, true, false]],
    ['now and then', [0, 40_000, 80_000, 120_000], [true, true, true, true]],
    ['a calm hour, then a storm', [0, 3_600_000, 3_600_001, 3_600_002], [true, true, true, false]],
  ])('%s', (_name, crashes, expected) => {
    const policy = createRestartPolicy()
    expect(crashes.map((at) => policy.mayRestart(at))).toEqual(expected)
  })
})

describe('the window', () => {
  const laptop = { x: 0, y: 0, width: 1366, height: 728 }
  const second = { x: 1366, y: 0, width: 1920, height: 1040 }
  const small = { x: 0, y: 0, width: 800, height: 600 }

  it.each([
    ['opens at its first size', null, [laptop], { width: 1280, height: 728 }],
    [
      'opens as it was left',
      { x: 40, y: 30, width: 1200, height: 690 },
      [laptop],
      { x: 40, y: 30, width: 1200, height: 690 },
    ],
    [
      'opens on the second screen',
      { x: 1500, y: 100, width: 1600, height: 900 },
      [laptop, second],
      { x: 1500, y: 100, width: 1600, height: 900 },
    ],
    [
      'comes back when its screen is gone',
      { x: 1500, y: 100, width: 1600, height: 900 },
      [laptop],
      { width: 1366, height: 728 },
    ],
    [
      'shrinks with its screen',
      { x: 0, y: 0, width: 1920, height: 1040 },
      [laptop],
      { x: 0, y: 0, width: 1366, height: 728 },
    ],
    [
      'comes back when its title bar is above the screen',
      { x: 0, y: -200, width: 1200, height: 700 },
      [laptop],
      { width: 1200, height: 700 },
    ],
    [
      'comes back when nearly all of it is beside the screen',
      { x: 1300, y: 0, width: 1200, height: 700 },
      [laptop],
      { width: 1200, height: 700 },
    ],
    [
      'moves inside when part of it is beside the screen',
      { x: 1000, y: 0, width: 1200, height: 700 },
      [laptop],
      { x: 166, y: 0, width: 1200, height: 700 },
    ],
    [
      'is never smaller than its contents need',
      { x: 0, y: 0, width: 300, height: 200 },
      [laptop],
      { x: 0, y: 0, width: 1024, height: 680 },
    ],
    ['keeps its least size on a small screen', null, [small], { width: 1024, height: 680 }],
    ['opens without any screen', null, [], { width: 1280, height: 800 }],
  ])('%s', (_name, remembered, screens, expected) => {
    expect(windowBounds(remembered, screens)).toEqual(expected)
  })
})

describe('questions to another process', () => {
  it('are answered by number, in any order, once', async () => {
    const questions = createQuestions<string>()
    const sent: number[] = []
    const first = questions.ask((id) => sent.push(id))
    const second = questions.ask((id) => sent.push(id))
    expect(new Set(sent).size).toBe(2)
    questions.answer(sent[1] ?? NaN, 'two')
    questions.answer(sent[0] ?? NaN, 'one')
    questions.answer(sent[0] ?? NaN, 'again')
    expect(await Promise.all([first, second])).toEqual(['one', 'two'])
  })

  it('fail when that process ends', async () => {
    const questions = createQuestions<string>()
    const asked = questions.ask(() => undefined)
    questions.abandon()
    await expect(asked).rejects.toBeInstanceOf(Unanswered)
  })
})
