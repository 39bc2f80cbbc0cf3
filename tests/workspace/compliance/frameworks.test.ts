import { afterEach, describe, expect, it } from 'vitest'
import type { ControlFields, Framework, FrameworkVersion } from '#contract/frameworks'
import { Instant } from '#contract/values'
import { loadFrameworks, shippedFrameworks } from '../../../src/main/workspace/compliance/load.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

const title = { ms: 'Semakan JKR Perak', en: 'Check of JKR Perak' }

async function framework(match: (each: Framework) => boolean): Promise<Framework> {
  return present((await test.workspace.compliance.frameworks({})).find(match))
}

const shipped = (key: string) => framework((each) => each.shipped === key)
const own = (id: string) => framework((each) => each.id === id)

async function newest({ versions }: Framework): Promise<FrameworkVersion> {
  return test.workspace.compliance.version({ id: present(versions[0]).id })
}

async function copyOf(key: string, name = title): Promise<Framework> {
  const { id } = present((await shipped(key)).versions[0])
  return test.workspace.compliance.copy({ id, title: name })
}

function fieldsOf(version: FrameworkVersion, at: number): ControlFields & { key: string } {
  return present(version.controls[at])
}

describe.each(databases)('checklists on %s', (database) => {
  it('are there from the first run, merged one first, with what they ask', async () => {
    test = await startTestWorkspace(database)
    const all = await test.workspace.compliance.frameworks({})
    const heads = all.map((each) => [each.shipped, each.versions.map(({ number }) => number)])
    expect(heads).toEqual([
      ['jkr', [1]],
      ['kks', [1]],
      ['melaka', [1]],
      ['japen', [1]],
    ])
    // 64 of Melaka are 62 questions and the headings 13.5 and 13.6.
    const counted = await test.rows<{ asked: number }>(
      `select count(*) as asked from framework_control where control_key like 'melaka-%'
         and control_key not in ('melaka-13-5', 'melaka-13-6')`,
    )
    expect(present((await shipped('melaka')).versions[0]).asked).toBe(Number(counted[0]?.asked))
    expect(Number(counted[0]?.asked)).toBe(62)
    const version = await newest(await shipped('japen'))
    expect(version).toMatchObject({ state: 'published', asked: 6, measured: 6, publishedBy: null })
    expect(version.controls).toEqual(
      present(shippedFrameworks().find(({ id }) => id === 'japen')).controls,
    )
  })

  it('take a newer edition as a further version and leave copies alone', async () => {
    test = await startTestWorkspace(database)
    const copy = await copyOf('japen')
    const before = await newest(copy)
    const parts = {
      newId: () => crypto.randomUUID(),
      at: Instant.parse('2026-11-24T01:00:00.000Z'),
    }
    const file = present(shippedFrameworks().find(({ id }) => id === 'japen'))
    const [first, ...rest] = file.controls
    const changed = { ...present(first), clause: 'JaPen, piagam 9' }
    const next = { ...file, version: 2, controls: [changed, ...rest] }
    let added: unknown[] = []
    await test.write(async (db) => {
      added = await loadFrameworks(db, parts, [next])
    })
    expect(added).toHaveLength(1)
    await test.write(async (db) => {
      expect(await loadFrameworks(db, parts, [next])).toEqual([])
      expect(await loadFrameworks(db, parts)).toEqual([])
    })
    const { versions } = await shipped('japen')
    expect(versions.map(({ number }) => number)).toEqual([2, 1])
    expect(new Set(versions.map(({ hash }) => hash)).size).toBe(2)
    expect(await newest(await own(copy.id))).toEqual(before)
    const found = await test.workspace.compliance.compare({
      ...{ before: before.id, after: present(versions[0]).id },
    })
    expect(found.map(({ change }) => change)).toEqual(['changed', ...rest.map(() => 'same')])
    expect(found[0]?.parts).toEqual(['clause'])
  })

  it('are copied, not changed: what came with the application stays as it came', async () => {
    test = await startTestWorkspace(database)
    const { compliance } = test.workspace
    const { id } = await shipped('kks')
    await expect(compliance.startDraft({ id })).rejects.toMatchObject({
      reason: 'compliance.shipped',
    })
    await expect(compliance.remove({ id })).rejects.toMatchObject({ reason: 'compliance.shipped' })
    const copy = await copyOf('kks')
    expect(copy).toMatchObject({ shipped: null, removed: false })
    expect(copy.copiedFrom).toBe(present((await shipped('kks')).versions[0]).id)
    expect((await newest(copy)).controls).toEqual((await newest(await shipped('kks'))).controls)
    await expect(copyOf('melaka')).rejects.toMatchObject({ reason: 'compliance.title-taken' })
  })

  it('are edited as a draft: add, change, retire, bring back, move', async () => {
    test = await startTestWorkspace(database)
    const { compliance } = test.workspace
    const { id: frameworkId } = await copyOf('melaka')
    const draft = () => own(frameworkId).then(newest)
    const fields = fieldsOf(await draft(), 0)
    const question = { ms: 'Adakah kod QR diuji?', en: 'Is the QR code tried?' }
    const added = await compliance.addControl({ frameworkId, fields: { ...fields, question } })
    // At the end of the section it was put in, not of the checklist.
    expect((await draft()).controls[5]).toEqual(added)
    await compliance.moveControl({ frameworkId, key: added.key, by: -1 })
    expect((await draft()).controls[4]).toEqual(added)
    await compliance.moveControl({ frameworkId, key: added.key, by: 1 })
    await expect(
      compliance.moveControl({ frameworkId, key: added.key, by: 1 }),
    ).rejects.toMatchObject({ reason: 'compliance.end-of-section' })

    await compliance.changeControl({
      frameworkId,
      key: fields.key,
      fields: { ...fields, weight: 3 },
    })
    expect(fieldsOf(await draft(), 0).weight).toBe(3)
    await expect(
      compliance.changeControl({ frameworkId, key: fields.key, fields: { ...fields, weight: 0 } }),
    ).rejects.toMatchObject({ reason: 'compliance.heading-weight' })

    // A heading goes and comes back with what stands below it.
    const asked = present((await own(frameworkId)).versions[0]).asked
    const heading = { frameworkId, key: 'melaka-13-5' }
    await compliance.retireControl({ ...heading, reason: 'Dinilai berasingan' })
    expect(present((await own(frameworkId)).versions[0]).asked).toBe(asked - 6)
    await expect(compliance.retireControl({ ...heading, reason: 'Lagi' })).rejects.toMatchObject({
      reason: 'compliance.already-retired',
    })
    await compliance.bringBackControl(heading)
    expect(present((await own(frameworkId)).versions[0]).asked).toBe(asked)
    const section = { ms: 'Media', en: 'Media items' }
    const was = present((await draft()).controls.find(({ key }) => key === heading.key))
    await compliance.changeControl({ ...heading, fields: { ...was, section } })
    const moved = (await draft()).controls.filter((each) => each.section.ms === 'Media')
    expect(moved).toHaveLength(7)
  })

  it('are published with a number and a hash, and never change again', async () => {
    test = await startTestWorkspace(database)
    const { compliance } = test.workspace
    const { id } = await copyOf('japen')
    const first = await compliance.publish({ id })
    expect(first).toMatchObject({ state: 'published', number: 1 })
    const key = fieldsOf(first, 0).key
    await expect(
      compliance.retireControl({ frameworkId: id, key, reason: 'Lapuk' }),
    ).rejects.toMatchObject({ reason: 'compliance.no-draft' })
    await compliance.startDraft({ id })
    await expect(compliance.startDraft({ id })).rejects.toMatchObject({
      reason: 'compliance.draft-there',
    })
    await expect(compliance.publish({ id })).rejects.toMatchObject({
      reason: 'compliance.nothing-changed',
    })
    await compliance.retireControl({ frameworkId: id, key, reason: 'Lapuk' })
    const second = await compliance.publish({ id })
    expect(second).toMatchObject({ number: 2, asked: 5 })
    expect(second.hash).not.toBe(first.hash)
    expect(await compliance.version({ id: first.id })).toEqual(first)
    const found = await compliance.compare({ before: first.id, after: second.id })
    expect(found.map(({ change }) => change)).toEqual(['retired', ...Array<string>(5).fill('same')])
  })

  it('lose a draft, or the whole copy, only until it is brought back', async () => {
    test = await startTestWorkspace(database)
    const { compliance } = test.workspace
    const { id } = await copyOf('japen')
    await expect(compliance.discardDraft({ id })).rejects.toMatchObject({
      reason: 'compliance.only-draft',
    })
    await compliance.publish({ id })
    await compliance.startDraft({ id })
    const renamed = await compliance.changeTitle({ id, title: { ms: 'Lain', en: 'Other' } })
    await compliance.discardDraft({ id })
    expect((await own(id)).versions.map(({ state }) => state)).toEqual(['published'])
    expect(await compliance.bringBackDraft({ id: renamed.id })).toEqual(renamed)
    await compliance.remove({ id })
    expect((await own(id)).removed).toBe(true)
    await expect(compliance.publish({ id })).rejects.toMatchObject({ reason: 'compliance.removed' })
    await copyOf('kks', renamed.title)
    await expect(compliance.bringBack({ id })).rejects.toMatchObject({
      reason: 'compliance.title-taken',
    })
    expect((await own(id)).removed).toBe(true)
  })
})
