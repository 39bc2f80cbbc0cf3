import { PhotoRole } from '#contract/complaintClosing'
import { ForwardingOutcome } from '#contract/complaintForwarding'
import type { ComplaintEvent } from '#contract/complaintEvents'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { useKnownLists } from '../../workspace/useKnown'
import { scoreKey } from '../closing/scores'
import { useAgencies } from '../forwarding/useAgencies'

/** Fields of events that their sentence tells; they stand in no line of their own. */
export const toldBySentence: readonly string[] = [
  ...['agency', 'outcome', 'check', 'score', 'unsolved', 'photo'],
  ...['warned_mark', 'warned_clock', 'warned_share', 'warned_role', 'post'],
]

/** What the timeline says of forwarding and closing. */
export function useCaseEvents() {
  const { t } = useWords()
  const { agencyName } = useAgencies()
  const { nameOf } = useReferenceWords()
  const lists = useKnownLists()

  /** Null for what is about neither. */
  function sentence({ kind, changes, to }: ComplaintEvent): string | null {
    const value = (field: string) => changes.find((change) => change.field === field)?.after ?? ''
    const agency = agencyName(value('agency'))
    switch (kind) {
      case 'forwarded-to':
      case 'unforwarded':
      case 'reminded':
      case 'outcome-taken-back':
        return t(`complaints.forwardingEvent.${kind}`, { agency })
      case 'outcome': {
        const outcome = ForwardingOutcome.catch('answered').parse(value('outcome'))
        const words = t(`complaints.forwarding.outcome.${outcome}`).toLocaleLowerCase()
        return t('complaints.forwardingEvent.outcome', { agency, outcome: words })
      }
      case 'checked':
      case 'unchecked':
        return t(`complaints.closingEvent.${kind}`, { check: checkName(value('check')) })
      case 'satisfaction': {
        const score = t(`complaints.closing.scores.${scoreKey(Number(value('score')))}`)
        const said = t('complaints.closingEvent.satisfaction', { score })
        return value('unsolved') === 'yes'
          ? `${said}, ${t('complaints.closingEvent.unsolved')}`
          : said
      }
      case 'satisfaction-removed':
        return t('complaints.closingEvent.satisfaction-removed')
      case 'photo': {
        const role = PhotoRole.safeParse(value('photo'))
        const word = t(`complaints.closing.roles.${role.success ? role.data : 'none'}`)
        return t('complaints.closingEvent.photo', { role: word.toLocaleLowerCase() })
      }
      case 'post-tied':
      case 'post-untied':
        return t(`complaints.case.postEvent.${kind}`, { title: value('post') })
      case 'step-undone':
        return t('complaints.closingEvent.step-undone', {
          status: to === null ? '' : t(`complaints.status.${to}`).toLocaleLowerCase(),
        })
      default:
        return null
    }
  }

  function checkName(key: string): string {
    const found = lists.data.value?.['closing-checks'].find(({ item }) => item.key === key)
    return found === undefined ? key : nameOf(found.item)
  }

  return { sentence }
}
