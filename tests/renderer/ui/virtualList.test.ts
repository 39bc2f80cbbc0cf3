import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import VirtualList from '../../../src/renderer/ui/VirtualList.vue'
import { createWorkspaceClient } from '../../../src/renderer/workspace/client'
import { mountPart } from '../support/mountPart'

async function mountList(items: readonly (string | undefined)[]) {
  const heard: string[] = []
  const part = defineComponent(
    () => () =>
      h(
        VirtualList<string>,
        {
          items,
          keyOf: (item: string) => item,
          rowHeight: 36,
          label: 'Aduan',
          onOpen: (item: string, isByKey: boolean) =>
            heard.push(`open ${item}${isByKey ? ' by key' : ''}`),
          onMove: (item: string, from: string | undefined) =>
            heard.push(`move ${item}${from === undefined ? '' : ` from ${from}`}`),
        },
        { default: ({ item }: { item: string }) => h('span', item) },
      ),
  )
  const page = await mountPart(part, createWorkspaceClient())
  const cells = () => [...document.querySelectorAll<HTMLElement>('[role="gridcell"]')]
  return { page, heard, cells }
}

it('says from where it was extended, and whether it was opened by a key', async () => {
  const { page, heard, cells } = await mountList(['satu', 'dua', 'tiga'])
  cells()[0]?.focus()
  const extend = new KeyboardEvent('keydown', { key: 'ArrowDown', shiftKey: true, bubbles: true })
  cells()[0]?.dispatchEvent(extend)
  await page.press('Enter')
  cells()[2]?.click()
  expect(heard).toEqual(['move dua from satu', 'open dua by key', 'open tiga'])
})

it('keeps the places of rows that are on their way, which cannot be opened', async () => {
  const { page, heard, cells } = await mountList(['satu', undefined, 'tiga'])
  expect(cells()).toHaveLength(3)
  expect(cells()[1]?.querySelector('[aria-label="Sedang dimuatkan"]')).not.toBeNull()
  cells()[1]?.click()
  cells()[0]?.focus()
  await page.press('ArrowDown')
  expect(heard).toEqual([])
})
