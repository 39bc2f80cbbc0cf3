import {
  MessageChannelMain,
  utilityProcess,
  type MessagePortMain,
  type WebContents,
} from 'electron'
import type { ProcessState } from '../../preload/desktop.ts'
import { toPage } from '../../preload/channels.ts'
import type { Media, MediaRequest } from '../workspace/index.ts'
import { createImageWorkers } from './imageWorkers.ts'
import { killNow } from './killNow.ts'
import type { Log } from './log.ts'
import { ToShell, type ToWorkspace } from './processMessages.ts'
import { createQuestions } from './questions.ts'
import { createRestartPolicy } from './restartPolicy.ts'
import { hasSafeStorage, protect, unprotect } from './safeStorage.ts'

export interface WorkspaceProcessOptions {
  /** The built `utility.js` and `imageWorker.js`. */
  readonly file: string
  readonly imageWorkerFile: string
  readonly folder: string
  readonly appVersion: string
  readonly sqliteBinary?: string
  readonly env: Record<string, string>
  readonly log: Log
}

/** The one workspace process, across its restarts. */
export interface WorkspaceProcess {
  /** Gives this page a port, now or as soon as there is a process; starts one when none runs. */
  connect(page: WebContents): void
  /**
   * Gives no ports until the next `connect`: while a page loads, a process that becomes ready would
   * give it one, and `connect` a second, over which the calls of the first are lost.
   */
  disconnect(): void
  /** Gives another page a port of its own; false when no workspace runs at this moment. */
  lend(other: WebContents): boolean
  /** @throws Unanswered when the process ends meanwhile; null when there is no such picture. */
  readMedia(request: MediaRequest): Promise<Media | null>
  /**
   * Asks the workspace to finish and close, waits at most `patienceMs` for a sign of work, then kills
   * it; asked a second time it kills it at once.
   */
  stop(patienceMs?: number): Promise<void>
}

export function createWorkspaceProcess(options: WorkspaceProcessOptions): WorkspaceProcess {
  const { log } = options
  const restarts = createRestartPolicy()
  const pictures = createQuestions<Media | null>()
  const imageWorkers = createImageWorkers(options.imageWorkerFile, options.env)
  let child: Electron.UtilityProcess | null = null
  let page: WebContents | null = null
  let state: ProcessState = 'starting'
  let stopping = false
  // SECURITY: in memory only, for the process that takes over after a crash; gone when locked.
  let key: Uint8Array | null = null
  let locked = false
  /** Hears while stopping that there is still work. */
  let waitOn: () => void = () => undefined

  const post = (message: ToWorkspace, ports: MessagePortMain[] = []) =>
    child?.postMessage(message, ports)

  const say = (next: ProcessState) => {
    state = next
    if (page?.isDestroyed() === false) page.send(toPage.processState, state)
  }

  /** The window may have closed while the process started. */
  const give = (receiver: WebContents | null): boolean => {
    if (state !== 'running' || receiver === null || receiver.isDestroyed()) return false
    const { port1, port2 } = new MessageChannelMain()
    post({ kind: 'client' }, [port1])
    receiver.postMessage(toPage.port, null, [port2])
    return true
  }

  const answer = (message: ToShell) => {
    switch (message.kind) {
      case 'listening':
        post({
          kind: 'start',
          folder: options.folder,
          appVersion: options.appVersion,
          safeStorage: hasSafeStorage(),
          key,
          locked,
          ...(options.sqliteBinary !== undefined && { sqliteBinary: options.sqliteBinary }),
        })
        return
      case 'ready':
        say('running')
        give(page)
        return
      case 'media':
        pictures.answer(message.id, message.media)
        return
      case 'key':
        key = message.bytes
        locked = key === null
        return
      case 'protect':
        post({ kind: 'secret', id: message.id, bytes: protect(message.bytes) })
        return
      case 'unprotect':
        post({ kind: 'secret', id: message.id, bytes: unprotect(message.bytes) })
        return
      case 'start-worker':
        imageWorkers.start(message.id, {
          onStarted: (line) => post({ kind: 'worker-started', id: message.id }, [line]),
          onGone: () => post({ kind: 'worker-gone', id: message.id }),
        })
        return
      case 'kill-worker':
        imageWorkers.kill(message.id)
        return
      case 'log':
        log.write(message.entry)
        return
      case 'busy':
        waitOn()
        return
      case 'stopped':
    }
  }

  const start = () => {
    const started = utilityProcess.fork(options.file, [], {
      env: options.env,
      serviceName: 'BKK workspace',
    })
    child = started
    started.on('message', (message) => answer(ToShell.parse(message)))
    started.once('exit', (code) => {
      child = null
      imageWorkers.killAll()
      pictures.abandon()
      if (stopping) return
      log.failure('workspace process', new WorkspaceProcessEnded(code))
      const again = restarts.mayRestart(Date.now())
      say(again ? 'restarting' : 'given-up')
      if (again) start()
    })
  }

  return {
    connect(asking) {
      page = asking
      if (child === null && !stopping && state === 'starting') start()
      say(state)
      give(page)
    },
    disconnect() {
      page = null
    },
    lend: give,
    readMedia({ size, of, id }) {
      if (child === null) return Promise.resolve(null)
      return pictures.ask((question) => post({ kind: 'media', id: question, size, of, name: id }))
    },
    async stop(patienceMs = 10_000) {
      const ending = child
      if (stopping || ending === null) {
        // Asked again: whoever waits has waited enough. What was saved is on the disk.
        if (ending !== null) killNow(ending)
        stopping = true
        return
      }
      stopping = true
      const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()))
      post({ kind: 'stop' })
      let patience = setTimeout(() => killNow(ending), patienceMs)
      waitOn = () => {
        clearTimeout(patience)
        patience = setTimeout(() => killNow(ending), patienceMs)
      }
      await ended
      clearTimeout(patience)
    },
  }
}

/** The workspace process ended by itself. */
class WorkspaceProcessEnded extends Error {
  readonly code: string
  constructor(exitCode: number) {
    super('The workspace process ended')
    this.name = 'WorkspaceProcessEnded'
    this.code = `exit-${exitCode}`
  }
}
