import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { DisposalWithNumbers } from '#contract/complaintDisposals'
import { useWords } from '../../words/useWords'
import { kindCounts } from './disposalView'

interface Fact {
  readonly label: string
  readonly value: string
}

type FactKey =
  | ('schedule' | 'series' | 'application' | 'format' | 'size' | 'media' | 'dates' | 'kinds')
  | ('security' | 'location' | 'reason' | 'proposedBy' | 'approvedBy' | 'reference' | 'referenceOn')
  | ('executedBy' | 'complaints' | 'people' | 'events' | 'letters' | 'files' | 'backups')
  | ('clearedAt' | 'due' | 'certifiedOn')

/** A disposal in lines: what Borang Arkib 3/08 asks, and what Borang 12/08 confirms. */
export function useDisposalFacts(disposal: MaybeRefOrGetter<DisposalWithNumbers | null>) {
  const { t, format, language } = useWords()
  const fact = (key: FactKey, value: string | null): Fact[] =>
    value === null || value === '' ? [] : [{ label: t(`complaints.disposal.fact.${key}`), value }]

  const formFacts = computed(() => {
    const of = toValue(disposal)
    if (of === null) return []
    const { facts } = of
    const kinds = kindCounts(facts.kinds).map(
      ([kind, count]) =>
        `${of.kindNames[kind]?.[language.value] ?? kind} (${format.value.number(count)})`,
    )
    return [
      ...fact('schedule', facts.schedules.join(', ') || t('complaints.disposal.noSchedule')),
      ...fact('series', of.series),
      ...fact('application', 'Ruang Kerja BKK'),
      ...fact('format', t('complaints.disposal.formatUsual')),
      ...fact(
        'size',
        t('complaints.disposal.sizeOf', {
          cases: format.value.number(of.cases),
          files: format.value.number(facts.files),
          bytes: format.value.bytes(facts.bytes),
        }),
      ),
      ...fact('media', t('complaints.disposal.mediaUsual')),
      ...fact('dates', `${format.value.day(facts.from)} – ${format.value.day(facts.to)}`),
      ...fact('kinds', kinds.join('; ')),
      ...fact('security', t(`complaints.disposal.security.${of.security}`)),
      ...fact('location', of.location),
      ...fact('reason', of.reason),
      ...fact('proposedBy', `${of.proposedByName}, ${format.value.moment(of.proposedAt)}`),
      ...(of.approvedAt === null
        ? []
        : fact('approvedBy', `${of.approvedByName ?? ''}, ${format.value.moment(of.approvedAt)}`)),
      ...fact('reference', of.reference),
      ...(of.referenceOn === null ? [] : fact('referenceOn', format.value.day(of.referenceOn))),
    ]
  })

  const destroyedFacts = computed(() => {
    const of = toValue(disposal)
    if (of === null || of.executedAt === null || of.counts === null) return []
    const { counts } = of
    return [
      ...fact('executedBy', `${of.executedByName ?? ''}, ${format.value.moment(of.executedAt)}`),
      ...(['complaints', 'people', 'events', 'letters', 'files'] as const).flatMap((key) =>
        fact(key, format.value.number(counts[key])),
      ),
      ...fact(
        'backups',
        of.backups === null ? t('complaints.disposal.onServer') : format.value.number(of.backups),
      ),
      ...(of.clearedAt === null ? [] : fact('clearedAt', format.value.moment(of.clearedAt))),
      ...(of.certificateDue === null ? [] : fact('due', format.value.day(of.certificateDue))),
      ...(of.certifiedOn === null ? [] : fact('certifiedOn', format.value.day(of.certifiedOn))),
    ]
  })

  return { formFacts, destroyedFacts }
}
