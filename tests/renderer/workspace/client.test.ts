import { describe, expect, it } from 'vitest'
import { reactive } from 'vue'
import { createBirpc } from 'birpc'
import { WorkspaceError } from '#contract/errors'
import type { PageEnd, Port, WorkspaceEnd } from '#contract/wire'
import { portAnnouncement } from '../../../src/preload/desktop'
import { createWorkspaceClient } from '../../../src/renderer/workspace/client'
import { paceOf } from '../../../src/renderer/workspace/jobs'
import { plain } from '../../../src/renderer/workspace/plain'
import { acceptPorts } from '../../../src/renderer/workspace/port'
import { eventually } from '../../support/eventually.ts'

/** Two joined ports; what is sent is cloned, as a real port does. */
function joinedPorts(): [Port, Port] {
  const listeners: ((message: unknown) => void)[][] = [[], []]
  const port = (own: number): Port => ({
    post(message) {
      const sent: unknown = structuredClone(message)
      queueMicrotask(() => listeners[1 - own]?.forEach((listener) => listener(sent)))
    },
    onMessage: (listener) => listeners[own]?.push(listener),
    close: () => listeners.forEach((list) => list.splice(0)),
  })
  return [port(0), port(1)]
}

interface Heard {
  readonly callId: number
  readonly name: string
  readonly input: unknown
}

/** The far end of a port: hears calls, and answers when the test says so. */
function farEnd(port: Port) {
  const heard: Heard[] = []
  const cancelled: number[] = []
  const waiting = new Map<number, (reply: Awaited<ReturnType<WorkspaceEnd['call']>>) => void>()
  const end: WorkspaceEnd = {
    call(callId, name, input) {
      heard.push({ callId, name, input })
      return new Promise((answer) => waiting.set(callId, answer))
    },
    cancel: (callId) => void cancelled.push(callId),
  }
  const page = createBirpc<PageEnd, WorkspaceEnd>(end, {
    post: (message) => port.post(message),
    on: (listener) => port.onMessage(listener),
    timeout: -1,
    eventNames: ['progress', 'changed', 'gateMoved'],
  })
  return { heard, cancelled, waiting, page }
}

function connected() {
  const client = createWorkspaceClient()
  const [near, far] = joinedPorts()
  const lost = client.connect(near)
  return { client, lost, ...farEnd(far) }
}

describe('the client', () => {
  it('sends a call by its name and gives back what was answered', async () => {
    const { client, heard, waiting } = connected()
    const asked = client.workspace.people.add({ name: 'Siti', post: 'Pereka' })
    await eventually(() => expect(heard).toHaveLength(1))
    expect(heard[0]).toMatchObject({ name: 'people.add', input: { name: 'Siti', post: 'Pereka' } })
    waiting.get(1)?.({ ok: true, value: 'done' })
    await expect(asked).resolves.toBe('done')
  })

  it('throws a failure again as what it was', async () => {
    const { client, heard, waiting } = connected()
    const asked = client.workspace.gate.lock({})
    await eventually(() => expect(heard).toHaveLength(1))
    waiting.get(1)?.({
      ok: false,
      error: { code: 'refused', reason: 'gate.locked', details: { count: 2 } },
    })
    const error = await asked.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(WorkspaceError)
    expect(error).toMatchObject({ code: 'refused', reason: 'gate.locked', details: { count: 2 } })
  })

  it('keeps calls until there is a port', async () => {
    const client = createWorkspaceClient()
    const asked = client.workspace.people.list({})
    const [near, far] = joinedPorts()
    const { heard, waiting } = farEnd(far)
    client.connect(near)
    await eventually(() => expect(heard).toHaveLength(1))
    waiting.get(1)?.({ ok: true, value: [] })
    await expect(asked).resolves.toEqual([])
  })

  it('rejects all pending calls when another port takes the place of the old one', async () => {
    const { client, heard, lost } = connected()
    const asked = [client.workspace.people.list({}), client.workspace.office.read({})]
    await eventually(() => expect(heard).toHaveLength(2))
    const [near, far] = joinedPorts()
    const after = farEnd(far)
    client.connect(near)
    await expect(Promise.allSettled(asked)).resolves.toMatchObject([
      { reason: { reason: 'workspace.crashed' } },
      { reason: { reason: 'workspace.crashed' } },
    ])
    const again = client.workspace.people.list({})
    await eventually(() => expect(after.heard).toHaveLength(1))
    // The old port's end is told late; by then it concerns nobody.
    lost()
    after.waiting.get(3)?.({ ok: true, value: ['here'] })
    await expect(again).resolves.toEqual(['here'])
  })

  it('fails at once, with its own reason, after the shell has given up', async () => {
    const client = createWorkspaceClient()
    const waiting = client.workspace.people.list({})
    client.giveUp()
    await expect(waiting).rejects.toMatchObject({ reason: 'workspace.stopped' })
    await expect(client.workspace.people.list({})).rejects.toMatchObject({
      reason: 'workspace.stopped',
    })
  })

  it('hands progress to the call it belongs to, and cancels by signal', async () => {
    const { client, heard, cancelled, waiting, page } = connected()
    const stop = new AbortController()
    const told: unknown[] = []
    const input = { paths: ['/a.png'], kind: null }
    const asked = client.workspace.images.checkFiles(input, {
      signal: stop.signal,
      onProgress: (progress) => told.push(progress),
    })
    await eventually(() => expect(heard).toHaveLength(1))
    void page.progress(1, { done: 1, total: 2 })
    void page.progress(99, { done: 9, total: 9 })
    await eventually(() => expect(told).toEqual([{ done: 1, total: 2 }]))
    stop.abort()
    await eventually(() => expect(cancelled).toEqual([1]))
    waiting.get(1)?.({ ok: true, value: { done: 1 } })
    await asked
    await expect(
      client.workspace.images.checkFiles(input, { signal: stop.signal }),
    ).rejects.toMatchObject({ reason: 'call.cancelled' })
  })

  it('lets the workspace call nothing but what it offers', async () => {
    const { page } = connected()
    const anything = page as unknown as Record<string, () => Promise<unknown>>
    await expect(anything['toString']?.call(page)).rejects.toThrow()
  })
})

describe('what is sent', () => {
  it('is freed of wrappers that no port can clone; binary data stays as it is', () => {
    const bytes = new Uint8Array([1, 2])
    const state = reactive({ ids: ['a'], caption: { place: 'Ipoh' }, bytes })
    const sent = plain(state)
    expect(structuredClone(sent)).toEqual({ ids: ['a'], caption: { place: 'Ipoh' }, bytes })
    expect(sent).toMatchObject({ bytes })
  })
})

describe('a port', () => {
  it('is accepted from this very window only', () => {
    const accepted: unknown[] = []
    const stop = acceptPorts(window, (port) => accepted.push(port))
    const port = { name: 'port' } as unknown as MessagePort
    const announce = (source: unknown, data: unknown, ports: MessagePort[]) => {
      const event = new MessageEvent('message', { data })
      Object.defineProperties(event, { source: { value: source }, ports: { value: ports } })
      window.dispatchEvent(event)
    }
    announce(null, { kind: portAnnouncement }, [port])
    announce({}, { kind: portAnnouncement }, [port])
    announce(window, { kind: 'another' }, [port])
    announce(window, portAnnouncement, [port])
    announce(window, { kind: portAnnouncement }, [])
    expect(accepted).toEqual([])
    announce(window, { kind: portAnnouncement }, [port])
    expect(accepted).toEqual([port])
    stop()
    announce(window, { kind: portAnnouncement }, [port])
    expect(accepted).toHaveLength(1)
  })
})

describe('the pace of a job', () => {
  it('is told once enough is done to know it', () => {
    const job = { done: 40, total: 100, startedAt: 1_000 }
    expect(paceOf(job, 11_000)).toEqual({ perSecond: 4, secondsLeft: 15 })
    expect(paceOf({ ...job, done: 1 }, 11_000)).toBe(null)
    expect(paceOf(job, 1_200)).toBe(null)
  })
})
