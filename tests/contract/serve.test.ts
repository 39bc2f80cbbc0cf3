import { MessageChannel } from 'node:worker_threads'
import { createBirpc } from 'birpc'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '#contract/index'
import type { PageEnd, WorkspaceEnd } from '#contract/wire'
import { findCall } from '../../src/main/workspace/serve.ts'
import { portOver, startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let test: TestWorkspace
// One for all; what breaks its workspace brings its own.
beforeAll(async () => {
  test = await startTestWorkspace('sqlite')
})
afterAll(() => test.stop())

/** A page that may say anything, as a broken or hostile one would. */
function rawPage() {
  const { port1, port2 } = new MessageChannel()
  test.running.connect(portOver(port1))
  const port = portOver(port2)
  const page: PageEnd = {
    progress: () => undefined,
    changed: () => undefined,
    gateMoved: () => undefined,
  }
  return createBirpc<WorkspaceEnd & Record<string, () => void>, PageEnd>(page, {
    post: (message) => port.post(message),
    on: (listener) => port.onMessage(listener),
    timeout: 2_000,
  })
}

const unknownNames = [
  '',
  'people',
  'people.',
  '.list',
  'people.list.more',
  'people.constructor',
  'people.toString',
  'people.hasOwnProperty',
  'people.__proto__',
  '__proto__.list',
  'constructor.prototype',
  'toString.call',
  'nothing.list',
]

describe('names nobody declared', () => {
  it.each(unknownNames)('«%s» is refused', (name) => {
    expect(() => findCall(contract, name)).toThrow('call.unknown')
  })

  it.each([null, 7, {}, ['people.list']])('%j is refused over the wire', async (name) => {
    const reply = await rawPage().call(1, name as string, {})
    expect(reply).toEqual({
      ok: false,
      error: { code: 'invalid', reason: 'call.unknown', details: {} },
    })
  })

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])(
    'the wire itself has no method «%s»',
    async (method) => {
      await expect(rawPage().$call(method as 'call', 1, '', {})).rejects.toThrow()
    },
  )
})

describe('input that does not fit', () => {
  it.each([
    ['people.add', { name: '', post: 'x' }, 'name'],
    ['people.add', { name: 'a\nb', post: 'x' }, 'name'],
    ['people.add', null, ''],
    ['people.change', { id: '1; drop table person', name: 'a', post: 'b', active: true }, 'id'],
    ['images.checkFiles', { paths: [], kind: null }, 'paths'],
    ['office.auditLog', { before: null, limit: 100_000 }, 'limit'],
  ])('%s with %j is refused before anything runs', async (name, input, where) => {
    const reply = await rawPage().call(1, name, input)
    expect(reply).toEqual({
      ok: false,
      error: { code: 'invalid', reason: 'call.input', details: { where } },
    })
    expect(await test.rows('select * from audit_entry')).toHaveLength(1)
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('a pasted picture', () => {
  const { input } = contract.images.checkPasted
  const pasted = (bytes: number) => ({ name: 'a.png', bytes: new Uint8Array(bytes) })

  it('of 100 MB fits, and one byte more is refused before anything runs', async () => {
    expect(input.safeParse(pasted(100_000_000)).success).toBe(true)
    const reply = await rawPage().call(1, 'images.checkPasted', pasted(100_000_001))
    expect(reply).toEqual({
      ok: false,
      error: { code: 'invalid', reason: 'call.input', details: { where: 'bytes' } },
    })
    expect(await test.rows('select * from image_batch')).toEqual([])
  })
})

describe('a failure nobody foresaw', () => {
  it('is logged once with a reference, and only the reference travels', async () => {
    const broken = await startTestWorkspace('sqlite')
    await broken.rows('drop table setting')
    const { office } = broken.workspace
    await expect(office.read({})).rejects.toMatchObject({ reason: 'unexpected' })
    expect(broken.log).toHaveLength(1)
    const [entry] = broken.log
    await expect(office.read({})).rejects.toMatchObject({
      details: { reference: expect.stringMatching(/^[0-9A-F]{8}$/) as string },
    })
    expect(entry).toMatchObject({ where: 'office.read' })
    // Its message would be of the database, and may quote a value.
    expect(entry?.error).toMatch(/^SqliteError SQLITE_ERROR\nat /)
    await broken.stop()
  })
})

describe('calls and handlers', () => {
  const calls = Object.entries(contract).flatMap(([slice, members]) =>
    Object.keys(members).map((member) => `${slice}.${member}`),
  )

  it.each(calls)('%s has a handler', async (name) => {
    const reply = await rawPage().call(1, name, {})
    expect(reply.ok ? null : reply.error.reason).not.toBe('call.unknown')
  })
})
