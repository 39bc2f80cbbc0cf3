import { checkWords } from './check'
import { copyWords } from './copies'
import { decideWords } from './decide'
import { eventWords } from './events'
import { fixWords } from './fix'
import { libraryWords } from './library'
import { paneWords } from './pane'
import { qualityWords } from './quality'
import { reportWords } from './reports'
import { rulesWords } from './rules'
import { sharedWords } from './shared'

/** Texts of the image check and the library; each screen's in a file of its own. */
export const imagesWords = {
  ms: {
    ...sharedWords.ms,
    ...checkWords.ms,
    ...paneWords.ms,
    ...decideWords.ms,
    ...eventWords.ms,
    ...libraryWords.ms,
    ...copyWords.ms,
    ...fixWords.ms,
    ...rulesWords.ms,
    ...qualityWords.ms,
    ...reportWords.ms,
  },
  en: {
    ...sharedWords.en,
    ...checkWords.en,
    ...paneWords.en,
    ...decideWords.en,
    ...eventWords.en,
    ...libraryWords.en,
    ...copyWords.en,
    ...fixWords.en,
    ...rulesWords.en,
    ...qualityWords.en,
    ...reportWords.en,
  },
} as const
