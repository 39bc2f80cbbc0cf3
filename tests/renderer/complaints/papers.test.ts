import { describe, expect, it } from 'vitest'
import { ComplaintId } from '#contract/complaintFields'
import { PlainDate } from '#contract/values'
import {
  outcomeWords,
  setWhyWords,
  standingWords,
  statusWords,
  yesNoWords,
} from '../../../src/main/workspace/complaints/reports/registerWords.ts'
import { clockWords } from '../../../src/renderer/complaints/clocks/words.ts'
import { forwardingWords } from '../../../src/renderer/complaints/forwarding/words.ts'
import { choiceOf } from '../../../src/renderer/complaints/papers/leavingView.ts'
import { complaintWords } from '../../../src/renderer/complaints/words.ts'
import { complaintFilter } from '../../support/complaints.ts'

const from = PlainDate.parse('2026-11-01')
const ids = Array.from({ length: 3 }, () => ComplaintId.parse(crypto.randomUUID()))

describe('what leaves the register', () => {
  it.each(['ms', 'en'] as const)('says in a file what the window says (%s)', (language) => {
    const said = (words: Readonly<Record<string, { ms: string; en: string }>>) =>
      Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word[language]]))
    expect(said(statusWords)).toEqual(complaintWords[language].status)
    expect(said(standingWords)).toEqual(clockWords[language].clocks.standing)
    expect(said(outcomeWords)).toEqual(forwardingWords[language].forwarding.outcome)
    // By hand the file says with which reason, not who chose it.
    const { hand: _, ...because } = said(setWhyWords)
    expect(because).toEqual(clockWords[language].clocks.why)
    const { yes, no } = complaintWords[language]
    expect(said(yesNoWords)).toEqual({ yes, no })
  })

  it('is what the filter leaves of a period, what was found, or what is selected', () => {
    const filter = complaintFilter({ urgent: true, to: from })
    const given = { found: ids, chosen: ids.slice(1) }
    expect(choiceOf({ scope: 'filter', from, to: null }, filter, given)).toEqual({
      filter: { ...filter, from, to: null },
      ids: null,
    })
    expect(choiceOf({ scope: 'found', from, to: null }, filter, given).ids).toEqual(ids)
    expect(choiceOf({ scope: 'chosen', from, to: null }, filter, given).ids).toEqual(ids.slice(1))
  })
})
