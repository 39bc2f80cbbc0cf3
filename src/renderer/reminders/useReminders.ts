import { onBeforeUnmount, onMounted, watch } from 'vue'
import { z } from 'zod'
import type { DueToday, Reminders } from '#contract/reminders'
import { PlainDate } from '#contract/values'
import { timeInMalaysia, todayInMalaysia } from '../accounts/today'
import { useDesktop } from '../shell/desktop'
import { useWords } from '../words/useWords'
import { useWorkspace } from '../workspace/calls'
import { useGate } from '../workspace/gate'
import { useMay } from '../workspace/may'
import { noticesNow, withTold, type DueNotice, type Told } from './reminderView'
import { dueSources, type DueSource } from './sources'

/** How often the clock is looked at; a page that is not seen is given a turn a minute at most. */
const everyMs = 30_000

const ToldShape = z.object({ day: PlainDate, keys: z.array(z.string()) })

/** What a source has due. */
interface Due {
  readonly source: DueSource
  readonly today: DueToday
}

/** What is known of the person at the keyboard; it is all there is while the screen is locked. */
interface Known {
  readonly personId: string
  readonly rules: Reminders
  readonly due: readonly Due[]
  told: Told | null
}

/** Tells the person at the keyboard, through the computer's notices, what is due today. */
export function useReminders(): void {
  const { t } = useWords()
  const desktop = useDesktop()
  const workspace = useWorkspace()
  const gate = useGate()
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
      // Behind a locked screen nothing answers: what was due when it was locked is what is told.
      if (known?.personId === gate.actor.value?.id) await tell(known)
    } catch {
      // Asked again in half a minute; what fails on a page that people look at says so there.
    } finally {
      looking = false
    }
  }

  async function ask(personId: string): Promise<Known> {
    const rules = await workspace.office.reminders({})
    const { value } = await workspace.people.remembered({ name: 'reminders' })
    const due = rules.on
      ? await Promise.all(
          dueSources
            .filter(({ call }) => may(call))
            .map(async (source) => ({ source, today: await source.ask(workspace, rules.state) })),
        )
      : []
    const stored = ToldShape.safeParse(value)
    const before = known?.personId === personId ? known.told : null
    const told = stored.success ? stored.data : null
    // What was told behind the locked screen is not written yet.
    const both = before === null ? told : withTold(told, before.day, before.keys)
    return { personId, rules, due, told: both }
  }

  async function tell(of: Known | null): Promise<void> {
    if (of === null) return
    const moment = Date.now()
    const now = { day: todayInMalaysia(moment), time: timeInMalaysia(moment) }
    const notices = noticesNow(
      now,
      of.rules,
      of.due.map(({ today }) => today),
      of.told,
    )
    if (notices.length === 0) return
    of.told = withTold(
      of.told,
      now.day,
      notices.map(({ key }) => key),
    )
    for (const notice of notices) {
      await desktop.notify({
        title: t('reminders.board'),
        body: bodyOf(notice, of.due),
        leadsTo: 'todays-board',
      })
    }
    if (gate.isOpen.value) {
      const { day, keys } = of.told
      await workspace.people.remember({ name: 'reminders', value: { day, keys: [...keys] } })
    }
  }

  function bodyOf(notice: DueNotice, due: readonly Due[]): string {
    if (notice.kind === 'slot') {
      const { count, time } = notice
      return t('reminders.slot', { count, time })
    }
    return due
      .flatMap(({ source, today }) =>
        today.counts.map(({ kind, count }) => source.say(t, kind, count)),
      )
      .join('\n')
  }

  watch([() => gate.actor.value?.id, gate.isOpen], () => void look())
  onMounted(() => {
    void look()
    turn = setInterval(() => void look(), everyMs)
  })
  onBeforeUnmount(() => {
    clearInterval(turn)
  })
}
