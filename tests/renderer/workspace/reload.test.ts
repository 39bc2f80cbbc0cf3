import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, type Component } from 'vue'
import { createListeners } from '../../../src/renderer/workspace/listeners'
import { createWorkspaceClient } from '../../../src/renderer/workspace/client'
import { useQuery } from '../../../src/renderer/workspace/useQuery'
import { mountPart } from '../support/mountPart'

/** A workspace that answers `people.list` when the test says so. */
function slowWorkspace() {
  const changed = createListeners<readonly string[]>()
  const asked: { answer(names: readonly string[]): void; fail(error: Error): void }[] = []
  const client = {
    ...createWorkspaceClient(),
    changed,
    call: (name: string) =>
      name === 'people.list'
        ? new Promise<unknown>((answer, fail) => asked.push({ answer, fail }))
        : new Promise<unknown>(() => undefined),
  }
  return { client, asked, change: () => changed.tell(['people']) }
}

const List = defineComponent({
  setup: () => {
    const people = useQuery('people', 'list', {})
    return () => h('p', JSON.stringify(people.data.value))
  },
})

describe('a query whose answer takes longer than the time between changes', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('shows every answer, and asks again after it, once', async () => {
    const { client, asked, change } = slowWorkspace()
    const mounted = await mountPart(List, client)
    expect(asked).toHaveLength(1)

    for (let time = 0; time < 4; time++) {
      change()
      await vi.advanceTimersByTimeAsync(250)
    }
    expect(asked).toHaveLength(1)

    asked[0]?.answer(['Siti'])
    await flush()
    expect(mounted.text()).toContain('Siti')

    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked).toHaveLength(2)
    change()
    asked[1]?.answer(['Siti', 'Ahmad'])
    await flush()
    expect(mounted.text()).toContain('Ahmad')
    expect(asked).toHaveLength(3)

    asked[2]?.answer(['Siti', 'Ahmad', 'Mei Ling'])
    await vi.advanceTimersByTimeAsync(5_000)
    expect(mounted.text()).toContain('Mei Ling')
    expect(asked).toHaveLength(3)
  })

  it('lets the workspace rest for as long as the answer took', async () => {
    const { client, asked, change } = slowWorkspace()
    await mountPart(List, client)
    change()
    await vi.advanceTimersByTimeAsync(600)
    asked[0]?.answer([])
    await vi.advanceTimersByTimeAsync(590)
    change()
    await flush()
    expect(asked).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(20)
    expect(asked).toHaveLength(2)
  })

  it('asks again after a failure too', async () => {
    const { client, asked, change } = slowWorkspace()
    const mounted = await mountPart(List, client)
    change()
    asked[0]?.fail(new Error('not now'))
    await flush()
    expect(asked).toHaveLength(2)
    asked[1]?.answer(['Siti'])
    await flush()
    expect(mounted.text()).toContain('Siti')
  })

  it('asks at once when nothing is on its way', async () => {
    const { client, asked, change } = slowWorkspace()
    await mountPart(List, client)
    asked[0]?.answer([])
    await flush()
    change()
    expect(asked).toHaveLength(2)
  })
})

/** Whatever waits for nothing but its turn. */
async function flush(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
}

describe('what is measured of other slices', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const Two: Component = {
    setup: () => {
      const period = { from: '2026-10-01', to: '2026-10-31' } as never
      const subject = { kind: 'bureau' } as const
      const asked = { versionId: 'v1' as never, key: 'jkr-captions', subject, period }
      useQuery('compliance', 'measure', asked)
      useQuery('compliance', 'assessment', { id: 'a1' })
      return () => h('p')
    },
  }

  it('is asked again after their changes, and not after an answer to a control', async () => {
    const changed = createListeners<readonly string[]>()
    const asked: string[] = []
    const call = (name: string) => {
      asked.push(name)
      return Promise.resolve({})
    }
    const client = { ...createWorkspaceClient(), changed, call }
    await mountPart(Two, client)
    await flush()
    const own = () => asked.splice(0).filter((name) => name.startsWith('compliance.'))
    expect(own().toSorted()).toEqual(['compliance.assessment', 'compliance.measure'])
    changed.tell(['compliance', 'office'])
    await flush()
    expect(own()).toEqual(['compliance.assessment'])
    changed.tell(['posts', 'office'])
    await flush()
    expect(own().toSorted()).toEqual(['compliance.assessment', 'compliance.measure'])
  })
})
