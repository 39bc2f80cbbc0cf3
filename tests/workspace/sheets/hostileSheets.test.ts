import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportField } from '#contract/postImports'
import { bytesOf } from '../../support/sheets.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
beforeAll(async () => {
  test = await startTestWorkspace('sqlite')
})
afterAll(async () => {
  await test.stop()
})

const head = (bytes: Uint8Array<ArrayBuffer>) =>
  test.workspace.posts.readSheet({ name: 'pelan.csv', bytes })
const bring = (bytes: Uint8Array<ArrayBuffer>, columns: (ImportField | null)[]) =>
  test.workspace.posts.importPosts({ name: 'pelan.csv', bytes, columns, trial: false })
const problems = async (text: string, columns: (ImportField | null)[]) =>
  (await bring(bytesOf(text), columns)).rejected.map(({ row, problem }) => [row, problem])
const titles = async () =>
  (await test.rows<{ title: string }>('select title from post order by title')).map(
    ({ title }) => title,
  )

describe('sheets that no office means to send', () => {
  it('a cell of more than a million letters is rejected with its row', async () => {
    const long = 'a'.repeat(1_200_000)
    expect(await problems(`Tajuk,Teks\nSatu,b\nDua,${long}`, ['title', 'text'])).toEqual([
      [3, 'too-long'],
    ])
  })

  it('a NUL is no text', async () => {
    await expect(head(bytesOf('Tajuk\nSa\0tu'))).rejects.toMatchObject({
      reason: 'sheets.unreadable',
    })
  })

  it('rows longer than the headings are rejected, shorter ones are read', async () => {
    const text = 'Tajuk,Catatan\nSatu\nDua,b,c\nTiga,b,'
    expect(await problems(text, ['title', 'notes'])).toEqual([[3, 'beyond-headings']])
  })

  it('letters that were damaged before are rejected with their row', async () => {
    expect(await problems('Tajuk\nSatu\nD\uFFFDa', ['title'])).toEqual([[3, 'damaged']])
  })

  it('an open quote does not swallow the rows behind it', async () => {
    await expect(head(bytesOf('Tajuk\n"Satu\nDua\nTiga'))).rejects.toMatchObject({
      reason: 'sheets.open-quote',
    })
  })

  it('ten thousand columns are too many to match', async () => {
    const wide = Array.from({ length: 10_000 }, (_, at) => `L${String(at)}`).join(',')
    await expect(head(bytesOf(`${wide}\n1`))).rejects.toMatchObject({ reason: 'sheets.too-wide' })
  })

  it('fifty thousand rows are refused', async () => {
    const long = ['Tajuk', ...Array.from({ length: 50_000 }, (_, at) => `B${String(at)}`)]
    await expect(head(bytesOf(long.join('\n')))).rejects.toMatchObject({
      reason: 'sheets.too-long',
    })
  })

  it('a heading that names what every object has is one like any other', async () => {
    const text = bytesOf('__proto__,constructor,Tajuk\nx,y,Prototaip')
    expect(await head(text)).toMatchObject({
      headings: ['__proto__', 'constructor', 'Tajuk'],
      guess: [null, null, 'title'],
    })
    await bring(text, ['notes', null, 'title'])
    expect(await titles()).toEqual(['Prototaip'])
  })

  it('UTF-16 and Windows-1252 keep their letters, and say what they were', async () => {
    const text = 'Tajuk\nTeks “elok” é'
    const wide = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
    expect((await head(wide)).encoding).toBe('utf-16')
    await bring(wide, ['title'])
    const letters: Record<string, number> = { '“': 0x93, '”': 0x94, é: 0xe9 }
    const narrow = new Uint8Array(
      Array.from(text, (letter) => letters[letter] ?? letter.charCodeAt(0)),
    )
    expect((await head(narrow)).encoding).toBe('windows-1252')
    await bring(narrow, ['title'])
    expect(await titles()).toEqual(['Prototaip', 'Teks “elok” é', 'Teks “elok” é'])
  })
})
