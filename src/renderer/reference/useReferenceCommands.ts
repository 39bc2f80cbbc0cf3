import type { OpenList, ReferenceEntry, ReferenceFields, ReferenceList } from '#contract/reference'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useCommand } from '../workspace/useCommand'
import { draftOf, fieldsOf } from './referenceView'
import { useReferenceWords } from './useReferenceWords'

type Named = ReferenceFields & { ms: string; en: string }

/** Changes to the lists, each with its way back. */
export function useReferenceCommands() {
  const { t } = useWords()
  const { nameOf } = useReferenceWords()
  const notices = useNotices()
  const adding = useCommand('reference', 'add', { failures: 'here' })
  const changing = useCommand('reference', 'change', { failures: 'here' })
  const undoing = useCommand('reference', 'change')
  const removing = useCommand('reference', 'remove')
  const returning = useCommand('reference', 'bringBack')
  const restoring = useCommand('reference', 'restoreShipped')
  const ordering = useCommand('reference', 'reorder')

  /** @returns the new item's id, or null when something stands in the way */
  async function add(list: OpenList, fields: Named): Promise<string | null> {
    const added = await adding.run({ list, fields })
    if (!added.ok) return null
    const { id } = added.value
    notices.tell(t('reference.added', { name: nameOf(fields) }), () => void removing.run({ id }))
    return id
  }

  async function change(
    list: ReferenceList,
    entry: ReferenceEntry,
    fields: Named,
  ): Promise<boolean> {
    const { id } = entry
    const { ok } = await changing.run({ id, fields })
    if (ok) tellOf('reference.saved', list, entry, nameOf(fields))
    return ok
  }

  async function restore(list: ReferenceList, entry: ReferenceEntry): Promise<boolean> {
    const { ok } = await restoring.run({ id: entry.id })
    if (ok) tellOf('reference.restored', list, entry, nameOf(entry.shipped ?? entry.item))
    return ok
  }

  /** Undo writes what held before. */
  function tellOf(
    key: 'reference.saved' | 'reference.restored',
    list: ReferenceList,
    { id, item }: ReferenceEntry,
    name: string,
  ): void {
    const fields = fieldsOf(list, draftOf(item))
    notices.tell(t(key, { name }), () => void undoing.run({ id, fields }))
  }

  async function setRemoved({ id, item }: ReferenceEntry, removed: boolean): Promise<void> {
    const [doing, back] = removed ? [removing, returning] : [returning, removing]
    const { ok } = await doing.run({ id })
    if (!ok) return
    const words = { name: nameOf(item) }
    const text = removed ? t('reference.removedNow', words) : t('reference.broughtBack', words)
    notices.tell(text, () => void back.run({ id }))
  }

  async function reorder(list: OpenList, ids: string[], before: string[]): Promise<void> {
    const { ok } = await ordering.run({ list, ids })
    if (!ok) return
    notices.tell(t('reference.moved'), () => void ordering.run({ list, ids: before }))
  }

  return { add, change, restore, setRemoved, reorder, adding, changing }
}
