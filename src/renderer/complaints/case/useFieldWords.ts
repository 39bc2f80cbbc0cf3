import type { EventChange } from '#contract/complaintEvents'
import { Difficulty, Severity } from '#contract/complaintWeight'
import { StateCode } from '#contract/states'
import { useWords } from '../../words/useWords'
import { isYesNo } from '../kindView'
import { useComplaintWords } from '../useComplaintWords'
import { isToldField, questionOf, writtenPlace } from './timelineView'

/** Names of the fields of a complaint, and what stands in them, in words. */
export function useFieldWords() {
  const { t, format } = useWords()
  const words = useComplaintWords()

  function severityName(key: string): string {
    const known = Severity.safeParse(key)
    return known.success ? t(`complaints.severity.${known.data}`) : key
  }

  function difficultyName(key: string): string {
    const known = Difficulty.safeParse(key)
    return known.success ? t(`complaints.difficulty.${known.data}`) : key
  }

  function fieldName(change: Pick<EventChange, 'field'>): string {
    const question = questionOf(change)
    if (question !== null) {
      const all = words.subKinds.value.flatMap(({ item }) => item.questions)
      const found = all.find(({ key }) => key === question)
      return found === undefined ? t('complaints.event.answer') : words.nameOf(found)
    }
    return isToldField(change.field) ? t(`complaints.event.fields.${change.field}`) : change.field
  }

  function valueWord(field: string, value: string | null): string {
    if (value === null) return t('complaints.event.nothing')
    const place = writtenPlace(field, value)
    if (place !== null) return place
    if (isYesNo(value) && field.startsWith('answers.')) return t(`complaints.${value}`)
    const names: Readonly<Record<string, (key: string) => string>> = {
      ...{ channel: words.channelName, kind: words.kindName, subKind: words.subKindName },
      ...{ urgent: words.urgentName, accountId: words.accountName },
      receivedAt: (instant) => format.value.moment(instant),
      severity: severityName,
      difficulty: difficultyName,
      state: (code) => words.stateName(StateCode.safeParse(code).data ?? null),
    }
    return names[field]?.(value) ?? value
  }

  return { fieldName, valueWord }
}
