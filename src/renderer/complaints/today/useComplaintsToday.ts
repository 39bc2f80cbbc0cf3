import { computed } from 'vue'
import { useMay } from '../../workspace/may'
import { useQuery } from '../../workspace/useQuery'
import { emptyFilter } from '../register/filterView'

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
  return {
    /** Complainants whose care is to be approved or reviewed. */
    flags: computed(() => (flags.data.value ?? []).slice(0, mostLines)),
    total: computed(() => due.data.value?.total ?? 0),
    late: computed(() => late.data.value?.total ?? 0),
    rows: computed(() => due.data.value?.rows ?? []),
    refetch: () => Promise.all(may('complaints.list') ? [due.refetch(), late.refetch()] : []),
  }
}
