import { describe, expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import type { CheckedContent } from '#contract/postFindings'
import { ImageId, Instant } from '#contract/values'
import { textFindings, type TextStandards } from '../../../src/main/workspace/posts/rules/texts.ts'
import { content } from '../../support/posts.ts'

const [facebook, x, state] = ['a', 'b', 'c'].map((sign) =>
  AccountId.parse(`${sign.repeat(8)}-0000-4000-8000-000000000000`),
) as [AccountId, AccountId, AccountId]

const standards: TextStandards = {
  accountOf: (id) =>
    new Map([
      [facebook, { channel: 'facebook', textLimit: 60, officialEmail: '' }],
      [x, { channel: 'x', textLimit: 40, officialEmail: '' }],
      [state, { channel: 'facebook', textLimit: null, officialEmail: 'jkrkelantan@gmail.com' }],
    ]).get(id),
  terms: [{ term: 'banjir', why: 'Semak fakta', suggestion: '' }],
  settings: { mostHashtags: 5 },
  checks: [],
}

const plain = 'Jalan dibuka semula hari ini.'
const as = (accountId: AccountId, text: string | null = null) => ({
  ...{ accountId, text, day: null, time: null },
})

/** `rule account` of everything found, accounts by their sign. */
function found(parts: Partial<CheckedContent>, given = standards): string[] {
  const names = new Map([
    [facebook, 'facebook'],
    [x, 'x'],
    [state, 'state'],
  ])
  return textFindings({ ...content('Jalan'), ...parts }, given).map(
    ({ rule, accountId }) => `${rule} ${accountId === null ? 'all' : names.get(accountId)}`,
  )
}

describe('the texts of a post', () => {
  it.each<[string, Partial<CheckedContent>, string[]]>([
    ['nothing', { text: plain, accounts: [as(facebook), as(x)] }, []],
    [
      'the master once for all',
      { text: `Banjir. ${plain}`, accounts: [as(facebook), as(x)] },
      ['sensitive-term all'],
    ],
    ['the master without accounts', { text: `Banjir. ${plain}` }, ['sensitive-term all']],
    [
      'an own text for itself',
      { text: plain, accounts: [as(facebook), as(x, 'Banjir surut.')] },
      ['sensitive-term x'],
    ],
    [
      'no master that nobody has',
      { text: `Banjir. ${plain}`, accounts: [as(x, 'Jalan dibuka.')] },
      [],
    ],
    [
      'the length with hashtags',
      { text: plain, hashtags: ['RakanKKRMalaysia'], accounts: [as(x)] },
      ['too-long x'],
    ],
    [
      // 29 characters, a line break, and a link that X counts as 23.
      'the length with links',
      { text: plain, links: ['https://www.jkr.gov.my'], accounts: [as(x), as(facebook)] },
      ['too-long x'],
    ],
    [
      'an address that is official on one account only',
      { text: 'Tulis kepada jkrkelantan@gmail.com segera.', accounts: [as(facebook), as(state)] },
      ['private-email facebook'],
    ],
    [
      'an address that is official nowhere, once',
      { text: 'Tulis kepada jkrpahang@gmail.com segera.', accounts: [as(facebook), as(state)] },
      ['private-email all'],
    ],
    [
      'an account that is no longer known not at all',
      {
        text: plain,
        accounts: [as(AccountId.parse('e0000000-0000-4000-8000-000000000000'), 'banjir')],
      },
      [],
    ],
  ])('are held against the rules: %s', (_, parts, expected) => {
    expect(found(parts)).toEqual(expected)
  })

  it('show what is beyond the limit within the text itself', () => {
    const text = 'a'.repeat(58) + '.'
    const long = textFindings(
      { ...content('Jalan'), text, links: ['https://www.jkr.gov.my'], accounts: [as(facebook)] },
      standards,
    ).find(({ rule }) => rule === 'too-long')
    // 59, a blank line, and the 22 of the link
    expect(long?.params).toEqual({ count: 83, limit: 60 })
    expect(long?.at).toBeUndefined()
    const longer = textFindings(
      {
        ...content('Jalan'),
        text: 'a'.repeat(64),
        links: ['https://a.my'],
        accounts: [as(facebook)],
      },
      standards,
    ).find(({ rule }) => rule === 'too-long')
    expect(longer?.at).toEqual([60, 64])
  })

  it('tell who looked at a term and why, and warn no longer', () => {
    const check = {
      reason: 'Disahkan JPS',
      byName: 'Aminah',
      at: Instant.parse('2026-11-23T01:00:00.000Z'),
    }
    const passage = `Banjir surut. ${plain}`
    const given = { ...standards, checks: [{ ...check, term: ' BANJIR ', passage }] }
    const [finding] = textFindings({ ...content('Jalan'), text: passage }, given)
    expect(finding).toMatchObject({
      ...{ rule: 'sensitive-term', severity: 'advice', clause: 'Melaka 11', checked: check },
    })
    const open = (text: string, other: { term: string; passage: string }) =>
      textFindings(
        { ...content('Jalan'), text },
        { ...standards, checks: [{ ...check, ...other }] },
      )
    const warned = [{ severity: 'warn', checked: null }]
    expect(open(passage, { term: 'ribut', passage })).toMatchObject(warned)
    // What the line says is what was looked at.
    expect(open('Banjir belum surut.', { term: 'banjir', passage })).toMatchObject(warned)
    const both = open(`Kesan banjir.\n ${passage}`, { term: 'banjir', passage })
    expect(both.map(({ severity }) => severity)).toEqual(['warn', 'advice'])
  })

  it('in hashtags and in the words of pictures, which say where it stands', () => {
    const imageId = ImageId.parse('dddddddd-0000-4000-8000-000000000000')
    const other = ImageId.parse('eeeeeeee-0000-4000-8000-000000000000')
    const all = textFindings(
      {
        ...content('Jalan'),
        ...{ text: plain, hashtags: ['0123456789', 'BanjirKelantan', 'kebanjiran'] },
        images: [
          { imageId: other, altText: 'Jambatan Sungai Galas.' },
          { imageId, altText: 'Poster banjir dengan nombor 900101-03-5678.' },
        ],
        accounts: [as(facebook), as(x)],
      },
      { ...standards, settings: { mostHashtags: 9 } },
    ).filter(({ rule }) => !rule.startsWith('hashtag') && rule !== 'too-long')
    expect(all.map(({ rule, accountId, params }) => ({ rule, accountId, ...params }))).toEqual([
      { rule: 'phone', accountId: null, kind: 'mobile', hashtag: '#0123456789' },
      {
        ...{ rule: 'sensitive-term', accountId: null, term: 'banjir', why: 'Semak fakta' },
        ...{ suggestion: '', passage: '#BanjirKelantan', hashtag: '#BanjirKelantan' },
      },
      {
        ...{ rule: 'identity-card', accountId: null, imageId, place: 2, found: '900101-03-5678' },
      },
      {
        ...{ rule: 'sensitive-term', accountId: null, term: 'banjir', why: 'Semak fakta' },
        ...{ suggestion: '', passage: 'Poster banjir dengan nombor 900101-03-5678.' },
        ...{ imageId, place: 2, found: 'banjir' },
      },
    ])
    // Looked at by a person in that very passage.
    const at = Instant.parse('2026-11-23T01:00:00.000Z')
    const looked = {
      term: 'banjir',
      passage: '#BanjirKelantan',
      reason: 'Betul',
      byName: 'Siti',
      at,
    }
    expect(
      textFindings(
        { ...content('Jalan'), text: plain, hashtags: ['BanjirKelantan'] },
        { ...standards, checks: [looked] },
      ),
    ).toMatchObject([{ severity: 'advice', checked: { reason: 'Betul' } }])
  })
})
