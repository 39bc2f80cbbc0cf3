import { WorkspaceError } from '#contract/errors'
import type { ApprovalStep, Outsider } from '#contract/postApproval'
import type { PersonId } from '#contract/values'
import { isSameName, mayOutsiderSign, type Listed } from '../rules/signer.ts'

/**
 * Nobody signs their own work under a typed name, who is on the list signs as who they are, and a
 * step that names people is none of anybody else's.
 * @throws WorkspaceError `posts.own-work`, `posts.signer-known`, `posts.outsider-not-asked`
 */
export function refuseOutsider(
  { name }: Outsider,
  step: ApprovalStep | undefined,
  authors: readonly PersonId[],
  people: readonly Listed[],
): void {
  const namesakes = people.filter((person) => isSameName(person.name, name))
  if (namesakes.some(({ id }) => authors.includes(id))) throw new WorkspaceError('posts.own-work')
  if (namesakes.some(({ active }) => active)) throw new WorkspaceError('posts.signer-known')
  if (step !== undefined && !mayOutsiderSign(step, name, people)) {
    throw new WorkspaceError('posts.outsider-not-asked')
  }
}
