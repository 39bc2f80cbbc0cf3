import type {} from '../../src/renderer/window.d.ts'
import type { ProcessState } from '../../src/preload/desktop.ts'
import { createWorkspaceClient, type WorkspaceClient } from '../../src/renderer/workspace/client.ts'
import { acceptPorts, adoptPort } from '../../src/renderer/workspace/port.ts'

// Runs in the page before the application's own script and takes the ports in its place, so that a
// test speaks to the workspace through the same client as the application does.

export interface ClientInPage extends WorkspaceClient {
  /** What the shell has said about the workspace process so far. */
  readonly states: ProcessState[]
}

declare global {
  interface Window {
    clientInPage: ClientInPage
  }
}

const client = createWorkspaceClient()
const states: ProcessState[] = []
window.clientInPage = { ...client, states }

acceptPorts(window, (port) => {
  port.addEventListener('close', client.connect(adoptPort(port)))
})
window.addEventListener('message', (event) => {
  if (event.ports.length > 0) event.stopImmediatePropagation()
})
window.addEventListener('DOMContentLoaded', () => {
  window.desktop.onProcessState((state) => {
    states.push(state)
    if (state === 'restarting') client.disconnect()
    if (state === 'given-up') client.giveUp()
  })
})
