import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openSharp } from '../workspace/media/sharp.ts'
import { answerImageTasks, type GarbageKind } from '../workspace/images/workers/answer.ts'

// Loaded before it is asked for anything, so that no picture is blamed for the time it takes.
openSharp()

/**
 * The host of one image worker. Under Electron its line is a port that comes with the first message;
 * under Node it is the channel to the parent. Either way it ends with whoever started it.
 */
const shell: unknown = Reflect.get(process, 'parentPort')
if (hears(shell)) {
  shell.on('message', (first) => {
    const port: unknown = portOf(first)
    if (!isPort(port)) return
    answerImageTasks(
      {
        post: (message) => port.postMessage(message),
        onMessage: (listener) => port.on('message', (event) => listener(dataOf(event))),
      },
      garbageCollector(),
    )
    port.start()
  })
} else {
  process.on('disconnect', () => process.exit())
  answerImageTasks(
    {
      post: (message) => void process.send?.(message),
      onMessage: (listener) => process.on('message', listener),
    },
    garbageCollector(),
  )
}

/** V8's own, which neither Node nor Electron hands out unless they were started for it. */
function garbageCollector(): (kind: GarbageKind) => void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext("(type) => gc({ type, execution: 'sync' })")
  if (!isAction(collect)) throw new TypeError('no garbage collector')
  return collect
}

function isAction(value: unknown): value is (kind: GarbageKind) => void {
  return typeof value === 'function'
}

interface Hearing {
  on(event: 'message', listener: (event: unknown) => void): unknown
}

interface PortMain extends Hearing {
  postMessage(message: unknown): void
  start(): void
}

function hears(value: unknown): value is Hearing {
  return typeof value === 'object' && value !== null && 'on' in value
}

function isPort(value: unknown): value is PortMain {
  return hears(value) && 'postMessage' in value && 'start' in value
}

function portOf(event: unknown): unknown {
  const hasPorts = typeof event === 'object' && event !== null && 'ports' in event
  return hasPorts && Array.isArray(event.ports) ? event.ports[0] : undefined
}

function dataOf(event: unknown): unknown {
  return typeof event === 'object' && event !== null && 'data' in event ? event.data : undefined
}
