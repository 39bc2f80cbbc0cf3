import type { LibrarySheet } from '#contract/imageReports'
import { useWords } from '../../words/useWords'

/** What narrows a contact sheet, in words: `imej yang dipilih, tag jambatan`. */
export function useFilterWords(): (sheet: Pick<LibrarySheet, 'filter' | 'chosen'>) => string {
  const { t, format } = useWords()
  return ({ filter, chosen }) => {
    const { text, kind, medium, tag, addedFrom, addedTo, trashed } = filter
    const parts = [
      ...(chosen ? [t('images.reports.chosen')] : []),
      ...(text.trim() === '' ? [] : [t('images.reports.text', { text: text.trim() })]),
      ...(kind === null ? [] : [t(`images.kinds.${kind}`)]),
      ...(medium === undefined || medium === 'picture' ? [] : [t(`images.mediums.${medium}`)]),
      ...(tag === null ? [] : [t('images.reports.tag', { tag })]),
      ...(addedFrom === null
        ? []
        : [t('images.reports.from', { day: format.value.day(addedFrom) })]),
      ...(addedTo === null ? [] : [t('images.reports.to', { day: format.value.day(addedTo) })]),
    ]
    if (parts.length > 0) return parts.join(', ')
    return t(trashed ? 'images.reports.wholeTrash' : 'images.reports.wholeLibrary')
  }
}
