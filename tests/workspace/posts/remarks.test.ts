import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PersonId } from '#contract/values'
import { addPerson, as, asked, authorOf } from '../../support/postRounds.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let lim: PersonId
afterEach(async () => {
  await test.stop()
})

describe.each(databases)('remarks on posts on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    lim = await addPerson(test, 'Lim Mei Ling')
  })

  it('are changed by who wrote them, settled by anybody, brought back by who removed them', async () => {
    const { posts } = test.workspace
    const { id } = await asked(test)
    const mine = await posts.addComment({ postId: id, text: 'Semak ejaan' })
    const other = as(test, lim, () => posts.changeComment({ id: mine.id, text: 'Lain' }))
    await expect(other).rejects.toMatchObject({ reason: 'posts.not-your-comment' })
    await posts.changeComment({ id: mine.id, text: 'Semak ejaan tajuk' })
    expect(await posts.openComments({})).toMatchObject([
      { text: 'Semak ejaan tajuk', postTitle: 'Laluan alternatif', byId: await authorOf(test) },
    ])
    await as(test, lim, () => posts.settleComment({ id: mine.id }))
    expect(await posts.openComments({})).toEqual([])
    expect(await posts.comments({ id })).toMatchObject([{ settledByName: 'Lim Mei Ling' }])
    await posts.reopenComment({ id: mine.id })
    await expect(posts.bringBackComment({ id: mine.id })).rejects.toMatchObject({
      reason: 'posts.comment-not-removed',
    })
    await posts.removeComment({ id: mine.id })
    expect(await posts.comments({ id })).toEqual([])
    const back = as(test, lim, () => posts.bringBackComment({ id: mine.id }))
    await expect(back).rejects.toMatchObject({ reason: 'posts.not-your-comment' })
    await posts.bringBackComment({ id: mine.id })
    expect(await posts.openComments({})).toHaveLength(1)
  })
})
