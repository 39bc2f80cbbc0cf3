import { useWords } from '../../words/useWords'
import { useEditedPost } from './editedPost'

/** Says what is wrong with a field of the open form; null where nothing is. */
export function useProblemWords(): (field: string) => string | null {
  const { form } = useEditedPost()
  const { t } = useWords()
  return (field) => {
    const problem = form.problems.value[field]
    return problem === undefined ? null : t(`posts.pane.problems.${problem}`)
  }
}
