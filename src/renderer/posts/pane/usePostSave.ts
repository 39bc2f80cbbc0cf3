import { nextTick, onBeforeUnmount, ref, type Ref } from 'vue'
import type { Post, PostStatus } from '#contract/posts'
import { useNotices } from '../../shell/notices'
import { commitFocused, wrongField } from '../../ui/commitFocused'
import { useWords } from '../../words/useWords'
import { useMay } from '../../workspace/may'
import { useCommand } from '../../workspace/useCommand'
import type { usePostForm } from '../form/usePostForm'
import type { useOldPost } from '../publication/useOldPost'
import type { useSeriesSave } from '../series/useSeriesSave'
import { checkedPart } from '../findings/findingsView'
import { useAfterword } from '../findings/useAfterword'
import { useAskFirst } from '../useAskFirst'

/** The editor's own parts that saving needs. */
interface Editor {
  /** Null while a new post is written. */
  readonly post: () => Post | null
  readonly root: Readonly<Ref<HTMLElement | null>>
  readonly tab: Ref<string>
  readonly form: ReturnType<typeof usePostForm>
  readonly series: ReturnType<typeof useSeriesSave>
  readonly old: ReturnType<typeof useOldPost>
}

/** Saving what an editor shows: what is asked before, what is said after, and the way back. */
export function usePostSave({ post, root, tab, form, series, old }: Editor) {
  const { t } = useWords()
  const { may } = useMay()
  const notices = useNotices()
  const ask = useAskFirst()
  const afterword = useAfterword()
  const trashing = useCommand('posts', 'trash')
  const restoring = useCommand('posts', 'restoreVersion')
  /** What the foot says of a field that would not be saved; empty where there is none. */
  const refused = ref('')

  /** Saves what is seen: also what stands in the field that has the focus. */
  async function save(status: 'idea' | 'draft' = 'draft'): Promise<void> {
    await commitFocused(root.value)
    if (!form.isNew.value && !form.isDirty.value && wrongInForm() === null) return
    const before = post()
    if (refuseWrong() || !(await mayChangePlan(before))) return
    const scope = form.isOvertaken.value ? 'this' : await series.asked(before, form.content.value)
    if (scope === null) return
    const saved = await form.save(status, series.senderFor(scope))
    if (saved === null) {
      await showProblem()
      return
    }
    if (scope === 'this') notices.tell(wordOf(saved, before), wayBack(before, saved))
    else series.tell()
    void afterword.remaining({ id: saved.id, content: checkedPart(saved.content) }, showChecks)
  }

  let isOpen = true
  onBeforeUnmount(() => {
    isOpen = false
  })

  /** Whether the checks could be shown here: the notice stays when the pane is closed. */
  function showChecks(): boolean {
    if (isOpen) tab.value = 'checks'
    return isOpen
  }

  /** A save may take a status with it: that is said, not left to be found. */
  function wordOf({ content, version, status }: Post, before: Post | null): string {
    const named = { title: content.title, version }
    const was: PostStatus = before?.status ?? status
    if (was === status) return t('posts.pane.saved', named)
    if (was === 'ready' && status === 'approved') return t('posts.pane.savedUnready', named)
    const now = t(`posts.status.${status}`).toLocaleLowerCase()
    return t('posts.pane.savedAs', { ...named, status: now })
  }

  /** What was saved is saved once more as it was; a new post goes to the trash. */
  function wayBack(before: Post | null, { id, version: base }: Post): (() => void) | null {
    if (before === null) return () => void trashing.run({ ids: [id] })
    if (before.version === base || !may('posts.restoreVersion')) return null
    return () => void restoring.run({ id, base, number: before.version })
  }

  /** Asks before an approved or published post is given another day or phase. */
  async function mayChangePlan(before: Post | null): Promise<boolean> {
    const now = form.content.value
    if (before === null || now === null) return true
    const { title, day, time, phaseId } = before.content
    const posts = [{ title, status: before.status }]
    if (now.day !== day || now.time !== time) return ask.confirmed(posts, 'move')
    return now.phaseId === phaseId || ask.confirmed(posts, 'phase')
  }

  /** A field of the post that holds what it cannot read: the form knows nothing of it. */
  function wrongInForm(): ReturnType<typeof wrongField> {
    return form.isSound.value ? wrongField(root.value, '[data-post-fields]') : null
  }

  function refuseWrong(): boolean {
    const wrong = wrongInForm()
    refused.value = wrong === null ? '' : t('posts.pane.fieldWrong', { field: wrong.name })
    wrong?.element.focus()
    return wrong !== null
  }

  /** Leads to the first field that is unsound. */
  async function showProblem(): Promise<void> {
    const fields = Object.keys(form.problems.value)
    if (fields.length === 0) return
    tab.value = fields.every((field) => field.startsWith('account')) ? 'accounts' : 'content'
    await nextTick()
    root.value?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  /** Records what came out before it was planned. */
  async function recordOld(): Promise<void> {
    await commitFocused(root.value)
    if (!refuseWrong() && !(await old.record())) await showProblem()
  }

  return { save, recordOld, refused }
}
