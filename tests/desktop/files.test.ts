import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from '../../src/main/desktop/log.ts'
import { withoutPeople } from '../../src/main/workspace/trace.ts'
import { fileName, writeWhole } from '../../src/main/desktop/printing.ts'
import { openSettings } from '../../src/main/desktop/settings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ruang-kerja-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function logLines(): Record<string, string>[] {
  return readFileSync(join(folder, 'log', 'application.log'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>)
}

describe('the log', () => {
  it('notes kind, code and stack under a reference, and no message', () => {
    const log = openLog(join(folder, 'log'))
    const error = Object.assign(new RangeError('Siti binti Ahmad, 800101-14-5566'), { code: 'EIO' })
    const reference = log.failure('save-page-pdf', error)
    const [line] = logLines()
    expect(line).toMatchObject({ reference, where: 'save-page-pdf' })
    expect(line?.['error']).toMatch(/^RangeError EIO\nat .+files\.test\.ts:\d+:\d+/)
    expect(JSON.stringify(line)).not.toContain('Siti')
  })

  it('takes the names of 500 people out of what it is given', () => {
    const log = openLog(join(folder, 'log'))
    const people = Array.from({ length: 500 }, (_, each) => `Orang${each}binAhli`)
    for (const person of people) {
      const error = new Error(`ENOENT: no such file, open '/home/${person}/Gambar ${person}.jpg'`)
      error.stack = `${error.stack ?? ''}\n    at read (/home/${person}/app/out/main/utility.js:1:2)`
      error.stack += `\n    at read (file:///C:/Users/${person}/app/out/main/index.js:3:4)`
      error.stack += `\n    at C:\\Users\\${person}\\app\\x.js:5:6`
      log.write({ reference: 'x', at: 'now', where: 'images.check', error: error.stack ?? '' })
    }
    const written = readdirSync(join(folder, 'log'))
      .map((name) => readFileSync(join(folder, 'log', name), 'utf8'))
      .join('')
    expect(people.filter((person) => written.includes(person))).toEqual([])
    expect(written).toContain('at read (~/app/out/main/utility.js:1:2)')
    expect(written).toContain('at ~\\\\app\\\\x.js:5:6')
  })

  it.each([
    [
      'WorkspaceError: database.full\n    at f (/srv/app/x.js:1:1)',
      'WorkspaceError\nat f (/srv/app/x.js:1:1)',
    ],
    ['Siti binti Ahmad menelefon', 'Error'],
    ['Error: x\n at Jalan Sultan, Siti\n    at g (~/x.js:1:1)', 'Error\nat g (~/x.js:1:1)'],
    ['SqliteError SQLITE_FULL: x', 'SqliteError SQLITE_FULL'],
    ['Siti Aminah: menelefon', 'Error'],
    ['Error: x\n    at Siti Aminah:1:2\n    at (Jalan Sultan:3:4)', 'Error'],
    ['', 'Error'],
  ])('keeps of %j only %j', (text, kept) => {
    expect(withoutPeople(text)).toBe(kept)
  })

  it('keeps four files of about a megabyte at most', () => {
    const log = openLog(join(folder, 'log'))
    const frame = `at f (/srv/${'x'.repeat(60_000)}.js:1:1)`
    for (let each = 0; each < 100; each++) {
      log.write({ reference: String(each), at: 'now', where: 'x', error: `Error\n${frame}` })
    }
    const files = readdirSync(join(folder, 'log')).sort()
    expect(files).toEqual([
      'application.1.log',
      'application.2.log',
      'application.3.log',
      'application.log',
    ])
    for (const file of files) {
      expect(statSync(join(folder, 'log', file)).size).toBeLessThanOrEqual(1_000_000)
    }
    expect(logLines().at(-1)?.['reference']).toBe('99')
  })

  it('breaks nothing when it cannot be written', () => {
    writeFileSync(join(folder, 'log'), 'a file in the way')
    expect(openLog(join(folder, 'log')).failure('x', new Error('x'))).toMatch(/^[0-9a-f]{8}$/)
  })
})

describe('the settings of the shell', () => {
  const fresh = { language: 'ms', theme: 'system', window: null }

  it('are kept', () => {
    const path = join(folder, 'shell', 'shell.json')
    openSettings(path).change({ theme: 'dark' })
    openSettings(path).change({ language: 'en' })
    expect(openSettings(path).current).toEqual({ ...fresh, theme: 'dark', language: 'en' })
    expect(readdirSync(join(folder, 'shell'))).toEqual(['shell.json'])
  })

  it.each(['', '{', 'null', '[]', '{"theme":"blue"}', '{"window":{"bounds":{}}}'])(
    'count as none when the file says %j',
    (text) => {
      const path = join(folder, 'shell.json')
      writeFileSync(path, text)
      expect(openSettings(path).current).toEqual(fresh)
    },
  )
})

describe('saving a PDF', () => {
  it('replaces the old file by the whole new one', async () => {
    const path = join(folder, 'a.pdf')
    writeFileSync(path, 'before')
    await writeWhole(path, Buffer.from('after'))
    expect(readFileSync(path, 'utf8')).toBe('after')
    expect(readdirSync(folder)).toEqual(['a.pdf'])
  })

  it('leaves nothing behind when the place cannot be written', async () => {
    const path = join(folder, 'taken')
    mkdirSync(join(path, 'inside'), { recursive: true })
    await expect(writeWhole(path, Buffer.from('x'))).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['taken'])
    expect(existsSync(join(path, 'inside'))).toBe(true)
  })

  it.each([
    ['Helaian pemulihan', 'Helaian pemulihan.pdf'],
    ['Helaian.pdf', 'Helaian.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\Windows\\x', 'C Windows x.pdf'],
    ['a\u0000b\nc', 'a b c.pdf'],
    ['...', 'Ruang Kerja BKK.pdf'],
    ['', 'Ruang Kerja BKK.pdf'],
    ['x'.repeat(500), `${'x'.repeat(120)}.pdf`],
  ])('%j becomes %j', (suggested, name) => {
    expect(fileName(suggested, 'pdf')).toBe(name)
  })
})
