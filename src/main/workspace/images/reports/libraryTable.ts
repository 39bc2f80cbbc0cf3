import type { LibraryImage } from '#contract/images'
import type { Language } from '#contract/values'
import { malaysianMoment, type Column } from '../../reports/csv.ts'
import { kindIn } from './tableWords.ts'

/** The library as a table, a row a picture, with the parts of its caption (Melaka 13.5). */
export function libraryColumns(language: Language): Column<LibraryImage>[] {
  return [
    { heading: { ms: 'Nama', en: 'Name' }, value: ({ name }) => name },
    { heading: { ms: 'Jenis', en: 'Kind' }, value: (image) => kindIn(image, language) },
    { heading: { ms: 'Lebar (px)', en: 'Width (px)' }, value: ({ width }) => width },
    { heading: { ms: 'Tinggi (px)', en: 'Height (px)' }, value: ({ height }) => height },
    { heading: { ms: 'Format', en: 'Format' }, value: ({ format }) => format },
    { heading: { ms: 'Saiz (bait)', en: 'Size (bytes)' }, value: ({ byteSize }) => byteSize },
    { heading: { ms: 'Tag', en: 'Tags' }, value: ({ tags }) => tags.join(', ') },
    {
      heading: { ms: 'Kursus, program atau aktiviti', en: 'Course, programme or activity' },
      value: ({ caption }) => caption.programme,
    },
    { heading: { ms: 'Tarikh', en: 'Date' }, value: ({ caption }) => caption.date },
    { heading: { ms: 'Masa', en: 'Time' }, value: ({ caption }) => caption.time },
    { heading: { ms: 'Tempat', en: 'Place' }, value: ({ caption }) => caption.place },
    {
      heading: { ms: 'Tetamu yang hadir', en: 'Guests present' },
      value: ({ caption }) => caption.guests,
    },
    {
      heading: { ms: 'Teks alternatif', en: 'Alternative text' },
      value: ({ altText }) => altText,
    },
    { heading: { ms: 'Sumber', en: 'Source' }, value: ({ source }) => source },
    { heading: { ms: 'Hak cipta', en: 'Copyright' }, value: ({ rights }) => rights },
    {
      heading: { ms: 'Sebab pengecualian', en: 'Reason of the exception' },
      value: ({ overrideReason }) => overrideReason,
    },
    {
      heading: { ms: 'Ditambah oleh', en: 'Added by' },
      value: ({ addedByName }) => addedByName,
    },
    {
      heading: { ms: 'Ditambah pada', en: 'Added at' },
      value: ({ addedAt }) => malaysianMoment(addedAt),
    },
    { heading: { ms: 'SHA-256', en: 'SHA-256' }, value: ({ bytesHash }) => bytesHash },
  ]
}
