import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { DesktopAnswers } from '../../src/main/desktop/ipc.ts'
import { documentDrawn, toShell } from '../../src/preload/channels.ts'

vi.mock('electron', () => import('./electronRecorder.ts'))

type Invoke = (event: unknown, ...sent: unknown[]) => Promise<unknown>

const names = Object.keys(toShell) as (keyof DesktopAnswers)[]
const ran: unknown[][] = []
const failures: unknown[] = []
const channels = new Map<string, Invoke>()
const page = { id: 7, isDestroyed: () => false, mainFrame: { url: 'app://bkk/', parent: null } }
let gone = false

/** What each channel is agreed to take. */
const proper: Record<keyof DesktopAnswers, unknown[]> = {
  pickImages: [],
  pickAttachments: [],
  pickFolder: [],
  pickTargetFolder: [],
  pickFilePath: [{ name: 'poster-1200x630.jpg', format: 'jpeg' }],
  savePagePdf: ['Helaian'],
  printPage: [],
  makeDocument: [{ name: 'image-batch', input: '{}', language: 'ms' }],
  cancelDocument: [],
  saveFile: [{ name: 'Laporan', kind: 'csv', bytes: new Uint8Array(2) }],
  revealDataFolder: [],
  setTheme: ['dark'],
  setLanguage: ['en'],
  notify: [{ title: 'Hari ini', body: '3 hantaran', leadsTo: 'todays-board' }],
  quit: [],
}

beforeAll(async () => {
  const { answerPage } = await import('../../src/main/desktop/ipc.ts')
  const { recorded } = await import('./electronRecorder.ts')
  const answer =
    (name: string) =>
    (...args: unknown[]) => {
      ran.push([name, ...args])
      return Promise.resolve(name)
    }
  const answers = Object.fromEntries(names.map((name) => [name, answer(name)]))
  answerPage(answers as unknown as DesktopAnswers, {
    page: () => (gone ? null : (page as never)),
    failed: (where, error) => {
      failures.push([where, error])
      return 'a1b2c3d4'
    },
  })
  for (const name of names) {
    channels.set(name, recorded.handlers.get(`ipc ${toShell[name]}`) as unknown as Invoke)
  }
})

function invoke(name: string, event: unknown, ...sent: unknown[]): Promise<unknown> {
  const channel = channels.get(name)
  if (channel === undefined) throw new Error(`No channel ${name}`)
  return channel(event, ...sent)
}

const ownEvent = { sender: page, senderFrame: page.mainFrame }

const strangers: Record<string, unknown> = {
  'another origin': { sender: page, senderFrame: { url: 'https://example.com/', parent: null } },
  'a frame of the page': {
    sender: page,
    senderFrame: { url: 'app://bkk/', parent: page.mainFrame },
  },
  'a frame that is gone': { sender: page, senderFrame: null },
  'an empty page': { sender: page, senderFrame: { url: 'about:blank', parent: null } },
  'another window': { sender: { ...page, id: 8 }, senderFrame: page.mainFrame },
}

describe.each(names)('%s', (name) => {
  it('is answered for the page, with what was agreed', async () => {
    ran.length = 0
    expect(await invoke(name, ownEvent, ...proper[name])).toBe(name)
    expect(ran).toEqual([[name, ...proper[name]]])
  })

  it('is refused to every other sender', async () => {
    ran.length = 0
    for (const event of Object.values(strangers)) {
      await expect(invoke(name, event, ...proper[name])).rejects.toThrow('sender')
    }
    gone = true
    await expect(invoke(name, ownEvent, ...proper[name])).rejects.toThrow('sender')
    gone = false
    expect(ran).toEqual([])
  })

  it('is refused for 1 000 malformed requests, without a trace', async () => {
    ran.length = 0
    const value = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true })
    const hostile = fc.constantFrom(
      ...[undefined, null, '__proto__', 'constructor', 'x'.repeat(100_000), -0, NaN],
      JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
      { toString: () => 'ms', valueOf: () => 'dark' },
    )
    const sent = fc
      .array(fc.oneof(value, hostile), { minLength: 1, maxLength: 3 })
      .filter(
        (each) => !(each.length === 1 && typeof each[0] === 'string' && each[0].length <= 200),
      )
    await fc.assert(
      fc.asyncProperty(sent, async (each) => {
        await expect(invoke(name, ownEvent, ...each)).rejects.toThrow('input')
      }),
      { numRuns: 1_000 },
    )
    expect(ran).toEqual([])
    expect(failures).toEqual([])
    expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted')
  })
})

describe('what a hidden page says', () => {
  const said = { kind: 'failed', reason: 'gate.locked', details: {} } as const

  it('is heard from that page alone, and as it was agreed', async () => {
    const { hearHiddenPage } = await import('../../src/main/desktop/ipc.ts')
    const { recorded } = await import('./electronRecorder.ts')
    const heard: unknown[] = []
    let hidden: typeof page | null = page
    hearHiddenPage(
      (drawn) => heard.push(drawn),
      () => hidden as never,
    )
    const hear = recorded.handlers.get(`ipc ${documentDrawn}`) as unknown as Invoke
    for (const event of Object.values(strangers)) void hear(event, said)
    void hear(ownEvent)
    void hear(ownEvent, said, said)
    void hear(ownEvent, { ...said, kind: 'drawn' })
    void hear(ownEvent, { ...said, reason: 'toString' })
    expect(heard).toEqual([])
    void hear(ownEvent, said)
    expect(heard).toEqual([said])
    hidden = null
    void hear(ownEvent, said)
    expect(heard).toEqual([said])
  })
})

describe('an answer that fails', () => {
  it('tells the page a reference and nothing else', async () => {
    const { answerPage } = await import('../../src/main/desktop/ipc.ts')
    const { recorded } = await import('./electronRecorder.ts')
    const secret = new Error('/home/siti/Rahsia.pdf')
    answerPage({ quit: () => Promise.reject(secret) } as unknown as DesktopAnswers, {
      page: () => page as never,
      failed: () => 'a1b2c3d4',
    })
    const quit = recorded.handlers.get(`ipc ${toShell.quit}`) as unknown as Invoke
    await expect(quit(ownEvent)).rejects.toThrow(/^a1b2c3d4$/)
  })
})
