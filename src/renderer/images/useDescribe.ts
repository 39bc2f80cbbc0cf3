import type { LibraryImage } from '#contract/images'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useWorkspace } from '../workspace/calls'
import { useCommand } from '../workspace/useCommand'
import { useLibraryScreen } from './libraryScreen'
import { useUsedPictures, type PictureUses } from './usedPictures'
import { valuesBefore, type Changes } from './libraryView'

/** Changes to library pictures, each with its way back. */
export function useDescribe() {
  const { t } = useWords()
  const notices = useNotices()
  const screen = useLibraryScreen()
  const workspace = useWorkspace()
  const used = useUsedPictures()
  const describe = useCommand('images', 'describe')
  const trash = useCommand('images', 'trash')
  const restore = useCommand('images', 'restore')

  /** Writes each set of changes to its pictures, and says once what was done. */
  async function save(
    sets: readonly { images: readonly LibraryImage[]; changes: Changes }[],
  ): Promise<boolean> {
    const touched = new Set<string>()
    for (const { images, changes } of sets) {
      const outcome = await describe.run({ ids: idsOf(images), ...asInput(changes) })
      if (!outcome.ok) return false
      for (const image of images) touched.add(image.id)
    }
    const undo = async () => {
      for (const { images, changes } of sets) {
        for (const image of images) {
          await describe.run({ ids: [image.id], ...asInput(valuesBefore(image, changes)) })
        }
      }
    }
    notices.tell(t('images.describe.saved', { count: touched.size }), () => void undo())
    return true
  }

  async function usesOf(imageIds: LibraryImage['id'][]): Promise<PictureUses> {
    const found = await workspace.posts.imageUses({ imageIds })
    return { total: found.total, titles: found.posts.map(({ title }) => title) }
  }

  async function throwAway(images: readonly LibraryImage[]): Promise<void> {
    const ids = idsOf(images)
    if (!(await used.confirmed(await usesOf(ids)))) return
    const outcome = await trash.run({ ids })
    if (!outcome.ok) return
    forget(images)
    const undo = () => void restore.run({ ids })
    notices.tell(t('images.library.trashed', { count: ids.length }), undo)
  }

  async function bringBack(images: readonly LibraryImage[]): Promise<void> {
    const ids = idsOf(images)
    const outcome = await restore.run({ ids })
    if (!outcome.ok) return
    forget(images)
    const undo = () => void trash.run({ ids })
    notices.tell(t('images.library.restored', { count: ids.length }), undo)
  }

  function forget(images: readonly LibraryImage[]): void {
    if (images.some((image) => image.id === screen.openId)) screen.openId = null
    screen.clearChoice()
  }

  return { save, throwAway, bringBack, saving: describe.running }
}

function idsOf(images: readonly LibraryImage[]): LibraryImage['id'][] {
  return images.map((image) => image.id)
}

/** The contract takes its own arrays. */
function asInput({ tags, ...others }: Changes) {
  return tags === undefined ? others : { ...others, tags: [...tags] }
}
