import { afterEach, describe, expect, it } from 'vitest'
import type { AssessmentSubject } from '#contract/assessmentSubjects'
import {
  addAccount,
  bureau,
  itemsBehind,
  measure,
  october,
  publish,
  receive,
  versionOf,
} from '../../../support/measured.ts'
import { present } from '../../../support/present.ts'
import { seatTwo } from '../../../support/seats.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

describe.each(databases)('answers on %s', (database) => {
  it('of all controls and several subjects at once are those of each by itself', async () => {
    test = await startTestWorkspace(database)
    const [one, two] = [await addAccount(test, 'jkr'), await addAccount(test, 'jkrperak')]
    await publish(test, 'Satu', one, '2026-10-05', { kind: 'photo-album', text: 'Foto #jkr.' })
    await publish(test, 'Dua', two, '2026-10-05')
    await receive(test, '2026-10-08T02:00:00.000Z', { accountId: one })
    const versionId = await versionOf(test, 'jkr')
    const person = present((await test.workspace.people.list({}))[0]).id
    const subjects: AssessmentSubject[] = [
      { kind: 'account', accountId: one },
      { kind: 'account', accountId: two },
      { kind: 'unit', unit: 'JKR Ibu Pejabat' },
      { kind: 'operator', personId: person },
      bureau,
    ]
    const { compliance } = test.workspace
    const all = await compliance.measureAll({ versionId, subjects, period: october })
    expect(all.map(({ subject }) => subject)).toEqual(subjects)
    const { controls } = await compliance.version({ id: versionId })
    const wanted = controls.filter(({ measurement }) => measurement !== null)
    for (const { controls: answers } of all) {
      expect(answers.map(({ key }) => key)).toEqual(wanted.map(({ key }) => key))
    }
    // Each control by itself for one of the subjects.
    for (const [at, { key }] of wanted.entries()) {
      const { subject, controls: answers } = present(all[at % all.length])
      const single = await compliance.measure({ versionId, key, subject, period: october })
      expect(single).toEqual(answers[at])
    }
    const ofOne = present(all[0]).controls.filter(({ counted }) => counted > 0)
    expect(ofOne.map(({ measurement }) => measurement)).toContain('first-response')
  })

  it('follow the thresholds of the office', async () => {
    test = await startTestWorkspace(database)
    const account = await addAccount(test, 'jkr')
    for (const [at, day] of ['05', '05', '06', '06', '07'].entries()) {
      await publish(test, `Hantaran ${at}`, account, `2026-10-${day}`)
    }
    const verdict = async () => (await measure(test, 'jkr-rhythm-facebook')).verdict
    expect(await verdict()).toBe('not-met')
    const { compliance } = test.workspace
    expect(await compliance.measureSettings({})).toEqual({ metAt: 95, partlyAt: 75 })
    await compliance.changeMeasureSettings({ metAt: 70, partlyAt: 60 })
    expect(await verdict()).toBe('partly')
    await compliance.changeMeasureSettings({ metAt: 66, partlyAt: 60 })
    expect(await verdict()).toBe('met')
    await expect(compliance.changeMeasureSettings({ metAt: 50, partlyAt: 60 })).rejects.toThrow()
  })

  it('list items by pages, and those of complaints to readers of the register alone', async () => {
    const { test: seated } = await seatTwo(database)
    test = seated
    // Lim is a designer.
    const versionId = await versionOf(test, 'jkr')
    const asked = { versionId, subject: bureau, period: october, code: null, offset: 0, limit: 1 }
    const { compliance } = test.workspace
    const key = 'jkr-first-response'
    expect(await measure(test, key)).toMatchObject({ verdict: 'not-measured' })
    await expect(compliance.measuredItems({ ...asked, key })).rejects.toMatchObject({
      reason: 'people.not-allowed',
    })
    const profile = 'jkr-website'
    const first = await compliance.measuredItems({ ...asked, key: profile })
    expect(first.total).toBeGreaterThan(1)
    const next = await compliance.measuredItems({ ...asked, key: profile, offset: 1 })
    expect([...first.items, ...next.items]).toEqual((await itemsBehind(test, profile)).slice(0, 2))
    const none = await compliance.measuredItems({ ...asked, key: profile, code: 'profile-whole' })
    expect(none).toEqual({ total: 0, items: [] })
  })

  it('refuse what is not there', async () => {
    test = await startTestWorkspace(database)
    const versionId = await versionOf(test, 'jkr')
    const nobody = 'f0000000-0000-4000-8000-000000000000' as never
    const { compliance } = test.workspace
    const asked = { versionId, subject: bureau, period: october, key: 'jkr-website' }
    await expect(compliance.measure({ ...asked, versionId: nobody })).rejects.toMatchObject({
      reason: 'compliance.unknown-version',
    })
    await expect(compliance.measure({ ...asked, key: 'tiada' })).rejects.toMatchObject({
      reason: 'compliance.unknown-control',
    })
    const subject = { kind: 'account', accountId: nobody } as const
    await expect(compliance.measure({ ...asked, subject })).rejects.toMatchObject({
      reason: 'accounts.unknown',
    })
    const backwards = { from: '2026-10-31', to: '2026-10-01' } as never
    await expect(compliance.measure({ ...asked, period: backwards })).rejects.toThrow()
  })
})
