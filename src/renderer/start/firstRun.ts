import { letterheadLines, longestLetterhead } from '../office/letterhead'
import type { PlainKey } from '../words/useWords'
import { lengthOf, shortestPassphrase } from './passphrase'
import type { FirstRunForm } from './startStore'

export const steps = ['unit', 'administrator', 'passphrase', 'recovery', 'proof'] as const
export type Step = (typeof steps)[number]

/** Fields that can be wrong, and the sentence that stands beside them. */
export type Problems = Partial<Record<keyof FirstRunForm, PlainKey>>

/** What still keeps a step from being left; empty when nothing does. */
export function problemsOf(step: Step, form: FirstRunForm): Problems {
  switch (step) {
    case 'unit':
      return {
        ...(form.unitName.trim() === '' && { unitName: 'office.unitNameMissing' as const }),
        ...(letterheadLines(form.letterhead).length > longestLetterhead && {
          letterhead: 'office.letterheadLong' as const,
        }),
      }
    case 'administrator':
      return {
        ...(form.name.trim() === '' && { name: 'people.nameMissing' as const }),
        ...(form.post.trim() === '' && { post: 'people.postMissing' as const }),
      }
    case 'passphrase':
      if (lengthOf(form.passphrase) < shortestPassphrase) {
        return { passphrase: 'errors.gate.weak-passphrase' }
      }
      return form.passphrase === form.passphraseAgain
        ? {}
        : { passphraseAgain: 'start.passphrase.different' }
    case 'recovery':
      return {}
    case 'proof':
      return form.typedCode.trim() === '' ? { typedCode: 'start.firstRun.codeMissing' } : {}
  }
}

/** A code in the groups it is read in. */
export function groupsOf(code: string): readonly string[] {
  return code.split(/[\s-]+/).filter((group) => group !== '')
}
