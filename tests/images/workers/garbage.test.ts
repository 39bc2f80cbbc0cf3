import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  answerImageTasks,
  type GarbageKind,
} from '../../../src/main/workspace/images/workers/answer.ts'
import { folderWith } from '../folder.ts'

describe('the garbage of an image worker', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  it('is collected where it is young while files come, and all of it now and then', async () => {
    const worker = startWorker()
    await worker.hash(48)
    const young = Array.from({ length: 5 }, () => 'minor' as const)
    expect(worker.collected).toEqual([...young, 'major'])
  })

  it('is collected once nobody waits, and not again before there is more', async () => {
    const worker = startWorker()
    await worker.hash(7)
    vi.advanceTimersByTime(1_000)
    expect(worker.collected).toEqual([])
    await worker.hash(1)
    vi.advanceTimersByTime(249)
    expect(worker.collected).toEqual(['minor'])
    vi.advanceTimersByTime(1)
    expect(worker.collected).toEqual(['minor', 'major'])
    vi.advanceTimersByTime(10_000)
    expect(worker.collected).toEqual(['minor', 'major'])
  })
})

function startWorker() {
  const path = join(folderWith({ 'hantaran.txt': 'Majlis perasmian' }), 'hantaran.txt')
  const collected: GarbageKind[] = []
  let hear: (message: unknown) => void = () => undefined
  let answered: () => void = () => undefined
  answerImageTasks(
    {
      post: ({ kind }) => {
        if (kind === 'ready') return
        expect(kind).toBe('done')
        answered()
      },
      onMessage: (listener) => (hear = listener),
    },
    (kind) => collected.push(kind),
  )
  /** One file after the other. */
  async function hash(files: number): Promise<void> {
    for (let id = 0; id < files; id += 1) {
      await new Promise<void>((ok) => {
        answered = ok
        hear({ id, task: { name: 'hashFile', source: { kind: 'file', path, rawPath: null } } })
      })
    }
    // What follows upon the last answer.
    await new Promise((over) => setImmediate(over))
  }
  return { collected, hash }
}
