import type { ReportControl } from '#contract/assessmentReports'
import type { Standing } from '../assessView'
import { standingLooks } from '../looks'

/** How a result looks on paper: a frame where attention is due. */
export const standingTones = {
  ...({ met: 'good', partly: 'attention', 'not-met': 'bad' } as const),
  ...({ 'not-applicable': 'plain', unanswered: 'plain', 'not-asked': 'plain' } as const),
} satisfies Record<Standing, 'good' | 'attention' | 'bad' | 'plain'>

export function paperLook(result: ReportControl['result']) {
  const standing = result ?? 'unanswered'
  return { icon: standingLooks[standing].icon, tone: standingTones[standing] }
}

/** The results in the order in which bars show them. */
export const barParts = ['met', 'partly', 'not-met', 'not-applicable', 'unanswered'] as const
export type BarPart = (typeof barParts)[number]
