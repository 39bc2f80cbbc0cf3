import { defineStore } from 'pinia'
import { ref } from 'vue'
import { RegisterField, type ComplaintImportId } from '#contract/complaintImports'
import { registerProblemWords } from '#contract/complaintImportWords'
import { problemSentence } from '#contract/sheetWords'
import { chosenFields } from '../../entering/columnsView'
import { useEntering } from '../../entering/useEntering'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useWorkspace } from '../../workspace/calls'
import { useJobs } from '../../workspace/jobs'
import { useCommand } from '../../workspace/useCommand'

/** A register of complaints on its way in. */
export const useComplaintImport = defineStore('complaint-import', () => {
  const { t, language } = useWords()
  const workspace = useWorkspace()
  const jobs = useJobs()
  const notices = useNotices()
  const undoing = useCommand('complaints', 'undoRegisterImport')
  /** Of rows that name none; empty: such rows are rejected. */
  const channel = ref('')
  const kind = ref('')
  /** Rows that are in the register are left out. */
  const skipKnown = ref(false)

  const entering = useEntering({
    fields: RegisterField.options,
    job: 'importComplaints',
    read: (sheet) => workspace.complaints.readRegisterSheet(sheet),
    missing(choices) {
      const fields = chosenFields(choices)
      const isEnough = fields.includes('what') && fields.includes('received')
      return isEnough ? null : t('complaints.import.needed')
    },
    run(sheet, columns, trial) {
      const title = () => t(`complaints.import.${trial ? 'checking' : 'importing'}`)
      const input = {
        ...{ ...sheet, columns, trial, skipKnown: skipKnown.value },
        ...{ channel: channel.value || null, kind: kind.value || null },
      }
      return jobs.start('complaints', 'importComplaints', input, { title, failures: 'here' })
    },
    sentence(cell) {
      const own = cell.field === null ? '' : t(`complaints.import.fields.${cell.field}`)
      const column = cell.heading === '' ? own : cell.heading
      return problemSentence(registerProblemWords, cell, column, language.value)
    },
    csv: (rejected) =>
      workspace.complaints.rejectedComplaintsCsv({ rejected, language: language.value }),
    done({ complaints, importId }) {
      if (importId === null) return false
      notices.tell(t('complaints.import.done', { count: complaints }), () => void undo(importId))
      return true
    },
  })

  /** Voids what came in together, and says what stays because somebody worked on it. */
  async function undo(id: ComplaintImportId): Promise<void> {
    const done = await undoing.run({ id, reason: t('complaints.import.undoReason') })
    if (!done.ok) return
    const { voided: count, kept } = done.value
    notices.tell(
      kept.length === 0
        ? t('complaints.import.undone', { count })
        : t('complaints.import.undonePartly', { count, kept: kept.length }),
    )
  }

  function open(): void {
    channel.value = ''
    kind.value = ''
    skipKnown.value = false
    entering.open()
  }

  return { entering, channel, kind, skipKnown, open, undo, undoing: undoing.running }
})
