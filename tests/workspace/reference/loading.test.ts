import { afterEach, describe, expect, it } from 'vitest'
import type { ReferenceItem, ReferenceList } from '#contract/reference'
import { migrateToLatest } from '../../../src/main/workspace/database/migrate.ts'
import { readerOf, type Tables, type Writer } from '../../../src/main/workspace/database/schema.ts'
import { loadReference } from '../../../src/main/workspace/reference/load.ts'
import { itemsOf, readLists } from '../../../src/main/workspace/reference/queries.ts'
import { referenceHandlers } from '../../../src/main/workspace/reference/service.ts'
import { shippedLists, type ShippedList } from '../../../src/main/workspace/reference/shipped.ts'
import { bareDatabases } from '../../support/bareDatabases.ts'
import { commandContext } from '../../support/commandContext.ts'

type Lists = Record<ReferenceList, ShippedList>

/** As a later version of the application might ship a list. */
function nextVersion(
  list: ReferenceList,
  change: (items: readonly ReferenceItem[]) => readonly ReferenceItem[],
): Lists {
  const lists = shippedLists()
  const { version, items } = lists[list]
  return { ...lists, [list]: { version: version + 1, items: change(items) } }
}

const renamed =
  (key: string, words: { ms?: string; en?: string }) => (items: readonly ReferenceItem[]) =>
    items.map((item) => (item.key === key ? { ...item, ...words } : item))

let db: Writer
afterEach(() => db.destroy())

describe.each(bareDatabases)('loading the lists on %s', (_, open) => {
  async function empty(): Promise<void> {
    db = (await open()).$extendTables<Pick<Tables, keyof Tables>>()
    await migrateToLatest(db)
  }

  async function loaded(): Promise<void> {
    await empty()
    await loadReference(db)
  }

  it('brings every shipped item, and the second time changes nothing', async () => {
    await empty()
    const first = await loadReference(db)
    const shipped = Object.values(shippedLists()).flatMap(({ items }) => items)
    expect(first).toHaveLength(shipped.length)
    const before = await readLists(readerOf(db))
    expect(await loadReference(db)).toEqual([])
    expect(await readLists(readerOf(db))).toEqual(before)
  })

  it('a newer list reaches what the office left alone, and spares what it changed', async () => {
    await loaded()
    const context = commandContext(db)
    await referenceHandlers.change(context, {
      id: 'segments/media',
      fields: { ms: 'Wartawan' },
    })
    const subjects = await loadReference(
      db,
      nextVersion('segments', (items) =>
        renamed('tourists', { ms: 'Pelawat' })(
          renamed('media', { ms: 'Media massa', en: 'Mass media' })(items),
        ),
      ),
    )
    expect(subjects.map(({ id }) => id).sort()).toEqual(['segments/media', 'segments/tourists'])
    const now = await itemsOf(readerOf(db), 'segments')
    expect(now.find(({ key }) => key === 'tourists')).toMatchObject({ ms: 'Pelawat' })
    // Its Malay words are the office's, its English ones follow the update.
    expect(now.find(({ key }) => key === 'media')).toMatchObject({
      ms: 'Wartawan',
      en: 'Mass media',
    })
  })

  it('what the office removed stays removed, added stays, and its order holds', async () => {
    await loaded()
    const context = commandContext(db)
    await referenceHandlers.remove(context, { id: 'wave-categories/touch-point' })
    const own = await referenceHandlers.add(context, {
      list: 'wave-categories',
      fields: { ms: 'Sejarah', en: 'History' },
    })
    const ids = (await readLists(readerOf(db)))['wave-categories'].map(({ id }) => id)
    await referenceHandlers.reorder(context, { list: 'wave-categories', ids: ids.toReversed() })
    const fresh = {
      ...{ key: 'humour', ms: 'Humor', en: 'Humour', clause: 'ours' },
      ...{ channel: null, cheerful: false },
    }
    await loadReference(
      db,
      nextVersion('wave-categories', (items) => [fresh, ...items]),
    )
    const after = (await readLists(readerOf(db)))['wave-categories']
    expect(after.map(({ id }) => id)).toEqual([...ids.toReversed(), 'wave-categories/humour'])
    expect(after.filter(({ removed }) => removed).map(({ item }) => item.key)).toEqual([
      'touch-point',
    ])
    expect(after[0]).toMatchObject({ id: own.id, shipped: null })
  })

  it('what is no longer shipped stays for what refers to it', async () => {
    await loaded()
    await loadReference(
      db,
      nextVersion('segments', (items) => items.filter(({ key }) => key !== 'tourists')),
    )
    const now = await itemsOf(readerOf(db), 'segments')
    expect(now.map(({ key }) => key)).toContain('tourists')
  })
})
