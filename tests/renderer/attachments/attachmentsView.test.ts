import { describe, expect, it } from 'vitest'
import { AttachmentKind } from '#contract/attachments'
import {
  copyName,
  hasLocation,
  iconOf,
  isShown,
} from '../../../src/renderer/attachments/attachmentsView.ts'
import { dividedFiles, nameOfLoose } from '../../../src/renderer/shell/incomingFiles.ts'

describe('a copy', () => {
  it.each([
    ['Surat program', 'pdf', 'Surat program.pdf'],
    ['Jalan A/B: siap?', 'jpeg', 'Jalan A B siap.jpg'],
    ['..\\..\\etc', 'txt', 'etc.txt'],
    ['...', 'docx', 'lampiran.docx'],
    ['panjang '.repeat(40), 'eml', `${'panjang '.repeat(15).trim()}.eml`],
  ] as const)('of %j as %s is called %j', (title, kind, name) => {
    expect(copyName({ title, kind })).toBe(name)
  })
})

it('shows pictures and PDFs, and has a sign for everything', () => {
  expect(AttachmentKind.options.filter((kind) => isShown({ kind }))).toEqual([
    'pdf',
    'jpeg',
    'png',
    'webp',
  ])
  for (const kind of AttachmentKind.options) expect(iconOf(kind)).toBeTruthy()
})

it('tells a place apart from other details', () => {
  expect(hasLocation({ personal: [{ kind: 'author', value: 'Ali' }] })).toBe(false)
  expect(hasLocation({ personal: [{ kind: 'location', value: '3.1, 101.6' }] })).toBe(true)
})

describe('files that come in', () => {
  it('are told apart by whether they lie on a disk', () => {
    const [here, loose] = [new File(['a'], 'a.pdf'), new File(['b'], 'image.png')]
    const desktop = {
      pathsOf: (files: readonly File[]) => files.map((f) => (f === here ? '/a' : '')),
    }
    expect(dividedFiles([here, loose], desktop)).toEqual({ paths: ['/a'], loose: [loose] })
  })

  it.each([
    [{ name: 'surat.pdf', type: 'application/pdf' }, 'surat.pdf'],
    [{ name: 'image.png', type: 'image/png' }, 'tampal.png'],
    [{ name: '', type: 'image/jpeg' }, 'tampal.jpeg'],
    [{ name: '', type: '' }, 'tampal.png'],
  ])('%j is called %j', (file, name) => {
    expect(nameOfLoose(file, (extension) => `tampal.${extension}`)).toBe(name)
  })
})
