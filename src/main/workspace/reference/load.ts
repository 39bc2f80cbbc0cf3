import { ReferenceList } from '#contract/reference'
import type { Subject } from '../audit.ts'
import { readerOf, type Writer } from '../database/schema.ts'
import { insertItems, listKept, loadedVersions, updateItem } from './queries.ts'
import { same } from './rules.ts'
import { shippedLists, type ShippedList } from './shipped.ts'

/**
 * Brings the shipped lists into the workspace, in the caller's transaction: new items are added,
 * known ones get the shipped part anew. What the office changed, added, removed or reordered stays;
 * so does an item that is no longer shipped, as rows may refer to it. A list whose version is known
 * costs nothing more.
 * @returns the rows that changed, for the audit log
 */
export async function loadReference(
  db: Writer,
  shipped: Readonly<Record<ReferenceList, ShippedList>> = shippedLists(),
): Promise<Subject[]> {
  const known = await loadedVersions(readerOf(db))
  const subjects: Subject[] = []
  for (const list of ReferenceList.options) {
    if ((known.get(list) ?? 0) < shipped[list].version) {
      subjects.push(...(await loadList(db, list, shipped[list])))
    }
  }
  return subjects
}

async function loadList(
  db: Writer,
  list: ReferenceList,
  { version, items }: ShippedList,
): Promise<Subject[]> {
  const kept = await listKept(readerOf(db), list)
  const byKey = new Map(kept.map((item) => [item.key, item]))
  const lastPlace = Math.max(-1, ...kept.map((item) => item.place))
  const subjects: Subject[] = []
  for (const item of items) {
    const before = byKey.get(item.key)
    if (before === undefined) continue
    await updateItem(db, before.id, {
      shipped: JSON.stringify(item),
      shipped_version: version,
    })
    if (!same(before.shipped, item)) subjects.push(changed(before.id, ['shipped']))
  }
  const added = items
    .filter(({ key }) => !byKey.has(key))
    .map((item, index) => ({
      ...{ id: `${list}/${item.key}`, list, key: item.key },
      ...{ shipped: JSON.stringify(item), shipped_version: version },
      ...{ own: null, removed: 0, place: lastPlace + 1 + index },
    }))
  if (added.length > 0) await insertItems(db, added)
  subjects.push(...added.map(({ id }) => changed(id, ['list', 'key', 'shipped', 'place'])))
  return subjects
}

function changed(id: string, fields: readonly string[]): Subject {
  return { table: 'reference_item', id, fields }
}
