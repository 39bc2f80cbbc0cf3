import type { ComplaintEvent, EventChange } from '#contract/complaintEvents'
import { Difficulty, Severity } from '#contract/complaintWeight'
import { StateCode } from '#contract/states'
import { useWords } from '../../words/useWords'
import { isYesNo } from '../kindView'
import { useComplaintWords } from '../useComplaintWords'
import { answerField, isAnswerEvent } from '../answers/answerEvents'
import { useClockEvents } from '../clocks/useClockEvents'
import { useCaseEvents } from './useCaseEvents'
import { isImportedField, isQuoted, isToldField, questionOf, writtenPlace } from './timelineView'

/** What happened to a complaint, in a sentence. */
export function useTimelineWords() {
  const { t, format } = useWords()
  const words = useComplaintWords()
  const clocks = useClockEvents()
  const cases = useCaseEvents()

  function sentence(event: ComplaintEvent): string {
    if (isAnswerEvent(event.kind)) return t(`complaints.answerEvent.${event.kind}`)
    switch (event.kind) {
      case 'status':
        return t('complaints.event.status', { status: event.to ? statusWord(event.to) : '' })
      case 'assigned':
        return event.assigneeId === null
          ? t('complaints.event.taken')
          : t('complaints.event.assigned', { name: words.personName(event.assigneeId) })
      case 'note':
        return event.removed ? t('complaints.event.noteRemoved') : t('complaints.event.note')
      case 'grouped':
      case 'ungrouped':
        return groupSentence(event)
      case 'imported':
        return t('complaints.event.imported', { status: event.to ? statusWord(event.to) : '' })
      case 'registered':
      case 'changed':
      case 'complainant':
      case 'revealed':
        return t(`complaints.event.${event.kind}`)
      default:
        return clocks.sentence(event) ?? cases.sentence(event) ?? ''
    }
  }

  /** Of a member, or of the master, whose members come and go. */
  function groupSentence({ kind, changes }: ComplaintEvent): string {
    const isMaster = changes[0]?.field === 'members'
    if (kind === 'grouped') {
      return t(`complaints.group.${isMaster ? 'gainedEvent' : 'groupedEvent'}`)
    }
    return t(`complaints.group.${isMaster ? 'lostEvent' : 'ungroupedEvent'}`)
  }

  function statusWord(status: NonNullable<ComplaintEvent['to']>): string {
    return t(`complaints.status.${status}`).toLocaleLowerCase()
  }

  function severityName(key: string): string {
    const known = Severity.safeParse(key)
    return known.success ? t(`complaints.severity.${known.data}`) : key
  }

  function difficultyName(key: string): string {
    const known = Difficulty.safeParse(key)
    return known.success ? t(`complaints.difficulty.${known.data}`) : key
  }

  function fieldName(change: EventChange): string {
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

  /** `Dijawab: 3 Mac 2025, 9:00 pagi`, as the sheet had it. */
  function importedLine({ field, after }: EventChange): string | null {
    if (!isImportedField(field) || after === null) return null
    const name = t(`complaints.event.sheet.${field}`)
    return `${name}: ${field.endsWith('_at') ? format.value.moment(after) : after}`
  }

  /** `Daerah: tiada → Raub`; only the field where its words are kept to itself. */
  function changeLine(change: EventChange, kind: ComplaintEvent['kind']): string {
    const ofSheet = kind === 'imported' ? importedLine(change) : null
    if (ofSheet !== null) return ofSheet
    const ofClock = clocks.changeLine(change)
    if (ofClock !== null) return ofClock
    if (change.field === 'master' || change.field === 'members') {
      return change.after ?? change.before ?? ''
    }
    const ofAnswer = answerField(change.field)
    if (ofAnswer !== null) {
      const value = change.after ?? ''
      const said = ofAnswer === 'sent_way' ? words.channelName(value) : value
      return `${t(`complaints.answerEvent.fields.${ofAnswer}`)}: ${said}`
    }
    const name = fieldName(change)
    if (!isQuoted(change)) return name
    const [before, after] = [change.before, change.after].map((value) =>
      valueWord(change.field, value),
    )
    return `${name}: ${before ?? ''} → ${after ?? ''}`
  }

  return { sentence, changeLine }
}
