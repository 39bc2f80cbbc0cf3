import type { Disclosure } from '#contract/complaintRequests'
import { useWords } from '../../words/useWords'

/** What a disclosure says of what went to whom: as somebody wrote it, or as what it was taken out. */
export function useDisclosureWords() {
  const { t } = useWords()

  function toldWords({ what, toWhom, takeout, byName }: Disclosure): { what: string; to: string } {
    if (takeout === null) return { what, to: toWhom }
    return {
      what: t('complaints.rights.takenOut', { what: t(`complaints.papers.what.${takeout}`) }),
      to: t('complaints.rights.takenBy', { name: byName }),
    }
  }

  return { toldWords }
}
