import { computed, ref, watch } from 'vue'
import type { CampaignSubjects, NewCampaign, Recurrence } from '#contract/campaigns'
import { ControlScope } from '#contract/frameworks'
import { PersonId, type PlainDate } from '#contract/values'
import { todayInMalaysia } from '../../accounts/today'
import { useWords } from '../../words/useWords'
import { useGate } from '../../workspace/gate'
import { useChecklistVersions } from '../assess/useChecklistVersions'
import { useCampaignScreen } from './campaignScreen'
import { scopesOf, subjectsOf, usualPeriod } from './campaignView'

/** What is filled in to start a campaign, and what is still missing of it. */
export function useCampaignForm() {
  const { t } = useWords()
  const gate = useGate()
  const screen = useCampaignScreen()
  const { versionId, options: versions, version } = useChecklistVersions()
  const before = screen.draft
  const usual = usualPeriod('quarter', todayInMalaysia())

  const name = ref(before?.name ?? t('compliance.campaign.usualName'))
  const kind = ref<CampaignSubjects['kind']>(before?.kind ?? 'accounts')
  const chosen = ref<string[]>([...(before?.chosen ?? [])])
  const scopes = ref<string[]>([...(before?.scopes ?? scopesOf('accounts', []))])
  const recurrence = ref<Recurrence>(before?.recurrence ?? 'quarter')
  const from = ref<PlainDate | null>(before ? before.from : usual.from)
  const to = ref<PlainDate | null>(before ? before.to : usual.to)
  const due = ref<PlainDate | null>(before ? before.due : usual.to)
  const responsible = ref<string>(before?.responsible ?? gate.actor.value?.id ?? '')
  if (before) version.value = before.versionId
  /** From then on what is missing is said. */
  const tried = ref(false)

  const wantedScopes = computed(() =>
    ControlScope.options.filter((scope) => scopes.value.includes(scope)),
  )
  const subjects = computed(() => subjectsOf(kind.value, chosen.value))
  const periodGap = computed(() => {
    if (from.value === null || to.value === null) return t('compliance.assess.periodMissing')
    return from.value > to.value ? t('compliance.assess.periodWrong') : null
  })
  const dueGap = computed(() => {
    if (due.value === null) return t('compliance.campaign.dueMissing')
    return from.value !== null && due.value < from.value ? t('compliance.campaign.dueEarly') : null
  })
  const gaps = computed(() => ({
    name: name.value.trim() === '' ? t('compliance.campaign.nameMissing') : null,
    subjects: subjects.value === null ? t('compliance.campaign.subjectMissing') : null,
    scopes: wantedScopes.value.length === 0 ? t('compliance.assess.scopeMissing') : null,
    ...{ period: periodGap.value, due: dueGap.value },
  }))

  // Other subjects are asked other things, until somebody says which.
  watch([kind, chosen], (_, [kindBefore, chosenBefore]) => {
    const isUsual = scopesOf(kindBefore, chosenBefore).join() === wantedScopes.value.join()
    if (isUsual) scopes.value = scopesOf(kind.value, chosen.value)
  })

  // Whoever chooses how often proposes the days with it.
  watch(recurrence, (wanted) => {
    const days = usualPeriod(wanted, todayInMalaysia())
    from.value = days.from
    to.value = days.to
    due.value = days.to
  })

  /** Null while something is missing. */
  function wanted(): NewCampaign | null {
    const responsibleId = PersonId.safeParse(responsible.value).data
    const [first, last, day] = [from.value, to.value, due.value]
    if (Object.values(gaps.value).some((gap) => gap !== null)) return null
    if (first === null || last === null || day === null || subjects.value === null) return null
    if (responsibleId === undefined || versionId.value === null) return null
    return {
      ...{ name: name.value, recurrence: recurrence.value, responsibleId },
      ...{ versionId: versionId.value, period: { from: first, to: last }, due: day },
      ...{ subjects: subjects.value, scopes: wantedScopes.value },
    }
  }

  /** Until it became a campaign: whoever stopped it finds it again. */
  function keep(): void {
    screen.draft = {
      ...{ name: name.value, versionId: version.value, kind: kind.value, chosen: chosen.value },
      ...{ scopes: wantedScopes.value, recurrence: recurrence.value, from: from.value },
      ...{ to: to.value, due: due.value, responsible: responsible.value },
    }
  }

  return {
    ...{ name, version, versions, kind, chosen, scopes, recurrence, from, to, due, responsible },
    ...{ tried, gaps, wanted, keep },
  }
}
