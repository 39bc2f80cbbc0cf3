import { computed, ref, shallowRef, watch } from 'vue'
import type { ComplaintId } from '#contract/complaintFields'
import type { GroupAnswer } from '#contract/complaintGroupAnswers'
import type { Language } from '#contract/values'
import { useRested } from '../../ui/useRested'
import { useWords } from '../../words/useWords'
import { useGate } from '../../workspace/gate'
import { useKnownLists } from '../../workspace/useKnown'
import { useQuery } from '../../workspace/useQuery'
import { deedsOf, recipientsOf, unknownPlaces } from './togetherView'
import { useTogetherCommands } from './useTogetherCommands'

/** A group's answers as they are worked on: one that was begun, or a text nobody has yet. */
export function useTogether(id: () => ComplaintId) {
  const { language: ofWindow } = useWords()
  const gate = useGate()
  const lists = useKnownLists()
  const commands = useTogetherCommands()
  const answers = useQuery('complaints', 'groupAnswers', () => ({ id: id() }))
  /** The answer that is shown; null: a new text. Undefined until it is known which. */
  const shownId = ref<GroupAnswer['id'] | null | undefined>(undefined)
  const kind = ref('')
  const language = ref<Language>(ofWindow.value)
  const text = ref('')
  const chosen = shallowRef<ReadonlySet<ComplaintId>>(new Set())
  const rested = useRested(text)
  const begun = computed(
    () => answers.data.value?.find((each) => each.id === shownId.value) ?? null,
  )
  const asked = () => ({ id: id(), text: rested.value, language: language.value })
  const replies = useQuery('complaints', 'groupReplies', asked, { keepPrevious: true })
  const recipients = computed(() => recipientsOf(replies.data.value ?? [], begun.value))
  const unknown = computed(() => unknownPlaces(replies.data.value ?? []))
  const isChanged = computed(() => begun.value !== null && begun.value.text !== text.value)
  const me = computed(() => gate.actor.value?.id)
  const deeds = computed(() =>
    deedsOf(recipients.value, chosen.value, ({ writers }) =>
      writers.some((writer) => writer === me.value),
    ),
  )

  function open(answer: GroupAnswer | null): void {
    shownId.value = answer?.id ?? null
    kind.value = answer?.kind ?? ''
    language.value = answer?.language ?? ofWindow.value
    text.value = answer?.text ?? ''
    chosen.value = new Set(answer === null ? everybody() : unsent(answer))
  }

  const everybody = () => (replies.data.value ?? []).map((reply) => reply.id)
  const unsent = (answer: GroupAnswer) =>
    answer.answers.filter(({ status }) => status !== 'sent').map((each) => each.complaintId)

  // What was begun last is gone on with; where nothing was, everybody is to be told.
  watch(
    () => [answers.data.value, replies.data.value] as const,
    ([known, group]) => {
      if (known === undefined || group === undefined) return
      const isGone = typeof shownId.value === 'string' && begun.value === null
      if (shownId.value === undefined || isGone) open(known[0] ?? null)
    },
    { immediate: true },
  )

  /** The words of a standard answer take the place of what was not written by hand. */
  function takeStandard(key: string): void {
    const found = lists.data.value?.['standard-answers'].find(({ item }) => item.key === key)
    if (found !== undefined) text.value = found.item.text[language.value]
  }

  async function begin(): Promise<void> {
    const ids = recipients.value.map((each) => each.id).filter((each) => chosen.value.has(each))
    const made = await commands.begin({
      ...{ id: id(), ids, kind: kind.value === '' ? null : kind.value },
      ...{ language: language.value, text: text.value },
    })
    if (made === null) return
    const now = await answers.refetch()
    open(now.data?.find((each) => each.id === made) ?? null)
  }

  async function rewrite(): Promise<void> {
    if (begun.value !== null) await commands.rewrite(begun.value.id, text.value)
  }

  return {
    ...{ answers, replies, recipients, begun, unknown, deeds, isChanged },
    ...{ kind, language, text, chosen, open, takeStandard, begin, rewrite },
    ...{ beginning: commands.beginning.running, writing: commands.writing.running },
  }
}
