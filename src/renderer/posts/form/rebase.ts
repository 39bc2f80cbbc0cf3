import type { PostVersion } from '#contract/postVersions'
import type { PersonId } from '#contract/values'
import type { FormAccount, PostForm } from './postForm'

/** My form over what somebody else saved meanwhile, and where both of us changed the same field. */
export interface Rebased {
  readonly form: PostForm
  /** Names of fields, `account:<id>` for one account; mine stands in the form. */
  readonly both: readonly string[]
}

/**
 * Puts what I changed since `base` over `theirs`: fields I did not touch take what was saved
 * meanwhile, fields I touched stay mine. Accounts are taken one by one, so that two people at two
 * accounts do not undo each other.
 */
export function rebase(mine: PostForm, base: PostForm, theirs: PostForm): Rebased {
  const both: string[] = []
  const pick = <K extends keyof PostForm>(field: K): PostForm[K] => {
    const isMine = differs(mine[field], base[field])
    if (isMine && differs(theirs[field], base[field]) && differs(mine[field], theirs[field])) {
      both.push(field)
    }
    return isMine ? mine[field] : theirs[field]
  }
  const form: PostForm = {
    title: pick('title'),
    brief: pick('brief'),
    kind: pick('kind'),
    phaseId: pick('phaseId'),
    category: pick('category'),
    approach: pick('approach'),
    thrusts: pick('thrusts'),
    segments: pick('segments'),
    requestedOn: pick('requestedOn'),
    deliveredOn: pick('deliveredOn'),
    ownerId: pick('ownerId'),
    designerId: pick('designerId'),
    approverId: pick('approverId'),
    programme: pick('programme'),
    text: pick('text'),
    hashtags: pick('hashtags'),
    images: pick('images'),
    links: pick('links'),
    notes: pick('notes'),
    day: pick('day'),
    time: pick('time'),
    accounts: accountsOf(mine.accounts, base.accounts, theirs.accounts, both),
  }
  return { form, both }
}

/** Whether everything that was saved since a version was saved by this person. */
export function savedOnlyBy(
  who: PersonId | undefined,
  versions: readonly Pick<PostVersion, 'number' | 'byId'>[],
  since: number,
): boolean {
  const newer = versions.filter(({ number }) => number > since)
  return newer.length > 0 && newer.every(({ byId }) => byId === who)
}

/** In their order, then those only I have. */
function accountsOf(
  mine: readonly FormAccount[],
  base: readonly FormAccount[],
  theirs: readonly FormAccount[],
  both: string[],
): FormAccount[] {
  const ids = new Set([...theirs, ...mine].map(({ accountId }) => accountId))
  return [...ids].flatMap((id) => {
    const find = (list: readonly FormAccount[]): FormAccount | null =>
      list.find(({ accountId }) => accountId === id) ?? null
    const [my, old, their] = [find(mine), find(base), find(theirs)]
    const isMine = differs(my, old)
    if (isMine && differs(their, old) && differs(my, their)) both.push(`account:${id}`)
    return (isMine ? my : their) ?? []
  })
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}
