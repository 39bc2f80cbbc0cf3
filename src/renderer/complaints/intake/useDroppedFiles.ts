import { ref, type Ref } from 'vue'
import { covered } from '../../ui/covered'

/** Files dropped or pasted anywhere on a page are meant for its one list of files. */
export function useDroppedFiles(list: Ref<{ take(files: readonly File[]): Promise<void> } | null>) {
  const isOver = ref(false)

  function dragover(event: DragEvent): void {
    if (covered.value || event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    isOver.value = true
  }

  function dragleave(): void {
    isOver.value = false
  }

  function drop(event: DragEvent): void {
    isOver.value = false
    take(event, [...(event.dataTransfer?.files ?? [])])
  }

  /** A screenshot is pasted wherever somebody is typing; a text that comes with a picture is a text. */
  function paste(event: ClipboardEvent): void {
    if (event.clipboardData?.types.includes('text/plain') === true) return
    take(event, [...(event.clipboardData?.files ?? [])])
  }

  function take(event: Event, files: readonly File[]): void {
    if (covered.value || files.length === 0 || list.value === null) return
    event.preventDefault()
    void list.value.take(files)
  }

  return { isOver, dropping: { dragover, dragleave, drop, paste } }
}
