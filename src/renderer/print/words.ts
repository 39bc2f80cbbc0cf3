import { inBothLanguages } from '../words/tree'

/** What every document says, and the preview in which it is seen before it is printed. */
export const printWords = inBothLanguages(
  {
    foot: {
      page: 'Muka {page} / {pages}',
      printed: 'Dicetak {moment}',
      printedBy: 'Dicetak {moment} oleh {name}',
      audit: 'Log audit: {count} entri, {head}',
    },
    sign: { hand: 'Tandatangan', name: 'Nama', date: 'Tarikh' },
    closing: {
      end: 'Tamat dokumen',
      audit: 'Log audit semasa dicetak: {count} entri. Cincangan entri terakhir:',
    },
    preview: {
      title: 'Pratonton cetakan',
      making: 'Menyediakan dokumen',
      pages: 'Muka dokumen',
      page: 'Muka {page} daripada {pages}',
      at: 'Muka {page} / {pages}',
      language: 'Bahasa dokumen',
      zoom: 'Zum',
      zoomIn: 'Besarkan',
      zoomOut: 'Kecilkan',
      fitWidth: 'Muat lebar',
      savePdf: 'Simpan PDF',
      saveCsv: 'Simpan CSV',
      print: 'Cetak',
      preparing: 'Menyediakan muka {page} / {pages} untuk dicetak',
      saved: 'Dokumen telah disimpan.',
      csvSaved: 'Jadual CSV telah disimpan.',
      sent: 'Dokumen telah dihantar ke pencetak.',
    },
  },
  {
    foot: {
      page: 'Page {page} of {pages}',
      printed: 'Printed {moment}',
      printedBy: 'Printed {moment} by {name}',
      audit: 'Audit log: {count} entry, {head} | Audit log: {count} entries, {head}',
    },
    sign: { hand: 'Signature', name: 'Name', date: 'Date' },
    closing: {
      end: 'End of document',
      audit:
        'Audit log when printed: {count} entry. Hash of the last entry: | Audit log when printed: {count} entries. Hash of the last entry:',
    },
    preview: {
      title: 'Print preview',
      making: 'Preparing the document',
      pages: 'Pages of the document',
      page: 'Page {page} of {pages}',
      at: 'Page {page} of {pages}',
      language: 'Language of the document',
      zoom: 'Zoom',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom out',
      fitWidth: 'Fit the width',
      savePdf: 'Save PDF',
      saveCsv: 'Save CSV',
      print: 'Print',
      preparing: 'Preparing page {page} of {pages} for printing',
      saved: 'The document was saved.',
      csvSaved: 'The CSV table was saved.',
      sent: 'The document was sent to the printer.',
    },
  },
)
