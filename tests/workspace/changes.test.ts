import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageEnd } from '#contract/wire'
import { announceChanges, type Changes } from '../../src/main/workspace/changes.ts'

interface Told {
  readonly at: number
  readonly slices: readonly string[]
}

let changes: Changes
beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  changes = announceChanges()
})
afterEach(() => {
  changes.stop()
  vi.useRealTimers()
})

/** A page, and when it was told what. */
function page(): { readonly end: PageEnd; readonly told: Told[] } {
  const told: Told[] = []
  const end: PageEnd = {
    progress: () => undefined,
    changed: (slices) => told.push({ at: Date.now(), slices }),
    gateMoved: () => undefined,
  }
  return { end, told }
}

describe('telling pages of changes', () => {
  it('makes at most five messages of 2 000 writes within a second, and loses none', () => {
    const { end, told } = page()
    changes.join(end)
    const writtenAt: number[] = []
    for (let write = 0; write < 2_000; write++) {
      changes.soon([`slice-${write % 7}`])
      writtenAt.push(Date.now())
      if (write % 2 === 1) vi.advanceTimersByTime(1)
    }
    vi.advanceTimersByTime(1_000)

    expect(told.length).toBeGreaterThan(0)
    expect(told.length).toBeLessThanOrEqual(5)
    for (const [write, at] of writtenAt.entries()) {
      const heard = told.find((each) => each.at >= at && each.slices.includes(`slice-${write % 7}`))
      expect(heard, `write ${write}`).toBeDefined()
      expect((heard?.at ?? Infinity) - at).toBeLessThanOrEqual(250)
    }
  })

  it('falls silent when nothing is written', () => {
    const { end, told } = page()
    changes.join(end)
    changes.soon(['images'])
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual([{ at: 250, slices: ['images'] }])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('tells at once what a command did, and what waited along with it', () => {
    const { end, told } = page()
    changes.join(end)
    changes.soon(['images'])
    vi.advanceTimersByTime(10)
    changes.now(['people', 'office'])
    expect(told).toEqual([{ at: 10, slices: ['images', 'office', 'people'] }])
    vi.advanceTimersByTime(60_000)
    expect(told).toHaveLength(1)
  })

  it('names a slice once in a message', () => {
    const { end, told } = page()
    changes.join(end)
    changes.soon(['images', 'office'])
    changes.now(['images', 'office'])
    expect(told).toEqual([{ at: 0, slices: ['images', 'office'] }])
  })

  it('tells every page that is there, and none that has left', () => {
    const [one, other] = [page(), page()]
    changes.join(one.end)
    const leave = changes.join(other.end)
    changes.now(['people'])
    leave()
    changes.now(['office'])
    expect(one.told.map(({ slices }) => slices)).toEqual([['people'], ['office']])
    expect(other.told.map(({ slices }) => slices)).toEqual([['people']])
  })

  it('tells what still waits when it stops', () => {
    const { end, told } = page()
    changes.join(end)
    changes.soon(['images'])
    changes.stop()
    expect(told).toEqual([{ at: 0, slices: ['images'] }])
    expect(vi.getTimerCount()).toBe(0)
  })
})
