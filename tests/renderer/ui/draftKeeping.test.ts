import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, shallowRef, type ShallowRef } from 'vue'
import { Instant } from '#contract/values'
import { useDraftKeeping, type DraftKeeping } from '../../../src/renderer/ui/useDraftKeeping'

interface Typed {
  readonly text: string
}

interface Kept {
  readonly content: ShallowRef<Typed | null>
  readonly sent: string[]
  readonly dropped: () => number
  readonly keeping: DraftKeeping
  readonly part: VueWrapper
  fail: boolean
}

const at = Instant.parse('2026-11-22T02:42:00.000Z')

function begin(): Kept {
  const content = shallowRef<Typed | null>(null)
  const sent: string[] = []
  const state = { fail: false, drops: 0 }
  const made: DraftKeeping[] = []
  const part = mount(
    defineComponent({
      setup() {
        const keep = ({ text }: Typed): Promise<Instant> => {
          if (state.fail) return Promise.reject(new Error('locked'))
          sent.push(text)
          return Promise.resolve(at)
        }
        const drop = (): Promise<number> => Promise.resolve((state.drops += 1))
        made.push(useDraftKeeping(() => content.value, keep, drop))
        return () => null
      },
    }),
  )
  const [keeping] = made
  if (keeping === undefined) throw new Error('nothing was made')
  return {
    ...{ content, sent, keeping, part, dropped: () => state.drops },
    get fail() {
      return state.fail
    },
    set fail(now) {
      state.fail = now
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

async function type(kept: Kept, text: string | null): Promise<void> {
  kept.content.value = text === null ? null : { text }
  await flushPromises()
}

describe('half-typed text', () => {
  it('is kept after three seconds of rest, counted anew by every letter', async () => {
    const kept = begin()
    await type(kept, 'a')
    await vi.advanceTimersByTimeAsync(2_900)
    await type(kept, 'ab')
    await vi.advanceTimersByTimeAsync(2_900)
    expect(kept.sent).toEqual([])
    await vi.advanceTimersByTimeAsync(100)
    expect(kept.sent).toEqual(['ab'])
    expect(kept.keeping.keptAt.value).toBe(at)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kept.sent).toEqual(['ab'])
  })

  it('is kept at once when the window is left, and when the form closes', async () => {
    const kept = begin()
    await type(kept, 'a')
    window.dispatchEvent(new Event('blur'))
    await flushPromises()
    expect(kept.sent).toEqual(['a'])
    await type(kept, 'ab')
    kept.part.unmount()
    await flushPromises()
    expect(kept.sent).toEqual(['a', 'ab'])
  })

  it('is tried again where it could not be kept, and says so meanwhile', async () => {
    const kept = begin()
    kept.fail = true
    await type(kept, 'a')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(kept.keeping.failed.value).toBe(true)
    kept.fail = false
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kept.sent).toEqual(['a'])
    expect(kept.keeping.failed.value).toBe(false)
  })

  it('is dropped when it is typed back, and not sent when it was saved first', async () => {
    const kept = begin()
    await type(kept, 'a')
    await vi.advanceTimersByTimeAsync(3_000)
    await type(kept, null)
    expect(kept.dropped()).toBe(1)
    expect(kept.keeping.keptAt.value).toBeNull()
    await type(kept, 'b')
    await kept.keeping.settle()
    await kept.keeping.stop()
    await type(kept, null)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kept.sent).toEqual(['a'])
    expect(kept.dropped()).toBe(1)
  })

  it('that was kept before is not sent again as it is', async () => {
    const kept = begin()
    await type(kept, 'a')
    kept.keeping.took(at)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kept.sent).toEqual([])
    expect(kept.keeping.keptAt.value).toBe(at)
  })
})
