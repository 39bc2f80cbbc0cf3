import { createBirpc, type BirpcReturn } from 'birpc'
import type { CallOptions } from '#contract/call'
import { WorkspaceError, type Reason } from '#contract/errors'
import type { Workspace } from '#contract/index'
import type { PageEnd, Port, WorkspaceEnd } from '#contract/wire'
import { createListeners, type Listeners } from './listeners.ts'
import { plain } from './plain.ts'

export type AnyCall = (
  name: string,
  input: unknown,
  options?: CallOptions<unknown>,
) => Promise<unknown>

/** The page's end of the workspace. It outlives ports: a lost one is replaced by `connect`. */
export interface WorkspaceClient {
  /** `workspace.images.checkFiles({ … }, { onProgress, signal })` */
  readonly workspace: Workspace
  /** The same by name, for code that is generic over calls. */
  readonly call: AnyCall
  /**
   * Takes a port into use; calls still pending on an older one fail with `workspace.crashed`.
   * Returns what to call when this very port closes; it is deaf once another has taken its place.
   */
  connect(port: Port): () => void
  /** Says that no answer will come: pending calls fail, later ones wait for the next port. */
  disconnect(): void
  /** Says that no port will come any more: waiting and later calls fail at once. */
  giveUp(): void
  /** Each time a port was taken into use. */
  readonly connected: Listeners<undefined>
  /** Slices whose rows changed. */
  readonly changed: Listeners<readonly string[]>
  /** The gate opened or closed, or another person is at the keyboard. */
  readonly gateMoved: Listeners<undefined>
}

type Rpc = BirpcReturn<WorkspaceEnd, PageEnd>

interface Sent {
  readonly fail: (error: Error) => void
  readonly onProgress: ((progress: unknown) => void) | undefined
}

export function createWorkspaceClient(): WorkspaceClient {
  const connected = createListeners<undefined>()
  const changed = createListeners<readonly string[]>()
  const gateMoved = createListeners<undefined>()
  const sent = new Map<number, Sent>()
  let waiting: { readonly go: () => void; readonly fail: (error: Error) => void }[] = []
  let lastCallId = 0
  let rpc: Rpc | null = null
  let givenUp = false

  function open(port: Port): Rpc {
    const page: PageEnd = {
      progress: (callId, value) => sent.get(callId)?.onProgress?.(value),
      changed: (slices) => changed.tell(slices),
      gateMoved: () => gateMoved.tell(undefined),
    }
    return createBirpc<WorkspaceEnd, PageEnd>(page, {
      post: (message) => port.post(message),
      on: (listener) => port.onMessage(listener),
      off: () => port.close(),
      timeout: -1,
      eventNames: ['cancel'],
      resolver: (name, resolved) => (Object.hasOwn(page, name) ? resolved : undefined),
    })
  }

  function connect(port: Port): () => void {
    disconnect()
    givenUp = false
    const opened = open(port)
    rpc = opened
    const held = waiting
    waiting = []
    for (const call of held) call.go()
    connected.tell(undefined)
    return () => {
      if (rpc === opened) disconnect()
    }
  }

  function disconnect(): void {
    const old = rpc
    rpc = null
    // Before the port closes: the first rejection of a call is the one its caller sees.
    failAll([...sent.values()], 'workspace.crashed')
    sent.clear()
    old?.$close()
  }

  function giveUp(): void {
    givenUp = true
    disconnect()
    failAll(waiting, 'workspace.stopped')
    waiting = []
  }

  function call(name: string, input: unknown, options: CallOptions<unknown> = {}) {
    return new Promise<unknown>((resolve, fail) => {
      if (options.signal?.aborted) fail(new WorkspaceError('call.cancelled'))
      else if (givenUp) fail(new WorkspaceError('workspace.stopped'))
      else if (rpc) send(rpc, name, plain(input), options).then(resolve, fail)
      else {
        const asked = plain(input)
        waiting.push({ go: () => void call(name, asked, options).then(resolve, fail), fail })
      }
    })
  }

  async function send(
    over: Rpc,
    name: string,
    input: unknown,
    { signal, onProgress }: CallOptions<unknown>,
  ): Promise<unknown> {
    const callId = (lastCallId += 1)
    const cancel = () => void over.cancel(callId)
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      const lost = new Promise<never>((_, fail) => sent.set(callId, { fail, onProgress }))
      const reply = await Promise.race([over.call(callId, name, input), lost])
      if (reply.ok) return reply.value
      throw new WorkspaceError(reply.error.reason, reply.error.details)
    } finally {
      sent.delete(callId)
      signal?.removeEventListener('abort', cancel)
    }
  }

  return {
    workspace: workspaceOver(call),
    call,
    connect,
    disconnect,
    giveUp,
    connected,
    changed,
    gateMoved,
  }
}

function failAll(calls: readonly { fail: (error: Error) => void }[], reason: Reason): void {
  for (const call of calls) call.fail(new WorkspaceError(reason))
}

/** `workspace.people.add(input)` becomes `call('people.add', input)`. */
function workspaceOver(call: AnyCall): Workspace {
  return proxyOf((slice) =>
    proxyOf(
      (name) => (input: unknown, options?: CallOptions<unknown>) =>
        call(`${slice}.${name}`, input, options),
    ),
  ) as Workspace
}

/** Not a promise to `await`, nor anything with symbols: only names lead further. */
function proxyOf(member: (name: string) => unknown): unknown {
  return new Proxy(
    {},
    {
      get: (_, name) => (typeof name === 'symbol' || name === 'then' ? undefined : member(name)),
    },
  )
}
