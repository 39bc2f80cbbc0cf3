import { computed, ref, shallowRef, watch } from 'vue'
import { WorkspaceError } from '#contract/errors'
import { missingParts } from '#contract/postMissing'
import { withoutPlan, type PostContent } from '#contract/postContent'
import type { Post, PostDraft } from '#contract/posts'
import { useWorkspace, type InputOf } from '../../workspace/calls'
import { useGate } from '../../workspace/gate'
import { useMay } from '../../workspace/may'
import { useCommand, type RunningCommand } from '../../workspace/useCommand'
import { formOf, keptForm, newForm, read, sameForm, type PostForm } from './postForm'
import { rebase, savedOnlyBy } from './rebase'
import { useDraftKeeping } from '../../ui/useDraftKeeping'

/** What the typing began from. */
interface Base {
  /** Null for a post that does not exist yet. */
  readonly version: number | null
  readonly form: PostForm
}

export interface PostFormOptions {
  /** The post as it is now; null while a new one is written. */
  readonly post: () => Post | null
  /** What a new post begins with. */
  readonly start: Partial<PostContent>
  /** What this person had half typed. */
  readonly kept: PostDraft | null
  readonly saved: (post: Post) => void
}

/** Saves a post that exists. */
export type SendPost = RunningCommand<InputOf<'posts', 'save'>, Post>['run']

export type PostFormState = ReturnType<typeof usePostForm>

/** The form of one post: typing, keeping, saving, and what others save meanwhile. */
export function usePostForm({ post, start, kept, saved }: PostFormOptions) {
  const workspace = useWorkspace()
  const gate = useGate()
  const { may } = useMay()
  const adding = useCommand('posts', 'add', { failures: 'here' })
  const saving = useCommand('posts', 'save', { failures: 'here' })
  const who = gate.actor.value?.id

  const base = shallowRef(baseOf(post()))
  const form = shallowRef(base.value.form)
  const offered = shallowRef(worthOffering(kept, base.value))
  const tried = ref(false)
  const isBusy = ref(false)

  const isDirty = computed(() => !sameForm(form.value, base.value.form))
  const reading = computed(() => read(form.value))
  const isLocked = computed(() => offered.value !== null)
  /** A newer version was saved while this was typed. */
  const isBehind = computed(() => {
    const now = post()?.version ?? null
    const { version } = base.value
    return version !== null && now !== null && now > version && isDirty.value && !isBusy.value
  })
  /** The newest version of which it is known that it cannot be taken without a word. */
  const judged = ref(0)
  /** It is for the person to say how the newer version and the typing go together. */
  const isOvertaken = computed(() => isBehind.value && judged.value === post()?.version)
  /** All that was saved meanwhile was saved by who is typing: nobody else is to be named. */
  const isOwnDoing = ref(false)
  const missing = computed(() => missingParts(form.value))
  const failure = computed(() => {
    const error = adding.failure.value ?? saving.failure.value
    // That is told with what was saved meanwhile, beside the form.
    return error instanceof WorkspaceError && error.reason === 'posts.changed-meanwhile'
      ? null
      : error
  })

  const keeping = useDraftKeeping(
    () => (isDirty.value && !isLocked.value ? form.value : null),
    async (content) => {
      // Whoever sits here now has drafts of their own.
      if (gate.actor.value?.id !== who || !may('posts.keepDraft')) {
        throw new WorkspaceError('people.not-allowed')
      }
      const input = { postId: post()?.id ?? null, baseVersion: base.value.version, content }
      return (await workspace.posts.keepDraft(input)).savedAt
    },
    () => workspace.posts.dropDraft({ postId: post()?.id ?? null }),
  )

  function baseOf(now: Post | null): Base {
    return now === null
      ? { version: null, form: newForm(may('posts.move') ? start : withoutPlan(start)) }
      : { version: now.version, form: formOf(now.content) }
  }

  /** Shows what is saved, and nothing else. */
  function follow(now: Post | null): void {
    base.value = baseOf(now)
    form.value = base.value.form
    tried.value = false
  }

  // Also when what was typed is typed back: there is nothing left to hold against theirs.
  watch([() => post()?.version, isDirty], () => {
    const version = post()?.version ?? null
    const isBehind = version !== null && version > (base.value.version ?? 0)
    if (isBehind && !isDirty.value && !isBusy.value) follow(post())
  })

  // A tile dragged while its post is half typed, say: what is one's own is taken without a word.
  watch(
    [isBehind, () => post()?.version],
    () => {
      if (isBehind.value) void judge()
    },
    { immediate: true },
  )

  async function judge(): Promise<void> {
    const now = post()
    const since = base.value.version
    if (now === null || since === null) return
    const versions = await workspace.posts.versions({ id: now.id }).catch(() => null)
    // Meanwhile it is another one again: that is judged by itself.
    if (post()?.version !== now.version || !isBehind.value) return
    isOwnDoing.value = versions !== null && savedOnlyBy(who, versions, since)
    if (isOwnDoing.value && rebased.value?.both.length === 0) takeNewest()
    else judged.value = now.version
  }

  function edit(part: Partial<PostForm>): void {
    form.value = { ...form.value, ...part }
  }

  /**
   * Saves the form; null where something stands in its way.
   * @param send takes a post that exists to the workspace, where not it alone is saved
   */
  async function save(
    status: 'idea' | 'draft' = 'draft',
    send: SendPost = (input) => saving.run(input),
  ): Promise<Post | null> {
    tried.value = true
    const { content } = reading.value
    if (content === null || isLocked.value || isBehind.value || isBusy.value) return null
    isBusy.value = true
    try {
      const sent = form.value
      const { version } = base.value
      const before = post()
      await keeping.settle()
      const outcome =
        before === null || version === null
          ? await adding.run({ content, status })
          : await send({ id: before.id, base: version, content })
      if (!outcome.ok) return null
      base.value = baseOf(outcome.value)
      // Words typed while the save was on its way stay.
      if (form.value === sent) form.value = base.value.form
      await keeping.stop()
      tried.value = false
      saved(outcome.value)
      return outcome.value
    } finally {
      isBusy.value = false
    }
  }

  /** Goes on with what was half typed. */
  async function resume(): Promise<void> {
    const draft = offered.value
    if (draft === null) return
    const now = post()
    if (now !== null && draft.baseVersion !== null && draft.baseVersion !== now.version) {
      const content = await workspace.posts.version({ id: now.id, number: draft.baseVersion })
      base.value = { version: draft.baseVersion, form: formOf(content) }
    }
    offered.value = null
    form.value = keptForm(draft.content)
    keeping.took(draft.savedAt)
  }

  /** Throws away what is not saved; answers the way back. */
  async function discard(): Promise<() => void> {
    const before = {
      base: base.value,
      form: offered.value === null ? form.value : keptForm(offered.value.content),
    }
    offered.value = null
    follow(post())
    await keeping.stop()
    await workspace.posts.dropDraft({ postId: post()?.id ?? null })
    return () => {
      base.value = before.base
      form.value = before.form
    }
  }

  /** What mine would be over what was saved meanwhile. */
  const rebased = computed(() => {
    const now = post()
    return now === null ? null : rebase(form.value, base.value.form, formOf(now.content))
  })

  /** Takes the newest version as what the typing began from; what I changed stays mine. */
  function takeNewest(): void {
    const now = post()
    if (now === null || rebased.value === null) return
    form.value = rebased.value.form
    base.value = baseOf(now)
    saving.clearFailure()
  }

  return {
    ...{
      form,
      edit,
      isDirty,
      isLocked,
      isOvertaken,
      isOwnDoing,
      isBusy,
      missing,
      failure,
      offered,
      keeping,
    },
    ...{ save, resume, discard, follow, rebased, takeNewest },
    /** From now on what is unsound is told. */
    tryOut() {
      tried.value = true
    },
    isNew: computed(() => post() === null),
    baseVersion: computed(() => base.value.version),
    isSound: computed(() => reading.value.content !== null),
    content: computed(() => reading.value.content),
    /** A new form is not red before it was to be saved. */
    problems: computed(() => (tried.value || post() !== null ? reading.value.problems : {})),
  }
}

/** A draft that holds nothing but what is saved is not worth a question. */
function worthOffering(kept: PostDraft | null, base: Base): PostDraft | null {
  if (kept === null) return null
  return sameForm(keptForm(kept.content), base.form) ? null : kept
}
