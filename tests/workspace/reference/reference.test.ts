import { afterEach, describe, expect, it } from 'vitest'
import type { ReferenceEntry, ReferenceList } from '#contract/reference'
import { present } from '../../support/present.ts'
import {
  databases,
  startTestWorkspace,
  testPassphrase,
  type TestWorkspace,
} from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

async function entry(list: ReferenceList, key: string): Promise<ReferenceEntry> {
  const lists = await test.workspace.reference.lists({})
  const entries: readonly ReferenceEntry[] = lists[list]
  return present(entries.find(({ item }) => item.key === key))
}

describe.each(databases)('the reference data on %s', (database) => {
  it('is there from the first run, as part of making the workspace', async () => {
    test = await startTestWorkspace(database)
    const lists = await test.workspace.reference.lists({})
    expect(lists.phases.map(({ item }) => item.year)).toEqual([2015, 2016, 2017, 2018, 2019])
    expect(
      Object.values(lists)
        .flat()
        .filter(({ changed, removed }) => changed || removed),
    ).toEqual([])
    const log = await test.rows<{ action: string; subjects: string }>(
      'select action, subjects from audit_entry',
    )
    expect(log.map(({ action }) => action)).toEqual(['gate.create'])
    expect(present(log[0]).subjects).toContain('"phases/phase-5"')
  })

  it('keeps the office’s words beside the shipped ones, and gives the shipped ones back', async () => {
    test = await startTestWorkspace(database)
    const { reference } = test.workspace
    const id = 'channels/x'
    await reference.change({ id, fields: { ms: 'X', perDay: { min: 2, max: 6 }, textLimit: 4000 } })
    expect(await entry('channels', 'x')).toMatchObject({
      item: { ms: 'X', en: 'X (Twitter)', perDay: { min: 2, max: 6 }, textLimit: 4000 },
      shipped: { ms: 'X (Twitter)', perDay: { min: 5, max: 10 }, textLimit: 280 },
      changed: true,
    })
    expect(await test.rows(`select own from reference_item where id = '${id}'`)).toEqual([
      { own: '{"ms":"X","perDay":{"min":2,"max":6},"textLimit":4000}' },
    ])
    await reference.restoreShipped({ id })
    expect(await entry('channels', 'x')).toMatchObject({
      item: { ms: 'X (Twitter)', perDay: { min: 5, max: 10 } },
      changed: false,
    })
  })

  it('calls nothing changed that was changed back by hand', async () => {
    test = await startTestWorkspace(database)
    const { reference } = test.workspace
    await reference.change({ id: 'phases/phase-1', fields: { ms: 'Permulaan' } })
    await reference.change({ id: 'phases/phase-1', fields: { ms: 'Tindakan dalaman BKK' } })
    expect(await entry('phases', 'phase-1')).toMatchObject({ changed: false })
  })

  it('takes the office’s own items, which have a place but no shipped words', async () => {
    test = await startTestWorkspace(database)
    const { reference } = test.workspace
    const { id } = await reference.add({
      list: 'channels',
      fields: { ms: 'TikTok', en: 'TikTok', purposes: ['promotion'], perDay: { min: 1, max: 1 } },
    })
    const { channels } = await reference.lists({})
    expect(channels.at(-1)).toMatchObject({
      id,
      item: { ms: 'TikTok', clause: 'ours', textLimit: null },
      shipped: null,
      fixed: false,
    })
    await reference.remove({ id })
    expect((await reference.lists({})).channels.at(-1)).toMatchObject({ id, removed: true })
    await reference.bringBack({ id })
    expect((await reference.lists({})).channels.at(-1)).toMatchObject({ id, removed: false })
    await expect(reference.restoreShipped({ id })).rejects.toMatchObject({
      reason: 'reference.not-shipped',
    })
  })

  it.each([
    'phases/phase-5',
    'stages/stage-1',
    'states/MY-01',
    'channels/x',
    'production-times/text',
  ])('never loses %s, on which code depends', async (id) => {
    test = await startTestWorkspace(database)
    await expect(test.workspace.reference.remove({ id })).rejects.toMatchObject({
      reason: 'reference.fixed',
    })
  })

  it('refuses two items of one name, fields a list does not have, and what is not there', async () => {
    test = await startTestWorkspace(database)
    const { reference } = test.workspace
    const segment = { list: 'segments' as const, fields: { ms: '  kontraktor', en: 'Builders' } }
    await expect(reference.add(segment)).rejects.toMatchObject({ reason: 'reference.name-taken' })
    for (const [id, fields, reason] of [
      ['segments/media', { en: 'THE  public (direct customers)' }, 'reference.name-taken'],
      ['phases/phase-1', { workingDays: 3 }, 'reference.not-editable'],
      ['states/MY-01', { ms: 'Johor Darul Takzim' }, 'reference.not-editable'],
      ['phases/phase-6', { ms: 'Fasa 6' }, 'reference.unknown'],
    ] as const) {
      await expect(reference.change({ id, fields }), id).rejects.toMatchObject({ reason })
    }
  })

  it('is put in another order as a whole, or not at all', async () => {
    test = await startTestWorkspace(database)
    const { reference } = test.workspace
    const ids = (await reference.lists({})).thrusts.map(({ id }) => id)
    await reference.reorder({ list: 'thrusts', ids: ids.toReversed() })
    const after = (await reference.lists({})).thrusts.map(({ id }) => id)
    expect(after).toEqual(ids.toReversed())
    await expect(reference.reorder({ list: 'thrusts', ids: ids.slice(1) })).rejects.toMatchObject({
      reason: 'reference.order-outdated',
    })
  })
})

describe.each(databases)('opening on %s', (database) => {
  it('brings a newer list in with an entry of its own, by nobody; the next time with none', async () => {
    test = await startTestWorkspace(database)
    // As an older version left it.
    await test.rows("update reference_item set shipped_version = 0 where list = 'phases'")
    await test.rows(
      "update reference_item set shipped = replace(shipped, 'BKK', 'unit') where id = 'phases/phase-1'",
    )
    const unlock = () =>
      test.workspace.gate.unlock({
        secret: { kind: 'passphrase', passphrase: testPassphrase },
        remember: false,
      })
    for (let round = 0; round < 2; round += 1) {
      await test.workspace.gate.lock({})
      await unlock()
    }
    const log = await test.workspace.office.auditLog({ before: null, limit: 10 })
    expect(log.map(({ action, personId }) => [action, personId === null])).toEqual([
      ['reference.load', true],
      ['gate.create', false],
    ])
    expect(log[0]?.subjects).toEqual([
      { table: 'reference_item', id: 'phases/phase-1', fields: ['shipped'] },
    ])
    const { phases } = await test.workspace.reference.lists({})
    expect(phases[0]?.item.ms).toBe('Tindakan dalaman BKK')
  })
})
