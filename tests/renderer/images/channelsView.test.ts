import { describe, expect, it } from 'vitest'
import { defaultFixChannels, sourceOf, takenBy } from '#contract/fixChannels'
import { defaultFixPresets } from '#contract/fixPresets'
import { FixChannels, FixPreset, type FixChannel } from '#contract/imageFix'
import channels from '../../../resources/reference/channels.json'
import { areSoundRows, rowsFor, sameRows } from '../../../src/renderer/images/fix/channelsView'

const row = (channel: string, part: Partial<FixChannel> = {}): FixChannel => ({
  ...{ channel, maxBytes: null, format: 'auto', ...part },
})

describe('what a channel takes', () => {
  it.each([
    // preset, channel, what holds
    [1_000_000, 8_000_000, 1_000_000],
    [1_500_000, 300_000, 300_000],
    [null, 300_000, 300_000],
    [700_000, null, 700_000],
    [null, null, null],
  ])('a size of %s for a channel of %s stays below %s', (size, channel, limit) => {
    const taken = takenBy({ maxBytes: size }, row('x', { maxBytes: channel, format: 'jpeg' }))
    expect(taken).toEqual({ maxBytes: limit, format: 'jpeg' })
  })

  it('is the size’s own for no channel, and the channel’s alone for a size of one’s own', () => {
    expect(takenBy({ maxBytes: 5_000 }, null)).toEqual({ maxBytes: 5_000, format: 'auto' })
    const blog = row('blog', { maxBytes: 300_000 })
    expect(takenBy(null, blog)).toEqual({ maxBytes: 300_000, format: 'auto' })
  })

  it('starts with a row for each channel of the reference data, as their documents say', () => {
    expect(FixChannels.parse(defaultFixChannels)).toEqual(defaultFixChannels)
    expect(defaultFixChannels.map(({ channel }) => channel).toSorted()).toEqual(
      channels.items.map(({ key }) => key).toSorted(),
    )
    const megabytes = Object.fromEntries(
      defaultFixChannels.map(({ channel, maxBytes }) => [channel, (maxBytes ?? 0) / 1_000_000]),
    )
    // X: 5 MB, Instagram: 8 MB and JPEG only, YouTube: 2 MB, a PNG on Facebook: 1 MB. The blog: ours.
    expect(megabytes).toEqual({ facebook: 1, x: 5, youtube: 2, instagram: 8, blog: 0.3 })
    const jpegOnly = defaultFixChannels.filter(({ format }) => format === 'jpeg')
    expect(jpegOnly.map(({ channel }) => channel)).toEqual(['instagram'])
  })

  it('names its source only while it is what the source says', () => {
    const sourced = defaultFixChannels.filter((one) => sourceOf(one) !== null)
    expect(sourced.map(({ channel }) => channel)).toEqual(['facebook', 'x', 'youtube', 'instagram'])
    for (const one of sourced) expect(sourceOf({ ...one, maxBytes: 400_000 })).toBeNull()
    expect(sourceOf(row('x', { maxBytes: 5_000_000, format: 'png' }))).toBeNull()
    expect(sourceOf(row('threads'))).toBeNull()
  })
})

describe('the rows of Settings', () => {
  it('are one for each channel on offer, and keep what a size may still name', () => {
    const kept = [row('lama', { maxBytes: 9_000 }), row('x', { format: 'png' })]
    expect(rowsFor(['facebook', 'x'], kept)).toEqual([row('facebook'), kept[1], kept[0]])
  })

  it('are saved when something changed, and only within the bounds of the contract', () => {
    const rows = [row('x', { maxBytes: 5_000 })]
    expect(sameRows(rows, [row('x', { maxBytes: 5_000 })])).toBe(true)
    for (const part of [{ maxBytes: null }, { format: 'jpeg' }, { channel: 'y' }] as const) {
      expect(sameRows(rows, [{ ...row('x', { maxBytes: 5_000 }), ...part }])).toBe(false)
    }
    expect(areSoundRows(rows)).toBe(true)
    expect(areSoundRows([row('x', { maxBytes: 4_999 })])).toBe(false)
  })
})

describe('sizes that were saved before there were channels', () => {
  it('are for none in particular', () => {
    const { channel, ...before } = defaultFixPresets[5] ?? {}
    expect(channel).toBe('facebook')
    expect(FixPreset.parse(before)).toEqual({ ...before, channel: null })
  })
})
