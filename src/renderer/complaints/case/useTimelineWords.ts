import type { ComplaintEvent, EventChange } from '#contract/complaintEvents'
import { useWords } from '../../words/useWords'
import { useComplaintWords } from '../useComplaintWords'
import { answerField, isAnswerEvent } from '../answers/answerEvents'
import { decisionEvent, decisionField } from '../decisions/decisionEvents'
import { useClockEvents } from '../clocks/useClockEvents'
import { useCaseEvents } from './useCaseEvents'
import { isImportedField, isQuoted } from './timelineView'
import { useFieldWords } from './useFieldWords'

/** What happened to a complaint, in a sentence. */
export function useTimelineWords() {
  const { t, format } = useWords()
  const words = useComplaintWords()
  const clocks = useClockEvents()
  const cases = useCaseEvents()
  const { fieldName, valueWord } = useFieldWords()

  function sentence(event: ComplaintEvent): string {
    if (isAnswerEvent(event.kind)) return t(`complaints.answerEvent.${event.kind}`)
    const decided = decisionEvent(event.kind)
    if (decided !== null) return t(`complaints.decisions.event.${decided}`)
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

  /** `Dijawab: 3 Mac 2025, 9:00 pagi`, as the sheet had it. */
  function importedLine({ field, after }: EventChange): string | null {
    if (!isImportedField(field) || after === null) return null
    const name = t(`complaints.event.sheet.${field}`)
    return `${name}: ${field.endsWith('_at') ? format.value.moment(after) : after}`
  }

  /** `Tindakan oleh: Ali`; null for other fields. */
  function decisionLine({ field, after }: EventChange): string | null {
    const of = decisionField(field)
    if (of === null) return null
    const none = t(`complaints.decisions.${of === 'decision_person' ? 'nobody' : 'noDay'}`)
    const value = of === 'decision_person' || !after ? after || none : format.value.day(after)
    return `${t(`complaints.decisions.field.${of}`)}: ${value}`
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
    const ofDecision = decisionLine(change)
    if (ofDecision !== null) return ofDecision
    const name = fieldName(change)
    if (!isQuoted(change)) return name
    const [before, after] = [change.before, change.after].map((value) =>
      valueWord(change.field, value),
    )
    return `${name}: ${before ?? ''} → ${after ?? ''}`
  }

  return { sentence, changeLine }
}
