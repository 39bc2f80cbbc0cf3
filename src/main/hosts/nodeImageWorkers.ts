import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decodesByWebAssembly } from '../workspace/media/sharp.ts'
import type { StartImageWorker } from '../workspace/images/workers/line.ts'

/**
 * V8 collects garbage whenever buffers outside its heap have grown by a few pictures, unless the heap
 * began large: 2 of 27 ms a file went there. The workers themselves say when it is time
 * (`workers/answer.ts`). What is young is no more than a file's, however many files there are.
 */
const roomForPictures = ['--initial-old-space-size=128', '--max-semi-space-size=8']

/**
 * There is a process a core already: threads of V8's own for compiling and collecting only take turns
 * with it (a tenth of all cycles).
 */
const withNativeDecoding = ['--single-threaded']

/**
 * Where pictures are decoded by WebAssembly one thread that compiles, collects and decodes costs more
 * than it saves (5 % of cycles); what runs for seconds is optimized too eagerly (3 %); and of nine
 * megabytes of functions most are never called, so they are validated when they are (70 ms a start).
 */
const withWebAssembly = ['--wasm-tiering-budget=40000000', '--wasm-lazy-validation']

/**
 * Image workers as children of this process, where there is no Electron: the command line, tests and
 * measurements. They run beside this file, built or (where Node strips types) as source.
 */
export function startNodeImageWorker(file: string = workerFile()): ReturnType<StartImageWorker> {
  const child = fork(file, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [
      ...roomForPictures,
      ...(decodesByWebAssembly() ? withWebAssembly : withNativeDecoding),
    ],
    // glibc keeps what each thread freed to itself, and libvips makes many threads.
    env: { ...process.env, MALLOC_ARENA_MAX: '1' },
  })
  // A failed start is told by 'exit' or 'error'; either way the line has ended.
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  return Promise.resolve({
    post: (message) => {
      // The child may end between two messages; whoever waits for it hears of that by `onExit`.
      if (child.connected) child.send(asMessage(message), () => undefined)
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => void ended.then(listener),
    kill: () => child.kill('SIGKILL'),
  })
}

function asMessage(message: unknown): object {
  if (typeof message !== 'object' || message === null) throw new TypeError('not a message')
  return message
}

/** Beside the built entry, above its chunks, or this file's neighbour in the sources. */
function workerFile(): string {
  const places = ['./imageWorker.js', '../imageWorker.js', './imageWorker.ts']
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)))
  const found = files.find((file) => existsSync(file))
  if (found === undefined) throw new Error('imageWorker was not built')
  return found
}
