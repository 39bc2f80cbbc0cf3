import type { Cycle, Phase, PhaseDates, PhaseFields } from '#contract/cycles'
import type { PlainDate } from '#contract/values'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useCommand } from '../workspace/useCommand'
import type { CycleDraft } from './cycleDraft'
import { useCycleWords } from './useCycleWords'

/** Changes to cycles and phases, each with its way back. */
export function useCycleCommands() {
  const { t } = useWords()
  const { nameOf } = useCycleWords()
  const notices = useNotices()
  const adding = useCommand('cycles', 'add', { failures: 'here' })
  const changing = useCommand('cycles', 'change', { failures: 'here' })
  const unchanging = useCommand('cycles', 'change')
  const changingPhase = useCommand('cycles', 'changePhase', { failures: 'here' })
  const unchangingPhase = useCommand('cycles', 'changePhase')
  const archiving = useCommand('cycles', 'archive')
  const returning = useCommand('cycles', 'bringBack')

  async function add(
    { name, nameEn, note }: CycleDraft,
    period: { readonly startsOn: PlainDate; readonly endsOn: PlainDate },
  ): Promise<Cycle | null> {
    const { startsOn, endsOn } = period
    const saved = await adding.run({ name, nameEn, note, startsOn, endsOn })
    if (!saved.ok) return null
    notices.tell(t('cycles.added', { name: nameOf(saved.value) }))
    return saved.value
  }

  async function change(before: Cycle, { name, nameEn, note }: CycleDraft): Promise<boolean> {
    const { id } = before
    const saved = await changing.run({ id, name, nameEn, note })
    if (!saved.ok) return false
    const was = { id, name: before.name, nameEn: before.nameEn, note: before.note }
    const text = t('cycles.changed', { name: nameOf(saved.value) })
    notices.tell(text, () => void unchanging.run(was))
    return true
  }

  /** `others`: phases of the cycle whose borders move along; taken back they move back too. */
  async function changePhase(
    cycle: Cycle,
    before: Phase,
    fields: PhaseFields,
    others: readonly PhaseDates[],
  ): Promise<boolean> {
    const { id, number } = before
    const saved = await changingPhase.run({ ...fields, id, others: [...others] })
    if (!saved.ok) return false
    const moved = new Set(others.map((other) => other.id))
    const was = { ...before, others: cycle.phases.filter((phase) => moved.has(phase.id)) }
    const said = others.length > 0 ? 'cycles.phasesChanged' : 'cycles.phaseChanged'
    notices.tell(t(said, { number }), () => void unchangingPhase.run(was))
    return true
  }

  async function setArchived(cycle: Cycle, archived: boolean): Promise<boolean> {
    const { id } = cycle
    const [doing, back] = archived ? [archiving, returning] : [returning, archiving]
    const { ok } = await doing.run({ id })
    const name = nameOf(cycle)
    const text = archived ? t('cycles.wasArchived', { name }) : t('cycles.wasBroughtBack', { name })
    if (ok) notices.tell(text, () => void back.run({ id }))
    return ok
  }

  return {
    ...{ add, change, changePhase, setArchived },
    ...{ adding, changing, changingPhase, archiving, returning },
  }
}
