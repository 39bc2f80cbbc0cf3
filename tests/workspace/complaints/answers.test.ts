import { afterEach, describe, expect, it } from 'vitest'
import type { ComplaintId } from '#contract/complaintFields'
import { Instant } from '#contract/values'
import { contact, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const friday = Instant.parse('2026-11-20T02:30:00.000Z')
const later = Instant.parse('2026-11-20T04:00:00.000Z')

async function sitDownAnother(): Promise<void> {
  const { id } = await test.workspace.people.add({
    ...{ name: 'Hafiz', post: 'Pegawai', roles: ['complaints-officer'] },
  })
  await test.workspace.gate.switchPerson({ id })
}

const kinds = async (id: ComplaintId) =>
  (await test.workspace.complaints.timeline({ id })).map(({ kind }) => kind)

describe.each(databases)('answers on %s', (database) => {
  it('begin with standard words, are previewed with the case, and refuse open places', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(later)
    const { complaints } = test.workspace
    const { id, number } = await register(
      test,
      { kind: 'tolled-highway' },
      { kind: 'new', contact: contact('Rosli bin Hamid') },
    )
    const answer = await complaints.beginAnswer({ id, kind: 'outside', language: 'ms' })
    expect([answer.status, answer.needsReview, answer.writers.length]).toEqual(['draft', true, 1])
    const check = await complaints.checkAnswer({ id, text: answer.text, language: 'ms' })
    expect(check.problems).toEqual([])
    expect(check.preview).toContain(number)
    expect(check.preview).toContain('Lembaga Lebuhraya Malaysia')
    expect(check.address).toBe('missing')
    const named = await complaints.checkAnswer({ id, text: '{nama} {tarikh}', language: 'en' })
    expect(named.preview).toBe('R••• bin H••• 20 November 2026')
    const odd = await complaints.writeAnswer({
      ...{ id: answer.id, base: 1, text: `${answer.text} {tempat} {hari}` },
    })
    expect(odd.version).toBe(2)
    await sitDownAnother()
    await expect(complaints.reviewAnswer({ id: answer.id, base: 2 })).rejects.toMatchObject({
      ...{ reason: 'complaints.answer-open', details: { places: '{tempat}, {hari}' } },
    })
  })

  it('are reviewed by another person, and an edit voids the review for all to see', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(later)
    const { complaints } = test.workspace
    const { id } = await register(test)
    const { id: answer } = await complaints.beginAnswer({ id, kind: 'important', language: 'ms' })
    const send = (base: number) =>
      complaints.sendAnswer({ id: answer, base, at: later, way: 'phone', url: '' })
    await expect(complaints.reviewAnswer({ id: answer, base: 1 })).rejects.toMatchObject({
      reason: 'complaints.own-answer',
    })
    await expect(send(1)).rejects.toMatchObject({ reason: 'complaints.answer-unreviewed' })
    await expect(complaints.takeAnswer({ id: answer })).rejects.toMatchObject({
      reason: 'complaints.answer-unreviewed',
    })
    const { text } = await complaints.answerText({ id: answer })
    await sitDownAnother()
    const reviewed = await complaints.reviewAnswer({ id: answer, base: 1 })
    expect([reviewed.status, reviewed.reviewedByName]).toEqual(['reviewed', 'Hafiz'])
    const voided = await complaints.writeAnswer({ id: answer, base: 1, text: `${text} Salam.` })
    expect([voided.status, voided.reviewVoided, voided.reviewedByName]).toEqual([
      ...['draft', true, null],
    ])
    // Whoever wrote of it is no other person any more.
    await expect(complaints.reviewAnswer({ id: answer, base: 2 })).rejects.toMatchObject({
      reason: 'complaints.own-answer',
    })
    await expect(
      complaints.writeAnswer({ id: answer, base: 1, text: 'Lama' }),
    ).rejects.toMatchObject({ reason: 'complaints.changed-meanwhile' })
    expect(await kinds(id)).toEqual(['registered', 'answer-reviewed', 'answer-voided'])
  })

  it('meet the clocks when they are marked as sent, and give them back', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(later)
    const { complaints } = test.workspace
    const { id, number } = await register(test)
    const begin = () => complaints.beginAnswer({ id, kind: 'registered', language: 'ms' })
    const first = await begin()
    const sent = await complaints.sendAnswer({
      ...{ id: first.id, base: 1, at: friday, way: 'facebook' },
      url: 'https://www.facebook.com/jkr/posts/1',
    })
    expect([sent.status, sent.met]).toEqual(['sent', ['acknowledge', 'respond']])
    expect(sent.text).toContain(number)
    const clocks = await complaints.clocks({ id })
    expect(clocks.clocks.slice(0, 2).map(({ metAt }) => metAt)).toEqual([friday, friday])
    await expect(
      complaints.writeAnswer({ id: first.id, base: sent.version, text: 'Lain' }),
    ).rejects.toMatchObject({ reason: 'complaints.answer-sent' })
    // The second one finds both met: in free words it tells how things are.
    const free = await complaints.beginAnswer({ id, kind: null, language: 'ms' })
    const put = { id: free.id, base: 1, text: 'Tuan, terima kasih. {nombor}' }
    const written = await complaints.writeAnswer(put)
    const told = await complaints.sendAnswer({
      ...{ id: free.id, base: written.version, at: later, way: 'phone', url: '' },
    })
    expect(told.met).toEqual(['progress'])
    await complaints.unsendAnswer({ id: free.id })
    const back = await complaints.unsendAnswer({ id: first.id })
    expect([back.status, back.sent]).toEqual(['draft', null])
    const after = await complaints.clocks({ id })
    expect(after.clocks.map(({ metAt }) => metAt)).toEqual([null, null, null, null])
    await expect(complaints.unsendAnswer({ id: first.id })).rejects.toMatchObject({
      reason: 'complaints.answer-not-sent',
    })
  })

  it('are copied and printed with nothing covered, for the record and with a number', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(later)
    const { complaints } = test.workspace
    const address = '12 Jalan Damai\n27600 Raub'
    const { id, number } = await register(
      test,
      {},
      { kind: 'new', contact: contact('Rosli bin Hamid', { address }) },
    )
    const { id: answer } = await complaints.beginAnswer({ id, kind: null, language: 'ms' })
    await expect(complaints.takeAnswer({ id: answer })).rejects.toMatchObject({
      reason: 'complaints.answer-empty',
    })
    await complaints.writeAnswer({ id: answer, base: 1, text: 'Tuan {nama}, terima kasih.' })
    expect(await complaints.takeAnswer({ id: answer })).toEqual({
      text: 'Tuan Rosli bin Hamid, terima kasih.',
    })
    const first = await complaints.printAnswer({ id: answer })
    const second = await complaints.printAnswer({ id: answer })
    expect(await complaints.letter({ printId: first.printId })).toMatchObject({
      ...{ complaint: number, number: `${number}/1`, copy: 1 },
      ...{ to: ['Rosli bin Hamid', '12 Jalan Damai', '27600 Raub'] },
      text: 'Tuan Rosli bin Hamid, terima kasih.',
      // Whoever wrote it signs it, by hand.
      signer: { name: 'Siti Aminah binti Abdullah', post: 'Pereka' },
    })
    expect((await complaints.letter({ printId: second.printId })).copy).toBe(2)
    const [shown] = await complaints.answers({ id })
    expect(present(shown).letterNumber).toBe(`${number}/1`)
    expect(present(shown).prints.map(({ copy }) => copy)).toEqual([1, 2])
    // What left stays as it left; shown, the name is covered.
    await complaints.sendAnswer({ id: answer, base: 2, at: later, way: 'letter', url: '' })
    const [gone] = await complaints.answers({ id })
    expect(present(gone).text).toBe('Tuan R••• bin H•••, terima kasih.')
    await sitDownAnother()
    await expect(complaints.letter({ printId: first.printId })).rejects.toMatchObject({
      reason: 'complaints.unknown-letter',
    })
    expect(await kinds(id)).toEqual([
      ...['registered', 'answer-taken', 'letter-printed', 'letter-printed'],
      ...['clock-met', 'clock-met', 'answer-sent'],
    ])
  })

  it('are taken out and brought back', async () => {
    test = await startTestWorkspace(database)
    const { complaints } = test.workspace
    const { id } = await register(test)
    const { id: answer } = await complaints.beginAnswer({ id, kind: 'suggestion', language: 'en' })
    await complaints.removeAnswer({ id: answer })
    expect(await complaints.answers({ id })).toEqual([])
    await expect(complaints.removeAnswer({ id: answer })).rejects.toMatchObject({
      reason: 'complaints.unknown-answer',
    })
    await complaints.bringBackAnswer({ id: answer })
    await expect(complaints.bringBackAnswer({ id: answer })).rejects.toMatchObject({
      reason: 'complaints.answer-not-removed',
    })
    expect(await complaints.answers({ id })).toHaveLength(1)
    await expect(
      complaints.beginAnswer({ id, kind: 'unknown', language: 'ms' }),
    ).rejects.toMatchObject({ reason: 'complaints.unknown-standard-answer' })
  })
})
