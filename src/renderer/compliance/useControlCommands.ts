import { computed } from 'vue'
import { ControlFields, type Control, type FrameworkId } from '#contract/frameworks'
import { useNotices } from '../shell/notices'
import { useSayError } from '../words/sayError'
import { useWords } from '../words/useWords'
import { useCommand } from '../workspace/useCommand'

/** What is done to the controls of a draft, each with the way back. */
export function useControlCommands(frameworkId: () => FrameworkId) {
  const { t } = useWords()
  const say = useSayError()
  const notices = useNotices()
  const adding = useCommand('compliance', 'addControl', { failures: 'here' })
  const changing = useCommand('compliance', 'changeControl', { failures: 'here' })
  const undoing = useCommand('compliance', 'changeControl')
  const retiring = useCommand('compliance', 'retireControl')
  const returning = useCommand('compliance', 'bringBackControl')
  const moving = useCommand('compliance', 'moveControl')
  const failure = computed(() => adding.failure.value ?? changing.failure.value)

  /** Adds a control or changes the given one; null when it failed, and `failureText` says why. */
  async function save(before: Control | null, fields: ControlFields): Promise<Control | null> {
    const id = frameworkId()
    const saved = before
      ? await changing.run({ frameworkId: id, key: before.key, fields })
      : await adding.run({ frameworkId: id, fields })
    if (!saved.ok) return null
    const { clause } = saved.value
    if (before === null) {
      notices.tell(t('compliance.added', { clause }))
      return saved.value
    }
    const { key } = before
    const kept = ControlFields.parse(before)
    notices.tell(
      t('compliance.changed', { clause }),
      () => void undoing.run({ frameworkId: id, key, fields: kept }),
    )
    return saved.value
  }

  async function retire({ key, clause }: Control, reason: string): Promise<boolean> {
    const id = { frameworkId: frameworkId(), key }
    const { ok } = await retiring.run({ ...id, reason })
    if (ok) notices.tell(t('compliance.wasRetired', { clause }), () => void returning.run(id))
    return ok
  }

  async function bringBack({ key, clause, retired }: Control): Promise<void> {
    const id = { frameworkId: frameworkId(), key }
    const { ok } = await returning.run(id)
    const undo = () => void retiring.run({ ...id, reason: retired ?? '' })
    if (ok) notices.tell(t('compliance.controlBack', { clause }), undo)
  }

  async function move({ key }: Control, by: -1 | 1): Promise<void> {
    await moving.run({ frameworkId: frameworkId(), key, by })
  }

  return {
    ...{ save, retire, bringBack, move, retiring, moving },
    saving: computed(() => adding.running.value || changing.running.value),
    failureText: computed(() => (failure.value ? say(failure.value).sentence : '')),
  }
}
