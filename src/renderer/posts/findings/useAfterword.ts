import { useRouter } from 'vue-router'
import type { PostId } from '#contract/postIds'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useWorkspace, type InputOf, type OutputOf } from '../../workspace/calls'
import { useCalendarScreen } from '../calendarScreen'
import { countsOf, groupsOf } from './findingsView'
import { useFindingWords } from './useFindingWords'

type Brought = OutputOf<'posts', 'broughtFindings'>

/**
 * What the rules say of what was just done, added to the notice that tells of it: the notice and its
 * way back are there at once, and a question that fails adds nothing.
 */
export function useAfterword() {
  const workspace = useWorkspace()
  const router = useRouter()
  const screen = useCalendarScreen()
  const notices = useNotices()
  const { t } = useWords()
  const say = useFindingWords()

  /** Shows the checks of a post, wherever one is. */
  function openChecks(id: PostId): void {
    screen.open(id, 'checks')
    void router.push({ name: 'calendar' })
  }

  /** After a change of some posts: the blockers and warnings it brought. */
  async function brought(input: InputOf<'posts', 'broughtFindings'>): Promise<void> {
    const told = notices.done?.id
    const found = await workspace.posts.broughtFindings(input).catch(() => [])
    const [first] = found
    if (told === undefined || first === undefined) return
    notices.append(told, sentenceOf(found, first), {
      label: t('posts.checks.open'),
      go: () => {
        openChecks(first.id)
      },
    })
  }

  function sentenceOf(found: Brought, { findings }: Brought[number]): string {
    if (found.length > 1) return t('posts.checks.brought.many', { count: found.length })
    const groups = groupsOf(findings)
    const [gravest] = groups
    if (gravest === undefined) return ''
    const said = `${t(`posts.checks.severity.${gravest.severity}`)}: ${say(gravest)}`
    const more = groups.length - 1
    return more === 0 ? said : `${said} ${t('posts.checks.brought.more', { count: more })}`
  }

  /**
   * After a save: how many blockers and warnings the post has now.
   * @param show leads to them where the form is still open; else the post is opened at them
   */
  async function remaining(
    { id, content }: InputOf<'posts', 'check'> & { id: PostId },
    show: () => boolean,
  ): Promise<void> {
    const told = notices.done?.id
    const check = await workspace.posts.check({ id, content }).catch(() => null)
    if (told === undefined || check === null) return
    const counts = countsOf(groupsOf(check.findings)).filter(
      ({ severity }) => severity !== 'advice',
    )
    if (counts.length === 0) return
    const said = counts.map(({ severity, count }) =>
      t(`posts.checks.summary.${severity}`, { count }),
    )
    notices.append(told, t('posts.checks.brought.remain', { counts: said.join(', ') }), {
      label: t('posts.checks.open'),
      go: () => {
        if (!show()) openChecks(id)
      },
    })
  }

  return { brought, remaining }
}
