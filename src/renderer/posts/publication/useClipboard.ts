import { ref } from 'vue'
import type { ImageId } from '#contract/values'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { asError } from '../../workspace/calls'
import { useJobs } from '../../workspace/jobs'

/** What is posted by hand goes out through the clipboard; nothing is ever read from it. */
export function useClipboard() {
  const { t } = useWords()
  const jobs = useJobs()
  const notices = useNotices()
  const isBusy = ref(false)

  const copyText = (text: string, name: string): Promise<void> =>
    write(text, t('posts.out.textCopied', { name }))

  /** @param number of the picture in its post, from 1 */
  const copyAltText = (text: string, number: number): Promise<void> =>
    write(text, t('posts.out.altCopied', { number }))

  async function write(text: string, told: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      notices.tell(told)
    } catch (thrown) {
      notices.fail(asError(thrown))
    }
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
      const png = new Blob([new Uint8Array(done.value.png)], { type: 'image/png' })
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
      notices.tell(t('posts.out.imageCopied'))
    } catch {
      notices.tell(t('posts.out.imageFailed'))
    } finally {
      isBusy.value = false
    }
  }

  return { copyText, copyAltText, copyImage, isBusy }
}
