import type { Finding } from '#contract/findings'
import type { CheckedImage, GivenReview, Repeat } from '#contract/images'
import { useWords } from '../../words/useWords'
import { isOwnRule, sentenceOf } from '../findingView'
import { awaitsDecision, findingsByWeight } from '../imagesView'
import { photoPoints } from '../photoPoints'

/** All that is known of a checked file in full sentences: found by the check, said by persons. */
export function useCheckLines(): (check: CheckedImage) => string[] {
  const { t, format, language } = useWords()

  function said(finding: Finding): string {
    const sentence = sentenceOf(finding, language.value)
    const source = finding.clause ?? (isOwnRule(finding) ? t('images.reports.ownRule') : null)
    // A clause is not divided between two lines.
    return source === null ? sentence : `${sentence} (${source.replaceAll(' ', '\u00a0')})`
  }

  function repeated({ of, relation, mirrored, decision, ...rest }: Repeat): string {
    const place = t(of.where === 'batch' ? 'images.repeats.inBatch' : 'images.repeats.inLibrary')
    const places = [place, ...(mirrored ? [t('images.repeats.mirrored')] : [])]
    const pair = t('images.reports.repeats', {
      relation: t(`images.repeats.${relation}`),
      name: of.name,
      place: places.join(', ').toLocaleLowerCase(language.value),
    })
    if (decision !== null) {
      const outcome =
        decision.outcome === 'repeat'
          ? t('images.decide.decidedRepeat')
          : t('images.decide.decidedDifferent')
      return `${pair}. ${t('images.reports.decided', { outcome, reason: decision.reason, ...byWhom(decision) })}`
    }
    const waits = awaitsDecision({ of, relation, mirrored, decision, ...rest })
    return waits ? `${pair}. ${t('images.needsDecision')}.` : `${pair}.`
  }

  function reviewed(review: GivenReview): string {
    const seen = photoPoints.filter((point) => review.answers[point])
    if (seen.length === 0) return t('images.reports.checklistClear', byWhom(review))
    const points = seen.map((point) => t(`images.review.${point}`)).join('; ')
    return t('images.reports.checklistSeen', { points, ...byWhom(review) })
  }

  function byWhom({ byName, at }: { byName: string; at: string }) {
    return { name: byName, moment: format.value.moment(at) }
  }

  return (check) => {
    if (check.state === 'waiting') return [t('images.reports.notChecked')]
    const { override, review } = check
    const lines = [
      ...findingsByWeight(check.findings).map(said),
      ...check.repeats.map(repeated),
      ...(override === null
        ? []
        : [t('images.reports.exception', { reason: override.reason, ...byWhom(override) })]),
      ...(review === null ? [] : [reviewed(review)]),
    ]
    return check.findings.length === 0 ? [t('images.reports.noFindings'), ...lines] : lines
  }
}
