import { describe, expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import type { AccountDay, RhythmStanding } from '#contract/postFindings'
import { PlainDate } from '#contract/values'
import { rhythmStrip, tellRhythm } from '../../../src/renderer/posts/grid/rhythmStrip'
import { rhythmByDay } from '../../../src/renderer/posts/grid/rhythmView'
import { channelIcon } from '../../../src/renderer/accounts/channelIcons'
import { widthsOfSigns } from './signRules'

const idOf = (number: number): AccountId =>
  AccountId.parse(`10000000-0000-4000-8000-${String(number).padStart(12, '0')}`)
const [facebook, x, other] = [idOf(1), idOf(2), idOf(3)]
const channels = new Map([
  [facebook, 'facebook'],
  [x, 'x'],
  [other, 'x'],
])
const channelOf = (id: AccountId) => channels.get(id) ?? null
const day = PlainDate.parse('2026-11-25')

// Facebook two or three a day, Twitter/X five to ten (KKS E).
function dayOf(accountId: AccountId, count: number, standing: RhythmStanding): AccountDay {
  const quota = accountId === facebook ? { min: 2, max: 3 } : { min: 5, max: 10 }
  return { accountId, day, count, quota, standing }
}

describe('the rhythm of a day', () => {
  it('tells only who is over or under, too many before too few, by channel', () => {
    const found = rhythmByDay(
      [dayOf(x, 1, 'under'), dayOf(other, 4, 'under'), dayOf(facebook, 4, 'over')],
      channelOf,
      [],
    )
    expect(
      found
        .get(day)
        ?.map(({ channel, standing, accounts }) => [channel, standing, accounts.length]),
    ).toEqual([
      ['facebook', 'over', 1],
      ['x', 'under', 2],
    ])
  })

  it('says nothing of a day that keeps to it, nor of an account nobody knows', () => {
    expect(rhythmByDay([dayOf(facebook, 2, 'within')], channelOf, []).size).toBe(0)
    expect(rhythmByDay([dayOf(idOf(9), 1, 'under')], channelOf, []).size).toBe(0)
  })

  it('keeps to the accounts that are asked for', () => {
    const days = [dayOf(x, 1, 'under'), dayOf(facebook, 1, 'under')]
    expect(
      rhythmByDay(days, channelOf, [x])
        .get(day)
        ?.map(({ channel }) => channel),
    ).toEqual(['x'])
  })

  it('is one button that says all of it', () => {
    const strip = rhythmStrip()
    const words = 'Facebook: 2 akaun melebihi panduan'
    tellRhythm(
      strip,
      [{ standing: 'over', channel: channelIcon('facebook'), accounts: 2, words }],
      'Irama',
    )
    expect(strip.getAttribute('aria-label')).toBe(`Irama, ${words}`)
    expect(strip.textContent).toBe('2')
    // The sign of the standing and that of the channel, in one picture.
    expect(widthsOfSigns(strip)).toEqual(['27px'])
  })
})
