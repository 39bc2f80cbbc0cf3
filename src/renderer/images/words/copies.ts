import { inBothLanguages } from '../../words/tree'

/** Copies that leave the library. */
export const copyWords = inBothLanguages(
  {
    copies: {
      save: 'Simpan salinan…',
      hint: 'Salinan imej disimpan tanpa lokasi dan butiran peribadi. Imej dalam pustaka tidak diubah.',
      working: 'Menyimpan salinan',
      asIsTitle: 'Butiran dalam fail ini tidak dibuang',
      asIsOne:
        'Fail ini disalin seperti sedia ada. Lokasi, nama pengarang dan butiran lain yang tersimpan di dalamnya boleh dibaca oleh sesiapa yang menerima salinan itu.',
      asIsMany:
        '{others} daripada {total} fail yang dipilih ialah video lama (bukan MP4 atau MOV) dan disalin seperti sedia ada. Lokasi, nama pengarang dan butiran lain yang tersimpan di dalamnya boleh dibaca oleh sesiapa yang menerima salinan itu. Imej disimpan semula tanpa butiran peribadi.',
      proceed: 'Teruskan',
      saved: '{name} disimpan dalam {folder}. Disimpan semula tanpa butiran peribadi.',
      savedFirst:
        '{name} disimpan dalam {folder}: bingkai atau halaman pertama sahaja. Disimpan semula tanpa butiran peribadi.',
      savedCleaned:
        '{name} disimpan dalam {folder} tanpa lokasi dan butiran peribadi. Kandungannya tidak diubah.',
      savedAsIs: '{name} disimpan dalam {folder}. Butiran di dalamnya tidak dibuang.',
      savedMany: '{count} salinan disimpan dalam {folder}. Disimpan semula tanpa butiran peribadi.',
      savedManyAsIs:
        '{count} salinan disimpan dalam {folder}. Butiran dalam {others} video atau PDF tidak dibuang.',
      outcomes: '{saved} daripada {total} salinan disimpan',
      outcomeOf: 'daripada {name}',
      manners: {
        again: 'tanpa butiran peribadi',
        'first-frame': 'bingkai atau halaman pertama sahaja, tanpa butiran peribadi',
        cleaned: 'tanpa lokasi dan butiran peribadi',
        'as-is': 'butiran di dalamnya tidak dibuang',
      },
      isSaved: 'Disimpan',
      notSaved: 'Tidak disimpan',
    },
  },
  {
    copies: {
      save: 'Save a copy…',
      hint: 'Copies of images are saved without location and personal details. The library stays as it is.',
      working: 'Saving copies',
      asIsTitle: 'Details inside these files are not removed',
      asIsOne:
        'This file is copied as it is. Location, names of authors and other details stored in it can be read by anyone who receives the copy.',
      asIsMany:
        '{others} of the {total} chosen files are older videos (not MP4 or MOV) and are copied as they are. Location, names of authors and other details stored in them can be read by anyone who receives the copies. Images are saved anew without personal details.',
      proceed: 'Continue',
      saved: '{name} was saved in {folder}. It was saved anew without personal details.',
      savedFirst:
        '{name} was saved in {folder}: only the first frame or page. It was saved anew without personal details.',
      savedCleaned:
        '{name} was saved in {folder} without location and personal details. Its content is unchanged.',
      savedAsIs: '{name} was saved in {folder}. Details inside it were not removed.',
      savedMany:
        '{count} copy saved in {folder}. It was saved anew without personal details. | {count} copies saved in {folder}. They were saved anew without personal details.',
      savedManyAsIs:
        '{count} copy saved in {folder}. Details inside {others} videos or PDFs were not removed. | {count} copies saved in {folder}. Details inside {others} videos or PDFs were not removed.',
      outcomes: '{saved} of {total} copies saved',
      outcomeOf: 'from {name}',
      manners: {
        again: 'without personal details',
        'first-frame': 'only the first frame or page, without personal details',
        cleaned: 'without location and personal details',
        'as-is': 'details inside it were not removed',
      },
      isSaved: 'Saved',
      notSaved: 'Not saved',
    },
  },
)
