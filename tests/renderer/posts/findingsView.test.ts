import { describe, expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import { PlanRule, type PostFinding } from '#contract/postFindings'
import { TextRule } from '#contract/textRules'
import { Instant } from '#contract/values'
import { postFindingWords } from '../../../src/renderer/posts/findings/findingWords'
import {
  countsOf,
  findingsOf,
  groupsOf,
  ownerOf,
  quoteOf,
} from '../../../src/renderer/posts/findings/findingsView'

const [facebook, x] = ['a', 'b'].map((sign) =>
  AccountId.parse(`${sign.repeat(8)}-0000-4000-8000-000000000000`),
) as [AccountId, AccountId]

/** What the docstrings of the rules promise. */
const params: Readonly<Record<TextRule | PlanRule, readonly string[]>> = {
  'too-long': ['count', 'limit'],
  'hashtag-malformed': ['hashtag'],
  'hashtag-twice': ['hashtag'],
  'too-many-hashtags': ['count', 'limit'],
  'hashtag-inside-word': ['hashtag'],
  'no-capital': [],
  'no-end-mark': [],
  'all-capitals': [],
  'repeated-marks': ['marks'],
  'short-form': ['word'],
  'caption-without-programme': [],
  'caption-unknown': ['part'],
  'caption-untold': ['part', 'value'],
  'identity-card': [],
  phone: ['kind'],
  'private-email': [],
  'sensitive-term': ['term', 'why', 'suggestion', 'passage'],
  'lead-time': ['planned', 'programme', 'count', 'limit'],
  'lead-time-unplanned': ['programme', 'count', 'limit'],
  'production-late': ['day', 'kind'],
  'approval-late': ['day'],
  'rhythm-over': ['day', 'count', 'limit'],
  'rhythm-under': ['day', 'count', 'limit'],
  'too-close': ['day', 'time', 'title', 'minutes', 'limit'],
  blackout: ['day', 'title', 'reason'],
  'blackout-allowed': ['day', 'title', 'reason', 'byName'],
  'blackout-unsure': ['day', 'title', 'reason'],
  'all-held': ['reason'],
  'image-rejected': ['name'],
  'image-in-trash': ['name'],
  'alt-text-missing': ['name'],
  'image-too-large': ['name', 'bytes', 'most'],
  'too-many-images': ['count', 'limit'],
  'picture-missing': ['kind'],
}

describe('the sentence of a finding', () => {
  it.each([...TextRule.options, ...PlanRule.options])('%s stands in both languages', (rule) => {
    for (const language of ['ms', 'en'] as const) {
      const sentence = postFindingWords[language].checks.rules[rule]
      expect(sentence).toMatch(/^[A-Z{].*\.$/)
      const named = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      // A term's reason and suggestion stand in lines of their own, its passage in the text itself.
      const apart = ['why', 'suggestion', 'passage']
      const asked = params[rule].filter((name) => !apart.includes(name))
      expect([...new Set(named)].toSorted()).toEqual([...asked].toSorted())
    }
  })
})

function found(parts: Partial<PostFinding> & Pick<PostFinding, 'rule'>): PostFinding {
  const { rule } = parts
  const common = {
    severity: 'warn' as const,
    clause: 'ours',
    accountId: null,
    params: {},
    ...parts,
  }
  const text = TextRule.safeParse(rule)
  return text.success
    ? { checked: null, ...common, about: 'text', rule: text.data }
    : { ...common, about: 'plan', rule: PlanRule.parse(rule) }
}

describe('findings', () => {
  it('stand once for several places and accounts, in their order, and are counted', () => {
    const groups = groupsOf([
      found({ rule: 'identity-card', severity: 'stop', at: [3, 9] }),
      found({ rule: 'sensitive-term', params: { term: 'banjir' }, at: [0, 6] }),
      found({ rule: 'sensitive-term', params: { term: 'ribut' }, at: [20, 25] }),
      found({ rule: 'sensitive-term', params: { term: 'banjir' }, at: [40, 46], accountId: x }),
      found({
        rule: 'rhythm-under',
        severity: 'advice',
        params: { count: 1 },
        accountId: facebook,
      }),
      found({ rule: 'rhythm-under', severity: 'advice', params: { count: 1 }, accountId: x }),
    ])
    expect(groups.map(({ rule, accountIds, places }) => [rule, accountIds, places.length])).toEqual(
      [
        ['identity-card', [], 1],
        ['sensitive-term', [x], 2],
        ['sensitive-term', [], 1],
        ['rhythm-under', [facebook, x], 0],
      ],
    )
    expect(countsOf(groups)).toEqual([
      { severity: 'stop', count: 1 },
      { severity: 'warn', count: 2 },
      { severity: 'advice', count: 1 },
    ])
    expect(countsOf([])).toEqual([])
    const at = Instant.parse('2026-11-23T01:00:00.000Z')
    const checked = { reason: 'Disahkan JPS', byName: 'Aminah', at }
    const done = { ...found({ rule: 'sensitive-term', severity: 'advice' }), checked }
    expect(countsOf(groupsOf([done]))).toEqual([])
  })

  it('quote the text they were found in, in one line, of a long piece the beginning', () => {
    const account = { day: null, time: null }
    const content = {
      text: `Banjir  besar\ndi Kota Bharu. ${'a'.repeat(70)}`,
      accounts: [
        { ...account, accountId: facebook, text: null },
        { ...account, accountId: x, text: 'Air surut.' },
      ],
    }
    const at = (from: number, to: number, accountId: AccountId | null = null) => ({
      ...{ accountId, at: [from, to] as const },
    })
    expect(quoteOf(content, at(0, 16))).toBe('Banjir besar di')
    expect(quoteOf(content, at(0, 3, x))).toBe('Air')
    expect(quoteOf(content, at(0, 6, facebook))).toBe('Banjir')
    expect(quoteOf(content, at(29, 99))).toBe(`${'a'.repeat(60)}…`)
    expect(quoteOf(content, at(29, 89))).toBe('a'.repeat(60))
    expect(quoteOf(content, at(400, 410))).toBe('')
    expect(ownerOf(content, at(0, 3, x))).toBe(x)
    expect(ownerOf(content, at(0, 3, facebook))).toBeNull()
  })
})

describe('what is said beneath a field', () => {
  const content = {
    text: 'Ada banjir.',
    accounts: [{ accountId: x, text: 'Sendiri.', day: null, time: null }],
  }
  const groups = groupsOf([
    found({ rule: 'sensitive-term', at: [4, 10], params: { term: 'banjir' } }),
    found({ rule: 'phone', at: [0, 3], accountId: x }),
    found({ rule: 'no-capital', severity: 'advice', at: [0, 3] }),
    found({ rule: 'hashtag-twice', params: { hashtag: '#jkr' } }),
    found({ rule: 'blackout', severity: 'stop' }),
    found({ rule: 'too-many-images', accountId: facebook }),
    found({ rule: 'picture-missing' }),
  ])

  it.each([
    ['text', ['sensitive-term']],
    ['hashtags', ['hashtag-twice']],
    ['slot', ['blackout']],
    ['images', ['too-many-images']],
  ] as const)('%s: its own blockers and warnings alone', (field, rules) => {
    expect(findingsOf(groups, content, field).map(({ rule }) => rule)).toEqual(rules)
  })
})
