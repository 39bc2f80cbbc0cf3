import { inject, provide, type InjectionKey } from 'vue'
import type { PostChoices } from './usePostChoices'
import type { PostFormState } from './usePostForm'

/** The form that stands open, and what its fields offer: one for all parts of the pane. */
export interface EditedPost {
  readonly form: PostFormState
  readonly choices: PostChoices
}

const editedPostKey: InjectionKey<EditedPost> = Symbol('edited post')

export function provideEditedPost(edited: EditedPost): void {
  provide(editedPostKey, edited)
}

export function useEditedPost(): EditedPost {
  const edited = inject(editedPostKey)
  if (!edited) throw new Error('No post is open')
  return edited
}
