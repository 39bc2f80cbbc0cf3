import { computed } from 'vue'
import type {
  ActionFields,
  CorrectiveAction,
  Finding,
  FindingFields,
} from '#contract/assessmentFindings'
import type { AssessmentId } from '#contract/assessmentIds'
import type { Control } from '#contract/frameworks'
import { useNotices } from '../../shell/notices'
import { useSayError } from '../../words/sayError'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'

/** What is done about findings, each with its way back where it takes something away. */
export function useFindingCommands() {
  const { t } = useWords()
  const say = useSayError()
  const notices = useNotices()
  const adding = useCommand('compliance', 'addFinding', { failures: 'here' })
  const changing = useCommand('compliance', 'changeFinding', { failures: 'here' })
  const closing = useCommand('compliance', 'closeFinding', { failures: 'here' })
  const reopening = useCommand('compliance', 'reopenFinding')
  const removing = useCommand('compliance', 'removeFinding')
  const returning = useCommand('compliance', 'bringBackFinding')
  const forms = [adding, changing, closing]
  const failure = computed(() => forms.map((each) => each.failure.value).find(Boolean) ?? null)

  async function save(
    { id, control, finding }: { id: AssessmentId; control: Control; finding: Finding | null },
    fields: FindingFields,
  ): Promise<boolean> {
    if (finding !== null) {
      const { ok } = await changing.run({ id: finding.id, base: finding.version, fields })
      if (ok) notices.tell(t('compliance.remedy.changed'))
      return ok
    }
    const done = await adding.run({ id, key: control.key, fields })
    if (!done.ok) return false
    const undo = () => void removing.run({ id: done.value.id })
    notices.tell(t('compliance.remedy.added', { clause: control.clause }), undo)
    return true
  }

  async function close({ id }: Finding, how: string): Promise<boolean> {
    const { ok } = await closing.run({ id, how })
    const undo = () => void reopening.run({ id })
    if (ok) notices.tell(t('compliance.remedy.wasClosed'), undo)
    return ok
  }

  async function reopen({ id, closed }: Finding): Promise<void> {
    const { ok } = await reopening.run({ id })
    const undo = () => void closing.run({ id, how: closed?.how ?? '' })
    if (ok) notices.tell(t('compliance.remedy.wasReopened'), undo)
  }

  async function remove({ id }: Finding): Promise<void> {
    const { ok } = await removing.run({ id })
    if (ok) notices.tell(t('compliance.remedy.removed'), () => void returning.run({ id }))
  }

  return {
    ...{ save, close, reopen, remove },
    isRunning: computed(() => forms.some(({ running }) => running.value)),
    failureText: computed(() => (failure.value ? say(failure.value).sentence : null)),
  }
}

/** What is done about corrective actions. */
export function useActionCommands() {
  const { t } = useWords()
  const say = useSayError()
  const notices = useNotices()
  const adding = useCommand('compliance', 'addAction', { failures: 'here' })
  const changing = useCommand('compliance', 'changeAction', { failures: 'here' })
  const checking = useCommand('compliance', 'checkAction', { failures: 'here' })
  const moving = useCommand('compliance', 'moveAction')
  const removing = useCommand('compliance', 'removeAction')
  const returning = useCommand('compliance', 'bringBackAction')
  const forms = [adding, changing, checking]
  const failure = computed(() => forms.map((each) => each.failure.value).find(Boolean) ?? null)

  async function save(
    { finding, action }: { finding: Finding; action: CorrectiveAction | null },
    fields: ActionFields,
  ): Promise<boolean> {
    if (action !== null) {
      const { ok } = await changing.run({ id: action.id, base: action.version, fields })
      if (ok) notices.tell(t('compliance.remedy.actionChanged'))
      return ok
    }
    const { ok } = await adding.run({ id: finding.id, fields })
    if (ok) notices.tell(t('compliance.remedy.actionAdded'))
    return ok
  }

  type Moved = 'open' | 'in-work' | 'done'

  async function move({ id, version, progress: before }: CorrectiveAction, progress: Moved) {
    const { ok } = await moving.run({ id, base: version, progress })
    if (!ok) return
    const word = t(`compliance.remedy.progresses.${progress}`)
    const back = before === 'effective' ? null : before
    const undo = back && (() => void moving.run({ id, base: version + 1, progress: back }))
    notices.tell(t('compliance.remedy.actionMoved', { progress: word }), undo)
  }

  async function check({ id, version }: CorrectiveAction, remark: string): Promise<boolean> {
    const { ok } = await checking.run({ id, base: version, remark })
    const undo = () => void moving.run({ id, base: version + 1, progress: 'done' })
    if (ok) notices.tell(t('compliance.remedy.actionChecked'), undo)
    return ok
  }

  async function remove({ id }: CorrectiveAction): Promise<void> {
    const { ok } = await removing.run({ id })
    if (ok) notices.tell(t('compliance.remedy.actionRemoved'), () => void returning.run({ id }))
  }

  return {
    ...{ save, move, check, remove },
    isRunning: computed(() => forms.some(({ running }) => running.value)),
    failureText: computed(() => (failure.value ? say(failure.value).sentence : null)),
  }
}
