import type { ClockName } from '#contract/clockLimits'
import { Recounted, type ComplaintEvent, type EventChange } from '#contract/complaintEvents'
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
      default:
        return null
    }
  }

  function named(clock: ClockName | null): string {
    return clock === null ? '' : words.clockName(clock)
  }

  /** Null for what is not about clocks. */
  function changeLine({ field, before, after }: EventChange): string | null {
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
