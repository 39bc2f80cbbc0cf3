import { defineStore } from 'pinia'
import { rowProblemWords } from '#contract/importWords'
import { ImportField } from '#contract/postImports'
import { problemSentence } from '#contract/sheetWords'
import { useNotices } from '../../shell/notices'
import { chosenFields } from '../../entering/columnsView'
import { useEntering } from '../../entering/useEntering'
import { useWords } from '../../words/useWords'
import { useWorkspace } from '../../workspace/calls'
import { useJobs } from '../../workspace/jobs'
import { useUndoImport } from './useUndoImport'

/** A sheet of posts on its way in. */
export const useImport = defineStore('post-import', () => {
  const { t, language } = useWords()
  const workspace = useWorkspace()
  const jobs = useJobs()
  const notices = useNotices()
  const { undo } = useUndoImport()

  const entering = useEntering({
    fields: ImportField.options,
    job: 'importPosts',
    read: (sheet) => workspace.posts.readSheet(sheet),
    missing: (choices) =>
      chosenFields(choices).includes('title') ? null : t('posts.entering.titleNeeded'),
    run(sheet, columns, trial) {
      const title = () => t(trial ? 'posts.entering.checking' : 'posts.entering.importing')
      const input = { ...sheet, columns, trial }
      return jobs.start('posts', 'importPosts', input, { title, failures: 'here' })
    },
    sentence(cell) {
      const own = cell.field === null ? '' : t(`posts.entering.fields.${cell.field}`)
      const column = cell.heading === '' ? own : cell.heading
      return problemSentence(rowProblemWords, cell, column, language.value)
    },
    warned: (checked) => checked.warned,
    csv: (rejected) => workspace.posts.rejectedCsv({ rejected, language: language.value }),
    done({ posts, importId }) {
      if (importId === null) return false
      notices.tell(t('posts.entering.done', { count: posts }), () => void undo(importId))
      return true
    },
  })

  return { entering, open: () => entering.open() }
})
