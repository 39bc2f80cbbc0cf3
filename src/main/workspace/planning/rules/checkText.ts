import type { PlanningSettings, TermFields } from '#contract/planning'
import type { TextFinding } from '#contract/textRules'
import { checkCaption, type ProgrammeFacts } from './caption.ts'
import { checkHashtags } from './hashtags.ts'
import { checkPersonalData, checkPersonalDataInTags } from './personal.ts'
import { checkSentences } from './sentences.ts'
import { checkTerms, checkTermsInTags } from './terms.ts'

/** A post's text, and what it is held against. Its length is each account's (`checkLength`). */
export interface TextToCheck {
  readonly text: string
  /** With or without their sign; those the text has itself need not be among them. */
  readonly hashtags: readonly string[]
  /** Key of a production time: `photo-album`, `text`… */
  readonly kind: string
  /** The address that the account may give; empty where it has none. */
  readonly officialEmail: string
  /** Left out or null where the post is about no programme. */
  readonly programme?: ProgrammeFacts | null
  readonly terms: readonly TermFields[]
  readonly settings: Pick<PlanningSettings, 'mostHashtags'>
}

const order = { stop: 0, warn: 1, advice: 2 } as const

/** All that the rules find in a text: what stops first, then by place. Empty texts are not judged. */
export function checkText(input: TextToCheck): TextFinding[] {
  const { text, hashtags } = input
  if (text.trim() === '' && hashtags.length === 0) return []
  const found = [
    ...checkPersonalData(text, input.officialEmail),
    ...checkPersonalDataInTags(hashtags, input.officialEmail),
    ...checkTerms(text, input.terms),
    ...checkTermsInTags(hashtags, input.terms),
    ...checkHashtags(text, hashtags, input.settings.mostHashtags),
    ...checkCaption(text, input.kind, input.programme ?? null),
    ...checkSentences(text),
  ]
  return found.sort(
    (a, b) => order[a.severity] - order[b.severity] || (a.at?.[0] ?? -1) - (b.at?.[0] ?? -1),
  )
}
