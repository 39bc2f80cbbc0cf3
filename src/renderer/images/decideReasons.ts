import type { PlainKey } from '../words/useWords'

/** Reasons offered for a decision; the first of each outcome is used when none is given. */
export const suggestionKeys = [
  'images.decide.reasonsRepeat.saved',
  'images.decide.reasonsRepeat.cropped',
  'images.decide.reasonsRepeat.scene',
  'images.decide.reasonsDifferent.template',
  'images.decide.reasonsDifferent.madeFrom',
  'images.decide.reasonsDifferent.moment',
  'images.decide.reasonsDifferent.updated',
] as const satisfies readonly PlainKey[]

export const reasonWhenEmpty = {
  repeat: 'images.decide.reasonsRepeat.same',
  different: 'images.decide.reasonsDifferent.content',
} as const satisfies Record<'repeat' | 'different', PlainKey>
