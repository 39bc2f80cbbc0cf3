import type { MeasureMethod } from '#contract/measures'
import type { Judgement, MeasureTraits } from '../rules/measuring.ts'
import { judgeFourEyes } from './approvals.ts'
import type { Book } from './book.ts'
import { judgeCorrections } from './corrections.ts'
import { judgeLeadTime, judgeProduction, judgeUpload } from './making.ts'
import type { Parameters } from './parameters.ts'
import { judgePosterSize, judgeRepeatedPhotos } from './pictures.ts'
import { judgeProfile } from './profile.ts'
import { judgeAnswer, judgeResponse, judgeRouting, judgeWrongDoor } from './responding.ts'
import { judgeFreshWeeks, judgeRhythm } from './rhythm.ts'
import { judgeCaptions, judgeDescribed } from './words.ts'

/** What is the same of every answer of a method, and whether it is asked of accounts. */
interface Traits extends MeasureTraits {
  readonly ofAccounts: boolean
}

const plain: Traits = { guide: false, unit: null, worst: 'most', ofAccounts: false }

export const traitsOf: Readonly<Record<MeasureMethod, Traits>> = {
  rhythm: { guide: true, unit: 'posts', worst: 'most', ofAccounts: true },
  'fresh-weeks': { guide: false, unit: 'posts', worst: 'least', ofAccounts: true },
  'lead-time': { ...plain, unit: 'working-days', worst: 'least' },
  production: { ...plain, unit: 'working-days' },
  upload: { ...plain, unit: 'working-days' },
  response: { ...plain, unit: 'hours' },
  routing: { ...plain, unit: 'hours' },
  answer: { ...plain, unit: 'working-days' },
  'wrong-door': { ...plain, unit: 'hours' },
  'poster-size': plain,
  'repeated-photos': plain,
  captions: plain,
  described: plain,
  profile: { ...plain, ofAccounts: true },
  'four-eyes': plain,
  corrections: { ...plain, unit: 'calendar-days' },
}

/** All items that a method judges, in the scope and period of the book. */
export async function judge(book: Book, parameters: Parameters): Promise<Judgement> {
  switch (parameters.method) {
    case 'rhythm':
      return judgeRhythm(book, parameters)
    case 'fresh-weeks':
      return judgeFreshWeeks(book)
    case 'lead-time':
      return judgeLeadTime(book)
    case 'production':
      return judgeProduction(book, parameters)
    case 'upload':
      return judgeUpload(book)
    case 'response':
      return judgeResponse(book, parameters)
    case 'routing':
      return judgeRouting(book, parameters)
    case 'answer':
      return judgeAnswer(book)
    case 'wrong-door':
      return judgeWrongDoor(book)
    case 'poster-size':
      return judgePosterSize(book)
    case 'repeated-photos':
      return judgeRepeatedPhotos(book)
    case 'captions':
      return judgeCaptions(book)
    case 'described':
      return judgeDescribed(book)
    case 'profile':
      return judgeProfile(book, parameters)
    case 'four-eyes':
      return judgeFourEyes(book)
    case 'corrections':
      return judgeCorrections(book, parameters)
  }
}
