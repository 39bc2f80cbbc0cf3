import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { PersonId } from '#contract/values'
import { addPerson, approve, asked } from '../../support/postRounds.ts'
import { day, on } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let lim: PersonId
let facebook: AccountId
afterEach(async () => {
  await test.stop()
})

describe.each(databases)('the sheet of an approval on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    lim = await addPerson(test, 'Lim Mei Ling')
    facebook = present((await test.workspace.accounts.list({}))[0]).id
  })

  it('is printed with what it is bound to, who is asked and who may not sign', async () => {
    const { posts } = test.workspace
    const steps = [{ name: 'Peringkat', need: 'any' as const, people: [lim], outsiders: false }]
    await posts.changeApprovalRoutes({
      routes: [{ name: 'Laluan', kinds: [], phases: [], steps }],
    })
    const accounts = [on(facebook, { text: 'Teks sendiri' })]
    const { id, contentHash } = await asked(test, { accounts, day: day('2026-12-01') })
    const sheet = await posts.approvalSheet({ id })
    expect(sheet).toMatchObject({
      post: { id, contentHash },
      accounts: [{ id: facebook, ownText: 'Teks sendiri' }],
      authors: ['Siti Aminah binti Abdullah'],
      approveBy: '2026-11-30',
      steps: [{ name: 'Peringkat', need: 'any', people: ['Lim Mei Ling'], decisions: [] }],
    })
    // An account with an earlier day of its own is what the approval has to be in time for.
    const early = await asked(test, {
      ...{ accounts: [on(facebook, { day: '2026-11-27' })], day: day('2026-12-01') },
    })
    expect((await posts.approvalSheet({ id: early.id })).approveBy).toBe('2026-11-26')
    // Several are printed together in the order in which they are asked for.
    expect(await posts.approvalSheets({ ids: [early.id, id] })).toEqual([
      ...[await posts.approvalSheet({ id: early.id }), sheet],
    ])
    await approve(test, id, lim)
    const [signed] = (await posts.approvalSheet({ id })).steps
    expect(signed?.decisions).toMatchObject([{ personName: 'Lim Mei Ling' }])
    // Other words: nothing that was said of the former ones stands on their sheet.
    const { version: base, content } = await posts.get({ id })
    await posts.save({ id, base, content: { ...content, text: 'Lain' } })
    expect((await posts.approvalSheet({ id })).steps).toMatchObject([{ decisions: [] }])
  })
})
