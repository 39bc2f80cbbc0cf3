import { afterEach, describe, expect, it } from 'vitest'
import { everything } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
afterEach(async () => {
  await test.stop()
})

describe.each(databases)('the posts of 2015 to 2017 on %s', (database) => {
  it('are there once they are loaded, with their reach', async () => {
    test = await startTestWorkspace(database)
    const { cycles, posts } = test.workspace
    expect(await posts.history({})).toEqual({ cycleId: null, loaded: false })
    await expect(posts.loadHistory({})).rejects.toMatchObject({ reason: 'posts.no-example' })
    const example = await cycles.loadHistory({})
    expect(await posts.history({})).toEqual({ cycleId: example.id, loaded: false })
    expect(await posts.loadHistory({})).toEqual({ added: 27 })
    expect(await posts.history({})).toEqual({ cycleId: example.id, loaded: true })
    await expect(posts.loadHistory({})).rejects.toMatchObject({ reason: 'posts.history-loaded' })

    const rows = await test.rows<{ number: number; posts: number; reach: number }>(
      `select phase.number as number, count(*) as posts, sum(post_result.reach) as reach
       from post join phase on phase.id = post.phase_id
       join post_result on post_result.post_id = post.id
       where post.status = 'published' and post_result.account_id is null
       group by phase.number order by phase.number`,
    )
    // Counted on the slides: 10 posts of 2014–15 and 2015, 14 of 2016, 3 of 2017.
    expect(rows.map((row) => [row.number, row.posts, row.reach].map(Number))).toEqual([
      [1, 10, 240_300],
      [2, 14, 644_500],
      [3, 3, 170_300],
    ])
    const summary = await posts.phaseSummary({ cycleId: example.id, filter: everything })
    expect(summary.phases.map(({ counts }) => counts.published)).toEqual([10, 14, 3, 0, 0])
    const undated = await test.rows<{ title: string; notes: string }>(
      `select title, notes from post where day is null order by id`,
    )
    expect(undated).toHaveLength(1)
    expect(present(undated[0]).notes).toContain('Tiada tarikh dalam sumber')
  })
})
