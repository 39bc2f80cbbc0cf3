import { inBothLanguages } from '../../words/tree'

/** The list that is looked through when everything goes on again after a hold. */
export const heldOverWords = inBothLanguages(
  {
    heldOver: {
      title: 'Semakan selepas gantungan',
      list: 'Hantaran yang perlu dilihat semula',
      note: 'Hantaran yang tarikhnya jatuh dalam tempoh gantungan atau tujuh hari selepasnya, dan belum diterbitkan. Pastikan setiap satu masih sesuai.',
      none: 'Tiada hantaran yang perlu dilihat semula.',
      unknown: 'Gantungan ini tiada dalam rekod.',
      review: 'Lihat hantaran',
    },
  },
  {
    heldOver: {
      title: 'Review after a hold',
      list: 'Posts to look through again',
      note: 'Posts whose day fell within the hold or in the seven days after it, and that are not published yet. Make sure that each is still fitting.',
      none: 'There are no posts to look through again.',
      unknown: 'There is no record of this hold.',
      review: 'Look through posts',
    },
  },
)
