import { describe, expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import { defaultFixChannels } from '#contract/fixChannels'
import { CalendarNote, NoteId } from '#contract/planning'
import { PostKind } from '#contract/postContent'
import type { StateCode } from '#contract/states'
import { ImageId, type PlainDate } from '#contract/values'
import {
  blackoutFindings,
  forbiddingBlackout,
  moodOf,
  type Mood,
} from '../../../src/main/workspace/posts/rules/blackout.ts'
import { pictureFindings } from '../../../src/main/workspace/posts/rules/pictures.ts'
import { firstDay, slotsOf } from '../../../src/main/workspace/posts/rules/slots.ts'
import { shippedLists } from '../../../src/main/workspace/reference/shipped.ts'
import { day, time } from '../../support/posts.ts'
import { itemsIn } from '../reference/itemsIn.ts'

const [facebook, x] = ['a', 'b'].map((sign) =>
  AccountId.parse(`${sign.repeat(8)}-0000-4000-8000-000000000000`),
) as [AccountId, AccountId]
const kualaLumpur: StateCode = 'MY-14'
const kelantan: StateCode = 'MY-03'

const noteId = (sign: string) => NoteId.parse(`${sign}0000000-0000-4000-8000-000000000000`)

describe('a blackout', () => {
  function blackout(parts: Partial<CalendarNote> = {}): CalendarNote {
    return CalendarNote.parse({
      ...{ id: 'd0000000-0000-4000-8000-000000000000', title: 'Banjir besar', text: '' },
      ...{ startsOn: '2026-11-24', endsOn: '2026-11-26', kind: 'blackout', reason: 'disaster' },
      ...{ effect: 'warn', states: [], ...parts },
    })
  }
  const on = (
    date: string,
    states: StateCode[] = [kualaLumpur],
  ): [{ day: PlainDate; states: StateCode[] }] => [{ day: day(date), states }]

  it.each([
    ['the day before', '2026-11-23', 0],
    ['its first day', '2026-11-24', 1],
    ['its last day', '2026-11-26', 1],
    ['the day after', '2026-11-27', 0],
  ])('concerns %s', (_, date, count) => {
    expect(blackoutFindings([blackout()], 'cheerful', on(date), [])).toHaveLength(count)
  })

  it.each<[Mood, string[]]>([
    ['cheerful', ['blackout warn']],
    ['plain', []],
    ['unsure', ['blackout-unsure advice']],
  ])('of a post that is %s says %j', (mood, said) => {
    const found = blackoutFindings([blackout()], mood, on('2026-11-25'), [])
    expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(said)
  })

  // Touch Point is where the sources put condolences (JKR, Takziah, 27 March 2015).
  it.each<[string | null, Mood]>([
    ['feel-good', 'cheerful'],
    ['touch-point', 'plain'],
    ['info-rakyat', 'plain'],
    ['bantuan-rakyat', 'plain'],
    ['gone', 'plain'],
    [null, 'unsure'],
  ])('takes a post of category %s, as shipped, for %s', (category, mood) => {
    expect(moodOf(category, itemsIn(shippedLists(), 'wave-categories'))).toBe(mood)
  })

  it('is of its states alone, of the whole country without any', () => {
    const notes = [blackout({ states: [kelantan] })]
    expect(blackoutFindings(notes, 'cheerful', on('2026-11-25'), [])).toEqual([])
    expect(
      blackoutFindings(notes, 'cheerful', on('2026-11-25', [kualaLumpur, kelantan]), []),
    ).toHaveLength(1)
  })

  it('forbids where it holds, and a plain note never does', () => {
    const [when] = on('2026-11-25')
    const holding = blackout({ effect: 'hold' })
    const note = blackout({ kind: 'note', reason: null, effect: null })
    const held = blackoutFindings([holding], 'cheerful', [when], [])[0]
    expect(held).toMatchObject({ severity: 'stop', params: { noteId: holding.id } })
    expect(forbiddingBlackout([blackout(), holding], 'cheerful', when, [])).toBe(holding)
    expect(forbiddingBlackout([blackout()], 'cheerful', when, [])).toBeNull()
    expect(forbiddingBlackout([holding], 'plain', when, [])).toBeNull()
    expect(forbiddingBlackout([holding], 'unsure', when, [])).toBeNull()
    expect(blackoutFindings([note], 'cheerful', [when], [])).toEqual([])
  })

  it('lets one post through for which somebody gave a reason, and says so', () => {
    const [when] = on('2026-11-25')
    const holding = blackout({ effect: 'hold' })
    const allowed = [{ noteId: holding.id, reason: 'Majlis negara', byName: 'Hamid' }]
    expect(forbiddingBlackout([holding], 'cheerful', when, allowed)).toBeNull()
    expect(blackoutFindings([holding], 'cheerful', [when], allowed)).toMatchObject([
      {
        ...{ rule: 'blackout-allowed', severity: 'advice' },
        params: { why: 'Majlis negara', byName: 'Hamid', title: 'Banjir besar' },
      },
    ])
    const other = blackout({ id: noteId('e'), effect: 'hold' })
    expect(forbiddingBlackout([holding, other], 'cheerful', when, allowed)).toBe(other)
  })
})

describe('the pictures of a post', () => {
  const picture = {
    ...{ id: ImageId.parse('e0000000-0000-4000-8000-000000000000'), name: 'poster.png' },
    ...{ medium: 'picture' as const, byteSize: 90_000, altText: 'Peta' },
    ...{ rejected: false, trashed: false },
  }

  it('are asked for by every kind but a text', () => {
    const asked = PostKind.options.filter((kind) => pictureFindings(kind, []).length > 0)
    expect(asked).toEqual(PostKind.options.filter((kind) => kind !== 'text'))
  })

  it.each([
    ['passed', {}, []],
    ['rejected', { rejected: true }, ['image-rejected stop Melaka 13.5']],
    ['in the trash', { trashed: true }, ['image-in-trash stop ours']],
    ['without words', { altText: ' ' }, ['alt-text-missing advice ours']],
  ])('%s', (_, parts, said) => {
    const found = pictureFindings('infographic', [{ ...picture, ...parts }])
    expect(found.map(({ rule, severity, clause }) => `${rule} ${severity} ${clause}`)).toEqual(said)
    for (const { params } of found) {
      expect(params).toEqual({ name: 'poster.png', imageId: picture.id })
    }
  })

  // Facebook 1 MB, X 5 MB and 4 pictures, Instagram 8 MB and 10, YouTube 2 MB, the blog 300 kB (ours).
  it.each([
    ['facebook', 1_000_000, 12, []],
    ['facebook', 1_000_001, 1, ['image-too-large advice Graph API, Photo uploads']],
    ['x', 5_000_000, 4, []],
    ['x', 5_000_001, 1, ['image-too-large advice X API, Media best practices']],
    ['x', 1, 5, ['too-many-images warn X API, Media best practices']],
    ['instagram', 8_000_000, 10, []],
    ['instagram', 1, 11, ['too-many-images warn Instagram Platform, Content publishing']],
    ['blog', 300_001, 1, ['image-too-large advice ours']],
    ['of its own', 90_000_000, 30, []],
  ])('on %s with %i bytes, %i times', (channel, byteSize, count, said) => {
    const limit = defaultFixChannels.find((each) => each.channel === channel) ?? null
    const pictures = Array.from({ length: count }, () => ({ ...picture, byteSize }))
    const videos = pictures.map((each) => ({ ...each, medium: 'video' as const }))
    const takers = [{ accountId: facebook, channel, limit }]
    const found = pictureFindings('photo-album', [...pictures, ...videos], takers)
    expect(found.map(({ rule, severity, clause }) => `${rule} ${severity} ${clause}`)).toEqual(said)
    expect(new Set(found.map(({ accountId }) => accountId))).toEqual(
      new Set(said.length === 0 ? [] : [facebook]),
    )
  })

  it('are held against the limit that the office set, which is then its own rule', () => {
    const limit = { channel: 'x', maxBytes: 100_000, format: 'auto' as const }
    const takers = [{ accountId: x, channel: 'x', limit }]
    const found = pictureFindings('infographic', [{ ...picture, byteSize: 100_001 }], takers)
    expect(found).toMatchObject([
      { clause: 'ours', params: { bytes: 100_001, most: 100_000, imageId: picture.id } },
    ])
  })
})

describe('the slots of a post', () => {
  const account = (accountId: AccountId, on: string | null, at: string | null) => ({
    ...{ accountId, text: null, day: on === null ? null : day(on) },
    time: at === null ? null : time(at),
  })

  it('are the post’s own, or those of an account; a day of its own brings its own time', () => {
    const accounts = [account(facebook, null, null), account(x, '2026-11-20', null)]
    const planned = { day: day('2026-11-24'), time: time('09:00'), accounts }
    expect(slotsOf(planned)).toEqual([
      { accountId: facebook, day: '2026-11-24', time: '09:00' },
      { accountId: x, day: '2026-11-20', time: null },
    ])
    expect(firstDay(planned)).toBe('2026-11-20')
    const later = { ...planned, accounts: [account(facebook, null, '17:00')] }
    expect(slotsOf(later)).toEqual([{ accountId: facebook, day: '2026-11-24', time: '17:00' }])
  })

  it('are none without a day; without accounts the post has its day alone', () => {
    const unplanned = { day: null, time: null, accounts: [account(facebook, null, null)] }
    expect([slotsOf(unplanned), firstDay(unplanned)]).toEqual([[], null])
    const alone = { day: day('2026-11-24'), time: null, accounts: [] }
    expect([slotsOf(alone), firstDay(alone)]).toEqual([[], '2026-11-24'])
  })
})
