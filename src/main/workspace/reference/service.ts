import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import {
  ownClause,
  referenceItems,
  type reference,
  type ReferenceFields,
  type ReferenceList,
} from '#contract/reference'
import type { CommandContext, Contexts } from '../context.ts'
import { sameName } from '../people/rules.ts'
import { findKept, insertItems, listKept, readLists, updateItem, type KeptItem } from './queries.ts'
import { blankItem, editable, inForce, isFixed, ownFields, type Fields } from './rules.ts'

export const referenceHandlers: SliceHandlers<typeof reference, Contexts> = {
  lists: ({ db }) => readLists(db),

  async add(context, { list, fields }) {
    const { db, writer, newId, record } = context
    const kept = await listKept(db, list)
    refuseTakenName(kept, fields, null)
    const key = newId()
    const blank = blankItem(list, key, kept.length + 1, ownClause)
    const own = checked(list, { ...blank, ...ofList(list, fields) })
    const place = Math.max(-1, ...kept.map((item) => item.place)) + 1
    const id = `${list}/${key}`
    await insertItems(writer, [
      {
        ...{ id, list, key, shipped: null, shipped_version: null },
        ...{ own: JSON.stringify(own), removed: 0, place },
      },
    ])
    record('reference_item', id, ['list', 'key', 'own', 'place'])
    return { id }
  },

  async change(context, { id, fields }) {
    const before = await known(context, id)
    refuseTakenName(await listKept(context.db, before.list), fields, id)
    const wanted = checked(before.list, {
      ...inForce(before.shipped, before.own),
      ...ofList(before.list, fields),
    })
    const own = ownFields(before.shipped, wanted)
    await updateItem(context.writer, id, { own: own === null ? null : JSON.stringify(own) })
    context.record('reference_item', id, ['own'])
    return { id }
  },

  async remove(context, { id }) {
    const item = await known(context, id)
    if (isFixed(item.list, item.shipped !== null)) throw new WorkspaceError('reference.fixed')
    return setRemoved(context, id, true)
  },

  async bringBack(context, { id }) {
    await known(context, id)
    return setRemoved(context, id, false)
  },

  async restoreShipped(context, { id }) {
    const item = await known(context, id)
    if (item.shipped === null) throw new WorkspaceError('reference.not-shipped')
    await updateItem(context.writer, id, { own: null })
    context.record('reference_item', id, ['own'])
    return { id }
  },

  async reorder({ db, writer, record }, { list, ids }) {
    const kept = await listKept(db, list)
    const complete = ids.length === kept.length && kept.every(({ id }) => ids.includes(id))
    if (!complete) throw new WorkspaceError('reference.order-outdated')
    for (const [place, id] of ids.entries()) {
      if (kept.find((item) => item.id === id)?.place === place) continue
      await updateItem(writer, id, { place })
      record('reference_item', id, ['place'])
    }
    return {}
  },
}

async function known({ db }: CommandContext, id: string): Promise<KeptItem> {
  const item = await findKept(db, id)
  if (item === null) throw new WorkspaceError('reference.unknown')
  return item
}

async function setRemoved({ writer, record }: CommandContext, id: string, removed: boolean) {
  await updateItem(writer, id, { removed: removed ? 1 : 0 })
  record('reference_item', id, ['removed'])
  return { id }
}

/** What is given of an item, as long as its list lets the office change it. */
function ofList(list: ReferenceList, fields: ReferenceFields): Fields {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  const allowed: readonly string[] = editable[list]
  for (const [field] of given) {
    if (!allowed.includes(field)) throw new WorkspaceError('reference.not-editable')
  }
  return Object.fromEntries(given)
}

function checked(list: ReferenceList, fields: Fields): Fields {
  return referenceItems[list].parse(fields)
}

/** Two items of one name could not be told apart in a list of choices. */
function refuseTakenName(
  kept: readonly KeptItem[],
  { ms, en }: ReferenceFields,
  ownId: string | null,
): void {
  for (const item of kept) {
    if (item.id === ownId) continue
    const words = inForce(item.shipped, item.own)
    const taken = sameWords(words['ms'], ms) || sameWords(words['en'], en)
    if (taken) throw new WorkspaceError('reference.name-taken')
  }
}

function sameWords(one: unknown, other: string | undefined): boolean {
  return typeof one === 'string' && other !== undefined && sameName(one, other)
}
