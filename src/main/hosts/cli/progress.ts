import type { WriteStream } from 'node:tty'

interface Progress {
  readonly show: (done: number, total: number) => void
  /** Takes the line away again. */
  readonly end: () => void
}

/** A counter that a person watches; where nobody does, nothing is written. */
export function showProgress(terminal: WriteStream): Progress {
  if (!terminal.isTTY) return { show: () => undefined, end: () => undefined }
  return {
    show: (done, total) => void terminal.write(`\r${done} / ${total}`),
    end: () => void terminal.write('\r\u001b[K'),
  }
}
