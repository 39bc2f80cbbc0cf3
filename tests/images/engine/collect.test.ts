import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collectSources } from '../../../src/main/workspace/images/engine/collect.ts'
import { folderWith, testFolder } from '../folder.ts'
import { collectAsNobody } from './collectAsNobody.ts'

async function names(...paths: string[]): Promise<string[]> {
  return (await collectSources(paths)).map(({ name }) => name)
}

describe('what files and folders hold', () => {
  it('is every entry down to the last folder, by path, without hidden ones', async () => {
    const folder = folderWith({ 'b.jpg': '', 'a.txt': '', '.hidden.jpg': '', B: '' })
    for (const inner of ['a', 'a/deep', '.git']) mkdirSync(join(folder, inner))
    for (const name of ['a/1.png', 'a/deep/2.png', '.git/3.png'])
      writeFileSync(join(folder, name), '')
    expect(await names(folder)).toEqual(
      ['B', 'a.txt', 'a/1.png', 'a/deep/2.png', 'b.jpg'].map((name) => join(folder, name)),
    )
  })

  it('comes code point by code point, not by UTF-16 units', async () => {
    // U+FF21 comes before U+1F389, though 0xFF21 is greater than the surrogate 0xD83C.
    const inOrder = ['Z.jpg', 'a.jpg', 'é.jpg', 'Ａ.jpg', '🎉.jpg']
    const folder = folderWith(Object.fromEntries(inOrder.toReversed().map((name) => [name, ''])))
    expect(await names(folder)).toEqual(inOrder.map((name) => join(folder, name)))
  })

  it('keeps paths as they were given', async () => {
    const folder = folderWith({ 'a.jpg': '' })
    const given = relative(process.cwd(), folder)
    expect(await names(given)).toEqual([`${given}/a.jpg`])
    expect(await names(`${given}/`)).toEqual([`${given}/a.jpg`])
    expect(await names(`${given}/a.jpg`)).toEqual([`${given}/a.jpg`])
  })

  it('has an entry once, however often it was named', async () => {
    const folder = folderWith({ 'a.jpg': '', 'b.jpg': '' })
    const a = join(folder, 'a.jpg')
    symlinkSync(folder, join(folder, 'again'))
    // The link itself is an entry; what lies behind it was found under another name already.
    expect(await names(a, folder, a, join(folder, 'again'))).toEqual(
      ['a.jpg', 'again', 'again/b.jpg'].map((name) => join(folder, name)),
    )
  })

  it('names hidden files and missing ones when asked for by name', async () => {
    const folder = folderWith({ '.hidden.jpg': '' })
    const asked = ['.hidden.jpg', 'missing.jpg'].map((name) => join(folder, name))
    expect(await names(...asked)).toEqual(asked)
  })

  it('does not follow links to folders, so that circles end', async () => {
    const folder = folderWith({ 'a.jpg': '' })
    symlinkSync('.', join(folder, 'circle'))
    symlinkSync('b', join(folder, 'c'))
    symlinkSync('c', join(folder, 'b'))
    expect(await names(folder)).toEqual(
      ['a.jpg', 'b', 'c', 'circle'].map((name) => join(folder, name)),
    )
  })

  it('has pipes, broken links and files of any kind', async () => {
    const folder = folderWith({ 'note.txt': 'x' })
    symlinkSync('nowhere', join(folder, 'broken.jpg'))
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe.jpg')])
    const pipes = process.platform === 'win32' ? [] : ['pipe.jpg']
    expect(await names(folder)).toEqual(
      ['broken.jpg', 'note.txt', ...pipes].map((name) => join(folder, name)),
    )
  })

  it('has folders that may not be read, and says so', () => {
    const folder = testFolder()
    chmodSync(folder, 0o755)
    mkdirSync(join(folder, 'closed'))
    writeFileSync(join(folder, 'closed/a.jpg'), '')
    chmodSync(join(folder, 'closed'), 0)
    const found = collectAsNobody(folder)
    chmodSync(join(folder, 'closed'), 0o755)
    expect(found).toEqual(
      process.platform === 'win32'
        ? [`${join(folder, 'closed/a.jpg')} -`]
        : [`${join(folder, 'closed')} no-permission`],
    )
  })

  it('has names that are not valid UTF-8, with the bytes to open them by', async () => {
    const folder = testFolder()
    const name = Buffer.concat([Buffer.from('gambar-'), Buffer.from([0xff, 0xe9])])
    const raw = Buffer.concat([Buffer.from(`${folder}/`), name])
    if (process.platform !== 'linux') return
    writeFileSync(raw, 'x')
    expect(await collectSources([folder])).toEqual([
      {
        name: join(folder, 'gambar-\uFFFD\uFFFD'),
        trouble: null,
        source: { kind: 'file', path: join(folder, 'gambar-\uFFFD\uFFFD'), rawPath: raw },
      },
    ])
  })
})
