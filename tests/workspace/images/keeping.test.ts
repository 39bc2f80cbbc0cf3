import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeScene } from '../../support/encodedPictures.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { onlyCheck, onlyKept, openDrop, savedAgain, type Drop } from './dropping.ts'

let test: TestWorkspace
let drop: Drop
beforeEach(async () => {
  drop = await openDrop()
})
afterEach(async () => {
  await test.stop()
  await drop.remove()
})

const everything = {
  text: '',
  kind: null,
  tag: null,
  addedFrom: null,
  addedTo: null,
  trashed: false,
} as const

const nothingWrong = {
  offTopic: false,
  hurtsImage: false,
  badAngle: false,
  emptyVenue: false,
  repeatedScene: false,
}

describe.each(databases)('keeping on %s', (database) => {
  it('takes a picture once, however often and from wherever it is asked for', async () => {
    test = await startTestWorkspace(database)
    const bytes = await encodeScene(3)
    await drop.put('satu/a.png', bytes)
    await drop.put('satu/lain.png', await encodeScene(5))
    await drop.put('dua/b.png', bytes)
    const [a, other] = await drop.check(test, 'satu')
    const [b] = await drop.check(test, 'dua')
    const ids = [present(a).id, present(other).id]
    const answers = await Promise.all([
      test.workspace.images.keep({ ids: [...ids, ...ids] }),
      test.workspace.images.keep({ ids }),
    ])
    const kept = answers.flatMap((answer) => answer.kept)
    const refused = answers.flatMap((answer) => answer.refused)
    expect(kept.map(({ checkId }) => checkId).toSorted()).toEqual(ids.toSorted())
    expect(refused.map(({ checkId }) => checkId).toSorted()).toEqual(ids.toSorted())
    expect(refused.map(({ reason }) => reason)).toEqual(ids.map(() => 'images.already-kept'))

    // The same bytes under another batch: refused, and from then on shown as what it is.
    expect(await test.workspace.images.keep({ ids: [present(b).id] })).toEqual({
      kept: [],
      refused: [{ checkId: present(b).id, reason: 'images.already-kept' }],
    })
    const image = present(kept.find(({ checkId }) => checkId === a?.id))
    expect((await onlyCheck(test, present(b).batchId)).keptAs).toBe(image.imageId)
    expect(await test.rows('select id from image')).toHaveLength(2)
  })

  it('compares with the library of the moment, and leaves it to a person', async () => {
    test = await startTestWorkspace(database)
    const bytes = await encodeScene(3)
    await drop.put('satu/a.png', bytes)
    await drop.put('dua/b.jpg', await savedAgain(bytes))
    await drop.put('tiga/c.jpg', await savedAgain(bytes, 70))
    const [[a], [b], [c]] = [
      await drop.check(test, 'satu'),
      await drop.check(test, 'dua'),
      await drop.check(test, 'tiga'),
    ]
    expect([a, b, c].map((check) => check?.verdict)).toEqual(['pass', 'pass', 'pass'])
    const imageId = await onlyKept(test, present(a))

    for (const check of [present(b), present(c)]) {
      expect(await test.workspace.images.keep({ ids: [check.id] })).toEqual({
        kept: [],
        refused: [{ checkId: check.id, reason: 'images.repeats-library' }],
      })
      expect(await onlyCheck(test, check.batchId)).toMatchObject({
        verdict: 'reject',
        keptAs: null,
        findings: [{ code: 'repeated-certain', of: 'a.png' }],
        repeats: [{ relation: 'certain', of: { where: 'library', imageId }, decision: null }],
      })
      // Asked again, nothing is found twice.
      expect((await test.workspace.images.keep({ ids: [check.id] })).refused).toEqual([
        { checkId: check.id, reason: 'images.not-keepable' },
      ])
    }
    await test.workspace.images.decideRepeat({
      pairs: [{ checkId: present(b).id, of: imageId }],
      outcome: 'different',
      reason: 'Edisi lain',
    })
    await onlyKept(test, present(b))
    await test.workspace.images.override({ id: present(c).id, reason: 'Diminta pengarah' })
    await onlyKept(test, present(c))
    expect(await test.workspace.images.library(everything)).toHaveLength(3)
  })

  it('lets one of two repeats in when both are kept at the same time', async () => {
    test = await startTestWorkspace(database)
    const bytes = await encodeScene(3)
    await drop.put('satu/a.png', bytes)
    await drop.put('dua/b.jpg', await savedAgain(bytes))
    const [a] = await drop.check(test, 'satu')
    const [b] = await drop.check(test, 'dua')
    const answers = await Promise.all(
      [present(a), present(b)].map(({ id }) => test.workspace.images.keep({ ids: [id] })),
    )
    expect(answers.flatMap(({ kept }) => kept)).toHaveLength(1)
    expect(answers.flatMap(({ refused }) => refused.map(({ reason }) => reason))).toEqual([
      'images.repeats-library',
    ])
  })

  it('keeps what persons said after the batch is gone', async () => {
    test = await startTestWorkspace(database)
    const bytes = await encodeScene(3)
    await drop.put('a.png', bytes)
    await drop.put('b.jpg', await savedAgain(bytes))
    const [a, b] = await drop.check(test)
    expect(b?.repeats).toMatchObject([{ relation: 'certain', of: { checkId: a?.id } }])
    const pair = { checkId: present(b).id, of: present(a).id }
    await test.workspace.images.decideRepeat({
      pairs: [pair],
      outcome: 'different',
      reason: 'Tarikh majlis berbeza',
    })
    await test.workspace.images.reviewPhoto({ id: present(b).id, answers: nothingWrong })
    const id = await onlyKept(test, present(b))
    const words = {
      review: {
        answers: nothingWrong,
        byName: 'Siti Aminah binti Abdullah',
        at: '2026-11-23T01:00:00.000Z',
      },
      decisions: [
        {
          name: 'a.png',
          outcome: 'different',
          reason: 'Tarikh majlis berbeza',
          byName: 'Siti Aminah binti Abdullah',
          at: '2026-11-23T01:00:00.000Z',
        },
      ],
    }
    expect(await test.workspace.images.libraryImage({ id })).toMatchObject(words)

    // Said again after it was kept, the last word counts, once.
    test.clock.set('2026-11-24T01:00:00.000Z')
    await test.workspace.images.decideRepeat({
      pairs: [pair],
      outcome: 'different',
      reason: 'Pentas berbeza',
    })
    const answers = { ...nothingWrong, badAngle: true }
    await test.workspace.images.reviewPhoto({ id: present(b).id, answers })
    await test.workspace.images.removeBatch({ batchId: present(b).batchId })
    expect(await test.rows('select id from image_repeat')).toEqual([])
    const at = '2026-11-24T01:00:00.000Z'
    expect(await test.workspace.images.library(everything)).toMatchObject([
      {
        id,
        review: { ...words.review, answers, at },
        decisions: [{ ...words.decisions[0], reason: 'Pentas berbeza', at }],
      },
    ])
  })
})
