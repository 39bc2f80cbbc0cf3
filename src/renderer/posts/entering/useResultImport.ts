import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { ResultCountName, ResultField } from '#contract/postResultImports'
import { resultProblemWords } from '#contract/resultImportWords'
import { problemSentence } from '#contract/sheetWords'
import type { PlainDate } from '#contract/values'
import { todayInMalaysia } from '../../accounts/today'
import { chosenFields } from '../../entering/columnsView'
import { useEntering } from '../../entering/useEntering'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useWorkspace } from '../../workspace/calls'
import { useJobs } from '../../workspace/jobs'
import { useUndoResultImport } from './useUndoImport'

/** A sheet of results on its way in. */
export const useResultImport = defineStore('result-import', () => {
  const { t, language } = useWords()
  const workspace = useWorkspace()
  const jobs = useJobs()
  const notices = useNotices()
  const { undo } = useUndoResultImport()
  /** When the numbers were read off, for rows that do not say. */
  const day = shallowRef<PlainDate | null>(todayInMalaysia())
  /** Rows about posts that are not in the calendar are left out. */
  const skipUnknown = ref(false)

  const entering = useEntering({
    fields: ResultField.options,
    job: 'importResults',
    read: (sheet) => workspace.posts.readResultSheet(sheet),
    missing(choices) {
      const fields = chosenFields(choices)
      if (!fields.includes('link') && !fields.includes('title')) return t('posts.bring.postNeeded')
      if (!ResultCountName.options.some((name) => fields.includes(name))) {
        return t('posts.bring.countNeeded')
      }
      return day.value === null && !fields.includes('day') ? t('posts.bring.dayNeeded') : null
    },
    run(sheet, columns, trial) {
      const title = () => t(trial ? 'posts.entering.checking' : 'posts.bring.importing')
      const input = { ...sheet, columns, day: day.value, skipUnknown: skipUnknown.value, trial }
      return jobs.start('posts', 'importResults', input, { title, failures: 'here' })
    },
    sentence(cell) {
      const own = cell.field === null ? '' : t(`posts.bring.fields.${cell.field}`)
      const column = cell.heading === '' ? own : cell.heading
      return problemSentence(resultProblemWords, cell, column, language.value)
    },
    csv: (rejected) => workspace.posts.rejectedResultsCsv({ rejected, language: language.value }),
    done({ importId, added, replaced }) {
      if (importId === null) return false
      const text = t('posts.bring.done', { count: added + replaced.length })
      notices.tell(text, () => void undo(importId))
      return true
    },
  })

  function open(): void {
    day.value = todayInMalaysia()
    skipUnknown.value = false
    entering.open()
  }

  return { entering, day, skipUnknown, open }
})
