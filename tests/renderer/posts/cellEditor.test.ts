import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import { PostKind } from '#contract/postContent'
import type { PostTile } from '#contract/posts'
import AccountsEditor from '../../../src/renderer/posts/list/AccountsEditor.vue'
import CellEditor from '../../../src/renderer/posts/list/CellEditor.vue'
import { columnsBy, type ColumnKey } from '../../../src/renderer/posts/list/listView'
import { changeOf } from '../../../src/renderer/posts/list/usePostEdit'
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { mountPart, type Mounted } from '../support/mountPart'
import { tileOf } from './tiles'

let test: TestWorkspace
beforeEach(async () => {
  setActivePinia(createPinia())
  test = await startTestWorkspace('sqlite')
})
afterEach(() => test.stop())

/** The editor of one column, and what it asked for, in order. */
async function openCell(key: ColumnKey, tile: PostTile = tileOf(1)) {
  const asked: string[] = []
  const part = await mountPart(CellEditor, test.client, {
    ...{ tile, column: columnsBy('day').find((column) => column.key === key) },
    onKeep: (text: string, stays: boolean) => asked.push(`keep ${text} ${String(stays)}`),
    onLeave: (stays: boolean) => asked.push(`leave ${String(stays)}`),
  })
  return { part, asked }
}

async function leave(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await flushPromises()
}

async function choose(part: Mounted, name: string, value: string): Promise<void> {
  const field = part.control('field', name)
  if (!(field instanceof HTMLSelectElement)) throw new Error('No list')
  field.value = value
  field.dispatchEvent(new Event('change', { bubbles: true }))
  await flushPromises()
}

describe('a cell of the list while it is changed', () => {
  it('keeps a typed title when the field is left', async () => {
    const { part, asked } = await openCell('title')
    await part.type('Tajuk', 'Laluan baharu')
    await leave()
    expect(asked).toEqual(['keep Laluan baharu false'])
  })

  it('leaves the cell as it was by Escape alone', async () => {
    const { part, asked } = await openCell('title')
    await part.type('Tajuk', 'Laluan baharu')
    await part.press('Escape')
    await leave()
    expect(asked).toEqual(['leave true'])
  })

  it('asks for nothing where nothing was changed', async () => {
    const { asked } = await openCell('title')
    await leave()
    expect(asked).toEqual(['leave false'])
  })

  it('keeps an owner chosen by mouse at once, and only once', async () => {
    const { part, asked } = await openCell('owner')
    await part.says('Siti Aminah')
    const [owner] = await test.workspace.people.list({})
    await choose(part, 'Pemilik', owner?.id ?? '')
    await leave()
    expect(asked).toEqual([`keep ${owner?.id ?? ''} true`])
  })

  it('waits for Enter or leaving while a list is walked through by keys', async () => {
    const { part, asked } = await openCell('owner')
    await part.says('Siti Aminah')
    const [owner] = await test.workspace.people.list({})
    await part.press('ArrowDown')
    await choose(part, 'Pemilik', owner?.id ?? '')
    expect(asked).toEqual([])
    await part.press('Enter')
    expect(asked).toEqual([`keep ${owner?.id ?? ''} true`])
  })

  it.each([
    ['kind', 'Jenis', 'draft', PostKind.options],
    ['status', 'Status', 'draft', ['draft', 'idea', 'on-hold', 'cancelled']],
    // Approval is never a choice of a list.
    ['status', 'Status', 'in-review', ['in-review', 'on-hold', 'cancelled']],
  ] as const)('offers of %s (%s) from %s what a hand may choose', async (key, name, from, told) => {
    const { part } = await openCell(key, { ...tileOf(1), status: from })
    const field = part.control('field', name)
    if (!(field instanceof HTMLSelectElement)) throw new Error('No list')
    expect([...field.options].map(({ value }) => value)).toEqual(told)
  })

  it('ticks accounts by keys, and keeps them by Enter', async () => {
    const [one, other] = await test.workspace.accounts.list({})
    const asked: string[] = []
    const tile = { ...tileOf(1), accountIds: one === undefined ? [] : [one.id] }
    const part = await mountPart(AccountsEditor, test.client, {
      tile,
      onKeep: (text: string, stays: boolean) => asked.push(`keep ${text} ${String(stays)}`),
      onLeave: (stays: boolean) => asked.push(`leave ${String(stays)}`),
    })
    await part.says(other?.name ?? '')
    const box = [...document.querySelectorAll('label')]
      .find((label) => label.textContent.includes(other?.name ?? 'tiada'))
      ?.querySelector('input')
    box?.click()
    await flushPromises()
    box?.focus()
    await part.press('Enter')
    expect(asked).toEqual([`keep ${[one?.id, other?.id].toSorted().join(',')} true`])
  })
})

it('accounts that stay keep their own words and slots', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((letter) =>
    AccountId.parse(`${letter.repeat(8)}-0000-4000-8000-000000000001`),
  )
  const own = { text: 'Sendiri', day: null, time: null }
  const accounts = [a, b].flatMap((id) => (id === undefined ? [] : { accountId: id, ...own }))
  expect(changeOf({ accounts }, 'accounts', `${b ?? ''},${c ?? ''}`)).toEqual({
    accounts: [
      { accountId: b, ...own },
      { accountId: c, text: null, day: null, time: null },
    ],
  })
  expect(changeOf({ accounts }, 'accounts', '')).toEqual({ accounts: [] })
  expect(changeOf({ accounts }, 'kind', 'vox-pop')).toEqual({ kind: 'vox-pop' })
})
