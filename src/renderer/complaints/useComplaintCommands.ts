import type { ComplaintId } from '#contract/complaintFields'
import type { ComplaintStatus } from '#contract/complaintStatus'
import type { PersonId } from '#contract/values'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useCommand } from '../workspace/useCommand'
import { useComplaintWords } from './useComplaintWords'

/** What a command is about. */
interface Named {
  readonly id: ComplaintId
  readonly number: string
}

/** Steps and assignments, of one or of many, each with its way back where there is one. */
export function useComplaintCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const { named, personName } = useComplaintWords()
  const setting = useCommand('complaints', 'setStatus')
  const undoing = useCommand('complaints', 'undoStep')
  const assigning = useCommand('complaints', 'assign')

  async function takeStep(
    rows: readonly Named[],
    to: ComplaintStatus,
    reason: string,
  ): Promise<boolean> {
    const done = await setting.run({ ids: rows.map(({ id }) => id), to, reason })
    if (!done.ok) return false
    const text = t('complaints.stepTaken', {
      which: named(rows),
      status: t(`complaints.status.${to}`).toLocaleLowerCase(),
    })
    const ids = done.value.before.map(({ id }) => id)
    notices.tell(text, () => void undoing.run({ ids, to }))
    return true
  }

  async function assign(rows: readonly Named[], personId: PersonId | null): Promise<boolean> {
    const done = await assigning.run({ ids: rows.map(({ id }) => id), personId })
    if (!done.ok) return false
    const { before } = done.value
    const text =
      personId === null
        ? t('complaints.taken', { which: named(rows) })
        : t('complaints.assigned', { which: named(rows), name: personName(personId) })
    notices.tell(text, () => void assignBack(before))
    return true
  }

  async function assignBack(before: readonly { id: ComplaintId; personId: PersonId | null }[]) {
    for (const personId of new Set(before.map((each) => each.personId))) {
      const ids = before.filter((each) => each.personId === personId).map(({ id }) => id)
      await assigning.run({ ids, personId })
    }
  }

  return { takeStep, assign, setting, assigning }
}
