import { useRouter } from 'vue-router'
import type { ComplaintFilter } from '#contract/complaints'
import { useComplaintsScreen } from '../complaintsScreen'

/** Opens the register with exactly the cases that a figure counts. */
export function useOpenCases() {
  const router = useRouter()
  const screen = useComplaintsScreen()

  return function open(filter: ComplaintFilter): void {
    screen.reset()
    screen.filter = filter
    void router.push({ name: 'complaints' })
  }
}
