import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { WorkspaceError } from '#contract/errors'
import { largestPasted } from '#contract/images'
import { useDesktop } from '../shell/desktop'
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
    const paths = desktop.pathsOf(files)
    const onDisk = paths.filter((path) => path !== '')
    if (onDisk.length > 0) await checkPaths(onDisk)
    // What was copied within another program has bytes, but no place on the disk.
    for (const [place, file] of files.entries()) {
      if (paths[place] !== '') continue
      if (file.size > largestPasted) notices.fail(tooLarge())
      else await checkPasted(nameFor(file), new Uint8Array(await file.arrayBuffer()))
    }
  }

  /** The clipboard calls every picture `image.png`; the moment tells them apart. */
  function nameFor(file: File): string {
    if (file.name !== '' && !/^image\.\w+$/.test(file.name)) return file.name
    const moment = format.value.moment(new Date().toISOString()).replaceAll(':', '.')
    return t('images.add.pasted', { moment, extension: file.type.split('/').at(-1) ?? 'png' })
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
