import { afterEach, describe, expect, it } from 'vitest'
import type { RegisterView } from '#contract/complaintViews'
import { complaintFilter } from '../../support/complaints.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(() => test.stop())

describe.each(databases)('saved views of the register on %s', (database) => {
  it('are one’s own or everybody’s, and none of the calendar', async () => {
    test = await startTestWorkspace(database)
    const { complaints, posts } = test.workspace
    const definition: RegisterView = {
      filter: complaintFilter({ late: true, kinds: ['federal-road'] }),
      ...{ order: 'due', descending: false, text: 'lubang' },
    }
    const own = await complaints.saveView({ name: 'Lewat', definition })
    const shared = await complaints.shareView({ name: 'Lewat', definition })
    expect(own.personId).not.toBeNull()
    expect(await complaints.savedViews({})).toEqual([shared, own])
    expect(shared.definition).toEqual(definition)
    expect(await posts.savedViews({})).toEqual([])
    await expect(complaints.saveView({ name: 'lewat', definition })).rejects.toMatchObject({
      reason: 'complaints.view-name-taken',
    })
    await expect(complaints.removeView({ id: shared.id })).rejects.toMatchObject({
      reason: 'complaints.unknown-view',
    })
    await expect(posts.removeSharedView({ id: shared.id })).rejects.toMatchObject({
      reason: 'posts.unknown-view',
    })
    await complaints.removeSharedView({ id: shared.id })
    await complaints.removeView({ id: own.id })
    expect(await complaints.savedViews({})).toEqual([])
    const removed = await complaints.removedViews({})
    expect(removed.map(({ id }) => id).toSorted()).toEqual([own.id, shared.id].toSorted())
    expect(await posts.removedViews({})).toEqual([])
    // Brought back as it was, unless its name was given again or it is somebody else's to bring back.
    await expect(complaints.restoreView({ id: shared.id })).rejects.toMatchObject({
      reason: 'complaints.unknown-view',
    })
    expect(await complaints.restoreSharedView({ id: shared.id })).toEqual(shared)
    await expect(complaints.restoreSharedView({ id: shared.id })).rejects.toMatchObject({
      reason: 'complaints.view-not-removed',
    })
    await complaints.saveView({ name: 'LEWAT', definition })
    await expect(complaints.restoreView({ id: own.id })).rejects.toMatchObject({
      reason: 'complaints.view-name-taken',
    })
  })
})
