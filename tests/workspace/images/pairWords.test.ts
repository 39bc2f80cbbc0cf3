import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeScene } from '../../support/encodedPictures.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { onlyKept, openDrop, savedAgain, type Drop } from './dropping.ts'

let test: TestWorkspace
let drop: Drop
beforeEach(async () => {
  drop = await openDrop()
})
afterEach(async () => {
  await test.stop()
  await drop.remove()
})

const decided = {
  outcome: 'different',
  reason: 'Edisi lain',
  byName: 'Siti Aminah binti Abdullah',
  at: '2026-11-23T01:00:00.000Z',
}

/** Two pictures in `satu`, of which the second repeats the first, and a person's word that it does not. */
async function decideOnce(): Promise<Buffer> {
  const bytes = await encodeScene(3)
  await drop.put('satu/a.png', bytes)
  await drop.put('satu/b.jpg', await savedAgain(bytes))
  const [a, b] = await drop.check(test, 'satu')
  expect(b).toMatchObject({ verdict: 'reject', repeats: [{ decision: null }] })
  await test.workspace.images.decideRepeat({
    pairs: [{ checkId: present(b).id, of: present(a).id }],
    outcome: 'different',
    reason: decided.reason,
  })
  test.clock.set('2026-12-01T01:00:00.000Z')
  return bytes
}

describe.each(databases)('a word on a pair on %s', (database) => {
  it('holds when the two meet again, with who said it, when and why', async () => {
    test = await startTestWorkspace(database)
    await decideOnce()
    const [, again] = await drop.check(test, 'satu')
    expect(again).toMatchObject({ verdict: 'pass', findings: [], repeats: [{ decision: decided }] })
    const [batch] = await test.workspace.images.batches({})
    expect(batch?.counts).toMatchObject({ pass: 2, reject: 0, undecided: 0 })
  })

  it('holds whichever of the two comes first, and after the first batch is gone', async () => {
    test = await startTestWorkspace(database)
    const bytes = await decideOnce()
    const [{ id: batchId } = { id: null }] = await test.workspace.images.batches({})
    await test.workspace.images.removeBatch({ batchId: present(batchId) })
    await drop.put('dua/1.jpg', await savedAgain(bytes))
    await drop.put('dua/2.png', bytes)
    const [, second] = await drop.check(test, 'dua')
    expect(second).toMatchObject({ name: '2.png', repeats: [{ decision: decided }] })
  })

  it('lets the second into the library beside the first without asking again', async () => {
    test = await startTestWorkspace(database)
    await decideOnce()
    const [a] = await drop.check(test, 'satu/a.png')
    const [b] = await drop.check(test, 'satu/b.jpg')
    await onlyKept(test, present(a))
    await onlyKept(test, present(b))
    const [later] = await drop.check(test, 'satu/b.jpg')
    expect(later?.repeats).toMatchObject([{ relation: 'same-bytes' }])
  })

  it('says nothing of any other pair', async () => {
    test = await startTestWorkspace(database)
    const bytes = await decideOnce()
    await drop.put('tiga/a.png', bytes)
    await drop.put('tiga/c.jpg', await savedAgain(bytes, 70))
    const [, c] = await drop.check(test, 'tiga')
    expect(c).toMatchObject({ verdict: 'reject', repeats: [{ decision: null }] })
  })

  it('can be taken back, and is then asked again', async () => {
    test = await startTestWorkspace(database)
    await decideOnce()
    const [a, b] = await drop.check(test, 'satu')
    const pair = { checkId: present(b).id, of: present(a).id }
    const [taken] = await test.workspace.images.undecideRepeat({ pairs: [pair] })
    expect(taken).toMatchObject({ verdict: 'reject', repeats: [{ decision: null }] })
    expect(await test.rows('select id from image_pair')).toEqual([])
    const [, third] = await drop.check(test, 'satu')
    expect(third).toMatchObject({ verdict: 'reject', repeats: [{ decision: null }] })
  })

  it('is the last one that was said', async () => {
    test = await startTestWorkspace(database)
    await decideOnce()
    const [a, b] = await drop.check(test, 'satu')
    await test.workspace.images.decideRepeat({
      pairs: [{ checkId: present(b).id, of: present(a).id }],
      outcome: 'repeat',
      reason: 'Rupa-rupanya sama',
    })
    const [, again] = await drop.check(test, 'satu')
    expect(again).toMatchObject({
      verdict: 'reject',
      repeats: [{ decision: { outcome: 'repeat', reason: 'Rupa-rupanya sama' } }],
    })
  })

  it('can be taken back in the library when its batch is gone, and said again as it was', async () => {
    test = await startTestWorkspace(database)
    await decideOnce()
    const { images } = test.workspace
    const [a, b] = await drop.check(test, 'satu')
    await onlyKept(test, present(a))
    const imageId = await onlyKept(test, present(b))
    for (const { id } of await images.batches({})) await images.removeBatch({ batchId: id })
    expect(await test.rows('select id from image_repeat')).toEqual([])
    const pairs = () =>
      test.rows('select outcome, reason, decided_by, decided_at from image_pair order by id')
    const before = await pairs()
    expect(before).toHaveLength(1)
    const [decision] = (await images.libraryImage({ id: imageId })).decisions
    const { id } = present(decision)
    expect(decision).toMatchObject({
      ...decided,
      name: 'a.png',
      canForget: true,
      forgottenAt: null,
    })

    const taken = await images.forgetDecision({ id })
    expect(taken.decisions).toMatchObject([{ id, forgottenAt: '2026-12-01T01:00:00.000Z' }])
    expect(await pairs()).toEqual([])
    await expect(images.forgetDecision({ id })).rejects.toMatchObject({
      reason: 'images.not-undoable',
    })

    const recalled = await images.recallDecision({ id })
    expect(recalled.decisions).toEqual([decision])
    expect(await pairs()).toEqual(before)
    await expect(images.recallDecision({ id })).rejects.toMatchObject({
      reason: 'images.not-undoable',
    })
  })
})
