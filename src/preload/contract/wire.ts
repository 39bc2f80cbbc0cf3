import type { ErrorCode, ErrorDetails, Reason } from './errors.ts'

/** A failure as it travels; `WorkspaceError` is made of it again on the other side. */
export interface WireError {
  readonly code: ErrorCode
  readonly reason: Reason
  readonly details: ErrorDetails
}

export type Reply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError }

/** What the workspace answers to over a port. */
export interface WorkspaceEnd {
  /** `name` is `slice.call`; `callId` is unique per port and names the call in `progress`/`cancel`. */
  call(callId: number, name: string, input: unknown): Promise<Reply>
  cancel(callId: number): void
}

/** What a page listens to over its port. */
export interface PageEnd {
  progress(callId: number, value: unknown): void
  /** Slices whose rows changed, so that open queries of theirs reload. */
  changed(slices: readonly string[]): void
  /** The gate opened or closed, or the person at the keyboard changed. */
  gateMoved(): void
}

/** The least a port must do; MessagePort, MessagePortMain and Node's ports are adapted to it. */
export interface Port {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  close(): void
}

/** The workspace's end of a port: it hears when the page at the other end is gone. */
export interface WatchedPort extends Port {
  /** Called once, when the other end was closed or its page went away. */
  onClose(listener: () => void): void
}
