import { describe, expect, it } from 'vitest'
import { referenceItems, ReferenceList, type ReferenceItem } from '#contract/reference'
import { StateCode } from '#contract/states'
import { shippedLists } from '../../../src/main/workspace/reference/shipped.ts'
import { editable } from '../../../src/main/workspace/reference/rules.ts'
import {
  draftOf,
  fieldsOf,
  movedIds,
  openList,
  problemsOf,
  sameDraft,
  type ItemDraft,
} from '../../../src/renderer/reference/referenceView'
import { stateWords } from '../../../src/renderer/words/states'

const lists = shippedLists()
const items = ReferenceList.options.flatMap((list) =>
  lists[list].items.map((item): [string, ReferenceList, ReferenceItem] => [item.key, list, item]),
)

it('the states are called the same in the lists and on every page', () => {
  const named = lists.states.items.map(({ key, ms, en }) => [key, ms, en])
  expect(named).toEqual(
    StateCode.options.map((key) => [key, stateWords.ms[key], stateWords.en[key]]),
  )
})

/** A limit of so many working days to settle, none for the other clocks. */
function limitsOf(amount: number): ItemDraft['limits'] {
  const close = { amount, unit: 'working-days' as const, pauses: true }
  return { acknowledge: null, respond: null, progress: null, close }
}

describe('the form of an item', () => {
  it.each(items.filter(([, list]) => list !== 'states'))(
    'of %s in %s saves what it shows, and only what the list lets be changed',
    (_, list, item) => {
      const fields = fieldsOf(list, draftOf(item))
      expect(
        Object.keys(fields).filter((field) => !editable[list].some((one) => one === field)),
      ).toEqual([])
      expect(referenceItems[list].parse({ ...item, ...fields })).toEqual(item)
      expect(problemsOf(list, draftOf(item))).toEqual({})
    },
  )

  it.each<[ReferenceList, Partial<ItemDraft>, object]>([
    ['phases', { ms: ' ' }, { ms: 'name' }],
    ['phases', { en: '' }, { en: 'name' }],
    ['stages', { pointsEn: 'x'.repeat(201) }, { points: 'long' }],
    ['stages', { pointsMs: Array(41).fill('x').join('\n') }, { points: 'long' }],
    ['stages', { pointsMs: 'satu\n\n  dua  ' }, {}],
    ['channels', { hasRhythm: true, least: 4, most: 3 }, { rhythm: 'rhythm' }],
    ['channels', { hasRhythm: true, least: Number.NaN, most: 3 }, { rhythm: 'rhythm' }],
    ['channels', { hasLimit: true, limit: 0 }, { limit: 'limit' }],
    ['channels', { hasLimit: false, limit: 0 }, {}],
    ['production-times', { workingDays: 61 }, { workingDays: 'days' }],
    ['production-times', { workingDays: 0 }, {}],
    ['clock-sets', { limits: limitsOf(-1) }, { limits: 'amount' }],
    ['clock-sets', { limits: limitsOf(1_001) }, { limits: 'amount' }],
    ['clock-sets', { limits: limitsOf(1.5) }, { limits: 'amount' }],
    ['clock-sets', { limits: limitsOf(1_000), setKinds: [] }, {}],
    ['urgent-kinds', { hours: 0 }, { hours: 'hours' }],
    ['urgent-kinds', { hours: 721 }, { hours: 'hours' }],
    ['urgent-kinds', { hours: 720 }, {}],
    [
      'complaint-kinds',
      { responders: Array(11).fill('JKR').join('\n') },
      { responders: 'responders' },
    ],
    ['complaint-kinds', { responders: '' }, {}],
    ['complaint-sub-kinds', { kinds: [] }, { kinds: 'kinds' }],
    [
      'complaint-sub-kinds',
      { questions: [{ key: 'a', ms: 'Bila?', en: ' ', answer: 'text', needed: false }] },
      { questions: 'question' },
    ],
    ['complaint-channels', { network: '', reference: 'none' }, {}],
  ])('of %s with %j has the problems %j', (list, part, problems) => {
    const [item] = lists[list].items
    expect(problemsOf(list, { ...draftOf(item ?? null), ...part })).toEqual(problems)
  })

  it('knows when nothing would change', () => {
    const draft = draftOf(lists.thrusts.items[0] ?? null)
    expect(sameDraft('thrusts', draft, { ...draft, pointsMs: `${draft.pointsMs}\n\n` })).toBe(true)
    // A thrust has no working days: they are no change of it.
    expect(sameDraft('thrusts', draft, { ...draft, workingDays: 9 })).toBe(true)
    expect(sameDraft('thrusts', draft, { ...draft, ms: 'Lain' })).toBe(false)
  })
})

describe('the order of a list', () => {
  it.each([
    ['b', -1, ['b', 'a', 'c']],
    ['b', 1, ['a', 'c', 'b']],
    ['a', -1, null],
    ['c', 1, null],
    ['z', 1, null],
  ] as const)('after %s goes %d', (id, by, order) => {
    expect(movedIds(['a', 'b', 'c'], id, by)).toEqual(order)
  })

  it('is the office’s where it may add', () => {
    expect(ReferenceList.options.filter((list) => openList(list) !== null)).toEqual([
      'wave-categories',
      'approaches',
      'thrusts',
      'segments',
      'channels',
      'complaint-channels',
      'complaint-sub-kinds',
      'clock-sets',
      'standard-answers',
      'agencies',
      'closing-checks',
    ])
  })
})
