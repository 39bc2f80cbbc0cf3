import { computed, type Ref } from 'vue'
import { AccountId } from '#contract/accounts'
import { PhaseId } from '#contract/cycles'
import { PostKind } from '#contract/postContent'
import { PostStatus, type FilterCounts } from '#contract/posts'
import { PersonId } from '#contract/values'
import { useCycleWords } from '../../cycles/useCycleWords'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { optionsOf, toggled, type Option } from '../../ui/options'
import { useWords } from '../../words/useWords'
import { useQuery } from '../../workspace/useQuery'
import { useCalendarScreen } from '../calendarScreen'
import { usePhaseOptions } from '../phases'
import { usePostWords } from '../usePostWords'
import { useShownCycle } from '../useShownCycle'
import {
  groupToggled,
  listChoices,
  noneOfThem,
  withoutChoice,
  type ListChoice,
  type OptionGroup,
} from './filterView'

/** The menus of the filter: what each offers, with its counts, and what ticking does. */
export function useFilterMenus(known: Readonly<Ref<FilterCounts | undefined>>) {
  const { t } = useWords()
  const screen = useCalendarScreen()
  const { accounts, people, categories } = usePostWords()
  const phaseOptions = usePhaseOptions()
  const { all: cycles } = useShownCycle()
  const { nameOf: cycleName } = useCycleWords()
  const { nameOf: itemName } = useReferenceWords()
  const lists = useQuery('reference', 'lists', {})
  const channelItem = (key: string) =>
    lists.data.value?.channels.find(({ item }) => item.key === key)?.item

  const everybody = computed(() =>
    [...people.value.values()].map(({ id, name }) => ({ value: id, label: name })),
  )
  /** Everything that may be ticked, by choice. */
  const offered = computed(() => ({
    phaseIds: phaseOptions(screen.filter.phaseIds).map(({ id, label }) => ({ value: id, label })),
    statuses: PostStatus.options.map((value) => ({ value, label: t(`posts.status.${value}`) })),
    accountIds: [...accounts.value.values()].map(({ id, name }) => ({ value: id, label: name })),
    kinds: PostKind.options.map((value) => ({ value, label: t(`posts.kind.${value}`) })),
    categories: categories.value,
    ownerIds: everybody.value,
    approverIds: everybody.value,
  }))
  /** All accounts of a channel, all phases of a cycle; a group of one is that one. */
  const groups = computed(() => {
    const byChannel = new Map<string, string[]>()
    for (const { id, channel } of accounts.value.values()) {
      byChannel.set(channel, [...(byChannel.get(channel) ?? []), id])
    }
    const channels = [...byChannel].map(([key, members]) => {
      const item = channelItem(key)
      return { value: `channel ${key}`, name: item === undefined ? key : itemName(item), members }
    })
    const ofCycles = (cycles.data.value ?? [])
      .filter(({ archived }) => !archived)
      .map((cycle) => ({
        ...{ value: `cycle ${cycle.id}`, name: cycleName(cycle) },
        members: cycle.phases.map(({ id }): string => id),
      }))
    const named = (all: readonly { value: string; name: string; members: string[] }[]) =>
      all
        .filter(({ members }) => members.length > 1)
        .map(({ value, name, members }): OptionGroup => ({
          ...{ value, members },
          label: t('posts.filter.allOfGroup', { name }),
        }))
    return { accountIds: named(channels), phaseIds: named(ofCycles) }
  })
  const groupsOf = (choice: ListChoice): readonly OptionGroup[] =>
    choice === 'accountIds' || choice === 'phaseIds' ? groups.value[choice] : []

  function isWithout(choice: ListChoice): boolean {
    return screen.filter.without.some((each) => each === choice)
  }

  /** "Tiada …", where posts have none or it is ticked. */
  function noneOptions(choice: ListChoice): Option[] {
    const without = withoutChoice(choice)
    if (without === null) return []
    const count = known.value ? known.value.without[without] : null
    if (count === 0 && !isWithout(choice)) return []
    const label = t('posts.filter.withoutOne', {
      choice: t(`posts.filter.${choice}`).toLocaleLowerCase(),
    })
    return [{ value: noneOfThem, label, count }]
  }

  const menus = computed(() =>
    listChoices
      .map((choice) => ({
        choice,
        label: t(`posts.filter.${choice}`),
        chosen: [
          ...screen.filter[choice],
          ...(isWithout(choice) ? [noneOfThem] : []),
          ...groupsOf(choice).flatMap(({ value, members }) =>
            members.every((each) => screen.filter[choice].some((had) => had === each))
              ? [value]
              : [],
          ),
        ],
        count: screen.filter[choice].length + (isWithout(choice) ? 1 : 0),
        options: [
          ...noneOptions(choice),
          ...groupsOf(choice).map(({ value, label }) => ({ value, label, count: null })),
          ...optionsOf(offered.value[choice], screen.filter[choice], known.value?.[choice]),
        ],
      }))
      .filter(({ choice }) => choice !== 'phaseIds' || offered.value.phaseIds.length > 0),
  )
  /** The value comes from the options of that choice; its schema gives it its type back. */
  function toggle(choice: ListChoice, value: string): void {
    const { filter } = screen
    const group = groupsOf(choice).find((each) => each.value === value)
    const without = withoutChoice(choice)
    if (value === noneOfThem && without !== null) {
      screen.setFilter({ without: toggled(filter.without, without) })
    } else if (group !== undefined && choice === 'phaseIds') {
      const members = group.members.map((id) => PhaseId.parse(id))
      screen.setFilter({ phaseIds: groupToggled(filter.phaseIds, members) })
    } else if (group !== undefined) {
      const members = group.members.map((id) => AccountId.parse(id))
      screen.setFilter({ accountIds: groupToggled(filter.accountIds, members) })
    } else if (choice === 'phaseIds') {
      screen.setFilter({ phaseIds: toggled(filter.phaseIds, PhaseId.parse(value)) })
    } else if (choice === 'statuses') {
      screen.setFilter({ statuses: toggled(filter.statuses, PostStatus.parse(value)) })
    } else if (choice === 'accountIds') {
      screen.setFilter({ accountIds: toggled(filter.accountIds, AccountId.parse(value)) })
    } else if (choice === 'kinds') {
      screen.setFilter({ kinds: toggled(filter.kinds, PostKind.parse(value)) })
    } else if (choice === 'categories') {
      screen.setFilter({ categories: toggled(filter.categories, value) })
    } else {
      screen.setFilter({ [choice]: toggled(filter[choice], PersonId.parse(value)) })
    }
  }

  function clear(choice: ListChoice): void {
    const without = screen.filter.without.filter((each) => each !== choice)
    screen.setFilter({ [choice]: [], without })
  }

  return { menus, toggle, clear }
}
