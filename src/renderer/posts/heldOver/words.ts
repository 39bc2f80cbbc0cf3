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
      blackoutTitle: 'Semakan selepas tempoh sekatan',
      blackoutNote:
        'Hantaran ceria atau belum berkategori yang tarikhnya jatuh dalam tempoh sekatan atau tujuh hari selepasnya, dan belum diterbitkan. Pastikan setiap satu masih sesuai.',
      unknownBlackout: 'Tempoh sekatan ini tiada dalam rekod.',
      ofBlackout: 'Lihat hantaran yang terlibat',
      ended: 'Tempoh sekatan tamat',
      endedOn: 'Tamat pada',
      endedPosts: '{count} hantaran belum terbit',
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
      blackoutTitle: 'Review after a blackout',
      blackoutNote:
        'Cheerful posts, and posts without a category, whose day fell within the blackout or in the seven days after it, and that are not published yet. Make sure that each is still fitting.',
      unknownBlackout: 'There is no record of this blackout.',
      ofBlackout: 'Look through the posts concerned',
      ended: 'Blackout over',
      endedOn: 'Ended on',
      endedPosts: '{count} post not out yet | {count} posts not out yet',
    },
  },
)
