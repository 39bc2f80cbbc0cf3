import { ClockName } from '#contract/clockLimits'
import { Recounted, type ComplaintEvent, type EventChange } from '#contract/complaintEvents'
import { RungRole, rungMarks, shareMarks, shippedLadder } from '#contract/complaintLadder'
import { WarningMark } from '#contract/complaintWarnings'
import { Instant } from '#contract/values'
import { useWords } from '../../words/useWords'
import { useKnownLists } from '../../workspace/useKnown'
import { clockOfField } from './clockEvents'
import { useClockWords } from './useClockWords'

/** What the timeline says of clocks. */
export function useClockEvents() {
  const { t, format } = useWords()
  const words = useClockWords()
  const lists = useKnownLists()

  /** Null for what is not about clocks. */
  function sentence({ kind, changes, text }: ComplaintEvent): string | null {
    const clock = named(clockOfField(changes[0]?.field ?? ''))
    switch (kind) {
      case 'clock-met':
        return t('complaints.clockEvent.met', { clock })
      case 'clock-unmet':
        return t('complaints.clockEvent.unmet', { clock: clock.toLocaleLowerCase() })
      case 'paused':
        return t('complaints.clockEvent.paused')
      case 'resumed':
        return t('complaints.clockEvent.resumed')
      case 'clock-set':
        return t('complaints.clockEvent.set')
      case 'recounted':
        return t(`complaints.clockEvent.recounted.${Recounted.catch('days').parse(text)}`)
      case 'warned':
        return warned(changes)
      default:
        return null
    }
  }

  function warned(changes: readonly EventChange[]): string {
    const value = (field: string) => changes.find((change) => change.field === field)?.after
    const mark = WarningMark.catch('late').parse(value('warned_mark'))
    const clock = ClockName.catch('close').parse(value('warned_clock'))
    // What was told before the ladder was a setting was told by the shipped one.
    const part = shareMarks.find((each) => each === mark)
    if (part !== undefined) {
      const share = Number(value('warned_share') ?? shippedLadder.shares[part]) / 100
      const used = format.value.percent(share)
      return t('complaints.warnings.event.used', { share: used, clock: named(clock) })
    }
    const rung = rungMarks.find((each) => each === mark)
    if (rung === undefined) return t('complaints.warnings.event.late', { clock: named(clock) })
    const role = RungRole.catch(shippedLadder.rungs[rung].role).parse(value('warned_role'))
    const who = t(`people.roles.${role}`).toLocaleLowerCase()
    return t('complaints.warnings.event.rung', { role: who, clock: named(clock) })
  }

  function named(clock: ClockName | null): string {
    return clock === null ? '' : words.clockName(clock)
  }

  /** Null for what is not about clocks. */
  function changeLine({ field, before, after }: EventChange): string | null {
    if (field === 'warned_at') {
      const moment = after === null ? '' : format.value.moment(after)
      return t('complaints.warnings.reached', { moment })
    }
    if (field === 'clock_set') return `${setOf(before)} → ${setOf(after)}`
    const clock = clockOfField(field)
    if (clock === null) return null
    if (!field.startsWith('due_')) return after === null ? '' : format.value.moment(after)
    return t('complaints.clockEvent.moved', {
      ...{ clock: named(clock), before: dueOf(before), after: dueOf(after) },
    })
  }

  function dueOf(instant: string | null): string {
    const read = Instant.safeParse(instant)
    return read.success ? words.dueWords(read.data) : t('complaints.clockEvent.notDue')
  }

  function setOf(key: string | null): string {
    const found = lists.data.value?.['clock-sets'].find(({ item }) => item.key === key)
    return found === undefined ? t('complaints.clocks.noSet') : words.setName(found.item)
  }

  return { sentence, changeLine }
}
