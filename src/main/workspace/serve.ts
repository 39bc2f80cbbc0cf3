import { createBirpc } from 'birpc'
import type { Call, Slice } from '#contract/call'
import { codeOf, WorkspaceError } from '#contract/errors'
import type { PageEnd, Port, Reply, WorkspaceEnd } from '#contract/wire'

/** Runs one call whose name is known and whose input is valid. */
export type RunCall = (
  found: FoundCall,
  input: unknown,
  hooks: { readonly signal: AbortSignal; readonly report: (progress: unknown) => void },
) => Promise<unknown>

export interface FoundCall {
  /** `images.checkFiles` */
  readonly name: string
  readonly slice: string
  readonly member: string
  readonly call: Call
}

export interface ServeOptions {
  readonly contract: Readonly<Record<string, Slice>>
  readonly run: RunCall
  /**
   * Whether this call may be made now, by who is at the keyboard; asked before its input is read.
   * @throws WorkspaceError with the reason why not
   */
  readonly permit: (found: FoundCall) => void
  /** Tells of a failure nobody foresaw; returns the reference the person is shown. */
  readonly logUnexpected: (where: string, error: unknown) => string
  /** Checks what handlers return as well; tests switch it on. */
  readonly checkOutput?: boolean
}

/** One page at the other end of a port. */
export interface ServedPage {
  readonly page: PageEnd
  /** Cancels what this page had running and stops listening. */
  close(): void
}

/** Answers the calls that come over a port: known name → permitted → valid input → run → reply. */
export function serve(port: Port, options: ServeOptions): ServedPage {
  const running = new Map<number, AbortController>()
  const end: WorkspaceEnd = {
    async call(callId, name, input) {
      const aborter = new AbortController()
      running.set(callId, aborter)
      try {
        const found = findCall(options.contract, name)
        options.permit(found)
        const value = await options.run(found, parseInput(found.call, input), {
          signal: aborter.signal,
          report: (progress) => {
            page.progress(callId, progress)
          },
        })
        if (options.checkOutput === true) found.call.output.parse(value)
        return { ok: true, value }
      } catch (error) {
        return { ok: false, error: toWire(error, name, options.logUnexpected) }
      } finally {
        running.delete(callId)
      }
    },
    cancel(callId) {
      running.get(callId)?.abort(new WorkspaceError('call.cancelled'))
    },
  }
  const rpc = createBirpc<PageEnd, WorkspaceEnd>(end, {
    post: (message) => port.post(message),
    on: (listener) => port.onMessage(listener),
    eventNames: ['progress', 'changed', 'gateMoved'],
    // Without this a message could name `constructor` or `toString` and reach Object's own.
    resolver: (name, found) => (Object.hasOwn(end, name) ? found : undefined),
    timeout: -1,
  })
  // An event for a page that has just gone is nobody's loss.
  const told = (event: Promise<void>): void => void event.catch(() => undefined)
  const page: PageEnd = {
    progress: (callId, value) => told(rpc.progress(callId, value)),
    changed: (slices) => told(rpc.changed(slices)),
    gateMoved: () => told(rpc.gateMoved()),
  }
  return {
    page,
    close() {
      for (const aborter of running.values()) aborter.abort(new WorkspaceError('workspace.stopped'))
      rpc.$close()
      port.close()
    },
  }
}

/** @throws WorkspaceError `call.unknown` for anything the contract itself does not hold */
export function findCall(contract: Readonly<Record<string, Slice>>, name: unknown): FoundCall {
  const [slice, member, ...rest] = typeof name === 'string' ? name.split('.') : []
  if (slice === undefined || member === undefined || rest.length > 0) {
    throw new WorkspaceError('call.unknown')
  }
  const calls = Object.hasOwn(contract, slice) ? contract[slice] : undefined
  const call = calls !== undefined && Object.hasOwn(calls, member) ? calls[member] : undefined
  if (call === undefined) throw new WorkspaceError('call.unknown')
  return { name: `${slice}.${member}`, slice, member, call }
}

function parseInput(call: Call, input: unknown): unknown {
  const parsed = call.input.safeParse(input)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.map(partOf).join('.') ?? ''
  throw new WorkspaceError('call.input', { where })
}

/** A part of a path that the contract itself may name; keys of records may be what somebody typed. */
function partOf(part: PropertyKey): string {
  return /^(?:[a-z][A-Za-z]{0,30}|\d+)$/.test(String(part)) ? String(part) : '*'
}

function toWire(
  error: unknown,
  where: string,
  logUnexpected: ServeOptions['logUnexpected'],
): Extract<Reply, { ok: false }>['error'] {
  if (error instanceof WorkspaceError && error.reason !== 'unexpected') {
    return { code: error.code, reason: error.reason, details: error.details }
  }
  const reference = logUnexpected(where, error)
  return { code: codeOf('unexpected'), reason: 'unexpected', details: { reference } }
}
