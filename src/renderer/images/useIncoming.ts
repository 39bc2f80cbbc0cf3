import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { WorkspaceError } from '#contract/errors'
import { largestPasted } from '#contract/images'
import { useDesktop } from '../shell/desktop'
import { dividedFiles, nameOfLoose } from '../shell/incomingFiles'
import { isTyping } from '../shell/keys'
import { useNotices } from '../shell/notices'
import { covered } from '../ui/covered'
import { useWords } from '../words/useWords'
import { useImageJobs } from './useImageJobs'

/** Files dropped or pasted anywhere in the window while the page is shown. */
export function useIncoming(): { readonly isOver: Ref<boolean> } {
  const desktop = useDesktop()
  const { checkPaths, checkPasted } = useImageJobs()
  const notices = useNotices()
  const { t, format } = useWords()
  const isOver = ref(false)

  async function take(files: readonly File[]): Promise<void> {
    const { paths, loose } = dividedFiles(files, desktop)
    if (paths.length > 0) await checkPaths(paths)
    for (const file of loose) {
      if (file.size > largestPasted) notices.fail(tooLarge())
      else await checkPasted(nameFor(file), new Uint8Array(await file.arrayBuffer()))
    }
  }

  function nameFor(file: File): string {
    const moment = format.value.moment(new Date().toISOString()).replaceAll(':', '.')
    return nameOfLoose(file, (extension) => t('images.add.pasted', { moment, extension }))
  }

  function onDragOver(event: DragEvent): void {
    if (covered.value || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    isOver.value = true
  }

  function onDragLeave(event: DragEvent): void {
    if (event.relatedTarget === null) isOver.value = false
  }

  function onDrop(event: DragEvent): void {
    isOver.value = false
    if (!event.dataTransfer || event.dataTransfer.files.length === 0) return
    event.preventDefault()
    if (covered.value) return
    void take([...event.dataTransfer.files])
  }

  function onPaste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0 || isTyping(event.target) || document.querySelector('dialog[open]'))
      return
    event.preventDefault()
    void take(files)
  }

  onMounted(() => {
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    document.addEventListener('paste', onPaste)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('dragover', onDragOver)
    window.removeEventListener('dragleave', onDragLeave)
    window.removeEventListener('drop', onDrop)
    document.removeEventListener('paste', onPaste)
  })
  return { isOver }
}

/** Said before the bytes are read: so many would only fill the memory. */
function tooLarge(): WorkspaceError {
  return new WorkspaceError('images.pasted-too-large', { limit: largestPasted / 1_000_000 })
}
