import { afterEach, describe, expect, it } from 'vitest'
import type { ComplaintId } from '#contract/complaintFields'
import { Instant } from '#contract/values'
import { contact, meetChecks, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const friday = Instant.parse('2026-11-20T02:30:00.000Z')
const later = Instant.parse('2026-11-20T08:00:00.000Z')

describe.each(databases)('closing on %s', (database) => {
  it('is refused until everything is there, of one and of many alike', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(later)
    const { complaints } = test.workspace
    const named = { kind: 'new', contact: contact('Rosli bin Hamid') } as const
    const { id, number } = await register(test, {}, named)
    const { id: free } = await register(test, { kind: 'policy' })
    await complaints.setStatus({ ids: [id, free], to: 'resolved', reason: 'Ditampal' })
    const missing = async () => {
      const { checks } = await complaints.closing({ id })
      return checks.filter(({ met }) => !met).map(({ key }) => key)
    }
    expect(await missing()).toEqual(['answered', 'state', 'place', 'after-photo', 'verified'])
    await complaints.confirmCheck({ id: free, key: 'verified', met: true })
    // One that may be closed does not take the other along.
    await expect(
      complaints.setStatus({ ids: [free, id], to: 'closed', reason: '' }),
    ).rejects.toMatchObject({ reason: 'complaints.closing-open', details: { number, open: 5 } })
    expect((await complaints.get({ id: free })).status).toBe('resolved')
    await meetChecks(test, id)
    expect(await missing()).toEqual(['answered'])
    // A first response before it was settled does not tell how it ended.
    await complaints.meetClock({ id, clock: 'respond', at: friday, how: 'Telefon' })
    expect(await missing()).toEqual(['answered'])
    await complaints.meetClock({ id, clock: 'progress', at: later, how: 'Telefon' })
    const { ready, checks } = await complaints.closing({ id })
    expect(ready).toBe(true)
    const { checks: nobody } = await complaints.closing({ id: free })
    expect(nobody.find(({ key }) => key === 'answered')).toMatchObject({ met: true, exempt: true })
    expect(checks.find(({ key }) => key === 'answered')).toMatchObject({ exempt: false })
    expect(checks.at(-1)).toMatchObject({ key: 'verified', met: true, at: later })
    await complaints.confirmCheck({ id, key: 'verified', met: false })
    expect(await missing()).toEqual(['verified'])
    await expect(complaints.confirmCheck({ id, key: 'state', met: true })).rejects.toMatchObject({
      reason: 'complaints.unknown-check',
    })
    await complaints.confirmCheck({ id, key: 'verified', met: true })
    await complaints.setStatus({ ids: [free, id], to: 'closed', reason: '' })
    expect((await complaints.get({ id })).status).toBe('closed')
  })

  it('counts no complaint as answered because it was settled, and asks for the answer', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const named = { kind: 'new', contact: contact('Rosli bin Hamid') } as const
    const [done, other] = [await register(test, {}, named), await register(test, {}, named)]
    const nobody = await register(test)
    const answer = async (id: ComplaintId, kind: string | null, way = 'phone') => {
      const begun = await complaints.beginAnswer({ id, kind, language: 'ms' })
      const written = { id: begun.id, base: begun.version, text: 'Tuan, aduan {nombor}.' }
      const { version: base } = await complaints.writeAnswer(written)
      const at = test.clock.now()
      return complaints.sendAnswer({ id: begun.id, base, at, way, url: '' })
    }
    const isTold = async (id: ComplaintId) =>
      (await complaints.closing({ id })).checks.find(({ key }) => key === 'answered')?.met
    await complaints.setStatus({ ids: [other.id], to: 'in-progress', reason: '' })
    await answer(other.id, 'registered')
    test.clock.set(later)
    const ids = [done.id, other.id, nobody.id]
    await complaints.setStatus({ ids, to: 'resolved', reason: 'Ditampal' })
    expect([await isTold(done.id), await isTold(other.id)]).toEqual([false, false])
    const question = { from: '2026-11-01', to: '2026-11-30', states: [], kinds: [] } as never
    const respond = async () => {
      const { total } = await complaints.charterReport(question)
      const { met, missed, running } = present(total.find(({ clock }) => clock === 'respond'))
      return [met, missed, running]
    }
    // One was answered, one still can be in time; to whom nobody can be told nothing was promised.
    expect(await respond()).toEqual([1, 0, 1])
    test.clock.set(Instant.parse('2026-11-22T08:00:00.000Z'))
    expect(await respond()).toEqual([1, 1, 0])
    const { clocks } = await complaints.clocks({ id: nobody.id })
    expect(clocks.map(({ standing }) => standing).slice(0, 2)).toEqual(['unmeasured', 'unmeasured'])
    const sent = await answer(done.id, null)
    expect(sent.met).toEqual(['acknowledge', 'respond'])
    expect(await isTold(done.id)).toBe(true)
    await complaints.unsendAnswer({ id: sent.id })
    expect(await isTold(done.id)).toBe(false)
    // What was settled before this was asked for goes on counting as it did.
    await test.rows(
      `update complaint set answered_by_settling = settled_at where id = '${done.id}'`,
    )
    expect(await respond()).toEqual([2, 0, 0])
  })

  it('asks how content the complainant is; what is not solved is taken up again', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const { id, number } = await register(test)
    const say = (score: number, unsolved: boolean, note = '') =>
      complaints.recordSatisfaction({ id, score, unsolved, way: 'phone', note })
    await expect(say(4, false)).rejects.toMatchObject({
      ...{ reason: 'complaints.not-settled', details: { number } },
    })
    await complaints.setStatus({ ids: [id], to: 'resolved', reason: 'Ditampal' })
    expect((await say(4, false)).reopened).toBe(false)
    await expect(say(1, true)).rejects.toMatchObject({ reason: 'complaints.reason-missing' })
    test.clock.set(later)
    const { satisfaction, reopened } = await say(1, true, 'Lubang masih ada')
    expect([reopened, satisfaction.unsolved]).toEqual([true, true])
    expect(await complaints.get({ id })).toMatchObject({
      ...{ status: 'in-progress', reopened: 1, statusReason: 'Lubang masih ada' },
    })
    // The clock to close it begins anew; how often is counted apart.
    const { clocks } = await complaints.clocks({ id })
    expect(clocks.find(({ name }) => name === 'close')).toMatchObject({ startedAt: later })
    expect((await complaints.satisfaction({ id })).map(({ score }) => score)).toEqual([1, 4])
    await complaints.removeSatisfaction({ id: satisfaction.id })
    expect(await complaints.get({ id })).toMatchObject({ status: 'resolved', reopened: 0 })
    expect(await complaints.satisfaction({ id })).toHaveLength(1)
    await expect(complaints.removeSatisfaction({ id: satisfaction.id })).rejects.toMatchObject({
      reason: 'complaints.unknown-satisfaction',
    })
  })

  it('knows which photo shows the place before, and which after', async () => {
    test = await startTestWorkspace(database)
    const { complaints, attachments } = test.workspace
    const { id } = await register(test)
    await meetChecks(test, id)
    const [photo] = await complaints.photos({ id })
    const { attachmentId, role } = present(photo)
    expect(role).toBe('after')
    const set = { id, attachmentId }
    expect(await complaints.setPhotoRole({ ...set, role: 'before' })).toEqual({ before: 'after' })
    await complaints.setPhotoRole({ ...set, role: null })
    expect(await complaints.photos({ id })).toEqual([])
    await complaints.setPhotoRole({ ...set, role: 'after' })
    // One that was taken off shows nothing, and cannot be marked.
    await attachments.remove({ id: attachmentId })
    expect(await complaints.photos({ id })).toEqual([])
    await expect(complaints.setPhotoRole({ ...set, role: 'before' })).rejects.toMatchObject({
      reason: 'complaints.unknown-photo',
    })
  })

  it('takes a step back, with its clocks, and leaves a trace of it', async () => {
    test = await startTestWorkspace(database)
    test.clock.set(friday)
    const { complaints } = test.workspace
    const { id, number } = await register(test)
    const before = await complaints.clocks({ id })
    await expect(complaints.undoStep({ ids: [id], to: 'new' })).rejects.toMatchObject({
      ...{ reason: 'complaints.no-step-back', details: { number } },
    })
    await complaints.setStatus({ ids: [id], to: 'needs-information', reason: 'Di mana?' })
    await expect(complaints.undoStep({ ids: [id], to: 'forwarded' })).rejects.toMatchObject({
      reason: 'complaints.no-step-back',
    })
    await complaints.undoStep({ ids: [id], to: 'needs-information' })
    expect(await complaints.get({ id })).toMatchObject({ status: 'new', statusReason: '' })
    const after = await complaints.clocks({ id })
    expect(after.clocks.map(({ dueAt }) => dueAt)).toEqual(before.clocks.map(({ dueAt }) => dueAt))
    await complaints.setStatus({ ids: [id], to: 'resolved', reason: 'Siap' })
    await complaints.undoStep({ ids: [id], to: 'resolved' })
    expect((await complaints.clocks({ id })).clocks.at(-1)?.metAt).toBeNull()
    expect((await complaints.timeline({ id })).map(({ kind }) => kind)).toEqual([
      ...['registered', 'status', 'paused', 'step-undone', 'resumed', 'status', 'step-undone'],
    ])
  })
})
