import { WorkspaceError } from '#contract/errors'
import type { PostContent } from '#contract/postContent'
import type { PersonId } from '#contract/values'
import { type ImageId } from '#contract/values'
import { listAccounts } from '../../accounts/queries.ts'
import { listCycles } from '../../cycles/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { imagesByIds } from '../../images/queries/library.ts'
import { listPeople } from '../../people/queries.ts'
import { itemsOf } from '../../reference/queries.ts'

/** What a post may refer to, read once for however many posts are saved together. */
export interface Known {
  /** @throws WorkspaceError for the first thing named that is not there or no longer offered */
  refuseUnsound(content: PostContent, before: PostContent | null): Promise<void>
  /**
   * The content without what it names that is not there or no longer offered.
   * @param before what the post names now, and may go on naming; null for a new post
   */
  withoutGone(content: PostContent, before: PostContent | null): Promise<PostContent>
  /** SHA-256 of a library picture. */
  bytesOf(content: PostContent): Promise<(image: ImageId) => string>
}

/** What a post referred to before it may go on referring to. */
export async function openKnown(db: Reader): Promise<Known> {
  const keysOf = async (list: 'wave-categories' | 'approaches' | 'thrusts' | 'segments') =>
    new Set((await itemsOf(db, list)).map(({ key }) => key))
  const lists = {
    category: await keysOf('wave-categories'),
    approach: await keysOf('approaches'),
    thrusts: await keysOf('thrusts'),
    segments: await keysOf('segments'),
  }
  const accounts = new Set((await listAccounts(db)).flatMap((a) => (a.active ? [a.id] : [])))
  const cycles = await listCycles(db)
  const phases = new Set(cycles.flatMap((cycle) => cycle.phases.map(({ id }) => id)))
  const people = new Set((await listPeople(db)).flatMap((p) => (p.active ? [p.id] : [])))

  function refuse<T>(
    values: readonly (T | null)[],
    had: readonly (T | null)[],
    known: ReadonlySet<T>,
    reason: Reason,
  ): void {
    const isUnknown = (value: T | null): boolean =>
      value !== null && !known.has(value) && !had.includes(value)
    if (values.some(isUnknown)) throw new WorkspaceError(reason)
  }

  return {
    async refuseUnsound(content, before) {
      refuse([content.phaseId], [before?.phaseId ?? null], phases, 'posts.unknown-phase')
      refuse([content.category], [before?.category ?? null], lists.category, keyUnknown)
      refuse([content.approach], [before?.approach ?? null], lists.approach, keyUnknown)
      refuse(content.thrusts, before?.thrusts ?? [], lists.thrusts, keyUnknown)
      refuse(content.segments, before?.segments ?? [], lists.segments, keyUnknown)
      refuse(
        content.accounts.map(({ accountId }) => accountId),
        before?.accounts.map(({ accountId }) => accountId) ?? [],
        accounts,
        'posts.unknown-account',
      )
      refuse(peopleOf(content), before === null ? [] : peopleOf(before), people, personUnknown)
      const had = before?.images.map(({ imageId }) => imageId) ?? []
      const wanted = content.images.flatMap(({ imageId }) => (had.includes(imageId) ? [] : imageId))
      if (wanted.length === 0) return
      const found = await imagesByIds(db, wanted)
      if (found.filter(({ trashedAt }) => trashedAt === null).length < wanted.length) {
        throw new WorkspaceError('posts.unknown-image')
      }
    },
    async withoutGone(content, before) {
      const had = before === null ? [] : [before]
      const ids = content.images.map(({ imageId }) => imageId)
      const found = await imagesByIds(db, ids)
      const there = new Set([
        ...found.flatMap(({ id, trashedAt }) => (trashedAt === null ? id : [])),
        ...had.flatMap(({ images }) => images.map(({ imageId }) => imageId)),
      ])
      const still = <T>(
        known: ReadonlySet<T>,
        of: (content: PostContent) => readonly (T | null)[],
      ) => new Set<T | null>([...known, ...had.flatMap(of)])
      const employed = still(people, peopleOf)
      const thrusts = still(lists.thrusts, (each) => each.thrusts)
      const segments = still(lists.segments, (each) => each.segments)
      const reached = still(accounts, (each) => each.accounts.map(({ accountId }) => accountId))
      return {
        ...content,
        phaseId: offered(
          content.phaseId,
          still(phases, ({ phaseId }) => [phaseId]),
        ),
        category: offered(
          content.category,
          still(lists.category, ({ category }) => [category]),
        ),
        approach: offered(
          content.approach,
          still(lists.approach, ({ approach }) => [approach]),
        ),
        thrusts: content.thrusts.filter((key) => thrusts.has(key)),
        segments: content.segments.filter((key) => segments.has(key)),
        ownerId: offered(content.ownerId, employed),
        designerId: offered(content.designerId, employed),
        approverId: offered(content.approverId, employed),
        accounts: content.accounts.filter(({ accountId }) => reached.has(accountId)),
        images: content.images.filter(({ imageId }) => there.has(imageId)),
      }
    },
    async bytesOf(content) {
      if (content.images.length === 0) return () => ''
      const images = await imagesByIds(
        db,
        content.images.map(({ imageId }) => imageId),
      )
      const byId = new Map(images.map(({ id, bytesHash }) => [id, bytesHash]))
      return (image) => byId.get(image) ?? ''
    },
  }
}

type Reason =
  'posts.unknown-key' | 'posts.unknown-phase' | 'posts.unknown-account' | 'posts.unknown-person'
const keyUnknown: Reason = 'posts.unknown-key'
const personUnknown: Reason = 'posts.unknown-person'

function offered<T>(value: T | null, known: ReadonlySet<T | null>): T | null {
  return known.has(value) ? value : null
}

function peopleOf({ ownerId, designerId, approverId }: PostContent): (PersonId | null)[] {
  return [ownerId, designerId, approverId]
}
