import { isAbsolute, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isOwnPage, mayLoad, mediaRequest, pageFile } from '../../src/main/desktop/addresses.ts'

const root = resolve('/opt/ruang-kerja/out/renderer')
const id = '0d1e4bd2-3f7c-4f64-9d60-1f8cc1c8a1b7'

// Ways out of a folder that have worked somewhere: plain, encoded once, twice and wrongly, Windows
// separators, drives, UNC, NTFS streams, devices, twins of the root's name.
const steps = [
  '..',
  '%2e%2e',
  '.%2e',
  '%252e%252e',
  '..;',
  '...',
  '..%00',
  '%c0%ae%c0%ae',
  '\u2025',
  '\uff0e\uff0e',
]
const separators = ['/', '\\', '%2f', '%5c', '%255c', '//', '/./', '%c0%af', '\u2215', '\uff0f']
const targets = [
  'main/index.js',
  'package.json',
  'etc/passwd',
  'Windows/win.ini',
  'renderer-evil/x.js',
]

function traversals(): string[] {
  const climbing = steps.flatMap((step) =>
    separators.flatMap((separator) =>
      targets.map((target) => `app://bkk/${step}${separator}${step}${separator}${target}`),
    ),
  )
  const odd = [
    'app://bkk//etc/passwd',
    'app://bkk/C:/Windows/win.ini',
    'app://bkk/C:%5cWindows%5cwin.ini',
    'app://bkk/\\\\srv\\share\\x.js',
    'app://bkk///srv/share/x.js',
    'app://bkk/%5c%5c?%5cC:%5cx.js',
    'app://bkk/index.html::$DATA',
    'app://bkk/index.html:stream.js',
    'app://bkk/con.js',
    'app://bkk/assets/NUL.html',
    'app://bkk/com1.js',
    'app://bkk/aux.html/x.js',
    'app://bkk/index.html.',
    'app://bkk/index.html ',
    'app://bkk/index.html%20',
    'app://bkk/index.html%00.js',
    'app://bkk/.env.js',
    'app://bkk/assets//index.js',
    'app://bkk/assets/',
    'app://bkk/assets',
    'app://bkk/index.node',
    'app://bkk/index.exe',
    'app://bkk/__proto__',
    'app://bkk/x.__proto__',
    'app://bkk/x.constructor',
    'app://bkk@evil/index.html',
    'app://bkk:80/index.html',
    'app://bkk.evil/index.html',
    'app://evil/index.html',
    'app:/bkk/index.html',
    'APP://bkk/index.html',
    'file:///opt/ruang-kerja/out/renderer/index.html',
    ' app://bkk/index.html',
    '',
  ]
  return [...climbing, ...odd]
}

describe('addresses of the page', () => {
  it('stay inside the built page for more than 500 ways of leaving it', () => {
    const tried = traversals()
    expect(new Set(tried).size).toBeGreaterThan(500)
    const outside = tried.flatMap((address) => {
      const file = pageFile(root, address)
      if (file === null) return []
      const inside = relative(root, file.path)
      return inside.startsWith('..') || isAbsolute(inside) ? [address] : []
    })
    expect(outside).toEqual([])
  })

  it('are not found rather than cleaned up, when they are not those of a built file', () => {
    const found = traversals().filter((address) => pageFile(root, address) !== null)
    expect(found).toEqual([])
  })

  it.each([
    ['app://bkk/', 'index.html', 'text/html; charset=utf-8'],
    ['app://bkk/?x=1', 'index.html', 'text/html; charset=utf-8'],
    ['app://bkk/#/images', 'index.html', 'text/html; charset=utf-8'],
    ['app://bkk/index.html', 'index.html', 'text/html; charset=utf-8'],
    [
      'app://bkk/assets/index-Bbzih3tP.js',
      'assets/index-Bbzih3tP.js',
      'text/javascript; charset=utf-8',
    ],
    ['app://bkk/assets/_x-D_a-.css', 'assets/_x-D_a-.css', 'text/css; charset=utf-8'],
    ['app://bkk/assets/inter-latin.woff2', 'assets/inter-latin.woff2', 'font/woff2'],
    ['app://bkk/assets/icon.svg?v=2', 'assets/icon.svg', 'image/svg+xml'],
  ])('%s is %s', (address, path, contentType) => {
    expect(pageFile(root, address)).toEqual({ path: resolve(root, path), contentType })
  })
})

describe('addresses of pictures', () => {
  it.each(['thumbnail', 'preview'] as const)('name a %s of a check or of a kept image', (size) => {
    expect(mediaRequest(`media://${size}/check/${id}`)).toEqual({ size, of: 'check', id })
    expect(mediaRequest(`media://${size}/image/${id}`)).toEqual({ size, of: 'image', id })
  })

  it.each([
    `media://original/check/${id}`,
    `media://thumbnail/batch/${id}`,
    `media://thumbnail/check/${id}/`,
    `media://thumbnail/check/${id}?x`,
    `media://thumbnail/check/${id}#x`,
    `media://thumbnail/check/${id.toUpperCase()}`,
    `media://thumbnail/check/../${id}`,
    `media://thumbnail/check/${id}%2f..`,
    `media://thumbnail@evil/check/${id}`,
    `media://thumbnail/check/${id}\n`,
    `media://thumbnail/check/`,
    `media:thumbnail/check/${id}`,
    `app://thumbnail/check/${id}`,
    `media://thumbnail/check/${id.slice(1)}`,
  ])('are nothing else: %j', (address) => {
    expect(mediaRequest(address)).toBeNull()
  })
})

describe('what the window may load', () => {
  const page = 'http://localhost:5173/'

  it.each([
    ['app://bkk/', true],
    ['app://bkk/assets/index.js', true],
    [`media://preview/image/${id}`, true],
    ['blob:app://bkk/5b3f', true],
    ['blob:http://localhost:5173/5b3f', false],
    ['app://bkk.evil/', false],
    ['app://evil/', false],
    ['http://localhost:5173/', false],
    ['https://example.com/', false],
    ['ws://localhost:5173/', false],
    ['wss://example.com/', false],
    ['file:///etc/passwd', false],
    ['ftp://example.com/', false],
    ['data:text/html,x', false],
    ['devtools://devtools/bundled/inspector.html', false],
    ['chrome://gpu', false],
    ['about:blank', false],
    ['not an address', false],
    ['', false],
  ])('%s: %s', (address, expected) => {
    expect(mayLoad(address)).toBe(expected)
  })

  it('is also the development server while developing, and still nothing else', () => {
    const allowed = [page, `${page}@vite/client`, 'ws://localhost:5173/?token=x', 'app://bkk/']
    const refused = [
      'http://localhost:5174/',
      'http://localhost.evil:5173/',
      'https://example.com/',
    ]
    expect(allowed.filter((address) => !mayLoad(address, page))).toEqual([])
    expect(refused.filter((address) => mayLoad(address, page))).toEqual([])
  })
})

describe('the own page', () => {
  it.each([
    ['app://bkk/', true],
    ['app://bkk/#/images', true],
    ['app://bkk/index.html?x', true],
    ['app://bkk@evil/', false],
    ['app://user@bkk/', false],
    ['app://evil/', false],
    ['app://bkk.evil/', false],
    ['about:blank', false],
    ['about:srcdoc', false],
    ['data:text/html,app://bkk/', false],
    ['http://bkk/', false],
    ['https://example.com/#app://bkk/', false],
    ['file:///app://bkk/', false],
    ['', false],
  ])('%s: %s', (address, expected) => {
    expect(isOwnPage(address)).toBe(expected)
  })

  it('is the development server while developing, at exactly its origin', () => {
    const page = 'http://localhost:5173/'
    expect(isOwnPage('http://localhost:5173/x', page)).toBe(true)
    expect(isOwnPage('http://localhost:51730/', page)).toBe(false)
    expect(isOwnPage('https://localhost:5173/', page)).toBe(false)
  })
})
