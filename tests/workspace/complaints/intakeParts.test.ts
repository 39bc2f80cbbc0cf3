import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { complaintFields, complaintFilter, register } from '../../support/complaints.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(async () => {
  await test.stop()
})

describe.each(databases)('what stands beside a complaint on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
  })

  it('takes the files along that were attached while it was told', async () => {
    const { attachments, complaints } = test.workspace
    const [mine, others] = [randomUUID(), randomUUID()]
    const attach = (id: string, name: string) =>
      attachments.addPasted({
        owner: { kind: 'complaint-draft', id },
        ...{ name, bytes: new TextEncoder().encode(name) },
      })
    await attach(mine, 'surat.txt')
    const gone = await attach(mine, 'silap.txt')
    await attach(others, 'lain.txt')
    await attachments.remove({ id: present(gone.added[0]).id })
    const complaint = await complaints.add({
      ...{ fields: complaintFields(), complainant: { kind: 'anonymous' }, filesId: mine },
    })
    const owned = await attachments.list({ owner: { kind: 'complaint', id: complaint.id } })
    expect(owned.map(({ fileName }) => fileName)).toEqual(['surat.txt'])
    expect(await attachments.list({ owner: { kind: 'complaint-draft', id: mine } })).toEqual([])
    const left = await attachments.list({ owner: { kind: 'complaint-draft', id: others } })
    expect(left).toHaveLength(1)
  })

  it('has a severity and a difficulty that filter, count, and choose the limits', async () => {
    const { complaints } = test.workspace
    const plain = await register(test)
    const hard = await register(test, { severity: 'safety', difficulty: 'complex' })
    await register(test, { difficulty: 'ordinary' })
    const page = { order: 'number', descending: false, offset: 0, limit: 10 } as const
    const filter = complaintFilter({ difficulties: ['complex'], severities: ['safety'] })
    const { rows } = await complaints.list({ ...page, filter })
    expect(rows.map(({ id }) => id)).toEqual([hard.id])
    const counts = await complaints.counts({ filter: complaintFilter() })
    expect(counts).toMatchObject({
      ...{ severities: { safety: 1 }, difficulties: { complex: 1, ordinary: 1 } },
    })
    // Safety does not wait for what is difficult: the severity chooses first.
    expect(await complaints.clocks({ id: hard.id })).toMatchObject({
      ...{ set: 'safety', why: 'severity' },
    })
    const { version } = await complaints.get({ id: plain.id })
    const fields = complaintFields({ difficulty: 'complex' })
    await complaints.change({ id: plain.id, base: version, fields })
    expect(await complaints.clocks({ id: plain.id })).toMatchObject({
      ...{ set: 'bpa-complex', why: 'complex' },
    })
    const told = await complaints.timeline({ id: plain.id })
    expect(told.at(-2)?.changes).toEqual([{ field: 'difficulty', before: null, after: 'complex' }])
    // And that another set of limits follows from it.
    expect(told.at(-1)).toMatchObject({
      kind: 'recounted',
      changes: [{ field: 'clock_set', before: 'standard', after: 'bpa-complex' }, {}, {}],
    })
  })
})
