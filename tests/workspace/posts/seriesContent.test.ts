import { describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { AccountId } from '#contract/accounts'
import { PhaseId } from '#contract/cycles'
import { ImageId } from '#contract/values'
import {
  contentOn,
  editedFields,
  withEdit,
} from '../../../src/main/workspace/posts/rules/seriesContent.ts'
import { content, day, on, time } from '../../support/posts.ts'

const [facebook, instagram, x] = [0, 1, 2].map(() => AccountId.parse(randomUUID()))
const [poster, photo] = [0, 1].map(() => ImageId.parse(randomUUID()))
if (!facebook || !instagram || !x || !poster || !photo) throw new Error('ids')
const programme = {
  ...{ name: 'Gotong-royong', day: day('2026-01-07'), time: null, place: 'Kuantan' },
  ...{ state: null, guests: [] },
}

describe('a post of a series on another day', () => {
  const pattern = content('Tip keselamatan', {
    ...{ day: day('2026-01-05'), time: time('09:00'), text: 'Pandu cermat', programme },
    accounts: [on(facebook), on(instagram, { day: '2026-01-06', time: '20:00' })],
    requestedOn: day('2026-01-02'),
  })

  it('has every day as far away as the first one has', () => {
    const made = contentOn(pattern, day('2026-02-02'), () => null)
    expect(made).toMatchObject({
      ...{ day: '2026-02-02', time: '09:00', text: 'Pandu cermat', requestedOn: null },
      programme: { day: '2026-02-04' },
    })
    expect(made.accounts.map((account) => account.day)).toEqual([null, '2026-02-03'])
  })

  it('belongs to the phase of its day, unless the first was put elsewhere on purpose', () => {
    const [one, two] = [PhaseId.parse(randomUUID()), PhaseId.parse(randomUUID())]
    const phaseOn = (on: string) => (on < '2026-02-01' ? one : two)
    const phased = (phaseId: PhaseId) => ({ ...pattern, phaseId })
    expect(contentOn(phased(one), day('2026-02-02'), phaseOn).phaseId).toBe(two)
    expect(contentOn(phased(two), day('2026-01-12'), phaseOn).phaseId).toBe(two)
    expect(contentOn(pattern, day('2026-02-02'), phaseOn).phaseId).toBeNull()
  })
})

describe('an edit that others take over', () => {
  const before = content('Tip', {
    ...{ day: day('2026-01-05'), text: 'Lama', notes: 'Nota', programme },
    accounts: [on(facebook), on(instagram)],
    images: [{ imageId: poster, altText: 'Poster' }],
  })
  const other = {
    ...before,
    ...{ title: 'Tip Februari', day: day('2026-02-02'), notes: 'Nota sendiri' },
    accounts: [on(facebook, { text: 'Teks sendiri' }), on(instagram)],
    images: [{ imageId: poster, altText: 'Poster sendiri' }],
  }

  it('names what changed, the day and what was asked for left out', () => {
    const after = {
      ...before,
      text: 'Baharu',
      day: day('2026-01-08'),
      requestedOn: day('2026-01-01'),
    }
    expect(editedFields(before, after)).toEqual(['text'])
    expect(withEdit(before, after, other)).toEqual({ ...other, text: 'Baharu' })
  })

  it('leaves everything else that the other has of its own', () => {
    const after = { ...before, time: time('10:00'), hashtags: ['JKR'] }
    expect(withEdit(before, after, other)).toEqual({
      ...other,
      time: '10:00',
      hashtags: ['JKR'],
    })
    expect(withEdit(before, before, other)).toEqual(other)
  })

  it('takes over accounts one by one, with days as far from the post as there', () => {
    const after = {
      ...before,
      accounts: [on(facebook, { time: '21:00' }), on(x, { day: '2026-01-07' })],
    }
    expect(withEdit(before, after, other).accounts).toEqual([
      on(facebook, { text: 'Teks sendiri', time: '21:00' }),
      on(x, { day: '2026-02-04' }),
    ])
  })

  it('takes over pictures with the words of the other where its own were not touched', () => {
    const after = { ...before, images: [...before.images, { imageId: photo, altText: 'Foto' }] }
    expect(withEdit(before, after, other).images).toEqual([
      { imageId: poster, altText: 'Poster sendiri' },
      { imageId: photo, altText: 'Foto' },
    ])
    const worded = { ...before, images: [{ imageId: poster, altText: 'Poster baharu' }] }
    expect(withEdit(before, worded, other).images).toEqual(worded.images)
  })

  it('takes over the programme part by part', () => {
    const after = {
      ...before,
      programme: { ...programme, place: 'Temerloh', day: day('2026-01-06') },
    }
    const own = { ...other, programme: { ...programme, name: 'Derma darah' } }
    expect(withEdit(before, after, own).programme).toEqual({
      ...programme,
      ...{ name: 'Derma darah', place: 'Temerloh', day: '2026-02-03' },
    })
    expect(withEdit(before, after, { ...other, programme: null }).programme).toBeNull()
    expect(withEdit(before, { ...before, programme: null }, own).programme).toBeNull()
  })
})
