import type { Account } from '#contract/accounts'
import { blankContent } from '#contract/postContent'
import type { ImportId } from '#contract/postImports'
import type { DecisionId, PostId } from '#contract/postIds'
import type { Post } from '#contract/posts'
import { PlainDate } from '#contract/values'
import { complete } from '../support/postRounds.ts'
import { present } from '../support/present.ts'
import { bytesOf } from '../support/sheets.ts'
import type { TestWorkspace } from '../support/workspace.ts'
import {
  accountIn,
  correctionOf,
  publicationOf,
  resultOf,
  weekly,
  type FurnishedPosts,
} from './postInputs.ts'

type Workspace = TestWorkspace['workspace']
export type Written = FurnishedPosts['approval']

/** Posts with a text, on the account that is not retired later. */
export async function writePosts(workspace: Workspace): Promise<Written> {
  const { posts } = workspace
  const account = await usedAccount(workspace)
  const whole = await complete({ workspace })
  const write = (text: string) =>
    posts.add({
      content: { ...blankContent(text, 'text'), ...whole, text, accounts: [accountIn(account)] },
      status: 'draft',
    })
  return {
    moved: await write('Akan dipindahkan'),
    unasked: await write('Belum dimohon'),
    withdrawn: await write('Akan ditarik balik'),
    decided: await write('Akan diputuskan'),
    onPaper: await write('Akan ditandatangani'),
    ready: await write('Akan diterbitkan'),
    skipped: await write('Akan ditinggalkan'),
    takenBack: await write('Akan ditarik balik keputusannya'),
  }
}

export async function approve({ posts }: Workspace, written: Written): Promise<Written> {
  const { withdrawn, decided, onPaper, ready, skipped } = written
  const asked = [withdrawn, decided, onPaper, ready, skipped]
  await posts.askApproval({ ids: asked.map(({ id }) => id) })
  for (const { id, contentHash } of [ready, skipped]) {
    await posts.decide({ id, contentHash, decision: 'approve', comment: '' })
    await posts.setStatus({ ids: [id], to: 'ready', reason: '' })
  }
  return written
}

/** A decision of somebody who is not on the list, entered from paper by who did not write the post. */
export async function signOnPaper(
  { posts }: Workspace,
  { takenBack: { id, contentHash } }: Written,
): Promise<DecisionId> {
  await posts.askApproval({ ids: [id] })
  const { decisionId } = await posts.enterPaperDecision({
    ...{ id, contentHash, decision: 'approve', comment: '', signedBy: null },
    outsider: { name: 'Tan Sri Halim', post: 'Ketua Setiausaha' },
    signedOn: PlainDate.parse('2026-11-23'),
  })
  return decisionId
}

export async function comments({ posts }: Workspace, postId: PostId) {
  const comment = await posts.addComment({ postId, text: 'Semak ejaan' })
  const removedComment = await posts.addComment({ postId, text: 'Tersilap' })
  await posts.removeComment({ id: removedComment.id })
  return { comment, removedComment }
}

export async function publish(
  { posts }: Workspace,
  account: Account,
): Promise<FurnishedPosts['published']> {
  const out = () =>
    posts.addPublished({
      content: { ...blankContent('Terbit', 'text'), accounts: [accountIn(account)] },
      publication: publicationOf(),
    })
  const [{ id }, other] = [await out(), await out()]
  const correct = () => posts.addCorrection({ postId: id, correction: correctionOf('Silap') })
  const [correction, removedCorrection] = [await correct(), await correct()]
  await posts.removeCorrection({ id: removedCorrection.id })
  const count = (day: string) => posts.addResult({ postId: id, result: resultOf(day, 1) })
  const [result, removedResult] = [await count('2026-11-14'), await count('2026-11-15')]
  await posts.removeResult({ id: removedResult.id })
  const [publication] = await posts.publications({ id: other.id })
  return {
    ...{ id, publication: present(publication), correction, removedCorrection },
    ...{ result, removedResult },
  }
}

/** A series for each thing that is done to one, the first post of each. */
export async function startSeries({
  posts,
}: Workspace): Promise<Pick<FurnishedPosts, 'series' | 'dated' | 'undoneSeries'>> {
  const dated = (): Promise<Post> =>
    posts.add({
      content: { ...blankContent('Berkala', 'text'), day: PlainDate.parse('2026-12-01') },
      status: 'draft',
    })
  const start = async (count: number | null = 3) => {
    const { id } = await dated()
    const { changeId } = await posts.makeSeries({ id, rule: weekly(count) })
    return { changeId, post: await posts.get({ id }) }
  }
  return {
    series: {
      changed: (await start()).post,
      saved: (await start()).post,
      ended: (await start()).post,
      left: (await start()).post,
      extended: (await start(null)).post,
    },
    dated: await dated(),
    undoneSeries: (await start()).changeId,
  }
}

export async function importSheet({ posts }: Workspace): Promise<ImportId> {
  const sheet = { name: 'pelan.csv', bytes: bytesOf('Tajuk\nSatu\nDua'), trial: false }
  return present((await posts.importPosts({ ...sheet, columns: ['title'] })).importId)
}

/** A published post of its own, and numbers of it from a sheet. */
export async function importResults({ posts, accounts }: Workspace): Promise<ImportId> {
  const account = await usedAccount({ accounts })
  await posts.addPublished({
    content: { ...blankContent('Diukur', 'text'), accounts: [accountIn(account)] },
    publication: publicationOf(),
  })
  const { importId } = await posts.importResults({
    ...{ name: 'prestasi.csv', bytes: bytesOf('Tajuk,Capaian\nDiukur,12') },
    ...{ columns: ['title', 'reach'], day: resultOf('2026-11-14', 1).day },
    ...{ skipUnknown: false, trial: false },
  })
  return present(importId)
}

/** One that no command of the walk retires. */
export async function usedAccount({ accounts }: Pick<Workspace, 'accounts'>): Promise<Account> {
  return present((await accounts.list({}))[2])
}
