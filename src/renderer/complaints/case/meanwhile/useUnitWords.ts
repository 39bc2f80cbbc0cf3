import { useWords } from '../../../words/useWords'
import { useComplaintWords } from '../../useComplaintWords'
import { useFieldWords } from '../useFieldWords'
import type { CaseTyping, CaseUnit } from './caseRebase'

/** What is chosen as one, by name, and what one side has there, in words. */
export function useUnitWords() {
  const { t, format } = useWords()
  const { fieldName, valueWord } = useFieldWords()
  const words = useComplaintWords()

  function unitName(unit: CaseUnit): string {
    return fieldName({ field: unit === 'person' ? 'complainant' : unit })
  }

  function unitValue(unit: CaseUnit, { complaint, person }: CaseTyping): string {
    switch (unit) {
      case 'kind':
        return said([
          words.kindName(complaint.kind),
          complaint.subKind === '' ? '' : words.subKindName(complaint.subKind),
        ])
      case 'channel':
        return said([
          words.channelName(complaint.channel),
          complaint.accountId === '' ? '' : words.accountName(complaint.accountId),
        ])
      case 'receivedAt':
        return said([
          complaint.day === null ? '' : format.value.day(complaint.day),
          complaint.time ?? '',
        ])
      case 'person':
        return person.anonymous
          ? t('complaints.person.anonymous')
          : said([person.knownName, person.name, person.phone, person.email, person.address])
      case 'name':
      case 'phone':
      case 'email':
      case 'address':
      case 'identityNumber':
        return said([person[unit]])
      case 'road':
      case 'what':
      case 'district':
      case 'place':
      case 'reference':
      case 'link':
        return said([complaint[unit]])
      case 'state':
      case 'severity':
      case 'difficulty':
      case 'urgent':
        return valueWord(unit, complaint[unit] === '' ? null : complaint[unit])
      default:
        return valueWord(unit, complaint.answers[unit.slice('answers.'.length)] ?? null)
    }
  }

  /** Parts that are there, or that there is nothing. */
  function said(parts: readonly string[]): string {
    const there = parts.filter((part) => part.trim() !== '')
    return there.length === 0 ? t('complaints.event.nothing') : there.join(' · ')
  }

  return { unitName, unitValue }
}
