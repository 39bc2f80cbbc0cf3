import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h, ref, shallowRef, type Component } from 'vue'
import { WorkspaceError } from '#contract/errors'
import FilterChips from '../../../src/renderer/ui/FilterChips.vue'
import PageFrame from '../../../src/renderer/ui/PageFrame.vue'
import QueryStates from '../../../src/renderer/ui/QueryStates.vue'
import UndoNotice from '../../../src/renderer/ui/UndoNotice.vue'
import VirtualList from '../../../src/renderer/ui/VirtualList.vue'
import { createWorkspaceClient } from '../../../src/renderer/workspace/client'
import { eventually } from '../../support/eventually.ts'
import { mountPart } from '../support/mountPart'

function mountAlone(part: Component) {
  return mountPart(part, createWorkspaceClient())
}

type State =
  | { status: 'pending'; data: undefined; error: null }
  | { status: 'success'; data: string[]; error: null }
  | { status: 'error'; data: string[] | undefined; error: Error }

/** A query whose answers the test gives. */
function askedQuery() {
  const state = shallowRef<State>({ status: 'pending', data: undefined, error: null })
  const refetched = vi.fn(() => Promise.resolve())
  const query = {
    state: computed(() => state.value),
    asyncStatus: ref<'idle' | 'loading'>('idle'),
    refetch: refetched,
  }
  return { state, refetched, query }
}

describe('the states of a query', () => {
  const failure = new WorkspaceError('unexpected', { reference: 'A1B2C3D4' })

  function mountStates(filtered = false) {
    const asked = askedQuery()
    const cleared = vi.fn()
    const part = defineComponent(
      () => () =>
        h(
          QueryStates<string[]>,
          { of: asked.query, empty: 'Belum ada apa-apa.', filtered, onClearFilter: cleared },
          { default: ({ value }: { value: string[] }) => value.join(', ') },
        ),
    )
    return mountAlone(part).then((page) => ({ ...asked, cleared, page }))
  }

  it('keep the place while the answer is on its way', async () => {
    await mountStates()
    expect(document.querySelector('[role="status"]')?.getAttribute('aria-label')).toBe(
      'Sedang dimuatkan',
    )
  })

  it('show the answer', async () => {
    const { state, page } = await mountStates()
    state.value = { status: 'success', data: ['satu', 'dua'], error: null }
    await page.says('satu, dua')
  })

  it('say in one sentence that there is nothing', async () => {
    const { state, page } = await mountStates()
    state.value = { status: 'success', data: [], error: null }
    await page.says('Belum ada apa-apa.')
  })

  it('offer to clear a filter that leaves nothing', async () => {
    const { state, page, cleared } = await mountStates(true)
    state.value = { status: 'success', data: [], error: null }
    await page.says('Tiada yang sepadan')
    await page.click('Kosongkan penapis')
    expect(cleared).toHaveBeenCalledOnce()
  })

  it('say what failed, with its reference, and try again', async () => {
    const { state, page, refetched } = await mountStates()
    state.value = { status: 'error', data: undefined, error: failure }
    await page.says('Rujukan: A1B2C3D4')
    await page.click('Cuba semula')
    expect(refetched).toHaveBeenCalledOnce()
  })

  it('keep an older answer in sight when a newer one fails', async () => {
    const { state, page } = await mountStates()
    state.value = { status: 'error', data: ['satu'], error: failure }
    await page.says('mungkin bukan yang terkini')
    await page.says('satu')
  })
})

describe('a list', () => {
  const names = Array.from({ length: 12 }, (_, index) => `Imej ${String(index + 1)}`)

  async function mountList(items: readonly string[], columns = 1) {
    const heard: string[] = []
    const part = defineComponent(
      () => () =>
        h(
          VirtualList<string>,
          {
            items,
            columns,
            keyOf: (item: string) => item,
            rowHeight: 36,
            label: 'Imej',
            selected: new Set(['Imej 2']),
            onOpen: (item: string) => heard.push(`open ${item}`),
            onSelect: (item: string, extend: boolean) =>
              heard.push(`select ${item}${extend ? ' from there' : ''}`),
            onMove: (item: string) => heard.push(`move ${item}`),
          },
          {
            default: ({ item }: { item: string }) =>
              h('span', [item, h('label', [h('input', { type: 'checkbox', 'aria-label': item })])]),
          },
        ),
    )
    const page = await mountAlone(part)
    const focused = () => document.activeElement?.textContent
    const stops = () =>
      [...document.querySelectorAll('[role="gridcell"]')].filter(
        (cell) => cell.getAttribute('tabindex') === '0',
      ).length
    return { page, heard, focused, stops }
  }

  it('is one stop of the keyboard, and arrows move within it', async () => {
    const { page, heard, focused, stops } = await mountList(names)
    expect(stops()).toBe(1)
    document.querySelector<HTMLElement>('[role="gridcell"]')?.focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter', 'ArrowUp', ' ', 'End', 'Home']) {
      await page.press(key)
    }
    expect(focused()).toBe('Imej 1')
    expect(stops()).toBe(1)
    expect(heard).toEqual([
      'move Imej 2',
      'move Imej 3',
      'open Imej 3',
      'move Imej 2',
      'select Imej 2',
      'move Imej 12',
      'move Imej 1',
    ])
  })

  it('opens by a click, but for a click or a key on a control of its own', async () => {
    const { page, heard } = await mountList(names)
    const [cell] = document.querySelectorAll<HTMLElement>('[role="gridcell"]')
    cell?.querySelector('span')?.click()
    expect(heard).toEqual(['open Imej 1'])
    cell?.querySelector('label')?.click()
    const box = page.control('field', 'Imej 1')
    box.click()
    for (const key of ['Enter', ' ', 'ArrowDown']) await page.press(key, box)
    expect(heard).toEqual(['open Imej 1'])
  })

  it('tells its size, and which items are selected', async () => {
    await mountList(names)
    expect(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toBe('12')
    const selected = [...document.querySelectorAll('[aria-selected="true"]')]
    expect(selected.map((cell) => cell.textContent)).toEqual(['Imej 2'])
  })

  it('moves by rows and by tiles when it has columns', async () => {
    const { page, focused } = await mountList(names, 5)
    document.querySelector<HTMLElement>('[role="gridcell"]')?.focus()
    await page.press('ArrowRight')
    await page.press('ArrowDown')
    expect(focused()).toBe('Imej 7')
  })

  it('of two thousand draws only what is near', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `Imej ${String(index)}`)
    await mountList(many)
    expect(document.querySelectorAll('[role="gridcell"]').length).toBeLessThan(100)
    expect(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toBe('2000')
  })
})

describe('the details of a page', () => {
  it('close by Escape, and the focus returns to where it came from', async () => {
    const open = ref(false)
    const part = defineComponent(
      () => () =>
        h(
          PageFrame,
          {
            title: 'Imej',
            detailsOpen: open.value,
            detailsLabel: 'Butiran',
            onCloseDetails: () => (open.value = false),
          },
          {
            default: () => h('button', { onClick: () => (open.value = true) }, 'Buka'),
            details: () => h('input', { 'aria-label': 'Nama' }),
          },
        ),
    )
    const page = await mountAlone(part)
    page.control('button', 'Buka').focus()
    await page.click('Buka')
    page.control('field', 'Nama').focus()
    await page.press('Escape')
    expect(document.querySelector('aside')).toBe(null)
    await eventually(() => expect(document.activeElement?.textContent).toBe('Buka'))
  })

  it('remember their width by the page, within limits', async () => {
    const part = defineComponent(
      () => () => h(PageFrame, { title: 'Imej', detailsOpen: true, paneKey: 'images' }),
    )
    const first = await mountAlone(part)
    const separator = () => document.querySelector<HTMLElement>('[role="separator"]')
    const width = () => Number(separator()?.getAttribute('aria-valuenow'))
    const before = width()
    for (let times = 0; times < 2; times += 1) {
      await first.press('ArrowLeft', separator() ?? undefined)
    }
    expect(width()).toBe(before + 32)
    for (let times = 0; times < 40; times += 1) {
      await first.press('ArrowRight', separator() ?? undefined)
    }
    expect(width()).toBe(280)
    first.page.unmount()
    await mountAlone(part)
    expect(width()).toBe(280)
  })
})

describe('the filter chips', () => {
  it('say what is chosen, and how many there are of each', async () => {
    const chosen = ref<'all' | 'pass'>('all')
    const part = defineComponent(
      () => () =>
        h(FilterChips<'all' | 'pass'>, {
          label: 'Tapis',
          modelValue: chosen.value,
          'onUpdate:modelValue': (key: 'all' | 'pass') => (chosen.value = key),
          chips: [
            { key: 'all', label: 'Semua', count: 1_234 },
            { key: 'pass', label: 'Lulus', count: null },
          ],
        }),
    )
    const page = await mountAlone(part)
    await page.click('Lulus')
    const pressed = [...document.querySelectorAll('button')].map((chip) => [
      chip.textContent,
      chip.getAttribute('aria-pressed'),
    ])
    expect(pressed).toEqual([
      ['Semua1,234', 'false'],
      ['Lulus', 'true'],
    ])
  })
})

describe('the notice of what was done', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('leaves after eight seconds, but not while someone reaches for it', async () => {
    const gone = vi.fn()
    const undone = vi.fn()
    await mountAlone(
      defineComponent(() => () => h(UndoNotice, { text: 'Dibuang', undo: undone, onGone: gone })),
    )
    const notice = document.querySelector('.notice')
    vi.advanceTimersByTime(7_900)
    notice?.dispatchEvent(new MouseEvent('mouseenter'))
    vi.advanceTimersByTime(20_000)
    expect(gone).not.toHaveBeenCalled()
    notice?.dispatchEvent(new MouseEvent('mouseleave'))
    vi.advanceTimersByTime(8_000)
    expect(gone).toHaveBeenCalledOnce()
    expect(undone).not.toHaveBeenCalled()
    await flushPromises()
  })
})
