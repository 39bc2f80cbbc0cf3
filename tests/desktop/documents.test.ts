import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { describe, expect, it } from 'vitest'
import { footTemplate } from '../../src/main/desktop/documentFoot.ts'
import { createDocumentMaker } from '../../src/main/desktop/documentMaker.ts'
import { DocumentRequest, DrawnDocument } from '../../src/main/desktop/documentMessages.ts'
import { fileName } from '../../src/main/desktop/printing.ts'
import { hostilePayloads } from '../support/hostilePayloads.ts'

/** A hidden page as far as the maker knows one. */
class HiddenPage {
  destroyed = false
  readonly webContents = Object.assign(new EventEmitter(), {
    printToPDF: () => Promise.resolve(Buffer.from('%PDF-1.4')),
  })
  isDestroyed() {
    return this.destroyed
  }
  destroy() {
    this.destroyed = true
  }
}

function startMaker(options: { connects?: boolean; patienceMs?: number } = {}) {
  const pages: HiddenPage[] = []
  const paths: string[] = []
  const failures: unknown[] = []
  const maker = createDocumentMaker({
    open: (path) => {
      const page = new HiddenPage()
      pages.push(page)
      paths.push(path)
      return page as unknown as BrowserWindow
    },
    connect: () => options.connects !== false,
    failed: (error) => {
      failures.push(error)
      return 'a1b2c3d4'
    },
    ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
  })
  return { maker, pages, paths, failures }
}

const request = { name: 'image-batch', input: '{"batchId":"a&b#c"}', language: 'en' } as const
const foot = { lines: ['Laporan'], page: 'Muka {page} / {pages}' }
const drawn = { kind: 'drawn' as const, name: 'Laporan 1', foot, contents: [] }

describe('a document', () => {
  it('is opened at its route, made when it is drawn, and its page is gone', async () => {
    const { maker, pages, paths } = startMaker()
    const making = maker.make(request)
    const [path = ''] = paths
    const address = new URL(path, 'app://bkk/')
    expect([address.protocol, address.pathname]).toEqual(['app:', '/print.html'])
    const [route, query] = address.hash.split('?', 2)
    expect(route).toBe('#/cetak/image-batch')
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      language: 'en',
      input: request.input,
    })
    expect(maker.page()).toBe(pages[0]?.webContents)
    maker.hear(drawn)
    const made = await making
    expect(made).toEqual({ kind: 'made', name: 'Laporan 1', pdf: Buffer.from('%PDF-1.4') })
    expect(pages[0]?.destroyed).toBe(true)
    expect(maker.page()).toBeNull()
  })

  it('fails as its page says, or with the page, or without a workspace', async () => {
    const said = { kind: 'failed', reason: 'gate.locked', details: {} } as const
    const one = startMaker()
    const first = one.maker.make(request)
    one.maker.hear(said)
    expect(await first).toEqual(said)
    const second = one.maker.make(request)
    one.pages[1]?.webContents.emit('render-process-gone')
    expect(await second).toMatchObject({ kind: 'failed', reason: 'print.page-ended' })
    const none = startMaker({ connects: false })
    const third = none.maker.make(request)
    none.pages[0]?.webContents.emit('did-finish-load')
    expect(await third).toMatchObject({ kind: 'failed', reason: 'workspace.crashed' })
    expect([...one.pages, ...none.pages].every((page) => page.destroyed)).toBe(true)
  })

  it('tells a reference where Chromium makes no PDF', async () => {
    const { maker, pages, failures } = startMaker()
    const making = maker.make(request)
    const broken = new Error('no PDF')
    if (pages[0]) pages[0].webContents.printToPDF = () => Promise.reject(broken)
    maker.hear(drawn)
    expect(await making).toEqual({
      kind: 'failed',
      reason: 'unexpected',
      details: { reference: 'a1b2c3d4' },
    })
    expect(failures).toEqual([broken])
  })

  it('is not waited for longer than its patience', async () => {
    const { maker, pages } = startMaker({ patienceMs: 20 })
    expect(await maker.make(request)).toMatchObject({ reason: 'print.took-too-long' })
    const drawing = maker.make(request)
    if (pages[1]) pages[1].webContents.printToPDF = () => new Promise(() => undefined)
    maker.hear(drawn)
    expect(await drawing).toMatchObject({ reason: 'print.took-too-long' })
    expect(pages.every((page) => page.destroyed)).toBe(true)
  })

  it('is given up when cancelled or when the next is asked for, and only that one', async () => {
    const { maker, pages } = startMaker()
    const first = maker.make(request)
    const second = maker.make(request)
    expect(await first).toEqual({ kind: 'cancelled' })
    expect(pages.map((page) => page.destroyed)).toEqual([true, false])
    maker.cancel()
    expect(await second).toEqual({ kind: 'cancelled' })
    const third = maker.make(request)
    // A late word from a page that was given up must not end another one's work.
    pages[0]?.webContents.emit('render-process-gone')
    maker.hear(drawn)
    expect(await third).toMatchObject({ kind: 'made' })
    maker.cancel()
  })
})

describe('what pages send about documents', () => {
  it('is taken only as it was agreed', () => {
    const refused = [
      { ...request, name: '../index' },
      { ...request, name: 'a'.repeat(99) },
      { ...request, input: 'x'.repeat(500_001) },
      { ...request, language: 'fr' },
      { name: 'image-batch' },
    ]
    expect(refused.filter((each) => DocumentRequest.safeParse(each).success)).toEqual([])
    expect(DocumentRequest.safeParse(request).success).toBe(true)
    const strange = { kind: 'failed', reason: 'constructor', details: {} }
    expect(DrawnDocument.safeParse(strange).success).toBe(false)
    expect(DrawnDocument.safeParse({ ...strange, reason: 'gate.locked' }).success).toBe(true)
  })
})

describe('the foot of a page', () => {
  it('numbers the page in the words of its language', () => {
    const text = (page: string) => footTemplate({ lines: [], page }).replace(/^.*nowrap">/, '')
    const [number, total] = ['pageNumber', 'totalPages'].map(
      (name) => `<span class="${name}"></span>`,
    )
    expect(text('Muka {page} / {pages}')).toContain(`Muka ${number} / ${total}<`)
    expect(text('Page {page} of {pages}')).toContain(`Page ${number} of ${total}<`)
  })

  it('shows whatever people typed as text', () => {
    const plain = footTemplate({ lines: [''], page: '{page}' })
    const tags = (html: string) => html.match(/<[a-z/][^>]*>/gi)
    for (const payload of hostilePayloads) {
      const html = footTemplate({ lines: [payload], page: '{page}' })
      expect(tags(html), payload).toEqual(tags(plain))
    }
  })
})

describe('the name of a file', () => {
  it.each([
    [
      'Laporan semakan imej 21 Nov 2026, 09.05',
      'csv',
      'Laporan semakan imej 21 Nov 2026, 09.05.csv',
    ],
    ['Laporan.pdf', 'csv', 'Laporan.csv'],
    ['Kalendar.csv', 'xlsx', 'Kalendar.xlsx'],
    ['Kalendar', 'ics', 'Kalendar.ics'],
    ['../..\\x:y', 'pdf', 'x y.pdf'],
    ['', 'csv', 'Ruang Kerja BKK.csv'],
  ] as const)('%s as %s is %s', (suggested, ending, name) => {
    expect(fileName(suggested, ending)).toBe(name)
  })
})
