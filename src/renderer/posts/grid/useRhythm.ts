import { computed } from 'vue'
import type { PlainDate } from '#contract/values'
import { channelIcon } from '../../accounts/channelIcons'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { useQuery } from '../../workspace/useQuery'
import { useCalendarScreen } from '../calendarScreen'
import type { StripMark } from './rhythmStrip'
import { rhythmByDay, type RhythmMark } from './rhythmView'

/** How the days in sight stand to the rhythm of their accounts, where there is something to say. */
export function useRhythm() {
  const { t } = useWords()
  const { nameOf } = useReferenceWords()
  const screen = useCalendarScreen()
  const accounts = useQuery('accounts', 'list', {})
  const lists = useQuery('reference', 'lists', {})
  const days = useQuery('posts', 'accountDays', () => (screen.rhythm ? screen.shown : null), {
    keepPrevious: true,
  })
  const known = computed(
    () => new Map((accounts.data.value ?? []).map((account) => [account.id, account])),
  )
  const channels = computed(
    () => new Map((lists.data.value?.channels ?? []).map(({ item }) => [item.key, nameOf(item)])),
  )
  const marks = computed<ReadonlyMap<PlainDate, readonly RhythmMark[]>>(() =>
    screen.rhythm
      ? rhythmByDay(
          days.data.value ?? [],
          (id) => known.value.get(id)?.channel ?? null,
          screen.filter.accountIds,
        )
      : new Map(),
  )
  const strips = computed<ReadonlyMap<PlainDate, readonly StripMark[]>>(
    () =>
      new Map(
        [...marks.value].map(([day, all]) => [
          day,
          all.map(({ channel, standing, accounts: { length } }) => ({
            ...{ standing, channel: channelIcon(channel), accounts: length },
            words: t(`posts.rhythm.mark.${standing}`, {
              ...{ channel: channels.value.get(channel) ?? channel, count: length },
            }),
          })),
        ]),
      ),
  )
  return { known, marks, strips }
}
