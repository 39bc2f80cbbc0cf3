import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ApprovalStep } from '#contract/postApproval'
import type { DecisionId, PostId } from '#contract/postIds'
import { Sha256, type PersonId } from '#contract/values'
import { addPerson, approve, as, asked, authorOf, complete } from '../../support/postRounds.ts'
import { day } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let lim: PersonId

const statusOf = async (id: PostId) => (await test.workspace.posts.get({ id })).status
const outcomesOf = async (id: PostId) =>
  (await test.workspace.posts.approval({ id })).rounds.map(({ outcome }) => outcome)

/** Saves another text over a post. */
async function edit(id: PostId, parts: { readonly text: string }): Promise<void> {
  const { version: base, content } = await test.workspace.posts.get({ id })
  await test.workspace.posts.save({ id, base, content: { ...content, ...parts } })
}

/** Lets every post go through these steps. */
async function route(...steps: ApprovalStep[]): Promise<void> {
  const routes = [{ name: 'Laluan', kinds: [], phases: [], steps }]
  await test.workspace.posts.changeApprovalRoutes({ routes })
}

const step = (need: 'any' | 'all', ...people: PersonId[]) => ({
  ...{ name: 'Peringkat', need, people, outsiders: false },
})
/** The same, open to those who are not on the list of people. */
const open = (...of: Parameters<typeof step>) => ({ ...step(...of), outsiders: true })
const paper = { decision: 'approve' as const, comment: '', signedOn: day('2026-11-23') }

describe.each(databases)('a decision signed on paper on %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    lim = await addPerson(test, 'Lim Mei Ling')
  })
  afterEach(async () => {
    await test.stop()
  })

  it('is entered from paper for somebody who is not on the list, under no author’s name', async () => {
    const { posts } = test.workspace
    const { id, contentHash } = await asked(test)
    const vimala = await addPerson(test, 'Vimala', 'planner')
    const outsider = { name: 'Dato’ Ir. Halim bin Osman', post: 'Ketua Setiausaha Kementerian' }
    const enter = (name: string, hash = contentHash) =>
      as(test, vimala, () =>
        posts.enterPaperDecision({
          ...{ ...paper, id, contentHash: hash, signedBy: null },
          outsider: { ...outsider, name },
        }),
      )
    // The author is Siti Aminah binti Abdullah, Lim Mei Ling an approver with an account.
    const refusals = [
      ['Puan SITI AMINAH bt. ABDULLAH', 'posts.own-work'],
      ['lim mei ling', 'posts.signer-known'],
    ] as const
    for (const [name, reason] of refusals) {
      await expect(enter(name)).rejects.toMatchObject({ reason })
    }
    await expect(enter(outsider.name, Sha256.parse('0'.repeat(64)))).rejects.toMatchObject({
      reason: 'posts.other-text',
    })
    await expect(
      posts.enterPaperDecision({ ...paper, id, contentHash, signedBy: null, outsider }),
    ).rejects.toMatchObject({ reason: 'posts.typed-by-author' })
    expect(await statusOf(id)).toBe('in-review')
    await enter(outsider.name)
    expect((await posts.approval({ id })).rounds[0]).toMatchObject({
      contentHash,
      decisions: [
        {
          ...{ personId: null, personName: outsider.name },
          onPaper: {
            ...{ signedOn: '2026-11-23', enteredByName: 'Vimala', signerPost: outsider.post },
          },
        },
      ],
    })
    expect(await statusOf(id)).toBe('approved')
    const [signed] = (await posts.approvalSheet({ id })).steps
    expect(signed?.decisions).toMatchObject([{ personName: outsider.name }])
    // Other words: what was signed says nothing of them.
    await edit(id, { text: 'Lain' })
    expect(await outcomesOf(id)).toEqual(['voided'])
    await expect(enter(outsider.name)).rejects.toMatchObject({ reason: 'posts.not-in-review' })
  })

  it('signed by somebody outside does not replace those who must all speak', async () => {
    const { posts } = test.workspace
    await route(open('all', lim))
    const { id, contentHash } = await asked(test)
    const vimala = await addPerson(test, 'Vimala', 'planner')
    const enter = () =>
      as(test, vimala, () =>
        posts.enterPaperDecision({
          ...{ ...paper, id, contentHash, signedBy: null },
          outsider: { name: 'Halim bin Osman', post: 'Ketua Setiausaha' },
        }),
      )
    await enter()
    expect(await statusOf(id)).toBe('in-review')
    await expect(enter()).rejects.toMatchObject({ reason: 'posts.already-decided' })
    await approve(test, id, lim)
    expect(await statusOf(id)).toBe('approved')
  })

  it('signed by somebody outside is none of a step that names others', async () => {
    const { posts, people } = test.workspace
    const halim = await addPerson(test, 'Ir. Halim bin Osman')
    await route(step('any', lim), step('any', lim, halim))
    const { id, contentHash } = await asked(test)
    const vimala = await addPerson(test, 'Vimala', 'planner')
    const mayOutsider = async () => (await posts.approval({ id })).outsiders
    const enter = (name: string, decision: 'approve' | 'changes' = 'approve') =>
      as(test, vimala, () =>
        posts.enterPaperDecision({
          ...{ ...paper, id, contentHash, signedBy: null, decision, comment: 'Tukar' },
          outsider: { name, post: 'Ketua Setiausaha' },
        }),
      )
    const refused = { reason: 'posts.outsider-not-asked' }
    expect(await mayOutsider()).toBe(false)
    await expect(enter('Halim bin Osman')).rejects.toMatchObject({ reason: 'posts.signer-known' })
    for (const decision of ['approve', 'changes'] as const) {
      await expect(enter('Zainal bin Ali', decision)).rejects.toMatchObject(refused)
    }
    await approve(test, id, lim)
    // Who is named there and has left may still sign on paper; nobody else may.
    const listed = present((await people.list({})).find((person) => person.id === halim))
    await people.change({ ...listed, active: false })
    expect(await mayOutsider()).toBe(true)
    await expect(enter('Zainal bin Ali')).rejects.toMatchObject(refused)
    await enter('Halim Osman')
    expect(await statusOf(id)).toBe('approved')
  })

  it('signed by somebody outside settles a step that names others where its route lets them', async () => {
    const { posts } = test.workspace
    await route(open('any', lim))
    const { id, contentHash } = await asked(test)
    const vimala = await addPerson(test, 'Vimala', 'planner')
    // A round keeps the steps that were asked.
    await route(step('any', lim))
    expect((await posts.approval({ id })).outsiders).toBe(true)
    await as(test, vimala, () =>
      posts.enterPaperDecision({
        ...{ ...paper, id, contentHash, signedBy: null },
        outsider: { name: 'Zainal bin Ali', post: 'Ketua Setiausaha' },
      }),
    )
    expect(await statusOf(id)).toBe('approved')
  })

  it('from paper is taken back while nothing rests on it, and the step waits again', async () => {
    const { posts } = test.workspace
    await route(open('any', lim), open('any', lim))
    const { id, contentHash } = await asked(test, await complete(test))
    const vimala = await addPerson(test, 'Vimala', 'planner')
    const enter = (decision: 'approve' | 'changes') =>
      as(test, vimala, () =>
        posts.enterPaperDecision({
          ...{ id, contentHash, decision, comment: 'Tukar', signedBy: null, outsider: halim },
          signedOn: day('2026-11-23'),
        }),
      )
    const takeBack = (decision: { readonly decisionId: DecisionId }, who = vimala) =>
      as(test, who, () => posts.takeBackPaperDecision({ id: decision.decisionId }))
    const stepOf = async () => (await posts.approval({ id })).rounds[0]?.step
    const halim = { name: 'Halim bin Osman', post: 'Ketua Setiausaha' }

    await takeBack(await enter('changes'))
    expect([await statusOf(id), await stepOf()]).toEqual(['in-review', 0])
    const first = await enter('approve')
    const second = await enter('approve')
    expect(await statusOf(id)).toBe('approved')
    await expect(takeBack(first)).rejects.toMatchObject({ reason: 'posts.not-last-decision' })
    await expect(takeBack(second, await authorOf(test))).rejects.toMatchObject({
      reason: 'posts.typed-by-author',
    })
    await takeBack(second)
    expect([await statusOf(id), await stepOf()]).toEqual(['in-review', 1])
    await expect(takeBack(second)).rejects.toMatchObject({ reason: 'posts.unknown-decision' })
    // What somebody decided at their own seat was said, and stays.
    await approve(test, id, lim)
    const own = present((await posts.approval({ id })).rounds[0]?.decisions.at(-1))
    await expect(takeBack({ decisionId: own.id })).rejects.toMatchObject({
      reason: 'posts.not-on-paper',
    })
  })
})
