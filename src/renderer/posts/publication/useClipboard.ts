import { ref } from 'vue'
import type { ImageId } from '#contract/values'
import { useDesktop } from '../../shell/desktop'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useJobs } from '../../workspace/jobs'

/** What is posted by hand goes out through the clipboard; nothing is ever read from it. */
export function useClipboard() {
  const { t } = useWords()
  const desktop = useDesktop()
  const jobs = useJobs()
  const notices = useNotices()
  const isBusy = ref(false)

  async function copyText(text: string, name: string): Promise<void> {
    await desktop.copyText(text)
    notices.tell(t('posts.out.textCopied', { name }))
  }

  /** As PNG, drawn anew: what a camera or a person wrote into the file stays here. */
  async function copyImage(id: ImageId): Promise<void> {
    isBusy.value = true
    try {
      const done = await jobs.start(
        'images',
        'copyOut',
        { id },
        { title: () => t('posts.out.copyImage') },
      )
      if (!done.ok) return
      const isCopied = await desktop.copyPicture(done.value.png)
      notices.tell(t(isCopied ? 'posts.out.imageCopied' : 'posts.out.imageFailed'))
    } finally {
      isBusy.value = false
    }
  }

  return { copyText, copyImage, isBusy }
}
