import type { AssessmentPeriod, AssessmentSubject } from '#contract/assessmentSubjects'
import type { CampaignSubjects, ProposedRound, Recurrence } from '#contract/campaigns'
import { ControlScope, type FrameworkVersionId } from '#contract/frameworks'
import { AccountId } from '#contract/accounts'
import { PersonId, PlainDate } from '#contract/values'
import { daysOf } from '../../complaints/overview/periods'
import { halfYear, usualScopes } from '../assess/assessView'

/** What somebody fills in to start a campaign. */
export interface CampaignDraft {
  readonly name: string
  readonly versionId: FrameworkVersionId | ''
  readonly kind: CampaignSubjects['kind']
  /** `account <id>`, `unit <name>`, `operator <id>` or `bureau`. */
  readonly chosen: readonly string[]
  readonly scopes: readonly ControlScope[]
  readonly recurrence: Recurrence
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly due: PlainDate | null
  readonly responsible: string
}

/** The days that are proposed: those of the calendar around today; held once, the half year. */
export function usualPeriod(recurrence: Recurrence, today: PlainDate): AssessmentPeriod {
  if (recurrence !== 'once') return daysOf(recurrence, today)
  const { from, to } = halfYear(today)
  return { from: PlainDate.parse(from), to: PlainDate.parse(to) }
}

export function keyOfAccount(id: string): string {
  return `account ${id}`
}

export function keyOfUnit(name: string): string {
  return `unit ${name}`
}

export function keyOfOperator(id: string): string {
  return `operator ${id}`
}

/** There is only one. */
export const keyOfBureau = 'bureau'

/** What was ticked; null while nothing is. */
export function subjectsOf(
  kind: CampaignSubjects['kind'],
  chosen: readonly string[],
): CampaignSubjects | null {
  if (kind === 'accounts') return { kind }
  const subjects = chosen.map(toSubject)
  return subjects.length === 0 ? null : { kind, subjects }
}

function toSubject(key: string): AssessmentSubject {
  const [kind = '', ...rest] = key.split(' ')
  const name = rest.join(' ')
  if (kind === 'bureau') return { kind }
  if (kind === 'unit') return { kind, unit: name }
  if (kind === 'operator') return { kind, personId: PersonId.parse(name) }
  return { kind: 'account', accountId: AccountId.parse(name) }
}

/** What is usually asked of those that were ticked, of all kinds together. */
export function scopesOf(
  kind: CampaignSubjects['kind'],
  chosen: readonly string[],
): ControlScope[] {
  const wanted = subjectsOf(kind, chosen)
  const kinds: readonly AssessmentSubject['kind'][] =
    wanted === null || wanted.kind === 'accounts'
      ? ['account']
      : wanted.subjects.map((subject) => subject.kind)
  const asked = new Set(kinds.flatMap((each) => usualScopes(each)))
  return ControlScope.options.filter((scope) => asked.has(scope))
}

/** As many days after a period as the proposed due day is after the proposed one. */
export function dueAfter(
  to: PlainDate,
  { period, due }: Pick<ProposedRound, 'period' | 'due'>,
): PlainDate {
  const day = 86_400_000
  const later = Date.parse(to) + Math.round((Date.parse(due) - Date.parse(period.to)) / day) * day
  return PlainDate.parse(new Date(later).toISOString().slice(0, 10))
}
