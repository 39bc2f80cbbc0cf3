import type { Port } from '#contract/wire'
import { portAnnouncement } from '../../preload/desktop'

/** A browser's MessagePort as the contract's least port. */
export function adoptPort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.addEventListener('message', (event) => listener(event.data))
      port.start()
    },
    close: () => port.close(),
  }
}

/**
 * Waits for the ports that preload posts to this very window; a message from any other source, or
 * without a port, is passed over. Returns the way to stop listening.
 */
export function acceptPorts(page: Window, accept: (port: MessagePort) => void): () => void {
  function onMessage(event: MessageEvent<unknown>): void {
    if (event.source !== page || !announcesPort(event.data)) return
    const [port] = event.ports
    if (port) accept(port)
  }
  page.addEventListener('message', onMessage)
  return () => page.removeEventListener('message', onMessage)
}

function announcesPort(data: unknown): boolean {
  return (
    typeof data === 'object' && data !== null && 'kind' in data && data.kind === portAnnouncement
  )
}
