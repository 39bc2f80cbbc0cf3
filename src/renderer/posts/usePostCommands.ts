import type { PostContent, PostKind } from '#contract/postContent'
import { blankContent, withoutPlan } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { Post, PostTile, StatusByHand } from '#contract/posts'
import type { ClockTime, PlainDate } from '#contract/values'
import type { PhaseId } from '#contract/cycles'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useMay } from '../workspace/may'
import { useCommand } from '../workspace/useCommand'
import { useQuery } from '../workspace/useQuery'
import { useCalendarScreen } from './calendarScreen'
import { useAfterword } from './findings/useAfterword'
import { phaseOn } from './phaseChoice'
import { useAskFirst } from './useAskFirst'

/** As much of a new post as is typed where it is added. */
interface Begun {
  readonly title: string
  readonly kind: PostKind
  readonly category?: string | null
}

/** What is done to posts from the calendar, each with its way back. */
export function usePostCommands() {
  const { t } = useWords()
  const { may } = useMay()
  const notices = useNotices()
  const ask = useAskFirst()
  const screen = useCalendarScreen()
  const afterword = useAfterword()
  const cycles = useQuery('cycles', 'list', {})
  const adding = useCommand('posts', 'add')
  const trashing = useCommand('posts', 'trash')
  const restoring = useCommand('posts', 'restore')
  const phasing = useCommand('posts', 'setPhase')
  const setting = useCommand('posts', 'setStatus')
  const resuming = useCommand('posts', 'resume')
  const asking = useCommand('posts', 'askApproval')
  const withdrawing = useCommand('posts', 'withdrawApproval')
  const unsetting = useCommand('posts', 'setStatus')

  /** A post of which only this much is known yet. */
  async function add(
    { title, kind, category = null }: Begun,
    day: PlainDate | null,
    time: ClockTime | null,
  ): Promise<Post | null> {
    const phaseId = phaseOn(cycles.data.value ?? [], day)
    return addContent({ ...blankContent(title, kind), category, day, time, phaseId })
  }

  /** A post that begins with all of this. */
  async function addContent(content: PostContent): Promise<Post | null> {
    const { title } = content
    const own = may('posts.move') ? content : withoutPlan(content)
    const added = await adding.run({ content: own, status: 'idea' })
    if (!added.ok) return null
    const { id } = added.value
    notices.tell(t('posts.added', { title }), () => void trashing.run({ ids: [id] }))
    void afterword.brought({ changed: [{ id, before: null }] })
    return added.value
  }

  async function trash(tiles: readonly Pick<PostTile, 'id' | 'title'>[]): Promise<boolean> {
    if (!may('posts.trash')) return false
    const ids = idsOf(tiles)
    const done = await trashing.run({ ids })
    if (!done.ok) return false
    screen.gone = ids
    notices.tell(said('trashed', tiles), () => void restoring.run({ ids }))
    return true
  }

  async function restore(tiles: readonly Pick<PostTile, 'id' | 'title'>[]): Promise<boolean> {
    const ids = idsOf(tiles)
    const done = await restoring.run({ ids })
    if (!done.ok) return false
    screen.gone = ids
    notices.tell(said('restored', tiles), () => void trashing.run({ ids }))
    return true
  }

  async function setPhase(tiles: readonly PostTile[], phaseId: PhaseId | null): Promise<boolean> {
    const others = tiles.filter((tile) => tile.phaseId !== phaseId)
    if (others.length === 0 || !(await ask.confirmed(others, 'phase'))) return false
    const posts = idsOf(others).map((id) => ({ id, phaseId }))
    const done = await phasing.run({ posts })
    if (!done.ok) return false
    const { before, fellBack } = done.value
    const back = fellBack.length === 0 ? [] : [t('posts.fellBack', { count: fellBack.length })]
    notices.tell(
      [said('phased', others), ...back].join('. '),
      () => void phasing.run({ posts: before }),
    )
    return true
  }

  /** @param reason asked for where posts are put on hold or cancelled */
  async function setStatus(
    tiles: readonly PostTile[],
    to: StatusByHand,
    reason: string,
  ): Promise<boolean> {
    const ids = idsOf(tiles)
    const done = await setting.run({ ids, to, reason })
    if (!done.ok) return false
    const text = t('posts.statusSet', {
      count: ids.length,
      status: t(`posts.status.${to}`).toLocaleLowerCase(),
    })
    notices.tell(text, wayBack(to, done.value.before))
    return true
  }

  /** Posts on hold are what they were before. */
  async function resume(tiles: readonly Pick<PostTile, 'id' | 'title'>[]): Promise<void> {
    const ids = idsOf(tiles)
    const done = await resuming.run({ ids })
    if (!done.ok) return
    const { held, unready } = done.value
    const titles = tiles
      .filter(({ id }, place) => unready.includes(id) && ids.indexOf(id) === place)
      .map(({ title }) => `“${title}”`)
    const fell =
      unready.length === 0 ? [] : [t('posts.many.unready', { titles: titles.join(', ') })]
    const text = [t('posts.many.resumed', { count: ids.length }), ...fell].join('. ')
    notices.tell(text, held.length === 0 ? null : () => void holdAgain(held))
  }

  /** Approval is asked for of all of them, or of none. */
  async function askReview(tiles: readonly Pick<PostTile, 'id'>[]): Promise<boolean> {
    const ids = idsOf(tiles)
    const done = await asking.run({ ids })
    if (!done.ok) return false
    const { unheard } = done.value
    const text = t('posts.many.asked', { count: ids.length })
    const without =
      unheard.length === 0 ? [] : [t('posts.approval.askedWithout', { names: unheard.join(', ') })]
    notices.tell([text, ...without].join('. '), () => {
      for (const id of ids) void withdrawing.run({ id })
    })
    return true
  }

  /** Each for the reason for which it was on hold before. */
  async function holdAgain(
    held: readonly { readonly id: PostId; readonly reason: string }[],
  ): Promise<void> {
    for (const reason of new Set(held.map((each) => each.reason))) {
      const ids = held.filter((each) => each.reason === reason).map(({ id }) => id)
      await unsetting.run({ ids, to: 'on-hold', reason })
    }
  }

  /**
   * What was stopped is taken up again. Cancelling ends what was asked or approved, so that a post
   * returns from it as an idea or as a draft.
   */
  function wayBack(
    to: StatusByHand,
    before: readonly { id: PostId; status: PostTile['status'] }[],
  ): (() => void) | null {
    if (to === 'on-hold') return () => void resuming.run({ ids: before.map(({ id }) => id) })
    if (to === 'ready') return backTo('approved', before)
    if (to === 'archived') return backTo('published', before)
    if (to !== 'cancelled') return null
    const isIdea = ({ status }: { status: PostTile['status'] }): boolean => status === 'idea'
    const returning = [
      { status: 'idea' as const, ids: before.filter(isIdea).map(({ id }) => id) },
      {
        ...{ status: 'draft' as const },
        ids: before.filter((each) => !isIdea(each)).map(({ id }) => id),
      },
    ]
    return () => {
      for (const { status, ids } of returning) {
        if (ids.length > 0) void unsetting.run({ ids, to: status, reason: '' })
      }
    }
  }

  function backTo(to: StatusByHand, before: readonly { id: PostId }[]): () => void {
    return () => void unsetting.run({ ids: before.map(({ id }) => id), to, reason: '' })
  }

  function said(
    what: 'trashed' | 'restored' | 'phased',
    tiles: readonly Pick<PostTile, 'title'>[],
  ): string {
    const [first] = tiles
    return tiles.length === 1 && first
      ? t(`posts.${what}.one`, { title: first.title })
      : t(`posts.${what}.many`, { count: tiles.length })
  }

  return { add, addContent, trash, restore, setPhase, setStatus, resume, askReview }
}

/** A post may stand in several tiles. */
function idsOf(tiles: readonly Pick<PostTile, 'id'>[]): PostId[] {
  return [...new Set(tiles.map(({ id }) => id))]
}
