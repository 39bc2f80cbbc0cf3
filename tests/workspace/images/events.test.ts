import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import type { BatchId } from '#contract/values'
import { encodeScene } from '../../support/encodedPictures.ts'
import { present } from '../../support/present.ts'
import {
  databases,
  startTestWorkspace,
  testPassphrase,
  type TestWorkspace,
} from '../../support/workspace.ts'
import { onlyKept, openDrop, type Drop } from './dropping.ts'

let test: TestWorkspace
let drop: Drop
beforeEach(async () => {
  drop = await openDrop()
})
afterEach(async () => {
  await test.stop()
  await drop.remove()
})

/** A photo as a phone writes it. */
async function photo(seed: number, takenAt: string): Promise<Buffer> {
  return sharp(await encodeScene(seed, { width: 1600, height: 1200 }))
    .jpeg({ quality: 88 })
    .withExif({
      IFD0: { Make: 'Contoh', Model: 'Telefon 1' },
      IFD2: { DateTimeOriginal: takenAt, ExposureTime: '1/60' },
      IFD3: {
        GPSLatitude: '3/1 9/1 12/1',
        GPSLatitudeRef: 'N',
        GPSLongitude: '101/1 41/1 43/1',
        GPSLongitudeRef: 'E',
      },
    })
    .toBuffer()
}

/** A hall with guests, of which one has moved on; `by` in pixels. */
async function fromMessenger(by: number): Promise<Buffer> {
  const guests = Array.from(
    { length: 9 },
    (_, at) =>
      `<ellipse cx="${150 + at * 160 + (at % 2) * by}" cy="${800 - by}" rx="60" ry="140" fill="hsl(${at * 40} 40% 45%)"/>`,
  )
  const hall = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="600" fill="#cbb"/><rect y="600" width="1600" height="600" fill="#754"/>${guests.join('')}</svg>`
  return sharp(Buffer.from(hall)).jpeg({ quality: 70 }).toBuffer()
}

async function threeOfOneEvent(): Promise<BatchId> {
  await drop.put('a.jpg', await photo(1, '2026:11:21 09:30:00'))
  await drop.put('b.jpg', await photo(2, '2026:11:21 09:10:00'))
  await drop.put('c.jpg', await photo(3, '2026:11:21 10:15:00'))
  await drop.put('lain.jpg', await photo(4, '2026:11:21 15:00:00'))
  return present((await drop.check(test, '', null))[0]).batchId
}

describe.each(databases)('photos of one event on %s', (database) => {
  it('stand together by time, and a lone one by itself', async () => {
    test = await startTestWorkspace(database)
    const batchId = await threeOfOneEvent()
    const checks = await test.workspace.images.checks({ batchId })
    const nameOf = (id: string) => checks.find((check) => check.id === id)?.name
    const events = await test.workspace.images.events({ batchId })
    expect(events.map(({ checkIds }) => checkIds.map(nameOf))).toEqual([
      ['b.jpg', 'a.jpg', 'c.jpg'],
    ])
    expect(events[0]).toMatchObject({
      from: '2026-11-21T09:10:00',
      to: '2026-11-21T10:15:00',
      placeKnown: true,
    })
  })

  it('are noted as picked or not, which can be taken back and goes along into the library', async () => {
    test = await startTestWorkspace(database)
    const batchId = await threeOfOneEvent()
    const [event] = await test.workspace.images.events({ batchId })
    const [best, second, third] = present(event).checkIds
    const answers = {
      ...{ offTopic: false, hurtsImage: false, badAngle: true },
      ...{ emptyVenue: false, repeatedScene: false },
    }
    await test.workspace.images.reviewPhoto({ id: present(third), answers })
    const kept = await onlyKept(test, await test.workspace.images.check({ id: present(second) }))

    const others = [present(second), present(third)]
    const picked = await test.workspace.images.pickBest({ best: [present(best)], others })
    const reviews = new Map(picked.map(({ id, review }) => [id, review?.answers ?? null]))
    expect(reviews.get(present(best))).toBeNull()
    expect(reviews.get(present(second))).toMatchObject({ badAngle: false, repeatedScene: true })
    expect(reviews.get(present(third))).toEqual({ ...answers, repeatedScene: true })
    expect(await test.workspace.images.libraryImage({ id: kept })).toMatchObject({
      review: { answers: { repeatedScene: true }, byName: 'Siti Aminah binti Abdullah' },
    })

    // The other way round: what was set aside is the best after all.
    const [again] = await test.workspace.images.pickBest({ best: [present(third)], others: [] })
    expect(again?.review?.answers).toEqual(answers)

    const back = await test.workspace.images.reviewPhoto({ id: present(second), answers: null })
    expect(back.review).toBeNull()
    expect((await test.workspace.images.libraryImage({ id: kept })).review).toBeNull()
  })

  it('are put back as they were, with who had looked and when', async () => {
    test = await startTestWorkspace(database)
    const { images, people, gate } = test.workspace
    const batchId = await threeOfOneEvent()
    const [event] = await images.events({ batchId })
    const [best, second, third] = present(event).checkIds.map((id) => present(id))
    const ids = [present(best), present(second), present(third)]
    const none = { offTopic: false, hurtsImage: false, emptyVenue: false, repeatedScene: false }
    await images.reviewPhoto({ id: present(second), answers: { ...none, badAngle: true } })
    const kept = await onlyKept(test, await images.check({ id: present(second) }))
    const before = await images.checks({ batchId })
    const inLibrary = await images.libraryImage({ id: kept })
    expect(inLibrary.review).toMatchObject({ byName: 'Siti Aminah binti Abdullah' })

    // Somebody else picks an hour later, and takes it back.
    const other = await people.add({
      name: 'Nurul Izzah',
      post: 'Pereka',
      roles: ['designer'],
    })
    await gate.switchPerson({ id: other.id })
    test.clock.set('2026-11-23T02:00:00.000Z')
    const choice = { best: [present(best)], others: [present(second), present(third)] }
    await images.pickBest(choice)
    const noted = await images.check({ id: present(second) })
    expect(noted.review).toMatchObject({ byName: 'Nurul Izzah', at: '2026-11-23T02:00:00.000Z' })
    const restored = await images.unpick({ ids })
    expect(restored.map(({ id }) => id).toSorted()).toEqual([...choice.others].toSorted())
    expect(await images.checks({ batchId })).toEqual(before)
    expect(await images.libraryImage({ id: kept })).toEqual(inLibrary)

    // Once only; not when somebody has answered since, and then nothing of it; no other choice.
    expect(await images.events({ batchId })).toMatchObject([{ canUnpick: false }])
    const refused = { reason: 'images.not-undoable' }
    await expect(images.unpick({ ids })).rejects.toMatchObject(refused)
    await images.pickBest(choice)
    await expect(images.unpick({ ids: [present(second)] })).rejects.toMatchObject(refused)
    await images.reviewPhoto({ id: present(third), answers: { ...none, badAngle: true } })
    const answered = await images.checks({ batchId })
    await expect(images.unpick({ ids })).rejects.toMatchObject(refused)
    expect(await images.checks({ batchId })).toEqual(answered)
  })

  it('leave out what a person need not choose between', async () => {
    test = await startTestWorkspace(database)
    const bytes = await photo(1, '2026:11:21 09:30:00')
    await drop.put('a.jpg', bytes)
    await drop.put('salinan.jpg', bytes)
    await drop.put('c.jpg', await photo(2, '2026:11:21 09:31:00'))
    const { batchId } = present((await drop.check(test, '', null))[0])
    const checks = await test.workspace.images.checks({ batchId })
    const events = await test.workspace.images.events({ batchId })
    expect(events.flatMap(({ checkIds }) => checkIds)).toEqual(
      checks.filter(({ name }) => name !== 'salinan.jpg').map(({ id }) => id),
    )
    const unknown = crypto.randomUUID() as BatchId
    await expect(test.workspace.images.events({ batchId: unknown })).rejects.toMatchObject({
      reason: 'images.unknown-batch',
    })
  })

  it('are put back choice by choice, also after the workspace was closed', async () => {
    test = await startTestWorkspace(database)
    const batchId = await threeOfOneEvent()
    const [event] = await test.workspace.images.events({ batchId })
    const ids = [...present(event).checkIds]
    const [one, two, three] = ids.map((id) => present(id))
    const at = async () => test.workspace.images.checks({ batchId })
    const before = await at()
    await test.workspace.images.pickBest({
      best: [present(one)],
      others: [present(two), present(three)],
    })
    const first = await at()
    await test.workspace.images.pickBest({
      best: [present(two)],
      others: [present(one), present(three)],
    })
    await test.restart()
    await test.workspace.gate.unlock({
      secret: { kind: 'passphrase', passphrase: testPassphrase },
      remember: false,
    })
    expect(await test.workspace.images.events({ batchId })).toMatchObject([{ canUnpick: true }])
    await test.workspace.images.unpick({ ids })
    expect(await at()).toEqual(first)
    await test.workspace.images.unpick({ ids })
    expect(await at()).toEqual(before)
    expect(await test.rows('select id from image_choice')).toEqual([])
  })

  it('are found without what a messenger took away, beside what the library has of them', async () => {
    test = await startTestWorkspace(database)
    const { images } = test.workspace
    await drop.put('lama/kepala.jpg', await photo(9, '2026:11:21 09:00:00'))
    await drop.put('lama/lain.jpg', await photo(8, '2026:11:20 09:00:00'))
    const old = await drop.check(test, 'lama', null)
    for (const check of old) await onlyKept(test, check)
    // One scene from two places, as WhatsApp sends it: no camera, no time, no place.
    await drop.put('wa/IMG-WA0001.jpg', await fromMessenger(0))
    await drop.put('wa/IMG-WA0002.jpg', await fromMessenger(40))
    await drop.put('wa/poster.png', await encodeScene(77, { width: 1200, height: 630 }))
    await drop.put('wa/telefon.jpg', await photo(1, '2026:11:21 09:30:00'))
    const checks = await drop.check(test, 'wa', null)
    expect(checks.map(({ kind }) => kind)).toEqual(['poster', 'poster', 'poster', 'photo'])
    const { batchId } = present(checks[0])
    const nameOf = (id: string) => checks.find((check) => check.id === id)?.name
    const events = await images.events({ batchId })
    expect(
      events.map(({ checkIds, kept }) => [checkIds.map(nameOf), kept.map(({ name }) => name)]),
    ).toEqual([
      [['IMG-WA0001.jpg', 'IMG-WA0002.jpg'], []],
      [['telefon.jpg'], ['kepala.jpg']],
    ])
    // Of the second, none need be picked.
    const others = [...present(events[1]).checkIds]
    const [set] = await images.pickBest({ best: [], others })
    expect(set?.review?.answers.repeatedScene).toBe(true)

    // What a person said to be a poster is one.
    await images.setKind({ ids: checks.slice(0, 1).map(({ id }) => id), kind: 'poster' })
    expect(await images.events({ batchId })).toHaveLength(1)
  })
})
