import { computed, ref, shallowRef } from 'vue'
import {
  attachmentMegabytes,
  largestAttachment,
  type Attachment,
  type AttachmentOwner,
  type RefusedFile,
} from '#contract/attachments'
import { useDesktop } from '../shell/desktop'
import { dividedFiles, nameOfLoose } from '../shell/incomingFiles'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useJobs } from '../workspace/jobs'
import { useCommand } from '../workspace/useCommand'

/** Brings files to one owner: chosen, dropped or pasted. Those that are refused stay listed. */
export function useAttaching(owner: () => AttachmentOwner) {
  const { t, format } = useWords()
  const desktop = useDesktop()
  const notices = useNotices()
  const jobs = useJobs()
  const removing = useCommand('attachments', 'remove')
  const refused = shallowRef<readonly RefusedFile[]>([])
  const busy = ref(0)
  const title = () => t('attachments.adding')

  async function pick(): Promise<void> {
    const paths = await desktop.pickAttachments()
    if (paths.length > 0) await whileBusy(async () => tell(await fromDisk(paths)))
  }

  async function take(files: readonly File[]): Promise<void> {
    const { paths, loose } = dividedFiles(files, desktop)
    await whileBusy(async () => {
      const added = paths.length > 0 ? await fromDisk(paths) : begin()
      for (const file of loose) added.push(...(await fromMemory(file)))
      tell(added)
    })
  }

  /** What was refused before is no news any more. */
  function begin(): Attachment[] {
    refused.value = []
    return []
  }

  async function fromDisk(paths: string[]): Promise<Attachment[]> {
    const added = begin()
    const outcome = await jobs.start('attachments', 'add', { owner: owner(), paths }, { title })
    if (!outcome.ok) return added
    refused.value = outcome.value.refused
    return [...outcome.value.added]
  }

  async function fromMemory(file: File): Promise<Attachment[]> {
    const moment = format.value.moment(new Date().toISOString()).replaceAll(':', '.')
    const name = nameOfLoose(file, (extension) => t('attachments.pasted', { moment, extension }))
    if (file.size > largestAttachment) {
      // Said before the bytes are read: so many would only fill the memory.
      const details = { limit: attachmentMegabytes }
      refuse([{ fileName: name, reason: 'attachments.too-large', details }])
      return []
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const input = { owner: owner(), name: name.slice(0, 200), bytes }
    const outcome = await jobs.start('attachments', 'addPasted', input, { title })
    if (!outcome.ok) return []
    refuse(outcome.value.refused)
    return [...outcome.value.added]
  }

  function refuse(files: readonly RefusedFile[]): void {
    refused.value = [...refused.value, ...files]
  }

  function tell(added: readonly Attachment[]): void {
    if (added.length === 0) return
    notices.tell(t('attachments.added', { count: added.length }), () => {
      for (const { id } of added) void removing.run({ id })
    })
  }

  async function whileBusy(work: () => Promise<void>): Promise<void> {
    busy.value += 1
    try {
      await work()
    } finally {
      busy.value -= 1
    }
  }

  return { pick, take, refused, isBusy: computed(() => busy.value > 0) }
}
