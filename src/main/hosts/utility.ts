import { randomUUID } from 'node:crypto'
import type { MessagePortMain } from 'electron'
import type { WatchedPort } from '#contract/wire'
import { createQuestions } from '../desktop/questions.ts'
import { ToWorkspace, type ToShell } from '../desktop/processMessages.ts'
import {
  startWorkspace,
  type Media,
  type MediaRequest,
  type RunningWorkspace,
  type SafeStorage,
} from '../workspace/index.ts'
import { runInThread } from './databaseWorkers.ts'
import { createElectronImageWorkers } from './electronImageWorkers.ts'

// The workspace as an Electron utility process. The shell starts it, hands it a port for each page,
// and lends it what only the shell has: the system's safe storage and processes for image work.

const shell = process.parentPort
const secrets = createQuestions<Uint8Array | null>()
const imageWorkers = createElectronImageWorkers(tell)
let workspace: RunningWorkspace | null = null

process.on('uncaughtException', (error) => {
  tell({
    kind: 'log',
    entry: {
      reference: randomUUID().slice(0, 8),
      at: new Date().toISOString(),
      where: 'workspace process',
      error: error.stack ?? error.name,
    },
  })
  // Nobody knows what state it is in: the shell starts a fresh one.
  process.exit(1)
})
shell.on('message', ({ data, ports }) => void hear(ToWorkspace.parse(data), ports[0]))
tell({ kind: 'listening' })

function tell(message: ToShell): void {
  shell.postMessage(message)
}

async function hear(message: ToWorkspace, port: MessagePortMain | undefined): Promise<void> {
  switch (message.kind) {
    case 'start':
      workspace = startWorkspace({
        folder: message.folder,
        startImageWorker: () => imageWorkers.start(),
        runDatabaseTask: runInThread,
        appVersion: message.appVersion,
        safeStorage: message.safeStorage ? safeStorage : null,
        ...(message.sqliteBinary !== undefined && { sqliteBinary: message.sqliteBinary }),
        keyKeeper: {
          recall: () => message.key,
          isLocked: () => message.locked,
          keep: (bytes) => tell({ kind: 'key', bytes }),
        },
        log: (entry) => tell({ kind: 'log', entry }),
      })
      tell({ kind: 'ready' })
      return
    case 'client':
      if (port !== undefined) workspace?.connect(portTo(port))
      return
    case 'media': {
      const { id, size, of, name } = message
      tell({ kind: 'media', id, media: await picture({ size, of, id: name }) })
      return
    }
    case 'secret':
      secrets.answer(message.id, message.bytes)
      return
    case 'worker-started':
      if (port !== undefined) imageWorkers.started(message.id, port)
      return
    case 'worker-gone':
      imageWorkers.gone(message.id)
      return
    case 'stop': {
      // The shell waits as long as it hears that there is work.
      const busy = setInterval(() => tell({ kind: 'busy' }), 2_000)
      await workspace?.stop()
      clearInterval(busy)
      tell({ kind: 'stopped' })
      process.exit(0)
    }
  }
}

/** Always answers: whoever asked waits for it. */
async function picture(request: MediaRequest): Promise<Media | null> {
  try {
    return (await workspace?.readMedia(request)) ?? null
  } catch (error) {
    workspace?.report('media', error)
    return null
  }
}

const safeStorage: SafeStorage = {
  protect: (plain) => secret((id) => tell({ kind: 'protect', id, bytes: plain })),
  unprotect: (sealed) => secret((id) => tell({ kind: 'unprotect', id, bytes: sealed })),
}

async function secret(send: (id: number) => void): Promise<Uint8Array> {
  const bytes = await secrets.ask(send)
  if (bytes === null) throw new Error('The safe storage of the system refused')
  return bytes
}

function portTo(page: MessagePortMain): WatchedPort {
  return {
    post: (message) => page.postMessage(message),
    onMessage(listener) {
      page.on('message', ({ data }) => listener(data))
      page.start()
    },
    onClose: (listener) => page.once('close', listener),
    close: () => page.close(),
  }
}
