import { useRouter } from 'vue-router'
import type { FixLink } from '#contract/imageFix'
import { useCheckScreen } from '../checkScreen'
import { useLibraryScreen } from '../libraryScreen'

/** Leads to the other side of a link. */
export function useShowLink(): (link: Pick<FixLink, 'at'>) => void {
  const router = useRouter()
  const checks = useCheckScreen()
  const library = useLibraryScreen()
  return ({ at }) => {
    if (at?.where === 'check') {
      checks.showBatch(at.batchId)
      checks.clearFilter()
      checks.openId = at.checkId
      void router.push({ name: 'image-check' })
    } else if (at) {
      library.show(at.imageId)
      void router.push({ name: 'image-library' })
    }
  }
}
