import { onBeforeUnmount, onMounted, watch } from 'vue'
import { useRouter } from 'vue-router'
import type { CaseWarning, GivenWarning } from '#contract/complaintWarnings'
import { useDesktop } from '../../shell/desktop'
import { useWords } from '../../words/useWords'
import { useWorkspace } from '../../workspace/calls'
import { useGate } from '../../workspace/gate'
import { useMay } from '../../workspace/may'
import { useComplaintsScreen } from '../complaintsScreen'
import { warningsNow, type WarningLine } from './warningView'

/** How often the clock is looked at; a page that is not seen is given a turn a minute at most. */
const everyMs = 30_000
/** So many numbers are named in a line of a notice. */
const named = 3

/** What is known of the person at the keyboard; it is all there is while the screen is locked. */
interface Known {
  readonly personId: string
  readonly warnings: readonly CaseWarning[]
  readonly told: Set<string>
  /** Told behind the locked screen, and not kept yet. */
  waiting: readonly GivenWarning[]
}

/**
 * Warns the person at the keyboard of complaints whose time runs out, during the day and on days off,
 * by their numbers alone; a click on the notice opens the register, what is due first.
 */
export function useWarnings(): void {
  const { t, format } = useWords()
  const router = useRouter()
  const desktop = useDesktop()
  const workspace = useWorkspace()
  const gate = useGate()
  const screen = useComplaintsScreen()
  const { may } = useMay()
  let known: Known | null = null
  let looking = false
  let turn: ReturnType<typeof setInterval> | undefined

  async function look(): Promise<void> {
    const person = gate.actor.value
    if (person === null || looking) return
    looking = true
    try {
      if (gate.isOpen.value) known = await ask(person.id)
      if (known !== null && known.personId === gate.actor.value?.id) await tell(known)
    } catch {
      // Asked again in half a minute; what fails on a page that people look at says so there.
    } finally {
      looking = false
    }
  }

  async function ask(personId: string): Promise<Known | null> {
    if (!may('complaints.warnings')) return null
    const before = known?.personId === personId ? known : null
    if (before !== null) await keep(before, [])
    const warnings = await workspace.complaints.warnings({})
    return { personId, warnings, told: before?.told ?? new Set(), waiting: [] }
  }

  async function tell(of: Known): Promise<void> {
    const { lines, given, quiet, keys } = warningsNow(of.warnings, Date.now(), of.told)
    if (lines.length > 0 && (await show(lines))) {
      for (const key of keys) of.told.add(key)
      await keep(of, given)
    } else if (of.waiting.length === 0) await keep(of, quiet)
  }

  /** @returns false where the computer has no notices: lists and the board say it all the same */
  function show(lines: readonly WarningLine[]): Promise<boolean> {
    const title = t('complaints.warnings.title')
    const body = lines.map(lineWords).join('\n')
    return desktop.notify({ title, body, leadsTo: 'complaints-due' })
  }

  function lineWords({ share, role, numbers }: WarningLine): string {
    const first = numbers.slice(0, named).join(', ')
    const rest = numbers.length - named
    const list = rest > 0 ? t('complaints.warnings.andMore', { first, count: rest }) : first
    if (share !== null) {
      const used = format.value.percent(share / 100)
      return t('complaints.warnings.line.used', { share: used, numbers: list })
    }
    if (role === null) return t('complaints.warnings.line.late', { numbers: list })
    const who = t(`people.roles.${role}`).toLocaleLowerCase()
    return t('complaints.warnings.line.rung', { role: who, numbers: list })
  }

  async function keep(of: Known, given: readonly GivenWarning[]): Promise<void> {
    of.waiting = [...of.waiting, ...given]
    if (of.waiting.length === 0 || !gate.isOpen.value) return
    await workspace.complaints.keepWarnings({ given: [...of.waiting] })
    of.waiting = []
  }

  function openList(): void {
    if (gate.lockedScreen.value !== null || !may('complaints.list')) return
    screen.reset()
    screen.setFilter({ open: true })
    void router.push({ name: 'complaints' })
  }

  const deafen = desktop.onRequest((request) => {
    if (request === 'complaints-due') openList()
  })
  watch([() => gate.actor.value?.id, gate.isOpen], () => void look())
  onMounted(() => {
    void look()
    turn = setInterval(() => void look(), everyMs)
  })
  onBeforeUnmount(() => {
    clearInterval(turn)
    deafen()
  })
}
