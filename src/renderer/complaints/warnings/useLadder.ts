import { computed } from 'vue'
import { shippedLadder } from '#contract/complaintLadder'
import { useMay } from '../../workspace/may'
import { useQuery } from '../../workspace/useQuery'

/** The office's ladder, for lists, menus and the board. */
export function useLadder() {
  const { may } = useMay()
  const asked = useQuery('complaints', 'ladder', () => (may('complaints.ladder') ? {} : null))
  return {
    /** Undefined until it is there. */
    known: asked.data,
    /** The shipped one until then. */
    ladder: computed(() => asked.data.value ?? shippedLadder),
  }
}
