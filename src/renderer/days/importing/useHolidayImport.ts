import { defineStore } from 'pinia'
import { HolidayField, neededHolidayFields } from '#contract/holidayImports'
import type { HolidayImportId } from '#contract/holidayImports'
import { holidayProblemWords } from '#contract/holidayImportWords'
import { problemSentence } from '#contract/sheetWords'
import { chosenFields } from '../../entering/columnsView'
import { useEntering } from '../../entering/useEntering'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useWorkspace } from '../../workspace/calls'
import { useJobs } from '../../workspace/jobs'
import { useCommand } from '../../workspace/useCommand'

/** A sheet of holidays on its way in. */
export const useHolidayImport = defineStore('holiday-import', () => {
  const { t, language } = useWords()
  const workspace = useWorkspace()
  const jobs = useJobs()
  const notices = useNotices()
  const undoing = useCommand('days', 'undoHolidayImport')

  const entering = useEntering({
    fields: HolidayField.options,
    job: 'importHolidays',
    read: (sheet) => workspace.days.readHolidaySheet(sheet),
    missing(choices) {
      const fields = chosenFields(choices)
      const isWhole = neededHolidayFields.every((field) => fields.includes(field))
      return isWhole ? null : t('days.bring.needed')
    },
    run(sheet, columns, trial) {
      const title = () => t(trial ? 'days.bring.checking' : 'days.bring.importing')
      const input = { ...sheet, columns, trial }
      return jobs.start('days', 'importHolidays', input, { title, failures: 'here' })
    },
    sentence(cell) {
      const own = cell.field === null ? '' : t(`days.bring.fields.${cell.field}`)
      const column = cell.heading === '' ? own : cell.heading
      return problemSentence(holidayProblemWords, cell, column, language.value)
    },
    warned: ({ warned }) => warned,
    csv: (rejected) => workspace.days.rejectedHolidaysCsv({ rejected, language: language.value }),
    done({ importId, added }) {
      if (importId === null) return false
      notices.tell(t('days.bring.done', { count: added.length }), () => void undo(importId))
      return true
    },
  })

  /** Takes out again what came in, and says what stays because somebody changed it. */
  async function undo(id: HolidayImportId): Promise<void> {
    const done = await undoing.run({ id })
    if (!done.ok) return
    const { undone: count, kept } = done.value
    notices.tell(
      kept === 0
        ? t('days.bring.undone', { count })
        : t('days.bring.undonePartly', { count, kept }),
    )
  }

  return { entering, undo, undoing: undoing.running }
})
