import type { AccountId } from '#contract/accounts'
import type { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { Post } from '#contract/posts'
import type { Role } from '#contract/roles'
import type { PersonId } from '#contract/values'
import { addTo, day, on, time } from './posts.ts'
import { present } from './present.ts'
import type { TestWorkspace } from './workspace.ts'

/** Whoever made the workspace: its administrator, and the author of what a test writes. */
export async function authorOf({ workspace }: Pick<TestWorkspace, 'workspace'>): Promise<PersonId> {
  return present(
    (await workspace.people.list({})).find(({ roles }) => roles[0] === 'administrator'),
  ).id
}

export async function addPerson(
  { workspace }: TestWorkspace,
  name: string,
  role: Role = 'approver',
): Promise<PersonId> {
  return (await workspace.people.add({ name, post: 'Pegawai', roles: [role] })).id
}

/** Does something as another person, and gives the keyboard back to the author. */
export async function as<T>(test: TestWorkspace, id: PersonId, act: () => Promise<T>): Promise<T> {
  const back = await authorOf(test)
  await test.workspace.gate.switchPerson({ id })
  try {
    return await act()
  } finally {
    await test.workspace.gate.switchPerson({ id: back })
  }
}

/** A post with a text that waits for a decision. */
export async function asked(test: TestWorkspace, parts: Partial<PostContent> = {}): Promise<Post> {
  const { id } = await addTo(test, 'Laluan alternatif', { text: 'Elak kesesakan.', ...parts })
  await test.workspace.posts.askApproval({ ids: [id] })
  return test.workspace.posts.get({ id })
}

/** Says yes to what stands there now. */
export async function approve(test: TestWorkspace, id: PostId, who: PersonId): Promise<void> {
  const { posts } = test.workspace
  const { contentHash } = await posts.get({ id })
  await as(test, who, () => posts.decide({ id, contentHash, decision: 'approve', comment: '' }))
}

/** What a post lacks beside its words and accounts before it can be made ready. */
export async function complete(
  test: Pick<TestWorkspace, 'workspace'>,
): Promise<Partial<PostContent>> {
  const cycle = (await test.workspace.cycles.list({})).find(({ example }) => !example)
  return {
    ...{ category: 'info-rakyat', phaseId: present(cycle?.phases[4]).id },
    ...{ ownerId: await authorOf(test), day: day('2026-12-01') },
  }
}

/** A post that is ready to go out on these accounts. */
export async function ready(
  test: TestWorkspace,
  who: PersonId,
  accounts: readonly AccountId[],
): Promise<Post> {
  const { id } = await asked(test, {
    ...{ ...(await complete(test)), accounts: accounts.map((each) => on(each)) },
  })
  await approve(test, id, who)
  await test.workspace.posts.setStatus({ ids: [id], to: 'ready', reason: '' })
  return test.workspace.posts.get({ id })
}

/** Came out at half past eight on the morning of the test clock. */
export const cameOut = {
  ...{ day: day('2026-11-23'), time: time('08:30'), url: 'https://facebook.com/1', byId: null },
}
