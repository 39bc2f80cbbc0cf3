import { expect, it } from 'vitest'
import { bestAtEachPlace } from '../../../src/main/workspace/images/repeats/parts/bestAtPlace.ts'

/** A photo that takes these shares of a poster, with so many parts. */
function shown(id: string, votes: number, [x, y, width, height]: readonly number[]) {
  return {
    id,
    votes,
    placement: { scaleX: width ?? 0, scaleY: height ?? 0, shiftX: x ?? 0, shiftY: y ?? 0 },
  }
}

const all = [0, 0, 1, 1]
const left = [0, 0, 0.5, 1]
const right = [0.5, 0, 0.5, 1]

it.each([
  ['one photo', [shown('used', 6, all)], ['used']],
  [
    'another shot of the event, of which the background is there too',
    [shown('used', 40, all), shown('other', 12, [-0.1, 0.05, 1.1, 1.1])],
    ['used'],
  ],
  [
    'two shots that are as likely: a person looks at both',
    [shown('one', 40, all), shown('other', 25, all)],
    ['one', 'other'],
  ],
  [
    'a collage of two photos, one of them with few corners',
    [shown('one', 40, left), shown('other', 8, right)],
    ['one', 'other'],
  ],
  [
    'a small photo laid over a large one',
    [shown('large', 40, all), shown('small', 8, [0.6, 0.6, 0.3, 0.3])],
    ['large', 'small'],
  ],
])('within a poster: %s', (_, found, kept) => {
  expect(bestAtEachPlace(found).map(({ id }) => id)).toEqual(kept)
})
