import { useRouter } from 'vue-router'
import { useLibraryScreen } from '../../images/libraryScreen'

/** Opens a picture of a post in the library, where it is mended. */
export function useShowImage(): (imageId: string, isTrashed: boolean) => void {
  const router = useRouter()
  const library = useLibraryScreen()
  return (imageId, isTrashed) => {
    library.show(imageId)
    library.filter.trashed = isTrashed
    void router.push({ name: 'image-library' })
  }
}
