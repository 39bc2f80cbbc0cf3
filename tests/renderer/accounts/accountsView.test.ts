import { describe, expect, it } from 'vitest'
import { AccountId, type Account } from '#contract/accounts'
import type { Channel } from '#contract/reference'
import { PlainDate } from '#contract/values'
import {
  draftOf,
  fieldsOf,
  problemsOf,
  sameDraft,
  type AccountDraft,
} from '../../../src/renderer/accounts/accountDraft'
import {
  accountsIn,
  changeSince,
  channelsFor,
  channelsInUse,
  completenessOf,
  countOf,
  guideOf,
  signed,
  trendOf,
  type AccountFilter,
} from '../../../src/renderer/accounts/accountsView'
import { numbersOf } from '../../../src/renderer/accounts/snapshotDraft'
import { todayInMalaysia } from '../../../src/renderer/accounts/today'

const met = (control: 'avatar' | 'biography') => ({ control, clause: 'KKS K', gaps: [] })

function account(handle: string, changes: Partial<Account> = {}): Account {
  return {
    id: AccountId.parse('11111111-1111-4111-8111-111111111111'),
    ...{ shipped: true, active: true, channel: 'x', handle, name: `JKR ${handle}` },
    ...{ unit: 'JKR Negeri', state: null, purpose: '', quota: null, textLimit: null },
    ...{ biography: '', avatarId: null, headerId: null, website: '', officialEmail: '' },
    ...{ operators: [], uniformity: [met('avatar')], lastSnapshot: null },
    ...changes,
  }
}

function channel(key: string, perDay: Channel['perDay'] = null): Channel {
  return {
    ...{ key, ms: key, en: key, clause: 'KKS D', purposes: [], perDay },
    ...{ textLimit: null, textLimitSource: null, role: { ms: '', en: '' } },
  }
}

const lacking = { control: 'header', clause: 'KKS K', gaps: ['image-missing'] } as const
const all = [
  account('Johor', { state: 'MY-01' }),
  account('Kedah', { uniformity: [met('avatar'), { ...lacking, gaps: [...lacking.gaps] }] }),
  account('halaman', { channel: 'facebook' }),
  account('Lama', { active: false, uniformity: [{ ...lacking, gaps: [...lacking.gaps] }] }),
]
const stateName = ({ state }: Account) => (state === 'MY-01' ? 'Johor Darul Takzim' : '')
const handles = (filter: AccountFilter, text = '') =>
  accountsIn(all, filter, text, stateName).map(({ handle }) => handle)

describe('the register on the screen', () => {
  it.each<[AccountFilter, string[]]>([
    ['all', ['Johor', 'Kedah', 'halaman']],
    ['channel:x', ['Johor', 'Kedah']],
    ['channel:facebook', ['halaman']],
    ['channel:youtube', []],
    ['incomplete', ['Kedah']],
    ['inactive', ['Lama']],
  ])('filter %s shows and counts %j', (filter, shown) => {
    expect(handles(filter)).toEqual(shown)
    expect(countOf(all, filter)).toBe(shown.length)
  })

  it.each<[string, string[]]>([
    ['', ['Johor', 'Kedah', 'halaman']],
    ['  kedah ', ['Kedah']],
    ['@joh', ['Johor']],
    ['takzim', ['Johor']],
    ['negeri HALAMAN', ['halaman']],
    ['kedah takzim', []],
  ])('a search for «%s» finds %j', (text, shown) => {
    expect(handles('all', text)).toEqual(shown)
  })

  it('counts the controls that are met', () => {
    expect(all.map(completenessOf)).toEqual([
      { met: 1, total: 1 },
      { met: 1, total: 2 },
      { met: 1, total: 1 },
      { met: 0, total: 1 },
    ])
  })

  it('offers the channels of the lists, and removed ones only while an account uses them', () => {
    const offered = [
      { item: channel('x'), removed: true },
      { item: channel('blog'), removed: true },
      { item: channel('youtube'), removed: false },
    ]
    const used = channelsInUse(all)
    expect([...used]).toEqual(['x', 'facebook'])
    expect(channelsFor(offered, used).map(({ key }) => key)).toEqual(['x', 'youtube'])
  })

  it('takes the account’s own quota before its channel’s', () => {
    const x = channel('x', { min: 5, max: 10 })
    expect(guideOf(account('a'), x)).toEqual({ min: 5, max: 10 })
    expect(guideOf(account('a', { quota: { min: 1, max: 2 } }), x)).toEqual({ min: 1, max: 2 })
    expect(guideOf(account('a'), channel('blog'))).toBeNull()
    expect(guideOf(account('a'), null)).toBeNull()
  })
})

describe('numbers by day', () => {
  const on = (day: string, followers: number | null) => ({ day: PlainDate.parse(day), followers })

  it('are a line as long as the time between the days, the highest on top', () => {
    const newestFirst = [on('2026-01-11', 300), on('2026-01-06', null), on('2026-01-03', 100)]
    expect(trendOf([...newestFirst, on('2026-01-01', 200)])).toEqual([
      { x: 0, y: 0.5 },
      { x: 0.2, y: 1 },
      { x: 1, y: 0 },
    ])
  })

  it('are a level line when nothing changes, and none of a single day', () => {
    expect(trendOf([on('2026-01-02', 5), on('2026-01-01', 5)]).map(({ y }) => y)).toEqual([
      0.5, 0.5,
    ])
    expect(trendOf([on('2026-01-02', 5), on('2026-01-01', null)])).toEqual([])
    expect(trendOf([])).toEqual([])
  })

  it('change since the recorded day before', () => {
    const rows = [{ followers: 300 }, { followers: null }, { followers: 350 }, { followers: 340 }]
    expect(rows.map((_, index) => changeSince(rows, index))).toEqual([-50, null, 10, null])
    expect([-50, 0, 1_200].map((by) => signed(by, String))).toEqual(['−50', '0', '+1200'])
  })

  it.each([
    ['2026-11-01', 10, Number.NaN, { numbers: { day: '2026-11-01', followers: 10, likes: null } }],
    ['2026-11-01', Number.NaN, 0, { numbers: { day: '2026-11-01', followers: null, likes: 0 } }],
    ['2026-11-01', Number.NaN, Number.NaN, { problem: 'missing' }],
    [null, 10, 10, { problem: 'missing' }],
    ['2026-11-01', 1.5, Number.NaN, { problem: 'wrong' }],
    ['2026-11-01', -1, 3, { problem: 'wrong' }],
    ['2026-11-01', 1_000_000_001, 3, { problem: 'wrong' }],
  ])('typed on %s: %d and %d', (day, followers, likes, read) => {
    const parsed = day === null ? null : PlainDate.parse(day)
    expect(numbersOf(parsed, followers, likes)).toEqual(read)
  })

  it('begin on the day it is in Malaysia', () => {
    expect(todayInMalaysia(Date.parse('2026-11-22T15:59:59Z'))).toBe('2026-11-22')
    expect(todayInMalaysia(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23')
  })
})

describe('the form of an account', () => {
  const sound: AccountDraft = {
    ...draftOf(null),
    ...{ handle: '@jkr', name: 'JKR', unit: 'JKR Ibu Pejabat' },
  }

  it.each<[Partial<AccountDraft>, object]>([
    [{}, {}],
    [{ handle: ' @ ' }, { handle: 'handleMissing' }],
    [{ handle: 'https://x.com/jkr' }, { handle: 'handleWrong' }],
    [{ handle: 'jkr malaysia' }, { handle: 'handleWrong' }],
    [
      { name: ' ', unit: '' },
      { name: 'nameMissing', unit: 'unitMissing' },
    ],
    [{ officialEmail: 'pro@kkr' }, { officialEmail: 'emailWrong' }],
    [{ officialEmail: 'pro@kkr.gov.my' }, {}],
    [{ website: 'www.jkr.gov.my' }, { website: 'websiteWrong' }],
    [{ website: 'https://www.jkr.gov.my' }, {}],
    [{ hasQuota: true, quotaMin: 3, quotaMax: 2 }, { quota: 'quotaWrong' }],
    [{ hasQuota: true }, { quota: 'quotaWrong' }],
    [{ hasQuota: true, quotaMin: 0, quotaMax: 2 }, {}],
    [{ hasQuota: false, quotaMin: 3, quotaMax: 2 }, {}],
    [{ hasLimit: true, textLimit: 0 }, { textLimit: 'limitWrong' }],
    [{ hasLimit: true, textLimit: 280 }, {}],
  ])('with %j has these problems: %j', (part, problems) => {
    expect(problemsOf({ ...sound, ...part })).toEqual(problems)
  })

  it('gives back what it was made of, and knows when nothing would change', () => {
    const kept = account('Johor', { quota: { min: 1, max: 2 }, state: 'MY-01' })
    const draft = draftOf(kept)
    expect(fieldsOf(draft)).toMatchObject({
      ...{ channel: 'x', handle: '@Johor', quota: { min: 1, max: 2 }, textLimit: null },
      state: 'MY-01',
    })
    expect(sameDraft(draft, { ...draft, name: ` ${draft.name} ` })).toBe(true)
    expect(sameDraft(draft, { ...draft, hasQuota: false })).toBe(false)
  })
})
