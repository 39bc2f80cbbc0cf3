import { computed } from 'vue'
import { rungMarks, type RungMark } from '#contract/complaintLadder'
import { useGate } from '../../workspace/gate'
import { useMay } from '../../workspace/may'
import { useQuery } from '../../workspace/useQuery'
import { emptyFilter, type Flag } from '../register/filterView'
import { useLadder } from './useLadder'

/** The choice of the register that leaves the cases of a rung. */
export const rungFlags = {
  approver: 'toApprover',
  head: 'toHead',
} as const satisfies Record<RungMark, Flag>

/** So many are asked for: more than the board ever shows of one kind. */
const mostLines = 12

/** Late complaints of which the person at the keyboard must know by a role of theirs. */
export function useRungs() {
  const gate = useGate()
  const { may } = useMay()
  const { known } = useLadder()
  const asked = rungMarks.map((rung) => {
    const isMine = computed(() => {
      const role = known.value?.rungs[rung].role
      const roles = gate.actor.value?.roles ?? []
      return role !== undefined && roles.includes(role) && may('complaints.list')
    })
    const query = useQuery('complaints', 'list', () =>
      isMine.value
        ? {
            filter: { ...emptyFilter(), [rungFlags[rung]]: true },
            ...{ order: 'due' as const, descending: false, offset: 0, limit: mostLines },
          }
        : null,
    )
    return { rung, isMine, query }
  })
  return {
    reached: computed(() =>
      asked.flatMap(({ rung, isMine, query }) => {
        const found = isMine.value ? query.data.value : undefined
        return found && found.total > 0 ? [{ rung, total: found.total, rows: found.rows }] : []
      }),
    ),
    refetch: () =>
      Promise.all(asked.filter(({ isMine }) => isMine.value).map(({ query }) => query.refetch())),
  }
}
