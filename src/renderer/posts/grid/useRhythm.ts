import { computed } from 'vue'
import type { AccountDay } from '#contract/postFindings'
import type { PlainDate } from '#contract/values'
import { channelIcon } from '../../accounts/channelIcons'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { useQuery } from '../../workspace/useQuery'
import { useCalendarScreen } from '../calendarScreen'
import type { StripMark } from './rhythmStrip'
import { keptWhile } from './keptWhile'
import { rhythmByDay, type RhythmMark } from './rhythmView'

type Marks = ReadonlyMap<PlainDate, readonly RhythmMark[]>

const none: readonly AccountDay[] = []
const noMarks: Marks = new Map()

/** How the days in sight stand to the rhythm of their accounts, where there is something to say. */
export function useRhythm() {
  const { t, language } = useWords()
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
  const keptMarks = keptWhile(
    [known, () => screen.filter.accountIds],
    (of: readonly AccountDay[]): Marks =>
      rhythmByDay(of, (id) => known.value.get(id)?.channel ?? null, screen.filter.accountIds),
  )
  const marks = computed<Marks>(() =>
    screen.rhythm ? keptMarks(days.data.value ?? none) : noMarks,
  )
  const keptStrips = keptWhile([channels, language], stripsOf)
  const strips = computed(() => keptStrips(marks.value))

  function stripsOf(of: Marks): ReadonlyMap<PlainDate, readonly StripMark[]> {
    return new Map([...of].map(([day, all]) => [day, all.map(stripMark)]))
  }

  function stripMark({ channel, standing, accounts: { length } }: RhythmMark): StripMark {
    return {
      ...{ standing, channel: channelIcon(channel), accounts: length },
      words: t(`posts.rhythm.mark.${standing}`, {
        ...{ channel: channels.value.get(channel) ?? channel, count: length },
      }),
    }
  }

  return { known, marks, strips }
}
