import { computed, type ComputedRef } from 'vue'
import { useMay } from '../../workspace/may'
import { useEditedPost } from './editedPost'

/**
 * Whether when and where the open post comes out is not this person's to change: of a post
 * the words are the makers', the plan is the planners' (`posts.move`).
 */
export function usePlanLock(): ComputedRef<boolean> {
  const { form } = useEditedPost()
  const { may } = useMay()
  return computed(() => may(form.isNew.value ? 'posts.add' : 'posts.save') && !may('posts.move'))
}
