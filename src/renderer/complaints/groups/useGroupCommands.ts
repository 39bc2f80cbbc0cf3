import type { ComplaintId } from '#contract/complaintFields'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'

/** Master cases and duplicates, each with its way back. */
export function useGroupCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const grouping = useCommand('complaints', 'group')
  const ungrouping = useCommand('complaints', 'ungroup')
  const marking = useCommand('complaints', 'markRepeat')
  const unmarking = useCommand('complaints', 'unmarkRepeat')

  async function group(
    ids: readonly ComplaintId[],
    master: { readonly id: ComplaintId; readonly number: string },
  ): Promise<boolean> {
    const done = await grouping.run({ ids: [...ids], masterId: master.id })
    if (!done.ok) return false
    const { joined } = done.value
    const text = t('complaints.group.grouped', { count: joined.length, number: master.number })
    notices.tell(text, joined.length === 0 ? null : () => void ungrouping.run({ ids: joined }))
    return true
  }

  async function ungroup(ids: readonly ComplaintId[]): Promise<boolean> {
    const done = await ungrouping.run({ ids: [...ids] })
    if (!done.ok) return false
    const { before } = done.value
    const text = t('complaints.group.ungrouped', { count: before.length })
    notices.tell(text, () => void regroup(before))
    return true
  }

  async function regroup(before: readonly { id: ComplaintId; masterId: ComplaintId }[]) {
    for (const masterId of new Set(before.map((each) => each.masterId))) {
      const ids = before.filter((each) => each.masterId === masterId).map(({ id }) => id)
      await grouping.run({ ids, masterId })
    }
  }

  async function markRepeat(
    rows: readonly { readonly id: ComplaintId; readonly number: string }[],
    of: { readonly id: ComplaintId; readonly number: string },
    reason = '',
  ): Promise<boolean> {
    const ids = rows.map(({ id }) => id)
    const done = await marking.run({ ids, ofId: of.id, reason })
    if (!done.ok) return false
    const [first] = rows
    const which =
      rows.length === 1 && first ? first.number : t('complaints.many', { count: rows.length })
    const text = t('complaints.repeat.marked', { which, number: of.number })
    notices.tell(text, () => void unmarking.run({ ids }))
    return true
  }

  async function unmarkRepeat(row: { id: ComplaintId; number: string }): Promise<void> {
    const done = await unmarking.run({ ids: [row.id] })
    if (done.ok) notices.tell(t('complaints.repeat.takenBack', { number: row.number }))
  }

  return { group, ungroup, markRepeat, unmarkRepeat, marking, grouping, ungrouping, unmarking }
}
