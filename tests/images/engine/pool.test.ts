import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startNodeImageWorker } from '../../../src/main/hosts/nodeImageWorkers.ts'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'
import { measureIn } from '../../../src/main/workspace/images/workers/ask.ts'
import type { WorkerLine } from '../../../src/main/workspace/images/workers/line.ts'
import type { openImagePool } from '../../../src/main/workspace/images/workers/pool.ts'
import { folderWith, jpeg, testPool } from '../folder.ts'

const limits = { ...defaultSizeRules.limits, secondsPerFile: 30 }
const wanted = { thumbnail: false, parts: false, quality: true }

/** A line to a scripted process: what it does with a task is the test's business. */
function scripted(answer: (name: string, line: ScriptedLine) => void) {
  const started: ScriptedLine[] = []
  return {
    started,
    start: (): Promise<WorkerLine> => {
      const line = new ScriptedLine(answer)
      started.push(line)
      return Promise.resolve(line)
    },
  }
}

interface Asked {
  readonly id: number
  readonly task: { readonly source: { readonly path: string } }
}

class ScriptedLine implements WorkerLine {
  readonly asked: string[] = []
  readonly #answer: (name: string, line: ScriptedLine) => void
  readonly #ids = new Map<string, number>()
  #hear: (message: unknown) => void = () => undefined
  #exit: () => void = () => undefined
  #over = false

  constructor(answer: (name: string, line: ScriptedLine) => void) {
    this.#answer = answer
  }
  post(message: unknown): void {
    const { id, task } = message as Asked
    const name = task.source.path
    this.asked.push(name)
    this.#ids.set(name, id)
    this.#answer(name, this)
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#hear = listener
    queueMicrotask(() => listener({ kind: 'ready' }))
  }
  onExit(listener: () => void): void {
    this.#exit = listener
  }
  kill(): void {
    this.end()
  }
  end(): void {
    if (this.#over) return
    this.#over = true
    setImmediate(() => this.#exit())
  }
  done(name: string): void {
    if (!this.#over) this.#hear({ kind: 'done', id: this.#ids.get(name), value: name })
  }
}

function ask(pool: ReturnType<typeof openImagePool>, path: string, seconds = 30) {
  const source = { kind: 'file', path, rawPath: null } as const
  return pool.run({ name: 'measure', source, limits, wanted }, { seconds })
}

describe('a worker that dies', () => {
  it('takes nobody with it: who was there is tried alone, and only the culprit is blamed', async () => {
    const process = scripted((name, line) => {
      if (name === 'bad') setTimeout(() => line.end(), 5)
      else setTimeout(() => line.done(name), 20)
    })
    const pool = testPool({ start: process.start, workers: 1, inFlight: 4 })
    const outcomes = await Promise.all(
      ['a', 'b', 'bad', 'c', 'd', 'e'].map((name) => ask(pool, name)),
    )
    expect(outcomes).toEqual([
      { kind: 'done', value: 'a' },
      { kind: 'done', value: 'b' },
      { kind: 'failed', why: 'crashed' },
      { kind: 'done', value: 'c' },
      { kind: 'done', value: 'd' },
      { kind: 'done', value: 'e' },
    ])
    // Once in company, once alone.
    expect(process.started.flatMap((line) => line.asked).filter((n) => n === 'bad')).toHaveLength(2)
  })

  it('is replaced by a real process, and every picture still gets its measurement', async () => {
    const files = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => jpeg(640, 400, seed)))
    const folder = folderWith(Object.fromEntries(files.map((bytes, at) => [`${at}.jpg`, bytes])))
    let starts = 0
    const pool = testPool({
      workers: 1,
      start: async () => {
        const line = await startNodeImageWorker()
        if (++starts === 1) line.onMessage(() => setImmediate(() => line.kill()))
        return line
      },
    })
    const measured = await Promise.all(
      files.map((_, at) =>
        measureIn(
          { pool, limits },
          { kind: 'file', path: join(folder, `${at}.jpg`), rawPath: null },
        ),
      ),
    )
    expect(measured.map(({ kind }) => kind)).toEqual(files.map(() => 'measured'))
    expect(starts).toBeGreaterThan(1)
  })
})

describe('a file that takes too long', () => {
  it('is stopped and told, while its neighbours are measured', async () => {
    const folder = folderWith({
      'a.jpg': await jpeg(640, 400, 1),
      'b.jpg': await jpeg(640, 400, 2),
      'c.jpg': await jpeg(640, 400, 3),
    })
    let starts = 0
    const pool = testPool({
      workers: 1,
      // Real processes, which never get to an end with one of the files.
      start: async () => {
        starts++
        const line = await startNodeImageWorker()
        const post = (message: unknown) => {
          if ((message as Asked).task.source.path !== join(folder, 'b.jpg')) line.post(message)
        }
        return { ...line, post }
      },
    })
    const asking = { pool, limits: { ...limits, secondsPerFile: 3 } }
    const measured = await Promise.all(
      ['a.jpg', 'b.jpg', 'c.jpg'].map((name) =>
        measureIn(asking, { kind: 'file', path: join(folder, name), rawPath: null }),
      ),
    )
    expect(measured).toMatchObject([
      { kind: 'measured' },
      { unreadable: { code: 'took-too-long', required: '3 s' } },
      { kind: 'measured' },
    ])
    // The first was ended with two files beside it, the second with the culprit alone.
    expect(starts).toBe(2)
  })

  it('is given a second chance alone when others may have slowed it', async () => {
    let tries = 0
    const process = scripted((name, line) => {
      if (name !== 'slow' || ++tries === 2) setTimeout(() => line.done(name), 10)
    })
    const pool = testPool({ start: process.start, workers: 1, inFlight: 2 })
    const outcomes = await Promise.all([ask(pool, 'slow', 0.2), ask(pool, 'other', 0.2)])
    expect(outcomes).toEqual([
      { kind: 'done', value: 'slow' },
      { kind: 'done', value: 'other' },
    ])
  })
})

describe('a pool', () => {
  it('lets go of what was called off, and goes on with the rest', async () => {
    const process = scripted((name, line) => void setTimeout(() => line.done(name), 20))
    const pool = testPool({ start: process.start, workers: 1, inFlight: 1 })
    const calledOff = new AbortController()
    const source = { kind: 'file', path: 'off', rawPath: null } as const
    const first = ask(pool, 'first')
    const off = pool.run(
      { name: 'measure', source, limits, wanted },
      { seconds: 30, signal: calledOff.signal },
    )
    const last = ask(pool, 'last')
    calledOff.abort(new Error('called off'))
    await expect(off).rejects.toThrow('called off')
    expect(await Promise.all([first, last])).toMatchObject([{ value: 'first' }, { value: 'last' }])
    expect(process.started.flatMap((line) => line.asked)).toEqual(['first', 'last'])
  })

  it('says so when no process can be started, and tries again later', async () => {
    let works = false
    const process = scripted((name, line) => line.done(name))
    const lines: string[] = []
    const pool = testPool({
      start: () => (works ? process.start() : Promise.reject(new Error('no memory'))),
      log: (line) => lines.push(line),
    })
    await expect(ask(pool, 'a')).rejects.toMatchObject({ reason: 'images.worker-unavailable' })
    expect(lines).toHaveLength(3)
    works = true
    expect(await ask(pool, 'a')).toEqual({ kind: 'done', value: 'a' })
  })

  it('works on as many tasks as it may, and no more', async () => {
    let now = 0
    let most = 0
    const process = scripted((name, line) => {
      most = Math.max(most, ++now)
      setTimeout(() => {
        now--
        line.done(name)
      }, 15)
    })
    const pool = testPool({ start: process.start, workers: 2, inFlight: 3 })
    await Promise.all(Array.from({ length: 20 }, (_, at) => ask(pool, String(at))))
    expect([most, pool.capacity, process.started.length]).toEqual([6, 6, 2])
  })

  it('shares what arrives together among its processes', async () => {
    const process = scripted((name, line) => void setTimeout(() => line.done(name), 5))
    const pool = testPool({ start: process.start, workers: 2, inFlight: 4 })
    const askAll = (names: string[]) => Promise.all(names.map((name) => ask(pool, name)))
    await askAll(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
    for (const line of process.started) line.asked.length = 0
    await askAll(['i', 'j', 'k', 'l'])
    expect(process.started.map((line) => line.asked)).toEqual([
      ['i', 'k'],
      ['j', 'l'],
    ])
  })

  it('rejects what still waits when it is closed', async () => {
    const process = scripted(() => undefined)
    const pool = testPool({ start: process.start })
    const waiting = ask(pool, 'a')
    await new Promise((resolve) => setTimeout(resolve, 10))
    pool.close()
    await expect(waiting).rejects.toMatchObject({ reason: 'images.worker-unavailable' })
    await expect(ask(pool, 'b')).rejects.toMatchObject({ reason: 'images.worker-unavailable' })
  })
})
