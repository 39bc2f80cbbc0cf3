import { execFileSync } from 'node:child_process'
import { mkdir, symlink, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sharp } from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { largestAttachment, type AttachmentOwner } from '#contract/attachments'
import { workbookOf } from '../../support/sheets.ts'
import { plain, open } from '../../support/pictures.ts'
import { addTo } from '../../support/posts.ts'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { openOutside, pdf, type Outside } from './attaching.ts'

let test: TestWorkspace
let outside: Outside
let owner: AttachmentOwner
beforeAll(async () => {
  test = await startTestWorkspace('sqlite')
  outside = await openOutside()
  owner = { kind: 'post', id: (await addTo(test, 'Laluan alternatif')).id }
})
afterAll(async () => {
  await test.stop()
  await outside.remove()
})

const picture = (): Sharp => open(plain({ width: 40, height: 30 }, [10, 120, 60]))
const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')

/** Attaches one file and says what became of it: its kind, or the reason. */
async function fateOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = await outside.put(name, bytes)
  const { added, refused } = await test.workspace.attachments.add({ owner, paths: [path] })
  return added[0]?.kind ?? refused[0]?.reason ?? 'nothing'
}

it.each<[string, string | (() => Promise<Uint8Array>), string]>([
  // By content, whatever the name says.
  ['imbasan.exe', () => Promise.resolve(pdf), 'pdf'],
  ['foto.pdf', () => picture().jpeg().toBuffer(), 'jpeg'],
  ['lukisan.jpg', () => picture().png().toBuffer(), 'png'],
  ['tangkapan.png', () => picture().webp().toBuffer(), 'webp'],
  ['Jadual.xlsx', () => workbookOf(['Tajuk'], [['Satu']]), 'xlsx'],
  ['Nota.txt', 'BMW hitam di KM 12, jalan berlubang.', 'txt'],
  ['Aduan.eml', 'From: a@b.my\r\nSubject: Jalan rosak\r\n\r\nTuan,\r\n', 'eml'],
  // What runs, unpacks or draws itself from a script.
  ['surat.pdf', 'MZ\x90\x00\x03\x00\x00\x00program', 'attachments.not-accepted'],
  ['surat2.pdf', '\x7fELF\x02\x01\x01', 'attachments.not-accepted'],
  ['arkib.docx', () => Promise.resolve(zip), 'attachments.not-accepted'],
  ['laman.txt', '\ufeff <!doctype html><script>ran()</script>', 'attachments.not-accepted'],
  ['lukis.txt', '<svg onload=ran()>', 'attachments.not-accepted'],
  ['skrip.txt', '#!/bin/sh\nrm -rf /', 'attachments.not-accepted'],
  ['mesej.eml', 'Bukan mesej.', 'attachments.not-accepted'],
  ['data.bin', 'teks tanpa nama teks', 'attachments.not-accepted'],
  ['biner.txt', 'a\x00b', 'attachments.not-accepted'],
  // A page that is also a PDF: what a reader of PDF forgives, a browser would run.
  ['dua.pdf', `<script>ran()</script>\n${pdf.toString('latin1')}`, 'attachments.not-accepted'],
  // Told what to do instead.
  ['foto.heic', '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'attachments.convert-first'],
  ['imbasan.tif', () => picture().tiff().toBuffer(), 'attachments.convert-first'],
  ['gerak.gif', () => picture().gif().toBuffer(), 'attachments.convert-first'],
  // Nothing in it, or nothing that opens.
  ['kosong.pdf', '', 'attachments.empty'],
  [
    'separuh.jpg',
    async () => (await picture().jpeg().toBuffer()).subarray(0, 180),
    'attachments.damaged',
  ],
])('%s is taken or refused for what it is', async (name, made, fate) => {
  const bytes = typeof made === 'string' ? Buffer.from(made, 'utf8') : await made()
  expect(await fateOf(name, bytes)).toBe(fate)
})

it('says what a file should be saved as', async () => {
  const path = await outside.put('lain.heic', '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic')
  const { refused } = await test.workspace.attachments.add({ owner, paths: [path] })
  expect(refused).toEqual([
    {
      ...{ fileName: 'lain.heic', reason: 'attachments.convert-first' },
      details: { kind: 'HEIC', to: 'JPEG' },
    },
  ])
})

it('reads no file beyond the limit, no folder, no pipe, and nothing that is gone', async () => {
  const large = await outside.put('besar.pdf', pdf)
  await truncate(large, largestAttachment + 1)
  const folder = join(outside.folder, 'folder.pdf')
  await mkdir(folder)
  const pipe = join(outside.folder, 'paip.pdf')
  if (process.platform !== 'win32') execFileSync('mkfifo', [pipe])
  const dangling = join(outside.folder, 'pautan.pdf')
  await symlink(join(outside.folder, 'tiada'), dangling)
  const paths = [large, folder, pipe, dangling, join(outside.folder, 'tiada.pdf')]
  const { added, refused } = await test.workspace.attachments.add({ owner, paths })
  expect(added).toEqual([])
  expect(refused.map(({ reason }) => reason)).toEqual([
    'attachments.too-large',
    ...Array.from({ length: 4 }, () => 'attachments.unreadable'),
  ])
  expect(refused[0]?.details).toEqual({ limit: 100 })
})

it('takes the largest file there may be', async () => {
  const large = await outside.put('tepat.pdf', pdf)
  await truncate(large, largestAttachment)
  const { added } = await test.workspace.attachments.add({ owner, paths: [large] })
  expect(added).toMatchObject([{ kind: 'pdf', byteSize: largestAttachment }])
}, 60_000)
