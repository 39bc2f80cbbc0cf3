import { computed } from 'vue'
import { breachClocks, firstRunning } from '#contract/breachClocks'
import { useMay } from '../../workspace/may'
import { useQuery } from '../../workspace/useQuery'
import { instantOf } from '../breaches/breachView'
import { emptyFilter } from '../register/filterView'
import { useRungs } from '../warnings/useRungs'

/** So many are asked for: more than the board ever shows of one kind. */
const mostLines = 12

/** Complaints with a clock that ran out or runs out today, the first of them first. */
export function useComplaintsToday() {
  const { may } = useMay()
  const asked = (flag: 'late' | 'dueToday', limit: number) =>
    useQuery('complaints', 'list', () =>
      may('complaints.list')
        ? {
            filter: { ...emptyFilter(), [flag]: true },
            ...{ order: 'due' as const, descending: false, offset: 0, limit },
          }
        : null,
    )
  const due = asked('dueToday', mostLines)
  const late = asked('late', 1)
  const flags = useQuery('complaints', 'flagsDue', () => (may('complaints.flagsDue') ? {} : null))
  const breaches = useQuery('complaints', 'breaches', () =>
    may('complaints.breaches') ? {} : null,
  )
  const rungs = useRungs()
  const now = instantOf(Date.now())
  return {
    /** Breaches of which somebody is still to be told: their hours run at night too. */
    breaches: computed(() =>
      (breaches.data.value ?? []).filter((each) => firstRunning(breachClocks(each, now)) !== null),
    ),
    /** Late ones of which the person must know by their role. */
    reached: rungs.reached,
    /** Complainants whose care is to be approved or reviewed. */
    flags: computed(() => (flags.data.value ?? []).slice(0, mostLines)),
    total: computed(() => due.data.value?.total ?? 0),
    late: computed(() => late.data.value?.total ?? 0),
    rows: computed(() => due.data.value?.rows ?? []),
    refetch: () =>
      Promise.all([
        ...(may('complaints.list') ? [due.refetch(), late.refetch()] : []),
        rungs.refetch(),
      ]),
  }
}
