import { Circle } from '@lucide/vue'
import { flushPromises } from '@vue/test-utils'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import MenuBox from '../../../src/renderer/ui/MenuBox.vue'
import { placeInMenu, type MenuItem } from '../../../src/renderer/ui/menu'
import { createWorkspaceClient } from '../../../src/renderer/workspace/client'
import { mountPart } from '../support/mountPart'

describe('keys in a menu', () => {
  const labels = ['Buka', 'Pindah', 'Padam', 'Buat salinan']
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 3, 0],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 2, 1],
    ['ArrowUp', 0, 3],
    ['ArrowUp', -1, 3],
    ['Home', 2, 0],
    ['End', 1, 3],
    ['p', 0, 1],
    ['p', 1, 2],
    ['P', 2, 1],
    ['b', 0, 3],
    ['b', 3, 0],
    ['z', 0, null],
    ['F2', 0, null],
    [' ', 0, null],
    ['Enter', 0, null],
  ])('%s from %i leads to %s', (key, from, to) => {
    expect(placeInMenu(key, from, labels)).toBe(to)
  })

  it('lead nowhere where there is nothing', () => {
    expect(placeInMenu('ArrowDown', -1, [])).toBeNull()
  })
})

describe('a menu', () => {
  // What the test's own document does not know: that it lies on top is seen in the journeys.
  beforeAll(() => Object.assign(HTMLElement.prototype, { showPopover: () => undefined }))

  /** A button and the menu it opens, as they stand in a page that has keys of its own. */
  async function opened() {
    const ran = vi.fn<(id: string) => void>()
    const heard: string[] = []
    const at = ref<{ x: number; y: number } | null>(null)
    const item = (id: string, label: string, parts: Partial<MenuItem> = {}): MenuItem => ({
      ...{
        id,
        label,
        icon: Circle,
        enabled: true,
        run: () => {
          ran(id)
        },
      },
      ...parts,
    })
    const items = [
      item('no', 'Tidak boleh', { enabled: false }),
      item('open', 'Buka', { hint: 'Enter' }),
      item('move', 'Pindah', { hint: 'm' }),
      item('trash', 'Padam'),
    ]
    const part = defineComponent(
      () => () =>
        h('div', { onKeydown: ({ key }: KeyboardEvent) => heard.push(key) }, [
          h('button', { id: 'opens', onClick: () => (at.value = { x: 1, y: 1 }) }, 'Menu'),
          h(MenuBox, { at: at.value, label: 'Menu', items, onClose: () => (at.value = null) }),
        ]),
    )
    await mountPart(part, createWorkspaceClient())
    const opens = document.querySelector<HTMLElement>('#opens')
    opens?.focus()
    opens?.click()
    await flushPromises()
    const press = async (key: string): Promise<string> => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
      await flushPromises()
      return document.activeElement?.textContent.trim().replace(/\s.*/, '') ?? ''
    }
    return { ran, heard, press, focused: () => document.activeElement?.textContent ?? '' }
  }

  it('has the focus on the first thing that may be done, and passes over what may not', async () => {
    const { press, focused, heard } = await opened()
    expect(focused()).toContain('Buka')
    expect(await press('ArrowUp')).toContain('Padam')
    expect(await press('ArrowDown')).toContain('Buka')
    expect(await press('End')).toContain('Padam')
    expect(await press('Home')).toContain('Buka')
    expect(await press('p')).toContain('Pindah')
    expect(await press('p')).toContain('Padam')
    expect(await press('t')).toContain('Padam')
    // Letters that lead somewhere are not heard by the page behind.
    expect(heard).toEqual(['t'])
  })

  it('gives the focus back when Escape closes it, and does nothing', async () => {
    const { press, ran } = await opened()
    expect(await press('Escape')).toBe('Menu')
    expect(document.querySelector('[role="menu"]')).toBeNull()
    expect(ran).not.toHaveBeenCalled()
  })

  it('does at once what has the key that is pressed', async () => {
    const { press, ran } = await opened()
    expect(await press('M')).toBe('Menu')
    expect(ran.mock.calls).toEqual([['move']])
  })
})
