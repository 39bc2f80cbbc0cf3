import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { createListeners } from '../../../src/renderer/workspace/listeners'
import { createWorkspaceClient } from '../../../src/renderer/workspace/client'
import { useQuery } from '../../../src/renderer/workspace/useQuery'
import { mountPart } from '../support/mountPart'

describe('two queries of one call', () => {
  it('share no answer while one of them asks nothing', async () => {
    const wanted = ref<number | null>(null)
    const asked: string[] = []
    const changed = createListeners<readonly string[]>()
    const client = {
      ...createWorkspaceClient(),
      changed,
      call: (name: string, input: unknown) => {
        if (name === 'days.holidays') asked.push(JSON.stringify(input))
        return Promise.resolve(name === 'days.holidays' ? input : null)
      },
    }
    const asking = () => (wanted.value === null ? null : { year: wanted.value, state: null })
    const Both = defineComponent({
      setup: () => {
        // Known already: that it is asked for again is nothing new to the cache.
        useQuery('days', 'holidays', { year: 2026, state: null })
        const none = useQuery('days', 'holidays', () => null)
        const some = useQuery('days', 'holidays', asking)
        // As a list that is shown again: what it knew says at once what else it needs.
        wanted.value = 2026
        return () => h('p', JSON.stringify([none.data.value ?? 'nothing', some.data.value]))
      },
    })
    const mounted = await mountPart(Both, client)
    changed.tell(['days'])
    await flushPromises()
    expect(mounted.text()).toContain('["nothing",{"year":2026,"state":null}]')
    expect(new Set(asked)).toEqual(new Set(['{"year":2026,"state":null}']))
  })
})
