import { describe, expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import { blankContent, PostContent } from '#contract/postContent'
import { PostStatus } from '#contract/posts'
import { ImageId } from '#contract/values'
import { contentHash } from '../../../src/main/workspace/posts/rules/contentHash.ts'
import { differenceOf } from '../../../src/main/workspace/posts/rules/difference.ts'
import { missingParts } from '../../../src/main/workspace/posts/rules/missing.ts'
import {
  isExpired,
  mayBecome,
  transitions,
} from '../../../src/main/workspace/posts/rules/status.ts'

const [one, other] = ['a', 'b'].map((sign) => `${sign.repeat(8)}-0000-4000-8000-000000000000`)
const facebook = AccountId.parse(one)
const x = AccountId.parse(other)
const poster = ImageId.parse(one)
const photo = ImageId.parse(other)

function content(parts: Partial<PostContent> = {}): PostContent {
  return PostContent.parse({ ...blankContent('Laluan alternatif', 'infographic'), ...parts })
}

const asOf = (accountId: AccountId, text: string | null) => ({
  ...{ accountId, text, day: null, time: null },
})

describe('the life of a post', () => {
  it.each<[PostStatus, PostStatus[]]>([
    ['idea', ['draft', 'on-hold', 'cancelled']],
    ['draft', ['idea', 'on-hold', 'cancelled']],
    ['in-review', ['on-hold', 'cancelled']],
    ['changes-asked', ['draft', 'on-hold', 'cancelled']],
    ['approved', ['ready', 'on-hold', 'cancelled']],
    ['ready', ['approved', 'on-hold', 'cancelled']],
    ['published', ['archived']],
    ['archived', ['published']],
    ['on-hold', ['cancelled']],
    ['cancelled', ['idea', 'draft']],
  ])('leads by hand from %s to %j only', (from, reachable) => {
    const found = PostStatus.options.filter((to) => mayBecome(from, to, 'hand'))
    expect(found.toSorted()).toEqual(reachable.toSorted())
  })

  it('reaches approved by an approval only, and published by a publication only', () => {
    const ways = PostStatus.options.flatMap((from) =>
      Object.entries(transitions[from]).map(([to, means]) => ({ from, to, means })),
    )
    const into = (status: PostStatus) => ways.filter(({ to }) => to === status)
    expect(into('approved')).toEqual(
      expect.arrayContaining([{ from: 'in-review', to: 'approved', means: 'approval' }]),
    )
    expect(into('approved').filter(({ means }) => means === 'hand')).toEqual([
      { from: 'ready', to: 'approved', means: 'hand' },
    ])
    expect(ways.filter(({ from }) => from === 'published')).toEqual([
      { from: 'published', to: 'archived', means: 'hand' },
      { from: 'published', to: 'ready', means: 'publication' },
      { from: 'published', to: 'draft', means: 'publication' },
    ])
    expect(into('published').map(({ from, means }) => `${from} ${means}`)).toEqual([
      'ready publication',
      'archived hand',
    ])
  })

  it('takes up again what was held wherever it could be held', () => {
    const held = PostStatus.options.filter((from) => mayBecome(from, 'on-hold', 'hand'))
    expect(held.filter((from) => !mayBecome('on-hold', from, 'resume'))).toEqual([])
  })
})

describe('a slot that passed unapproved', () => {
  const now = { day: '2026-11-21', time: '10:30' }
  it.each([
    ['draft', '2026-11-20', null, true],
    ['draft', '2026-11-21', null, false],
    ['draft', '2026-11-21', '10:29', true],
    ['draft', '2026-11-21', '10:30', false],
    ['draft', '2026-11-22', '00:00', false],
    ['draft', null, null, false],
    ['idea', '2026-11-20', '09:00', true],
    ['in-review', '2026-11-20', '09:00', true],
    ['changes-asked', '2026-11-20', '09:00', true],
    ['approved', '2026-11-20', '09:00', false],
    ['ready', '2026-11-20', '09:00', false],
    ['published', '2026-11-20', '09:00', false],
    ['on-hold', '2026-11-20', '09:00', false],
    ['cancelled', '2026-11-20', '09:00', false],
  ] as const)('%s on %s at %s: %s', (status, day, time, expired) => {
    expect(isExpired({ status, day, time }, now)).toBe(expired)
  })
})

describe('what a post lacks', () => {
  const whole = content({
    text: 'Jalan ditutup esok.',
    images: [{ imageId: poster, altText: 'Peta laluan' }],
    category: 'info-rakyat',
    ...{
      phaseId: PostContent.shape.phaseId.parse(one),
      ownerId: PostContent.shape.ownerId.parse(one),
    },
    day: PostContent.shape.day.parse('2026-12-01'),
    accounts: [asOf(facebook, null)],
  })

  it.each<[string, Partial<PostContent>, string[]]>([
    ['nothing', {}, []],
    ['its text', { text: '  \n' }, ['text']],
    ['a picture', { images: [] }, ['image']],
    ['no picture where it is a text', { images: [], kind: 'text' }, []],
    [
      'words for one of its pictures',
      { images: [...whole.images, { imageId: photo, altText: '' }] },
      ['alt-text'],
    ],
    [
      'category, phase and owner',
      { category: null, phaseId: null, ownerId: null },
      ['category', 'phase', 'owner'],
    ],
    ['account and day', { accounts: [], day: null }, ['account', 'day']],
    [
      'no master text where every account has its own',
      { text: '', accounts: [asOf(facebook, 'Teks'), asOf(x, 'Teks pendek')] },
      [],
    ],
    [
      'the master text where one account relies on it',
      { text: '', accounts: [asOf(facebook, 'Teks'), asOf(x, null)] },
      ['text'],
    ],
  ])('is %s', (_, change, missing) => {
    expect(missingParts({ ...whole, ...change })).toEqual(missing)
  })
})

describe('the hash an approval is bound to', () => {
  const base = content({
    text: 'Jalan ditutup.',
    images: [{ imageId: poster, altText: 'Peta' }],
    accounts: [asOf(facebook, 'Panjang'), asOf(x, null)],
  })
  const bytesOf = (image: ImageId): string => (image === poster ? 'bytes of poster' : 'of photo')
  const hash = (parts: Partial<PostContent>, bytes = bytesOf) =>
    contentHash({ ...base, ...parts }, bytes)

  it.each<[string, Partial<PostContent>]>([
    ['text', { text: 'Jalan dibuka.' }],
    ['a hashtag', { hashtags: ['JKR'] }],
    ['a link', { links: ['https://www.jkr.gov.my'] }],
    ['a picture', { images: [{ imageId: photo, altText: 'Peta' }] }],
    ['the words of a picture', { images: [{ imageId: poster, altText: 'Peta jalan' }] }],
    ['the text of one account', { accounts: [asOf(facebook, 'Pendek'), asOf(x, null)] }],
    ['an account that gets a text', { accounts: [asOf(facebook, 'Panjang'), asOf(x, 'Ya')] }],
  ])('changes with %s', (_, parts) => {
    expect(hash(parts)).not.toBe(hash({}))
  })

  it('changes when a picture has other bytes', () => {
    expect(hash({}, () => 'other bytes')).not.toBe(hash({}))
  })

  it.each<[string, Partial<PostContent>]>([
    ['day and time', { day: PostContent.shape.day.parse('2027-01-01') }],
    ['notes, brief and title', { notes: 'Semak', brief: 'Ringkas', title: 'Lain' }],
    ['people', { ownerId: PostContent.shape.ownerId.parse(one) }],
    ['the order of accounts', { accounts: base.accounts.toReversed() }],
  ])('stays with %s', (_, parts) => {
    expect(hash(parts)).toBe(hash({}))
  })
})

describe('what changed between two versions', () => {
  it('is told word by word, and only of the fields that differ', () => {
    const before = content({ text: 'Jalan Persekutuan 4 ditutup esok.', category: 'info-jkr' })
    const after = { ...before, text: 'Jalan Persekutuan 4 dibuka esok.' }
    expect(differenceOf(before, after)).toEqual([
      {
        field: 'text',
        parts: [
          { kind: 'same', text: 'Jalan Persekutuan 4 ' },
          { kind: 'gone', text: 'ditutup' },
          { kind: 'come', text: 'dibuka' },
          { kind: 'same', text: ' esok.' },
        ],
      },
    ])
    expect(differenceOf(before, before)).toEqual([])
  })

  it('puts back together to either version, in every field', () => {
    const before = content({ text: 'Satu dua tiga', accounts: [asOf(facebook, 'a b')] })
    const after = content({
      text: 'Satu tiga empat',
      accounts: [asOf(x, 'b c')],
      hashtags: ['JKR'],
    })
    const told = differenceOf(before, after)
    expect(told.map(({ field }) => field)).toEqual([
      ...['text', 'hashtags', 'accounts'],
      ...[`own:${facebook}`, `account:${facebook}`, `own:${x}`, `account:${x}`],
    ])
    const text = told.find(({ field }) => field === 'text')?.parts ?? []
    const without = (kind: string) =>
      text.flatMap((part) => (part.kind === kind ? [] : part.text)).join('')
    expect(without('come')).toBe('Satu dua tiga')
    expect(without('gone')).toBe('Satu tiga empat')
  })
})
