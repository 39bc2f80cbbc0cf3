import { describe, expect, it } from 'vitest'
import { PlainDate } from '#contract/values'
import {
  askedBy,
  changesOf,
  countKinds,
  draftOf,
  isChanged,
  isNarrowed,
  missingCaption,
  ofKind,
  sharedTags,
  valuesBefore,
  withTag,
  withTyped,
} from '../../../src/renderer/images/libraryView'
import { emptyMany, hasAny, setsOfMany, withoutTags } from '../../../src/renderer/images/manyView'
import { allChosen, select, stillInSight } from '../../../src/renderer/images/selection'
import { anImage } from './build'

const caption = {
  programme: 'Gotong-royong Perdana',
  date: PlainDate.parse('2026-11-14'),
  time: '9.00 pagi',
  place: 'Pekan',
  guests: 'YB Menteri',
}

describe('describing one picture', () => {
  const image = anImage(1, { tags: ['jalan', 'Pahang'], source: 'Unit foto' })

  it('sends only what changed', () => {
    const draft = { ...draftOf(image), name: ' Poster baharu ', source: ' Unit foto ' }
    expect(changesOf(image, draft)).toEqual({ name: 'Poster baharu' })
    expect(isChanged(changesOf(image, draftOf(image)))).toBe(false)
  })

  it('takes tags in another order for the same, and a caption as a whole', () => {
    const draft = { ...draftOf(image), tags: ['Pahang', 'jalan'], caption }
    expect(changesOf(image, draft)).toEqual({ caption })
  })

  it('knows what to put back', () => {
    expect(valuesBefore(image, { source: 'Lain', tags: [] })).toEqual({
      source: 'Unit foto',
      tags: ['jalan', 'Pahang'],
    })
  })

  it('asks for the five parts of a photo’s caption, and of no poster’s (Melaka 13.5)', () => {
    const place = { ...caption, place: ' ', date: null }
    expect(missingCaption(anImage(1, { kind: 'photo', caption: place }))).toEqual(['date', 'place'])
    expect(missingCaption(anImage(1, { kind: 'photo', caption }))).toEqual([])
    expect(missingCaption(anImage(1))).toEqual([])
    // A video's too, whatever kind it has; a PDF's not.
    const video = anImage(1, { medium: 'video', caption: place })
    expect(missingCaption(video)).toEqual(['date', 'place'])
    expect(missingCaption(anImage(1, { kind: 'photo', medium: 'document' }))).toEqual([])
  })
})

describe('tags', () => {
  it.each([
    ['  jalan   raya ', ['Pahang', 'jalan raya']],
    ['pahang', ['Pahang']],
    ['   ', ['Pahang']],
  ])('“%s” is added tidily and once', (typed, tags) => {
    expect(withTag(['Pahang'], typed)).toEqual(tags)
  })

  it('pasted with commas are several', () => {
    expect(withTyped(['Pahang'], 'banjir, pahang,, Kuala  Krai ,')).toEqual([
      'Pahang',
      'banjir',
      'Kuala Krai',
    ])
  })

  it('of many pictures are those of all and those of some', () => {
    const images = [anImage(1, { tags: ['a', 'b'] }), anImage(2, { tags: ['b', 'c'] })]
    expect(sharedTags(images)).toEqual({ all: ['b'], some: ['a', 'c'] })
  })
})

describe('describing many pictures', () => {
  const images = [
    anImage(1, { tags: ['a'], caption }),
    anImage(2, { tags: ['a'], caption }),
    anImage(3),
  ]
  const ids = (numbers: readonly number[]) => numbers.map((number) => anImage(number).id)

  it('changes nothing while nothing is typed', () => {
    expect(hasAny(emptyMany())).toBe(false)
    expect(setsOfMany(images, emptyMany(), [])).toEqual([])
  })

  it('fills in parts of the caption and keeps the other parts of each', () => {
    const typed = { ...emptyMany(), caption: { ...emptyMany().caption, place: 'Temerloh' } }
    const sets = setsOfMany(images, typed, ['b'])
    expect(sets.map((set) => set.images.map((image) => image.id))).toEqual([ids([1, 2]), ids([3])])
    expect(sets.map((set) => set.changes)).toEqual([
      { caption: { ...caption, place: 'Temerloh' }, tags: ['a', 'b'] },
      { caption: { ...emptyMany().caption, place: 'Temerloh' }, tags: ['b'] },
    ])
  })

  it('takes a tag from those that carry it', () => {
    expect(withoutTags(images, 'a').map((set) => set.images.length)).toEqual([2])
  })
})

it('counts kinds, and tells a narrowed library from the whole', () => {
  const whole = {
    ...{ text: ' ', kind: null, tag: null, addedFrom: null, addedTo: null, trashed: true },
  }
  const images = [
    anImage(1),
    anImage(2, { kind: 'photo' }),
    anImage(3, { kind: 'photo', medium: 'video' }),
    anImage(4, { medium: 'document' }),
  ]
  expect(countKinds(images)).toEqual({
    ...{ all: 4, poster: 1, photo: 1, avatar: 0, header: 0, video: 1, document: 1 },
  })
  for (const kind of ['photo', 'video', 'document'] as const) {
    expect(ofKind(images, kind)).toHaveLength(1)
  }
  expect(askedBy('video')).toEqual({ kind: null, medium: 'video' })
  expect(askedBy('photo')).toEqual({ kind: 'photo' })
  expect(askedBy('all')).toEqual({ kind: null })
  expect(isNarrowed(whole)).toBe(false)
  expect(isNarrowed({ ...whole, tag: 'jalan' })).toBe(true)
})

describe('selecting rows', () => {
  const order = ['a', 'b', 'c', 'd']
  const none = new Set<string>()

  it.each([
    ['puts one in', none, 'b', false, null, ['b']],
    ['takes it out again', new Set(['b']), 'b', false, 'b', []],
    ['extends downwards', new Set(['b']), 'd', true, 'b', ['b', 'c', 'd']],
    ['extends upwards', new Set(['d']), 'b', true, 'd', ['b', 'c', 'd']],
    ['begins anew when the first is out of sight', none, 'c', true, 'gone', ['c']],
  ] as const)('%s', (_, chosen, key, extend, anchor, result) => {
    expect([...select(chosen, order, key, { extend, anchor })].sort()).toEqual(result)
  })

  it('lets go of what a filter hides', () => {
    expect([...stillInSight(new Set(['a', 'x', 'd']), order)]).toEqual(['a', 'd'])
  })

  it.each([
    [[], 'none'],
    [['a'], 'some'],
    [['a', 'b', 'c', 'd'], 'all'],
  ] as const)('with %j the box above says %s', (chosen, says) => {
    expect(allChosen(new Set(chosen), order)).toBe(says)
  })
})
