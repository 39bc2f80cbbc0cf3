import { computed, shallowRef } from 'vue'
import { mostBoxes, type RedactionBox } from '#contract/attachmentRedaction'
import type { Attachment, AttachmentId } from '#contract/attachments'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useJobs } from '../workspace/jobs'
import { useCommand } from '../workspace/useCommand'
import { freshBox, sameBoxes } from './redactView'

type Boxes = readonly RedactionBox[]

/** Steps that can be taken back while boxes are drawn. */
const mostSteps = 50

/** What was drawn and not saved when its dialog was closed: places in pictures and nothing more. */
const unfinished = new Map<AttachmentId, Boxes>()

/** Draws the boxes of one picture, beginning with those that stand there. */
export function useRedacting(attachment: Attachment) {
  const { t } = useWords()
  const notices = useNotices()
  const jobs = useJobs()
  const removing = useCommand('attachments', 'removeRedaction')
  const restoring = useCommand('attachments', 'restoreRedaction')
  const { id, title, redaction } = attachment
  const size = { width: attachment.width ?? 1, height: attachment.height ?? 1 }
  const standing: Boxes = redaction?.boxes ?? []
  const boxes = shallowRef<Boxes>(unfinished.get(id) ?? standing)
  const steps = shallowRef<readonly Boxes[]>([])
  const isRunning = shallowRef(false)
  const failure = shallowRef<unknown>(null)
  const isChanged = computed(() => !sameBoxes(boxes.value, standing))
  const isFull = computed(() => boxes.value.length >= mostBoxes)

  /** One step, which can be taken back. */
  function set(next: Boxes, before: Boxes = boxes.value): void {
    if (sameBoxes(next, before)) return
    steps.value = [...steps.value, before].slice(-mostSteps)
    show(next)
  }

  /** What a hand is drawing: no step before it lets go. */
  function show(next: Boxes): void {
    boxes.value = next
    if (isChanged.value) unfinished.set(id, next)
    else unfinished.delete(id)
  }

  function undo(): void {
    const before = steps.value.at(-1)
    if (before === undefined) return
    steps.value = steps.value.slice(0, -1)
    show(before)
  }

  /** Answers the place of the new box; null where there are as many as there may be. */
  function add(box: RedactionBox = freshBox(size, boxes.value)): number | null {
    if (isFull.value) return null
    set([...boxes.value, box])
    return boxes.value.length - 1
  }

  const replaced = (place: number, box: RedactionBox): Boxes => boxes.value.with(place, box)
  const without = (place: number): Boxes => boxes.value.toSpliced(place, 1)

  function cancel(): void {
    unfinished.delete(id)
  }

  /** Saves what is drawn; nothing drawn takes the copy away. Answers whether it was done. */
  async function save(): Promise<boolean> {
    if (isRunning.value) return false
    isRunning.value = true
    failure.value = null
    try {
      return boxes.value.length === 0 ? await remove() : await redact()
    } finally {
      isRunning.value = false
    }
  }

  async function redact(): Promise<boolean> {
    const outcome = await jobs.start(
      'attachments',
      'redact',
      { id, boxes: [...boxes.value] },
      { title: () => t('attachments.redaction.saving'), failures: 'here' },
    )
    if (!outcome.ok) {
      failure.value = outcome.error
      return false
    }
    unfinished.delete(id)
    const { before } = outcome.value
    notices.tell(t('attachments.redaction.saved', { title }), () => {
      if (before === null) void removing.run({ id })
      else void restoring.run({ id, redactionId: before })
    })
    return true
  }

  async function remove(): Promise<boolean> {
    if (redaction === null) return false
    const { ok } = await removing.run({ id })
    if (!ok) return false
    unfinished.delete(id)
    notices.tell(t('attachments.redaction.removed', { title }), () => {
      void restoring.run({ id, redactionId: redaction.id })
    })
    return true
  }

  return {
    ...{ size, boxes, steps, isChanged, isFull, isRunning, failure },
    ...{ set, show, undo, add, replaced, without, cancel, save, remove },
  }
}

/** Whether boxes of this picture were drawn and not saved. */
export function isUnfinished(id: AttachmentId): boolean {
  return unfinished.has(id)
}
