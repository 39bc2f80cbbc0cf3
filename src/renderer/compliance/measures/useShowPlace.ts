import { useRouter } from 'vue-router'
import type { MeasuredPlace } from '#contract/measures'
import { useAccountsScreen } from '../../accounts/accountsScreen'
import { useLibraryScreen } from '../../images/libraryScreen'

/** Leads to where an item is to be seen: pages of one thing by address, the others opened at it. */
export function useShowPlace(): (place: MeasuredPlace) => void {
  const router = useRouter()
  const library = useLibraryScreen()
  const accounts = useAccountsScreen()

  return ({ kind, id }) => {
    if (kind === 'post' || kind === 'complaint') {
      void router.push({ name: kind, params: { id } })
    } else if (kind === 'image') {
      library.show(id)
      void router.push({ name: 'image-library' })
    } else {
      accounts.clearFilter()
      accounts.openId = id
      void router.push({ name: 'accounts' })
    }
  }
}
