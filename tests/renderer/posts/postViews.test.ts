import { describe, expect, it } from 'vitest'
import { AccountId, type Account } from '#contract/accounts'
import type { Person } from '#contract/people'
import { mayBecome, transitions, waysByHand } from '#contract/postStatus'
import { PostStatus } from '#contract/posts'
import type { PostVersion } from '#contract/postVersions'
import type { Channel } from '#contract/reference'
import { Instant, PersonId, Sha256 } from '#contract/values'
import { groupsOf, isOfItsOwn, withAccounts } from '../../../src/renderer/posts/form/accountChoice'
import { moved } from '../../../src/renderer/posts/form/imageOrder'
import { outgoingOn, textLengths } from '../../../src/renderer/posts/form/outgoing'
import { peopleFor } from '../../../src/renderer/posts/form/peopleChoice'
import { withGuests, withHashtags, withLinks } from '../../../src/renderer/posts/form/tagWords'
import { fieldParts, isChoiceField } from '../../../src/renderer/posts/pane/differenceView'
import { firstComparison, withSide } from '../../../src/renderer/posts/pane/versionChoice'
import {
  reasonedStep,
  statusLooks,
  stepsFrom,
  wayBack,
} from '../../../src/renderer/posts/statusView'
import { readClockTime } from '../../../src/renderer/ui/clockTime'

const id = (digit: number) => `0000000${String(digit)}-0000-4000-8000-000000000000`
const accountId = (digit: number) => AccountId.parse(id(digit))

function account(digit: number, part: Partial<Account> = {}): Account {
  return {
    ...{ id: accountId(digit), channel: 'x', handle: `akaun${String(digit)}`, unit: 'JKR' },
    ...{ name: `Akaun ${String(digit)}`, state: null, purpose: '', quota: null, textLimit: null },
    ...{ biography: '', avatarId: null, headerId: null, website: '', officialEmail: '' },
    ...{ operators: [], shipped: true, active: true, uniformity: [], lastSnapshot: null },
    ...part,
  }
}

function channel(key: string, textLimit: number | null): [string, Channel] {
  const words = { ms: key, en: key, clause: 'KKS D' }
  const role = { ms: '', en: '' }
  const rest = { purposes: [], perDay: null, textLimitSource: null, role }
  return [key, { key, ...words, ...rest, textLimit }]
}

describe('what goes out on an account', () => {
  const form = {
    ...{ text: 'Jalan ditutup.\n', hashtags: ['JKR', '#Monsun'] },
    links: ['https://www.jkr.gov.my'],
    accounts: [
      { accountId: accountId(1), text: null, day: null, time: null },
      { accountId: accountId(2), text: 'Sendiri', day: null, time: null },
      { accountId: accountId(3), text: null, day: null, time: null },
    ],
  }

  it('is the text, the hashtags and the links, without gaps', () => {
    expect(outgoingOn(form, null)).toBe('Jalan ditutup.\n\n#JKR #Monsun\n\nhttps://www.jkr.gov.my')
    expect(outgoingOn(form, accountId(2))).toBe('Sendiri\n\n#JKR #Monsun\n\nhttps://www.jkr.gov.my')
    expect(outgoingOn({ text: ' ', hashtags: ['a'], links: [], accounts: [] }, null)).toBe('#a')
  })

  it('is measured once for each channel, text and limit', () => {
    const accounts = new Map([1, 2, 3].map((each) => [accountId(each), account(each)]))
    const lengths = textLengths(form, accounts, new Map([channel('x', 50)]))
    expect(lengths.map(({ accountIds, isOwn }) => [accountIds.length, isOwn])).toEqual([
      [2, false],
      [1, true],
    ])
    // 14 + 2 + 12 + 2 and 7 + 2 + 12 + 2 characters, counted by hand, and X takes 23 for a link.
    expect(lengths.map(({ length, limit, isOver }) => [length, limit, isOver])).toEqual([
      [53, 50, true],
      [46, 50, false],
    ])
  })

  it('counts elsewhere what a reader sees as one character', () => {
    const accounts = new Map([[accountId(1), account(1, { channel: 'facebook' })]])
    const emoji = { ...form, text: '👨‍👩‍👧‍👦🚧', hashtags: [], links: [] }
    expect(textLengths(emoji, accounts, new Map())).toMatchObject([{ length: 2 }])
  })

  it('goes by the account’s own limit before the channel’s', () => {
    const accounts = new Map([[accountId(1), account(1, { textLimit: 60 })]])
    const [first] = textLengths(form, accounts, new Map([channel('x', 50)]))
    expect(first).toMatchObject({ limit: 60, isOver: false })
  })
})

describe('accounts that are offered', () => {
  const all = [
    account(1, { channel: 'facebook' }),
    account(2, { state: 'MY-10' }),
    account(3, { state: 'MY-01' }),
    account(4),
    account(5, { active: false }),
    account(6, { active: false }),
  ]

  it('stand by channel, the central ones first, the states in their order', () => {
    const chosen = withAccounts([], [accountId(6)], true)
    const groups = groupsOf(all, chosen, ['x', 'facebook'])
    expect(
      groups.map((each) => [each.channel, each.isCentral, each.accounts.map((a) => a.id)]),
    ).toEqual([
      ['x', true, [accountId(4), accountId(6)]],
      ['x', false, [accountId(3), accountId(2)]],
      ['facebook', true, [accountId(1)]],
    ])
    expect(groupsOf(all, [], ['x'], '@AKAUN3').flatMap(({ accounts }) => accounts)).toEqual([
      all[2],
    ])
  })

  it('keep what is theirs when others come and go', () => {
    const own = { accountId: accountId(1), text: 'x', day: null, time: null }
    const both = withAccounts([own], [accountId(1), accountId(2)], true)
    expect(both).toEqual([own, { accountId: accountId(2), text: null, day: null, time: null }])
    expect(withAccounts(both, [accountId(2)], false)).toEqual([own])
    expect(isOfItsOwn(own)).toEqual({ text: true, slot: false })
  })
})

it.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
  [0, 3, 'abc'],
  [0, -1, 'abc'],
  [5, 0, 'abc'],
])('moves what stands at %i to %i', (from, to, after) => {
  expect(moved(['a', 'b', 'c'], from, to).join('')).toBe(after)
})

it('divides hashtags at spaces and signs, links at spaces, guests at lines', () => {
  expect(withHashtags(['JKR'], '#jkr #Monsun, Banjir#Jalan')).toEqual([
    ...['JKR', 'Monsun', 'Banjir', 'Jalan'],
  ])
  expect(withLinks([], 'www.jkr.gov.my http://a.my')).toEqual([
    ...['https://www.jkr.gov.my', 'http://a.my'],
  ])
  expect(withGuests([], "Dato' Ir. A, Pengarah;  YB  B ")).toEqual([
    ...["Dato' Ir. A, Pengarah", 'YB B'],
  ])
})

it.each([
  ['09:30', '09:30'],
  ['9.30', '09:30'],
  ['930', '09:30'],
  ['1430', '14:30'],
  ['8', '08:00'],
  ['24:00', null],
  ['9:60', null],
  ['pagi', null],
  ['', null],
])('reads the time %s as %s', (typed, time) => {
  expect(readClockTime(typed)).toBe(time)
})

describe('the status', () => {
  it('has a sign of its own each', () => {
    const icons = PostStatus.options.map((status) => statusLooks[status].icon)
    expect(new Set(icons).size).toBe(PostStatus.options.length)
  })

  it.each([
    ['idea', ['draft', 'on-hold', 'cancelled']],
    ['draft', ['idea', 'on-hold', 'cancelled']],
    ['in-review', ['on-hold', 'cancelled']],
    ['approved', ['ready', 'on-hold', 'cancelled']],
    ['published', ['archived']],
    ['archived', ['published']],
    ['cancelled', ['idea', 'draft']],
  ] as const)('%s leads by hand to %j', (from, ways) => {
    expect(waysByHand(from)).toEqual(ways)
  })

  it('offers every way by hand that the table has', () => {
    for (const from of PostStatus.options) {
      const inTable = Object.entries(transitions[from]).filter(([, means]) => means === 'hand')
      expect(waysByHand(from).toSorted()).toEqual(inTable.map(([to]) => to).toSorted())
    }
  })

  it('offers to take up again what was held, and asks why when it stops', () => {
    const held = stepsFrom({ status: 'on-hold', heldFrom: 'draft' })
    expect(held).toEqual([{ kind: 'resume' }, { kind: 'set', to: 'cancelled' }])
    expect(reasonedStep('draft', 'on-hold')).toBe('on-hold')
    expect(reasonedStep('ready', 'cancelled')).toBe('cancelled')
    expect(reasonedStep('cancelled', 'draft')).toBe('draft')
    expect(reasonedStep('idea', 'draft')).toBeNull()
  })

  it('knows the way back, where a hand may go it', () => {
    expect(wayBack('idea', 'draft')).toEqual({ kind: 'set', to: 'idea' })
    expect(wayBack('approved', 'ready')).toEqual({ kind: 'set', to: 'approved' })
    expect(wayBack('draft', 'on-hold')).toEqual({ kind: 'resume' })
    // Cancelling ended what was asked: the post comes back as a draft.
    expect(wayBack('in-review', 'cancelled')).toEqual({ kind: 'set', to: 'draft' })
    expect(wayBack('approved', 'cancelled')).toEqual({ kind: 'set', to: 'draft' })
    expect(wayBack('idea', 'cancelled')).toEqual({ kind: 'set', to: 'idea' })
    expect(mayBecome('cancelled', 'in-review', 'hand')).toBe(false)
  })
})

const siti = PersonId.parse('00000001-0000-4000-8000-000000000000')

describe('versions that are compared', () => {
  const version = (number: number): PostVersion => ({
    ...{ number, what: 'saved', byId: siti, byName: 'Siti' },
    contentHash: Sha256.parse('0'.repeat(64)),
    at: Instant.parse('2026-11-22T01:00:00.000Z'),
  })

  it('are the newest and the one before, and stay in their order', () => {
    expect(firstComparison([version(3), version(2), version(1)])).toEqual({ from: 2, to: 3 })
    expect(firstComparison([version(1)])).toEqual({ from: 1, to: 1 })
    expect(withSide({ from: 2, to: 3 }, 'from', 1)).toEqual({ from: 1, to: 3 })
    expect(withSide({ from: 2, to: 3 }, 'to', 1)).toEqual({ from: 1, to: 2 })
  })

  it('tell choices from words', () => {
    expect(fieldParts(`account:${id(1)}`)).toEqual({ name: 'account', of: id(1) })
    expect(['kind', 'programme.day', `slot:${id(1)}`].map(isChoiceField)).toEqual([
      true,
      true,
      true,
    ])
    expect(['text', 'programme.name', `account:${id(1)}`].map(isChoiceField)).toEqual([
      ...[false, false, false],
    ])
  })
})

it('offers people in use, those of the role first, and whoever was chosen before', () => {
  const person = (digit: number, roles: Person['roles'], active = true): Person => ({
    ...{ id: PersonId.parse(id(digit)), name: `Orang ${String(digit)}`, post: 'Pegawai' },
    ...{ active, roles, hasPin: false },
  })
  const all = [
    person(1, ['viewer']),
    person(2, ['designer']),
    person(3, ['designer'], false),
    person(4, ['designer'], false),
  ]
  const offered = peopleFor(all, ['designer'], PersonId.parse(id(4)))
  expect(offered.map(({ name }) => name)).toEqual(['Orang 2', 'Orang 4', 'Orang 1'])
})
